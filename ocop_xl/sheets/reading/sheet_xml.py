"""The rows of one sheet as XML, made fit to be read: in the one spelling, without blanks, without formulas.

Most sheets are written as Excel, LibreOffice or XlsxWriter write them, which one pattern proves; only the others are
written anew. What nobody has to read goes before the reading library sees it: live columns, which the program computes
itself and which are most of a workbook, the text of formulas, and cells and rows that hold nothing but a look.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from html import unescape
from itertools import compress
from typing import NamedTuple

from ocop_xl.model import INPUT_TABLES, spec_of
from ocop_xl.sheets.area import column_index
from ocop_xl.sheets.plain_xml import plain, rewritten
from ocop_xl.sheets.reading.flaws import Flaw
from ocop_xl.sheets.vocabulary import in_table

_FORMULA_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"([^<>]*+)><f[^<>]*+>(?:([^<]*+)</f>)?(<v(?: [^<>/]*+)?>[^<]*+</v>|<v ?/>)?</c>'
)
_GROUPS = 6
_UNREAD_CELL = re.compile(
    rb'<c r="([A-Z]{1,3}+)[0-9]{1,7}+"[^</>]*+(?:/(?!>)[^</>]*+)*+(?:/>'
    rb"|>(?:(<f(?:>[^<]*+</f>|[^</>]*+(?:/(?!>)[^</>]*+)*+(?:/>|>[^<]*+</f>)))"
    rb"(?:<v(?:>[^<]*+</v>| ?/>| [^<>/]*+>[^<]*+</v>))?+|(?:<v(?:></v>| ?/>))?+)</c>)"
)
"""A cell that holds a formula or nothing: its letters and the element of its formula."""
_FACT = rb' [A-Za-z][\w.:-]*+="[^"<>]*+"'
_PLAIN = re.compile(
    rb'[^<>]*>(?:(?:<c r="[A-Z]{1,3}+[1-9][0-9]{0,6}+"(?: s="[0-9]*+")?+(?: t="s")?+><v>[^<]*+</v></c>)++'
    rb'|<c r="[A-Z]{1,3}[1-9][0-9]{0,6}"(?:%(fact)s)*+'
    rb"(?:/>|>(?:<f(?:%(fact)s)*+(?:/>|>[^<]*+</f>))?+(?:<v(?:%(fact)s)?+(?:/>|>[^<]*+</v>)|<is>.*?</is>)?+</c>)"
    rb'|<row r="[1-9][0-9]{0,6}"(?:%(fact)s)*+/?>|</row>)*+</' % {b"fact": _FACT},
    re.DOTALL,
)
"""Rows and cells as spreadsheet programs write them; first the kind of cell that most are, for speed only."""
_EMPTY_ROW = re.compile(rb"<row [^<>]*+(?:(?<=/)>|></row>)")
_ERROR = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?=[^<>]* t="e")[^<>]*+>(?:<f[^<>]*+>)?<v>(#[^<]*+)</v>')
_TRUTH = re.compile(r"\b(TRUE|FALSE)\(\)")
_CELL_STARTS = b'<c r="'
_AT_ONCE = 2**17
"""Bytes that are cut up at one time: they stay in the processor's cache, and only where somebody typed a formula of
his own are cells looked at twice."""

Formula = tuple[bytes, bytes | None]
"""Column letters and text as written, None where the text stands in another cell."""


class SheetXml(NamedTuple):
    """A sheet ready for the reading library. `cells` is the stretch of `xml` in which its cells lie; `formulas` counts
    those it had."""

    xml: bytes
    cells: bytes
    formulas: Counter[Formula]
    flaws: list[Flaw]


def sheet_xml(part: bytes, *, live: bool = False) -> SheetXml:
    """The sheet in a part; with `live`, live columns too. Raises what `plain` raises."""
    found = _without_unread(part, live=live)
    if not is_plain(found.xml):
        found = _without_unread(rewritten(part), live=live)
    short = _EMPTY_ROW.sub(b"", found.xml)
    start, stop = _stretch(short)
    cells = short[start:stop]
    errors = [_flaw(*one) for one in _ERROR.findall(cells)] if b"#" in cells else []
    return SheetXml(short, cells, found.formulas, [*errors, *found.flaws])


def plain_sheet(part: bytes) -> bytes:
    """The whole part of a sheet, its cells in the one spelling; itself if it has it. Raises what `plain` raises."""
    plain_tags = plain(part)
    return plain_tags if is_plain(plain_tags) else rewritten(part)


def formula_texts(part: bytes) -> dict[tuple[str, int], bytes]:
    """The text of each formula by column letters and row, empty where another cell has it. Raises as `plain` does."""
    return {(found[1].decode(), int(found[2])): found[4] or b"" for found in _FORMULA_CELL.finditer(plain_sheet(part))}


def written_formulas(part: bytes) -> set[bytes]:
    """What stands before each `</f>` of a part, in a tenth of the time that reading its sheet takes."""
    return {before[before.rfind(b">") + 1 :] for before in part.split(b"</f>")}


@cache
def live_formulas() -> dict[str, tuple[str, str]]:
    """Table and attribute of each live column, by its formula as cells spell it. What a form computes is read: the PC's
    own order of dates cannot be computed anywhere else."""
    specs = [spec for spec in map(spec_of, INPUT_TABLES) if not spec.form]
    return {
        spelt(in_table(column.formula, spec.name)): (spec.name, column.attribute)
        for spec in specs
        for column in spec.columns
        if column.live
    }


def spelt(formula: str) -> str:
    """A formula without what programs spell in their own way: `=`, blanks, and `FALSE()` for `FALSE`."""
    return _TRUTH.sub(r"\1", "".join(formula.split()).removeprefix("="))


@lru_cache(maxsize=1024)
def _is_live(element: bytes) -> bool:
    """Whether a live column computes what stands in the element of a formula."""
    text = _text(element)
    return text is not None and live_column(text) is not None


@lru_cache(maxsize=4096)
def live_column(formula: bytes) -> tuple[str, str] | None:
    """Table and attribute of the live column that computes this formula, written as in XML; None if none does."""
    return live_formulas().get(spelt(unescape(formula.decode("utf-8", "replace"))))


def _stretch(xml: bytes) -> tuple[int, int]:
    """From the first mention of sheetData to the last: however the element is written, its cells lie between."""
    return xml.find(b"sheetData"), xml.rfind(b"sheetData")


def is_plain(xml: bytes) -> bool:
    """Whether every row and cell of the sheet is written as spreadsheet programs write them."""
    start, stop = _stretch(xml)
    return start == stop or _PLAIN.fullmatch(xml, start, stop) is not None


def _without_unread(xml: bytes, *, live: bool) -> SheetXml:
    """Live columns and blank cells left out, other formula cells with their values only."""
    short: list[bytes] = []
    tally = _Tally()
    flaws: list[Flaw] = []
    for piece in _pieces(xml):
        cut = _UNREAD_CELL.split(piece)
        only_live = tally.take(cut[1::3], cut[2::3])
        short.append(b"".join(cut[::3]) if only_live and not live else _with_values(piece, flaws, live=live))
    return SheetXml(b"".join(short), b"", tally.formulas(), flaws)


class _Tally:
    """The formula cells of a sheet, counted piece by piece. Nearly every column goes on as it began: that is seen by
    comparing, which costs a fifth of counting each formula by its text."""

    def __init__(self) -> None:
        self._elements: Counter[Formula] = Counter()
        self._going_on: Counter[bytes] = Counter()
        self._known: dict[bytes, bytes | None] = {}
        self._only_live = False

    def take(self, letters: list[bytes], elements: list[bytes | None]) -> bool:
        """Count the cells of a piece; whether all their formulas are those of live columns."""
        if self._only_live and list(map(self._known.get, letters)) == elements:
            self._going_on.update(compress(letters, elements))
            return True
        self._settle()
        self._elements.update(zip(letters, elements, strict=True))
        self._known.update(zip(letters, elements, strict=True))
        here = all(element is None or _is_live(element) for element in set(elements))
        self._only_live = all(element is None or _is_live(element) for element in self._known.values())
        return here

    def formulas(self) -> Counter[Formula]:
        """How many cells of a column have a formula of this text."""
        self._settle()
        formulas: Counter[Formula] = Counter()
        for (letters, element), count in self._elements.items():
            if element is not None:
                formulas[letters, _text(element)] += count
        return formulas

    def _settle(self) -> None:
        for letters, count in self._going_on.items():
            self._elements[letters, self._known.get(letters)] += count
        self._going_on.clear()


def _pieces(xml: bytes) -> Iterator[bytes]:
    """The part cut before some of its cells."""
    start = 0
    while (stop := xml.find(_CELL_STARTS, start + _AT_ONCE)) >= 0:
        yield xml[start:stop]
        start = stop
    yield xml[start:]


def _text(element: bytes) -> bytes | None:
    """What stands in the element of a formula, None if that is written at another cell."""
    return None if element.endswith(b"/>") else element[element.index(b">") + 1 : -len(b"</f>")]


def _with_values(piece: bytes, flaws: list[Flaw], *, live: bool) -> bytes:
    """The piece without blank cells and formulas, but with the values of those kept; notes which have none."""
    short: list[bytes] = []
    cut = _FORMULA_CELL.split(piece)
    groups = (cut[at::_GROUPS] for at in range(1, _GROUPS))
    for before, letters, number, facts, text, value in zip(cut[::_GROUPS], *groups, strict=False):
        short.append(before)
        if live or text is None or live_column(text) is None:
            short.append(b'<c r="%b%b"%b>%b</c>' % (letters, number, facts, value or b""))
            if not _has_value(value) and b' t="str"' not in facts:
                flaws.append(_flaw(letters, number, b""))
    return _UNREAD_CELL.sub(b"", b"".join((*short, cut[-1])))


def _has_value(value: bytes | None) -> bool:
    """A text formula with an empty value has been calculated: its answer is the empty text."""
    return value is not None and not value.startswith(b"<v></v>") and not value.endswith(b"/>")


def _flaw(letters: bytes, number: bytes, text: bytes) -> Flaw:
    return Flaw(int(number), column_index(letters.decode()), text.decode("utf-8", "replace"))
