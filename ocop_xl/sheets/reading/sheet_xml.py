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

from ocop_xl.model import INPUT_TABLES, spec_of
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.area import column_index, extent, looks_small
from ocop_xl.sheets.plain_xml import plain, rewritten
from ocop_xl.sheets.reading.flaws import Flaw
from ocop_xl.sheets.reading.texts import SharedTexts
from ocop_xl.sheets.vocabulary import in_table

_FORMULA_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"([^<>]*+)><f[^<>]*+>(?:([^<]*+)</f>)?(<v(?: [^<>/]*+)?>[^<]*+</v>|<v ?/>)?</c>'
)
_GROUPS = 6
_UNREAD_CELL = re.compile(
    rb'<c r="([A-Z]{1,3}+)[0-9]{1,7}+"[^>]*+>(?:(<f(?:>[^<]*+</f>|[^>]*+(?:(?<=/)>|>[^<]*+</f>)))'
    rb"(?:<v(?:>[^<]*+</v>| ?/>| [^<>/]*+>[^<]*+</v>))?</c>|(?<=/>)|(?:<v(?:></v>| ?/>)"
    rb"|<is(?:>(?:<t(?:>| [^<>/]*+>)[\s\xc2\xa0]*+</t>|<t ?/>)?</is>| ?/>))?</c>)"
)
"""A cell that holds a formula, nothing or blanks: its letters and the element of its formula."""
_FACT = rb' [A-Za-z][\w.:-]*+="[^"<>]*+"'
_ROWS = (
    rb'[^<>]*>(?:(?:<c r="%(near)s"(?: s="[0-9]*+")?(?: t="s")?><v>[^<]*+</v></c>)+'
    rb'|<c r="%(near)s"(?:%(fact)s)*'
    rb"(?:/>|>(?:<f(?:%(fact)s)*(?:/>|>[^<]*+</f>))?(?:<v(?:%(fact)s)?(?:/>|>[^<]*+</v>)|<is>.*?</is>)?</c>)"
    rb'|<row r="[1-9][0-9]{0,6}"(?:%(fact)s)*/?>|</row>)*+</'
)
_PLAIN, _NEAR = (
    re.compile(_ROWS % {b"fact": _FACT, b"near": address}, re.DOTALL)
    for address in (rb"[A-Z]{1,3}+[1-9][0-9]{0,6}+", rb"A?[A-Z][1-9][0-9]{0,3}+")
)
"""Rows and cells as spreadsheet programs write them, anywhere or in columns A–AZ and rows 1–9,999 alone; first the kind
of cell that most are, for speed only. Groups within the group are not possessive: up to Python 3.11.4 such a one that
fails half-way does not go back to where it began."""
_NO_CELLS = re.compile(rb"sheetData[^<>]*/>")
_EMPTY_ROW = re.compile(rb"<row [^>]*+(?:(?<=/)>|></row>)")
_EXTENSION_OF_CELL = re.compile(rb"<extLst(?:[^<>]*/>|[^<>]*+>.*?</extLst>)(?=</c>)", re.DOTALL)
_ERROR = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?=[^<>]* t="e")[^<>]*+>(?:<f[^<>]*+>)?<v>(#[^<]*+)</v>')
_TRUTH = re.compile(r"\b(TRUE|FALSE)\(\)")
_CELL_STARTS = b'<c r="'
_WIDE = 100_000
"""Cells of an area so large that it is asked which of them show nothing, if it holds fewer."""
_AT_ONCE = 2**17
"""Bytes that are cut up at one time: they stay in the processor's cache, and only where somebody typed a formula of
his own are cells looked at twice."""

Formula = tuple[bytes, bytes | None]
"""Column letters and text as written, None where the text stands in another cell."""


class SheetXml(NamedTuple):
    """A sheet ready for the reading library. `cells` is the stretch of `xml` in which its cells lie, `near` says that
    they span a bearable area for certain; `formulas` counts those it had."""

    xml: bytes
    cells: bytes
    near: bool
    formulas: Counter[Formula]
    flaws: list[Flaw]


def sheet_xml(part: bytes, texts: SharedTexts | None = None, *, live: bool = False) -> SheetXml:
    """The sheet in a part that shows these texts; with `live`, live columns too. Raises what `plain` raises."""
    short, formulas, flaws = _without_unread(part, live=live)
    near = _spelt(_NEAR, short)
    if not near and not is_plain(short):
        short, formulas, flaws = _without_unread(_EXTENSION_OF_CELL.sub(b"", rewritten(part)), live=live)
    near = near or looks_small(short)
    scattered = not near and short.count(_CELL_STARTS) < _WIDE
    if texts is not None and scattered and (area := extent(short)) and area.size > _WIDE:
        short = texts.without_blanks(short)
    short = _EMPTY_ROW.sub(b"", short)
    start, stop = _stretch(short)
    cells = short[start:stop]
    errors = [_flaw(*one) for one in _ERROR.findall(cells)] if b"#" in cells else []
    return SheetXml(short, cells, near, formulas, [*errors, *flaws])


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
    return _spelt(_PLAIN, xml)


def _spelt(rows: re.Pattern[bytes], xml: bytes) -> bool:
    start, stop = _stretch(xml)
    if start == stop:  # no cells at all, or a part that ends among them
        return start < 0 or _NO_CELLS.match(xml, start) is not None
    return rows.fullmatch(xml, start, stop) is not None


def _without_unread(xml: bytes, *, live: bool) -> tuple[bytes, Counter[Formula], list[Flaw]]:
    """The sheet with live columns and blank cells left out, of other formula cells the values only; what it had of
    formulas; and what the reading library will not show."""
    short: list[bytes] = []
    counts: Counter[tuple[bytes, bytes]] = Counter()
    flaws: list[Flaw] = []
    for piece in _pieces(xml):
        cut = _UNREAD_CELL.split(piece)
        here = _counted(cut[1::3], cut[2::3])
        only_live = not live and all(_is_live(element) for _, element in here)
        short.append(b"".join(cut[::3]) if only_live else _with_values(piece, flaws, live=live))
        counts.update(here)
    formulas: Counter[Formula] = Counter()
    for (letters, element), count in counts.items():
        formulas[letters, _text(element)] += count
    return b"".join(short), formulas, flaws


def _counted(letters: list[bytes], elements: list[bytes | None]) -> Counter[tuple[bytes, bytes]]:
    """The formula cells of a piece, by column and element. Nearly every piece repeats its last row: that is seen by
    comparing, which costs a fifth of counting each formula by its text."""
    where, what = list(compress(letters, elements)), list(filter(None, elements))
    if not where:
        return Counter()
    row = _length_of_last_row(where)
    times, head = divmod(len(where), row)
    if where[head:] != where[-row:] * times or what[head:] != what[-row:] * times:
        return Counter(zip(where, what, strict=True))
    counts = Counter(zip(where[:head], what[:head], strict=True))
    for cell in zip(where[-row:], what[-row:], strict=True):
        counts[cell] += times
    return counts


def _length_of_last_row(where: list[bytes]) -> int:
    """How many formula cells stand after the one before in the same column as the last, that included."""
    backwards = where[::-1]
    return backwards.index(backwards[0], 1) if where.count(where[-1]) > 1 else len(where)


def _pieces(xml: bytes) -> Iterator[memoryview]:
    """The part cut before some of its cells."""
    start, view = 0, memoryview(xml)
    while (stop := xml.find(_CELL_STARTS, start + _AT_ONCE)) >= 0:
        yield view[start:stop]
        start = stop
    yield view[start:]


def _text(element: bytes) -> bytes | None:
    """What stands in the element of a formula, None if that is written at another cell."""
    return None if element.endswith(b"/>") else element[element.index(b">") + 1 : -len(b"</f>")]


def _with_values(piece: memoryview, flaws: list[Flaw], *, live: bool) -> bytes:
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
