"""What a template may not bring into a paper: code, and whatever is fetched from outside when the paper is opened.

A template is mailed around and edited by many; what it carries would go out under the commune's seal. Only the names
and the directory of the package and its few telling words are looked at: a clean template pays next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ocop_xl.errors import TemplateError
from ocop_xl.office.archive import Parts
from ocop_xl.office.word_package import text_of

MAX_XML_BYTES = 18 * 2**20
"""All parts of text together, before any is inflated; a template of sixty pages has one megabyte."""
_REST = r"""(?:[^<>"']|"[^"]*"|'[^']*')*"""
"""Of a tag: an attribute may hold a `>`."""
_LINK = re.compile(rf"<(?:[\w.-]+:)?Relationship\b{_REST}>")
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_FIELD = re.compile(rf"<w:fldChar\b({_REST})>|<w:instrText\b{_REST}>([^<]*)")
_SIMPLE_FIELD = re.compile(rf"<w:fldSimple\b({_REST})>")
_NAMESPACE = re.compile(r"""xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_OF_WORD = "/wordprocessingml/"
_DRAWN_FROM = re.compile(rf"<[\w.-]+:(?:imagedata|image|fill|stroke)\b({_REST})>")
_TYPES = "[content_types].xml"
_TYPE = re.compile(rf"<(?:[\w.-]+:)?(?:Default|Override)\b{_REST}>")
_OTHERS = ("docprops/", "customxml/")
"""Parts that no page shows."""
_MACROS = "macro (mã lệnh)"
_OBJECT = "đối tượng nhúng hoặc liên kết (OLE, ActiveX)"
_INSERTED = "nội dung của tệp khác (altChunk, tài liệu con)"
_MERGED = "nguồn trộn thư"
_ADDED = "phần bổ trợ, nút lệnh riêng (Add-in)"
_UNWANTED_KINDS = {
    "vbaProject": _MACROS, "wordVbaData": _MACROS, "vbaProjectSignature": _MACROS, "attachedToolbars": _MACROS,
    "oleObject": _OBJECT, "control": _OBJECT, "activeXControlBinary": _OBJECT,
    "aFChunk": _INSERTED, "subDocument": _INSERTED, "frame": _INSERTED,
    "mailMergeSource": _MERGED, "mailMergeHeaderSource": _MERGED,
    "webextensiontaskpanes": _ADDED, "webextension": _ADDED, "extensibility": _ADDED, "keyMapCustomizations": _ADDED,
    "origin": "chữ ký số (không còn giá trị khi mẫu được điền)",
}  # fmt: skip
"""Last word of a relationship's type → what it brings."""
_HARMLESS = frozenset({"attachedTemplate"})
"""Taken away by `cleaned`."""
_ADDRESS = re.compile(r"(?:https?|mailto|tel):|#", re.IGNORECASE)
"""What a link that a person clicks on may lead to; a file or another machine tells who has what on which computer."""
_PICTURE = "hình lấy từ nơi khác"
_DRAWN_WITH = re.compile(r"<script\b|@import|\bhref\s*=\s*[\"'](?!#|data:)|url\(\s*[\"']?(?!#|data:)", re.IGNORECASE)
"""In a drawing of its own language (`_SVG`): code, or an address."""
_SVG = "http://www.w3.org/2000/svg"
_TO_A_FILE = "liên kết tới tệp hoặc máy khác"
_TRACKED = "chỗ sửa chưa được chấp nhận (Track Changes)"
_TELLING = (
    ("<w:comment ", "ghi chú của người soạn (Comment)"),
    ("<w:ins ", _TRACKED), ("<w:del ", _TRACKED), ("<w:moveFrom ", _TRACKED), ("<w:moveTo ", _TRACKED),
    ("w:author", "chỗ sửa hoặc ghi chú có tên người soạn (Track Changes, Comment)"),
    ("OLEObject", _OBJECT),
    ("<w:mailMerge", _MERGED),
    ("embeddedHtml", "video lấy từ mạng"),
)  # fmt: skip
"""Words of a part that give away what it brings. Whatever a writer has left bears his name: also a changed format, a
cell put in, a comment parted from its name by a line's end."""
_FIELDS = frozenset({
    "DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "EMBED", "IMPORT", "DATABASE", "RD",
    "MACROBUTTON", "ADDIN", "CONTROL", "PRINT", "AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY",
})  # fmt: skip
"""Fields that fetch, run or print something (ECMA-376 Part 1, 17.16.5)."""
_NAMED = re.compile(r"\s*(?:=|\S+\s)")
"""A code whose field is known: whatever comes behind is an argument of it."""
_COMPOSED = "\x00"
"""Stands for a code whose first word another field writes: it could become anything."""
_LINKED_TO = re.compile(r"HYPERLINK\s+\"?(?!\\[a-z]\b)([^\"\s]+)", re.IGNORECASE)


def refuse_carried(parts: Parts) -> None:
    """Raises `TemplateError`, one sentence, for the first thing that may not go into a paper."""
    if sum(part.size for name, part in parts.items() if name.lower().endswith((".xml", ".rels"))) > MAX_XML_BYTES:
        raise TemplateError("Nội dung chữ của tệp mẫu quá lớn. Hãy bớt nội dung hoặc chia mẫu thành các tệp nhỏ hơn.")
    for what in _carried(parts):
        raise TemplateError(
            f"Mẫu có {what}: thứ này sẽ đi theo văn bản gửi ra ngoài. Hãy mở mẫu bằng Word, bỏ nó đi rồi lưu lại dạng "
            "«Word Document (*.docx)»."
        )


def _carried(parts: Parts) -> Iterator[str]:
    types = _attributes_of(_TYPE, next((text_of(n, p) for n, p in parts.items() if n.lower() == _TYPES), ""))
    if any("macroenabled" in one.get("ContentType", "").lower() for one in types):
        yield _MACROS
    written = _written(types)
    for name, part in parts.items():
        low = name.lower()
        if low.endswith(".rels"):
            yield from _brought_by_links(text_of(name, part))
        elif low.endswith(written) and low != _TYPES and not low.startswith(_OTHERS):
            xml = text_of(name, part)
            yield from (what for mark, what in _TELLING if mark in xml)
            if _SVG in xml and _DRAWN_WITH.search(xml):
                yield _PICTURE
            yield from _brought_by_names(xml)
            yield from _brought_by_fields(xml)


def _written(types: list[dict[str, str]]) -> tuple[str, ...]:
    """Endings of the names of parts that hold words: XML, whatever it is called."""
    words = [one for one in types if one.get("ContentType", "").lower().endswith("xml")]
    extensions = (f".{one['Extension'].lower()}" for one in words if "Extension" in one)
    return (
        ".xml",
        *extensions,
        *(one["PartName"].lower().lstrip("/") for one in words if one.get("PartName", "/") != "/"),
    )


def _attributes_of(pattern: re.Pattern[str], xml: str) -> list[dict[str, str]]:
    return [_attributes(tag) for tag in pattern.findall(xml)]


def _attributes(tag: str) -> dict[str, str]:
    return {name: _read(one or other) for name, one, other in _ATTRIBUTE.findall(tag)}


def _read(written: str) -> str:
    """As XML reads it: `&#79;leObject` is `OleObject`."""
    if "&" not in written:
        return written
    from html import unescape  # its two thousand names take a millisecond to load, and hardly a template has one

    return unescape(written)


def _brought_by_links(xml: str) -> Iterator[str]:
    for said in _attributes_of(_LINK, xml):
        what, target = said.get("Type", "").strip().rpartition("/")[2], said.get("Target", "")
        external = said.get("TargetMode", "").strip().lower() == "external"
        if what in _UNWANTED_KINDS:
            yield _UNWANTED_KINDS[what]
        elif what == "hyperlink":
            if external and not _ADDRESS.match(target):
                yield _TO_A_FILE
        elif what not in _HARMLESS and external:
            yield f"liên kết lấy nội dung từ nơi khác ({what or 'không rõ loại'})"


def _brought_by_names(xml: str) -> Iterator[str]:
    """Word's own words under another prefix, which no other look would find; pictures drawn from an address."""
    for prefix, one, other in _NAMESPACE.findall(xml):
        name = _read(one or other)
        if prefix != "w" and name.endswith("/main") and _OF_WORD in name:
            yield "nội dung viết bằng tiền tố lạ mà Word không dùng"
    for said in _attributes_of(_DRAWN_FROM, xml):
        if any(said.get(name, "#")[:1] != "#" for name in ("src", "o:href")):
            yield _PICTURE


def _brought_by_fields(xml: str) -> Iterator[str]:
    for code in field_codes(xml):
        word = code.split()[:1]
        linked = _LINKED_TO.match(code.strip())
        if code == _COMPOSED:
            yield "trường có tên do trường khác ghép thành"
        elif word and word[0].upper() in _FIELDS:
            yield f"trường {word[0].upper()} (lấy hoặc chạy nội dung từ nơi khác)"
        elif linked and not _ADDRESS.match(linked[1]):
            yield _TO_A_FILE


def field_codes(xml: str) -> Iterator[str]:
    """The codes of all fields of a part, joined over runs, as Word reads them."""
    if "<w:instrText" not in xml and "<w:fldSimple" not in xml:
        return
    yield from (said.get("w:instr", "") for said in _attributes_of(_SIMPLE_FIELD, xml))
    open_codes: list[tuple[str, bool]] = []  # the code so far, and whether it is over and its result goes on
    for tag, text in _FIELD.findall(xml):
        mark = _attributes(tag).get("w:fldCharType", "") if tag else ""
        code, over = open_codes[-1] if open_codes else ("", True)
        if mark == "begin":
            if not over and not _NAMED.match(code):
                yield _COMPOSED
            open_codes.append(("", False))
        elif mark == "end" and open_codes:
            yield open_codes.pop()[0]
        elif mark == "separate" and open_codes:
            open_codes[-1] = code, True
        elif not mark and not over:
            open_codes[-1] = code + _read(text), False
    yield from (code for code, _ in open_codes)
