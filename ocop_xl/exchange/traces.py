"""What a Word file tells of the people who wrote it, beside its text, and the file without it.

Each kind of trace is one function from parts to parts that changes nothing where there is no such trace. The copy for
outside goes through all of them (`without_traces`); a file is clean if none of them has anything to do (`traces`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.office_parts import is_signed
from ocop_xl.office.container import unzipped, zipped
from ocop_xl.office.part_links import ATTRIBUTES, VALUE, Parts, linked, part_of, text_of, without_links, without_parts
from ocop_xl.privacy.masking import without_folders

Cleaner = Callable[[Parts], dict[str, bytes]]


def without_traces(parts: Parts) -> dict[str, bytes]:
    """A new file's parts; text, looks and pictures are the same."""
    clean = dict(parts)
    for _, cleaned in _TRACES:
        clean = cleaned(clean)
    return clean


def traces(parts: Parts) -> Iterator[str]:
    """What is still in the file, as noun phrases for a sentence; a signed file may not be changed and keeps them."""
    if not is_signed(parts):
        yield from (what for what, cleaned in _TRACES if cleaned(parts) != parts)


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _tags(names: str) -> re.Pattern[str]:
    """Opening, closing and empty tags of these elements of whatever namespace; groups: name, attributes, end."""
    return re.compile(rf"</?(?:[\w.-]+:)?({names})(?=[\s/>])({ATTRIBUTES})(\s*/?>)")


def _edited(parts: Parts, tags: re.Pattern[str], marks: bytes, tag: Callable[[re.Match[str]], str]) -> dict[str, bytes]:
    """Every such tag of every part written anew; parts that have none of the `marks` are not looked through."""
    mark = re.compile(marks)
    return {
        name: part_of(tags.sub(tag, text_of(content))) if _is_written(name) and mark.search(content) else content
        for name, content in parts.items()
    }


def _is_written(name: str) -> bool:
    return name.lower().endswith(".xml") and not name.startswith(("customXml/", "docProps/", "["))


_ROOT = re.compile(rf"<(?![?!])([\w:.-]+)({ATTRIBUTES})\s*/?>")
_NAMESPACE = re.compile(rf"\s+(?:xmlns(?::[\w.-]+)?|[\w.-]+:Ignorable){VALUE}")

_PROPERTIES = re.compile(r"(?i)docProps/(?:core|app|custom)\.xml|word/people\.xml|xl/persons/[^/]+\.xml")
_PROPERTY_KINDS = re.compile(r"(?:core|extended|custom)-?[Pp]roperties|people|person")
"""Last words of the relationship types, of the strict form too: programs other than Word name the parts otherwise."""


def _no_properties(parts: Parts) -> dict[str, bytes]:
    """Who wrote, who saved last, for which company, who took part: the parts stay, empty, so that the file is whole."""
    told = linked(parts, _PROPERTY_KINDS) | {name for name in parts if _PROPERTIES.fullmatch(name)}
    blank = {name: _blank(parts[name]) for name in told}
    return without_parts({**parts, **blank}, {name for name, content in blank.items() if not content})


def _blank(part: bytes) -> bytes:
    """The outermost element alone; nothing of a part that has none."""
    root = _ROOT.search(text_of(part))
    return part_of(f"{_HEAD}<{root[1]}{''.join(_NAMESPACE.findall(root[2]))}/>") if root else b""


_THUMBNAIL, _PRINTER = re.compile("thumbnail"), re.compile("printerSettings")
_IMAGES_OF_PAGES = re.compile(r"(?i)docProps/thumbnail\.\w+")
_PRINTERS = re.compile(r"(?i)(?:word|xl)/(?:.*/)?printerSettings[^/]*(?:/[^/]+)?")


def _no_thumbnail(parts: Parts) -> dict[str, bytes]:
    """A small picture of the first page as it was once."""
    return without_parts(parts, linked(parts, _THUMBNAIL) | _named(parts, _IMAGES_OF_PAGES))


def _no_printer(parts: Parts) -> dict[str, bytes]:
    """The printer's name, and in it the office's and often a person's."""
    rest = without_parts(parts, linked(parts, _PRINTER) | _named(parts, _PRINTERS))
    return _edited(rest, _PRINTER_MARKS, rb"printerSettings|pageSetup", _printerless)


_PRINTER_MARKS = _tags("printerSettings|pageSetup")
_PRINTER_LINK = re.compile(rf"\s+[\w.-]+:id{VALUE}")


def _printerless(tag: re.Match[str]) -> str:
    """Word points to the part by an element, Excel by an attribute of the page's setup."""
    return "" if tag[1] == "printerSettings" else _PRINTER_LINK.sub("", tag[0])


