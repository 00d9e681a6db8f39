"""The rows of one sheet as XML, made fit to be read: in the one spelling, without blanks, without formulas.

Most sheets are written as Excel, LibreOffice or XlsxWriter write them, which one pattern proves; only the others are
written anew. What nobody has to read goes before the reading library sees it: live columns, which the program computes
itself and which are most of a workbook, the text of formulas, and cells and rows that hold nothing but a look.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from html import unescape
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
_FACT = rb' [A-Za-z][\w.:-]*+="[^"<>]*+"'
_PLAIN = re.compile(
    rb'[^<>]*>(?:<c r="[A-Z]{1,3}[1-9][0-9]{0,6}"(?:%(fact)s)*+'
    rb"(?:/>|>(?:<f(?:%(fact)s)*+(?:/>|>[^<]*+</f>))?+(?:<v(?:%(fact)s)?+(?:/>|>[^<]*+</v>)|<is>.*?</is>)?+</c>)"
    rb'|<row r="[1-9][0-9]{0,6}"(?:%(fact)s)*+/?>|</row>)*+</' % {b"fact": _FACT},
    re.DOTALL,
)
_BLANK_CELL = re.compile(rb"<c [^<>]*+(?:(?<=/)>|>(?:<v></v>|<v ?/>)?</c>)")
_EMPTY_ROW = re.compile(rb"<row [^<>]*+(?:(?<=/)>|></row>)")
_ERROR = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?=[^<>]* t="e")[^<>]*+>(?:<f[^<>]*+>)?<v>(#[^<]*+)</v>')
_TRUTH = re.compile(r"\b(TRUE|FALSE)\(\)")
_AT_ONCE = 50_000
"""Formula cells that are held as pieces at one time, of hostile files too."""


class SheetXml(NamedTuple):
    """A sheet ready for the reading library. `cells` is the stretch of `xml` in which its cells lie; `formulas` counts
    those it had, by column letters and text as written, None where the text stands in another cell."""

    xml: bytes
    cells: bytes
    formulas: Counter[tuple[bytes, bytes | None]]
    flaws: list[Flaw]


def sheet_xml(part: bytes, *, live: bool = False) -> SheetXml:
    """The sheet in a part; with `live`, live columns too. Raises what `plain` raises."""
    found = _without_formulas(part, live=live)
    if not is_plain(found.xml):
        found = _without_formulas(rewritten(part), live=live)
    short = _EMPTY_ROW.sub(b"", _BLANK_CELL.sub(b"", found.xml))
    start, stop = _stretch(short)
    cells = short[start:stop]
    errors = [_flaw(*one) for one in _ERROR.findall(cells)] if b't="e"' in cells else []
    return SheetXml(short, cells, found.formulas, [*errors, *found.flaws])


def plain_sheet(part: bytes) -> bytes:
    """The whole part of a sheet, its cells in the one spelling; itself if it has it. Raises what `plain` raises."""
    plain_tags = plain(part)
    return plain_tags if is_plain(plain_tags) else rewritten(part)


def formula_texts(part: bytes) -> dict[tuple[str, int], bytes]:
    """The text of each formula by column letters and row, empty where another cell has it. Raises as `plain` does."""
    return {(found[1].decode(), int(found[2])): found[4] or b"" for found in _FORMULA_CELL.finditer(plain_sheet(part))}


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


def _without_formulas(xml: bytes, *, live: bool) -> SheetXml:
    """Live columns left out, other formula cells with their values only; some thousand cells at a time."""
    short: list[bytes] = []
    formulas: Counter[tuple[bytes, bytes | None]] = Counter()
    flaws: list[Flaw] = []
    rest = xml
    while rest:
        *pieces, rest = _FORMULA_CELL.split(rest, _AT_ONCE)
        if not pieces:
            short.append(rest)
            break
        groups = [pieces[at::_GROUPS] for at in range(1, _GROUPS)]
        texts = groups[3]
        formulas.update(zip(groups[0], texts, strict=True))
        kept = {text for text in set(texts) if live or text is None or live_column(text) is None}
        if not kept:
            short += pieces[::_GROUPS]
            continue
        for before, letters, number, facts, text, value in zip(pieces[::_GROUPS], *groups, strict=True):
            short.append(before)
            if text in kept:
                short.append(b'<c r="%b%b"%b>%b</c>' % (letters, number, facts, value or b""))
                if not _has_value(value) and b' t="str"' not in facts:
                    flaws.append(_flaw(letters, number, b""))
    return SheetXml(b"".join(short), b"", formulas, flaws)


def _has_value(value: bytes | None) -> bool:
    """A text formula with an empty value has been calculated: its answer is the empty text."""
    return value is not None and not value.startswith(b"<v></v>") and not value.endswith(b"/>")


def _flaw(letters: bytes, number: bytes, text: bytes) -> Flaw:
    return Flaw(int(number), column_index(letters.decode()), text.decode("utf-8", "replace"))
