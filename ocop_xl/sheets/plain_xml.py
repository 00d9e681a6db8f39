"""One spelling for all lawful XML of a workbook: that which Excel, LibreOffice and XlsxWriter write.

XML lets a program put any prefix before its elements, quote attributes either way, hide text in CDATA, and a sheet
may leave out where its cells stand. Open XML SDK, ClosedXML and server programs do all that. Reader and patcher know
one spelling; a part in another is written anew in it, its meaning unchanged (Namespaces in XML 1.0; ECMA-376 Part
1, 18.3.1.4 and 18.3.1.73 for cells and rows without `r`).
"""

from __future__ import annotations

import re
from pyexpat import ExpatError, ParserCreate

from ocop_xl.errors import TruncatedWorkbook, WorkbookTooLarge
from ocop_xl.model.book import column_letters
from ocop_xl.sheets.area import column_index

_MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_HEAD = rb'(?:<\?xml version="1\.\d"(?: encoding="(?i:utf-8)")?(?: standalone="\w++")?\s*+\?>)?'
_PLAIN_TAGS = re.compile(_HEAD + rb'(?:[^<]*+<(?:/?[a-z]++>|/?[\w.:-]++(?:\s++[\w.:-]++="[^"<]*+")* ?/?>))*+[^<]*+')
_PREFIXED = re.compile(rb'xmlns:[\w.-]++="(?:%b)"' % "|".join(map(re.escape, _MAIN)).encode())
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"[1-9][0-9]{0,6}")
_MARK = "\x01"
"""Between namespace, name and prefix in what the parser tells: a character that no XML holds."""
_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_IN_QUOTES = _IN_TEXT | {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
_PIECES = 50_000

MOST_TAGS = 2_500_000
"""Of a part that is written anew, which takes a second for each million of them: 500,000 cells."""


class NotWellFormed(Exception):
    """The part is no XML."""


class TooManyTags(Exception):
    """Lawful perhaps, but longer than any sheet that a commune's list fills."""


class SpellingRefusals:
    """Turns what a part's spelling forbids into the sentence for the officer; `what` names the part."""

    def __init__(self, name: str, what: str) -> None:
        self._name, self._what = name, what

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, problem: BaseException | None, trace: object) -> None:
        match problem:
            case NotWellFormed():
                raise TruncatedWorkbook(self._name, f"{self._what} không còn nguyên") from problem
            case TooManyTags():
                raise WorkbookTooLarge(self._name, f"{self._what} có quá nhiều ô") from problem


def plain(xml: bytes) -> bytes:
    """The part in the one spelling, itself if it has it; raises `NotWellFormed` or `TooManyTags`.

    Of a sheet only the tags are looked at, not whether cells have an address: `sheet_xml.plain_sheet` does both.
    """
    return xml if _PLAIN_TAGS.fullmatch(xml) and not _PREFIXED.search(xml) else rewritten(xml)


def rewritten(xml: bytes) -> bytes:
    """The part written anew in the one spelling, rows and cells with their addresses."""
    if xml.count(b"<") > MOST_TAGS:
        raise TooManyTags
    writer = _Writer()
    parser = ParserCreate(namespace_separator=_MARK)
    parser.namespace_prefixes = parser.ordered_attributes = parser.buffer_text = True
    parser.StartNamespaceDeclHandler = writer.declare
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    try:
        parser.Parse(xml, True)
    except ExpatError as error:
        raise NotWellFormed from error
    return writer.rendered()


class _Writer:
    """Gives back what the parser tells, in the one spelling: the main namespace without a prefix, all others as they
    were, every row and cell with its address."""

    def __init__(self) -> None:
        self._done = bytearray(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
        self._pieces: list[str] = []
        self._declared: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self._unclosed = False
        self._row, self._column = 0, -1

    def declare(self, prefix: str | None, uri: str | None) -> None:
        if prefix:
            self._declared.append((f"xmlns:{prefix}", uri or ""))

    def start(self, name: str, attributes: list[str]) -> None:
        uri, tag = _named(name, element=True)
        default = self._open[-1][1] if self._open else ""
        facts = self._declared
        self._declared = []
        if ":" not in tag and uri != default:
            facts.insert(0, ("xmlns", uri))
            default = uri
        pairs = zip(attributes[::2], attributes[1::2], strict=True)
        facts += ((_named(key, element=False)[1], value) for key, value in pairs)
        if uri in _MAIN and tag in ("row", "c"):
            facts = self._placed(tag, facts)
        self._close_tag()
        self._pieces.append(f"<{tag}" + "".join(f' {key}="{_escaped(value, _IN_QUOTES)}"' for key, value in facts))
        self._open.append((tag, default))
        self._unclosed = True

    def end(self, _: str) -> None:
        tag, _default = self._open.pop()
        self._pieces.append("/>" if self._unclosed else f"</{tag}>")
        self._unclosed = False
        if len(self._pieces) > _PIECES:
            self._flush()

    def text(self, text: str) -> None:
        """Blanks between rows and between cells say nothing."""
        if self._open[-1][0] in ("sheetData", "row", "c") and text.isspace():
            return
        self._close_tag()
        self._pieces.append(_escaped(text, _IN_TEXT))

    def rendered(self) -> bytes:
        self._flush()
        return bytes(self._done)

    def _placed(self, tag: str, facts: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """The address first. Without one, a row stands below the one before, a cell to the right."""
        said = next((value for key, value in facts if key == "r"), "")
        rest = [fact for fact in facts if fact[0] != "r"]
        if tag == "row":
            self._row, self._column = int(said) if _NUMBER.fullmatch(said) else self._row + 1, -1
            return [("r", str(self._row)), *rest]
        found = _ADDRESS.fullmatch(said)
        if found:
            self._row, self._column = int(found[2]), column_index(found[1])
        else:
            self._column += 1
        return [("r", f"{column_letters(self._column)}{self._row}"), *rest]

    def _close_tag(self) -> None:
        if self._unclosed:
            self._pieces.append(">")
            self._unclosed = False

    def _flush(self) -> None:
        self._done += "".join(self._pieces).encode()
        self._pieces = []


def _named(name: str, *, element: bool) -> tuple[str, str]:
    """Namespace and name as it is to be written; an attribute keeps its prefix, for without one it has no namespace."""
    uri, _, rest = name.rpartition(_MARK) if name.count(_MARK) < 2 else name.partition(_MARK)
    local, _, prefix = rest.partition(_MARK)
    return uri, f"{prefix}:{local}" if prefix and not (element and uri in _MAIN) else local


def _escaped(text: str, written: dict[str, str]) -> str:
    """Not by `xml.sax.saxutils`, which brings the whole of `urllib` into every check."""
    for letter, reference in written.items():
        text = text.replace(letter, reference)
    return text
