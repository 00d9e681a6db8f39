"""What no Office file of a package may carry: code, ways to other files, formulas, hidden sheets, unfinished edits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from ocop_xl.errors import ExchangeError
from ocop_xl.office.container import unzipped
from ocop_xl.office.part_links import Parts

_CODE = re.compile(
    r"(?i)(?:^|/)(?:vbaProject[^/]*\.bin|vbaData\.xml|activeX\d*\.(?:xml|bin))$|/macrosheets/|/dialogsheets/"
)
_OBJECT = re.compile(r"(?i)/embeddings/(?!.*\.xlsx$)[^/]+$|/ctrlProps/")
_LINKED = re.compile(r"(?i)^xl/(?:externalLinks|queryTables|model)/|^xl/connections\.xml$")
_KINDS = {
    "mã lệnh (macro)": {
        "vbaProject",
        "wordVbaData",
        "xlMacrosheet",
        "xlIntlMacrosheet",
        "dialogsheet",
    },
    "đối tượng nhúng": {"oleObject", "control", "ctrlProp", "activeXControlBinary", "aFChunk"},
    "liên kết ra tệp khác": {"externalLink", "externalLinkPath", "connections", "queryTable"},
}
"""Last words of relationship types: a part may have any name, its relationship says what it is to the program."""
_FIELD = re.compile(r"DDE(?:AUTO)?\s|INCLUDETEXT|INCLUDEPICTURE|(?:^|\s)LINK\s", re.IGNORECASE)
"""Word's fields that fetch something from elsewhere when they are updated (ECMA-376 Part 1, 17.16.5)."""
_INSTRUCTION = re.compile(rb"<\w+:instrText\b[^>]*>([^<]*)<|\binstr\s*=\s*[\"']([^\"']*)")
_COMMENT = re.compile(rb"<(?:\w+:)?comment\b")
_TRACKED = re.compile(rb"<(?:\w+:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge)(?=[\s>/])")
"""Words and cells put in or taken out; a mere change of looks goes out, with nobody's name (`traces`)."""
_WRITTEN = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
_CELL_NOTE = re.compile(r"(?i)xl/(?:threaded)?comments")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")


def is_signed(parts: Parts) -> bool:
    """Digitally: changing a byte would break the signature."""
    return any(name.startswith("_xmlsignatures/") for name in parts)


def dangers(parts: Parts) -> Iterator[str]:
    """What could run or reach out when the file is opened; noun phrases for a sentence."""
    relations = list(_relations(parts))
    kinds = {kind for kind, _, _ in relations}
    if any(_CODE.search(name) for name in parts) or b"macroEnabled" in parts.get("[Content_Types].xml", b""):
        yield "mã lệnh (macro)"
    if any(_OBJECT.search(name) for name in parts):
        yield "đối tượng nhúng"
    if (
        any(_LINKED.search(name) for name in parts)
        or any(map(_reaches_out, relations))
        or _FIELD.search(_fields(parts))
    ):
        yield "liên kết ra tệp khác"
    if _UNREADABLE in kinds:
        yield _UNREADABLE
    yield from (what for what, ours in _KINDS.items() if kinds & ours)
    for name, content in parts.items():
        if re.search(r"(?i)/embeddings/.*\.xlsx$", name):
            yield from _in_chart(content)


Relation = tuple[str, str, bool]
"""Kind, target, whether the target is outside the file."""
_UNREADABLE = "phần bên trong viết khác thường"


def _relations(parts: Parts) -> Iterator[Relation]:
    """All relationships of all parts; a list that a strict reader cannot read gives the kind `_UNREADABLE`."""
    for name, content in parts.items():
        if name.lower().endswith((".rels", ".xml")) and (b"\0" in content[:64] or b"<!DOCTYPE" in content):
            yield _UNREADABLE, name, False
        elif name.lower().endswith(".rels"):
            for one in _tree(content).iter():
                kind = one.get("Type", "").rpartition("/")[2]
                yield kind, one.get("Target", ""), one.get("TargetMode") == "External"


def _tree(content: bytes) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(content)  # noqa: S314  # only what has no DTD gets here
    except ElementTree.ParseError:
        return ElementTree.Element("r", Type=_UNREADABLE)


def _reaches_out(relation: Relation) -> bool:
    """Whether it leads outside otherwise than as a plain link of the web."""
    kind, target, external = relation
    return external and not (kind == "hyperlink" and target.lower().startswith(("http:", "https:", "mailto:")))


def _fields(parts: Parts) -> str:
    """The instructions of all fields of a Word file; Word may cut one into pieces, so they are joined."""
    found = (one for name, content in parts.items() if _WRITTEN.match(name) for one in _INSTRUCTION.findall(content))
    return b"".join(run + b" " * bool(simple) + simple for run, simple in found).decode("utf-8", "replace")


def _in_chart(content: bytes) -> Iterator[str]:
    """A chart pasted from Excel brings the whole workbook along; one made from figures brings one sheet."""
    try:
        inner = unzipped("biểu đồ", content)
    except ExchangeError:
        yield "biểu đồ có dữ liệu hỏng"
        return
    if len([part for part in inner if part.startswith("xl/worksheets/") and part.endswith(".xml")]) > 1:
        yield "biểu đồ mang theo cả sổ Excel"
    if any(_CELL_NOTE.match(part) for part in inner):
        yield "ghi chú gắn vào ô"
    yield from dangers({name: part for name, part in inner.items() if "/embeddings/" not in name})


def unfinished(parts: Parts) -> Iterator[str]:
    """Comments and tracked changes of a Word file: what the readers outside should not see."""
    if any(_COMMENT.search(content) for name, content in parts.items() if name.startswith("word/comments")):
        yield "ghi chú của người soạn"
    if any(_TRACKED.search(content) for name, content in parts.items() if re.match(r"(?i)word/.*\.xml$", name)):
        yield "sửa đổi chưa duyệt"


def formulas(parts: Parts) -> Iterator[str]:
    """Whether a cell of a workbook is computed."""
    if any(_FORMULA.search(content) for name, content in parts.items() if re.match(r"xl/worksheets/[^/]+$", name)):
        yield "công thức"


def not_plain_values(parts: Parts) -> Iterator[str]:
    """What a values-only workbook does not have."""
    yield from formulas(parts)
    sheets = _tree(parts.get("xl/workbook.xml", b"")).iter()
    if any(one.tag.endswith("}sheet") and one.get("state", "visible") != "visible" for one in sheets):
        yield "trang ẩn"
    if any(_CELL_NOTE.match(name) for name in parts):
        yield "ghi chú gắn vào ô"
