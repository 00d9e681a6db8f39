"""What a Word file carries unseen and what cannot be taken out without harm: whoever sends it decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from ocop_xl.office.part_links import Parts

_DATA = re.compile(r"(?i)customXml/(?!itemProps)[^/]+\.xml")
_TOLD_BY_PICTURES = re.compile(
    rb"Exif\0\0|eXIf|http://ns\.adobe\.com/xap/|(?:tEX|iTX)t(?:Author|Artist|XML:com\.adobe)|zTXtRaw profile type"
)
"""Where JPEG and PNG keep what the camera wrote: place, time, whose camera (CIPA DC-008, PNG 11.3.4, XMP Part 3)."""
_BIBLIOGRAPHY = "/officeDocument/2006/bibliography}"
"""Word puts an empty list of sources into almost every file; its attributes name the style only."""


def unseen(name: str, parts: Parts) -> Iterator[str]:
    """A Vietnamese sentence for each matter; `parts` have passed `dangers`, so no document type is in them."""
    if _has_hidden_text(parts):
        yield (
            f"«{name}» có chữ ẩn và chữ ấy vẫn được gửi; nếu không muốn gửi, hãy bấm nút ¶ trong Word, xóa chữ ẩn "
            "rồi đóng gói lại."
        )
    if any(_DATA.fullmatch(part) and _tells(content) for part, content in parts.items()):
        yield (
            f"«{name}» có dữ liệu XML kèm theo mà Word không hiện ra; nếu không muốn gửi, hãy vào Tệp > Thông tin > "
            "Kiểm tra tài liệu, xóa «Dữ liệu XML tùy chỉnh» rồi đóng gói lại."
        )
    if any(_TOLD_BY_PICTURES.search(content) for part, content in parts.items() if part.startswith("word/media/")):
        yield (
            f"«{name}» có ảnh còn mang thông tin của máy chụp (có thể có nơi chụp, tên người); nếu không muốn gửi, hãy "
            "xóa thông tin ấy ở tệp ảnh (chuột phải > Thuộc tính > Chi tiết), chèn lại ảnh rồi đóng gói lại."
        )


def _tells(content: bytes) -> bool:
    root = _tree(content)
    if root is None:
        return True
    texts = [one for part in root.iter() for one in (part.text, part.tail)]
    if _BIBLIOGRAPHY not in root.tag:
        texts += [value for part in root.iter() for value in part.attrib.values()]
    return any(text and text.strip() for text in texts)


def _has_hidden_text(parts: Parts) -> bool:
    written = [content for name, content in parts.items() if re.match(r"(?i)word/.*\.xml$", name)]
    if not any(b"vanish" in content for content in written):
        return False
    trees = [tree for tree in map(_tree, written) if tree is not None]
    styles = _hidden_styles([one for tree in trees for one in _all(tree, "style")])
    return any(_hides_words(paragraph, styles) for tree in trees for paragraph in _all(tree, "p"))


def _hidden_styles(styles: list[ElementTree.Element]) -> set[str]:
    """Names of those that hide, and of those built on them."""
    hidden = {_value(one, "styleId") for one in styles if _vanishes(_child(one, "rPr"))}
    grown = True
    while grown:
        more = {_value(one, "styleId") for one in styles if _value(_child(one, "basedOn"), "val") in hidden}
        grown = not more <= hidden
        hidden |= more
    return hidden


def _hides_words(paragraph: ElementTree.Element, styles: set[str]) -> bool:
    by_style = _value(_child(_child(paragraph, "pPr"), "pStyle"), "val") in styles
    for run in _all(paragraph, "r"):
        looks = _child(run, "rPr")
        own = _vanishes(looks)
        hidden = by_style or _value(_child(looks, "rStyle"), "val") in styles if own is None else own
        if hidden and any(words.text and words.text.strip() for words in _all(run, "t")):
            return True
    return False


def _vanishes(looks: ElementTree.Element | None) -> bool | None:
    """As the run's or the style's own properties say; None if they are silent."""
    mark = _child(looks, "vanish")
    return None if mark is None else _value(mark, "val") not in ("0", "false", "off")


def _tree(content: bytes) -> ElementTree.Element | None:
    try:
        return ElementTree.fromstring(content)  # noqa: S314  # only what has no DTD gets here
    except ElementTree.ParseError:
        return None


def _all(root: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    return (one for one in root.iter() if _local(one.tag) == tag)


def _child(parent: ElementTree.Element | None, tag: str) -> ElementTree.Element | None:
    return None if parent is None else next((one for one in parent if _local(one.tag) == tag), None)


def _value(element: ElementTree.Element | None, name: str) -> str:
    found = () if element is None else (value for key, value in element.attrib.items() if _local(key) == name)
    return next(iter(found), "")


def _local(name: str) -> str:
    return name.rpartition("}")[2]