def _named(parts: Parts, pattern: re.Pattern[str]) -> set[str]:
    return {name for name in parts if pattern.fullmatch(name)}


_METADATA = "http://schemas.microsoft.com/office/2006/metadata"
_SHAREPOINT = (_METADATA.encode(), b"http://schemas.microsoft.com/sharepoint/")
"""Namespaces in which SharePoint writes who owns and shares a file."""


def _no_sharepoint(parts: Parts) -> dict[str, bytes]:
    blank = f'{_HEAD}<p:properties xmlns:p="{_METADATA}/properties"/>'
    return {
        name: blank.encode()
        if re.fullmatch(r"customXml/item\d+\.xml", name) and any(one in content for one in _SHAREPOINT)
        else content
        for name, content in parts.items()
    }


_PLACES = _tags("attachedTemplate|absPath")


def _no_places(parts: Parts) -> dict[str, bytes]:
    """Where on somebody's disk the template was, or the workbook of a chart."""
    unlinked = without_links(parts, lambda link: link.kind == "attachedTemplate")
    return _edited(unlinked, _PLACES, b"attachedTemplate|absPath", lambda _: "")


_VARIABLES = _tags("docVars?")


def _no_variables(parts: Parts) -> dict[str, bytes]:
    """What macros and letters by mail merge have kept in the file; Word shows it nowhere."""
    return _edited(parts, _VARIABLES, b"docVar", lambda _: "")


_ANY = _tags(r"[\w.-]+")
_AUTHOR = re.compile(rf"(\s[\w.-]+:author){VALUE}")
_BESIDE_AUTHOR = re.compile(rf"\s+[\w.-]+:(?:date|dateUtc|initials){VALUE}")
_EDITOR = re.compile(rf"\s+[\w.-]+:ed{VALUE}")
_SOMEBODY = "Author"
"""What Word itself writes when it is told to take out personal information."""


def _no_authors(parts: Parts) -> dict[str, bytes]:
    """Every mark that says who did something and when, whatever was done; and whom a part of the text is open to."""
    return _edited(parts, _ANY, rb":(?:author|ed)\s*=", _anonymous)


def _anonymous(tag: re.Match[str]) -> str:
    whole = tag[0]
    if _AUTHOR.search(whole):
        return _BESIDE_AUTHOR.sub("", _AUTHOR.sub(rf'\1="{_SOMEBODY}"', whole))
    return _EDITOR.sub("", whole) if tag[1] == "permStart" else whole


_DESCRIBED = _tags(
    "docPr|cNvPr|imagedata|shape|shapetype|rect|roundrect|oval|line|polyline|group|image|tblCaption|tblDescription"
    "|hyperlink|hlinkClick"
)
_LIKE_A_PATH = rb"(?i)\\|&#|file:|/home/|/users/"
_ATTRIBUTE = re.compile(r"""(\s[\w:.-]+\s*=\s*)("[^"<]*"|'[^'<]*')""")


def _no_paths(parts: Parts) -> dict[str, bytes]:
    """Where a picture was on somebody's disk: Word writes it as the picture's description."""
    return _edited(parts, _DESCRIBED, _LIKE_A_PATH, _placeless)


def _placeless(tag: re.Match[str]) -> str:
    return _ATTRIBUTE.sub(lambda one: f"{one[1]}{_without_folder(one[2])}", tag[0])


def _without_folder(quoted: str) -> str:
    text = unescape(quoted[1:-1])
    rest = without_folders(text)
    return quoted if rest == text else f'"{escape(rest)}"'


def _clean_charts(parts: Parts) -> dict[str, bytes]:
    """The workbook in which a chart keeps its figures; what is no whole workbook is left for `dangers` to name."""
    return {
        name: _clean_workbook(content) if re.search(r"(?i)/embeddings/.*\.xlsx$", name) else content
        for name, content in parts.items()
    }


def _clean_workbook(content: bytes) -> bytes:
    try:
        parts = unzipped("biểu đồ", content)
    except ExchangeError:
        return content
    clean = parts
    for _, cleaned in _OWN_TRACES:
        clean = cleaned(clean)
    return content if clean == parts else zipped(clean)


_OWN_TRACES: tuple[tuple[str, Cleaner], ...] = (
    ("tên người trong thuộc tính tệp", _no_properties),
    ("ảnh thu nhỏ của trang đầu", _no_thumbnail),
    ("thiết lập máy in", _no_printer),
    ("thông tin SharePoint", _no_sharepoint),
    ("đường dẫn trên máy người soạn", _no_places),
    ("đường dẫn trên máy người soạn", _no_paths),
    ("biến ẩn của văn bản", _no_variables),
    ("tên người sửa", _no_authors),
)
_TRACES = (*_OWN_TRACES, ("tên người trong dữ liệu của biểu đồ", _clean_charts))
