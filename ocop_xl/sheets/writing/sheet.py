"""The XML of one sheet, changed cell by cell; rows that nobody touches keep their very bytes.

Only what Excel, LibreOffice and XlsxWriter write is understood; lawful XML in another spelling is first written anew in
theirs. Anything else is refused (`NotPlainSheet`) rather than risked: a workbook is never rewritten by guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from html import escape, unescape

from ocop_xl.model.book import column_letters
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.area import Area, area_of, column_index
from ocop_xl.sheets.plain_xml import NotWellFormed, TooManyTags
from ocop_xl.sheets.reading.sheet_xml import is_plain, plain_sheet

CellValue = str | int | float | date | None

_SHEET_DATA = re.compile(r"<sheetData\s*/>|<sheetData\b[^>]*>(.*)</sheetData>", re.DOTALL)
_ROW = re.compile(r'<row( r="(\d+)"[^>]*?)(?:/>|(?<!/)>(.*?)</row>)', re.DOTALL)
_CELL = re.compile(r'<c( r="([A-Z]+)\d+"[^>]*?)(?:/>|(?<!/)>(.*?)</c>)', re.DOTALL)
_STYLE = re.compile(r'(?:^|\s)s="(\d+)"')
_TYPE = re.compile(r'\s+t="([^"]*)"')
_FORMULA = re.compile(r"<f\b[^>]*?(?:/>|(?<!/)>([^<]*)</f>)")
_RESULT = re.compile(r"<v\b[^>]*?(?:/>|(?<!/)>([^<]*)</v>)")
_CONTENT = re.compile(r"<v\b[^>]*>[^<]|<t\b[^>]*>[^<]|<f\b")
_DIMENSION = re.compile(r'(<dimension\b[^>]*?\bref=")([^"]*)(")')
_SQREF = re.compile(r'(\bsqref="|<xm:sqref>)([^"<]+)')
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class NotPlainSheet(Exception):
    """The sheet is written in a way this module does not know; the argument says which, in Vietnamese."""


class Result(NamedTuple):
    """What stands beside a formula: `kind` is the cell's type as the format names it (`str` a text, `n` a number)."""

    kind: str
    text: str


class SheetXml:
    """Cells by row number (from 1) and column (from 0)."""

    def __init__(self, content: bytes) -> None:
        text = _text_of(content)
        found = _SHEET_DATA.search(text)
        if found is None:
            raise NotPlainSheet("không có phần dữ liệu")
        self._before, self._after = text[: found.start()], text[found.end() :]
        self._rows = _split_rows(found[1] or "")
        self._cells: dict[int, dict[int, str]] = {}
        self._changed: set[int] = set()
        self.touched = False

    def style(self, row: int, column: int) -> str:
        """The cell's style number as written, empty if it has none."""
        found = _STYLE.search(_attributes(self._row(row).get(column, "")))
        return found[1] if found else ""

    def blank(self, row: int, column: int) -> bool:
        return _CONTENT.search(self._row(row).get(column, "")) is None

    def has_formula(self, row: int, column: int) -> bool:
        return "<f" in self._row(row).get(column, "")

    def write(self, row: int, column: int, value: CellValue, style: str, *, date1904: bool = False) -> None:
        """Put a value, never a formula. A date is a serial number: `style` has to show it as a date."""
        self._put(row, column, _cell_xml(f"{column_letters(column)}{row}", value, style, date1904))

    def write_formula(self, row: int, column: int, escaped_formula: str, style: str) -> None:
        """A calculated column's formula as its table part writes it, to be computed when the file is opened."""
        place = _opening(f"{column_letters(column)}{row}", style)
        self._put(row, column, f"{place}><f>{escaped_formula}</f></c>")

    def formulas(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and text of every formula that its cell spells out, without the `=`."""
        for number in sorted(self._rows.keys() | self._changed):
            for column, cell in self._row(number).items():
                if (found := _FORMULA.search(cell)) and found[1]:
                    yield number, column, unescape(found[1])

    def result(self, row: int, column: int) -> Result | None:
        """What is stored beside the cell's formula; None if nothing is."""
        cell = self._row(row).get(column, "")
        found, kind = _RESULT.search(cell), _TYPE.search(_attributes(cell))
        return Result(kind[1] if kind else "n", unescape(found[1] or "")) if found else None

    def store_result(self, row: int, column: int, result: Result) -> None:
        """Put a figure beside the cell's formula; formula and style stay as they are written."""
        cell = self._row(row)[column]
        attributes, formula = _attributes(cell), _FORMULA.search(cell)
        assert formula is not None
        kind = f' t="{result.kind}"' if result.kind != "n" else ""
        opening = f"<c{_TYPE.sub('', attributes)}{kind}>"
        rest = _RESULT.sub("", cell[formula.end() :], count=1)
        self._put(row, column, f"{opening}{formula[0]}<v>{_text(result.text)}</v>{rest}")

    def extend_ranges(self, table: Area, bottom: int) -> None:
        """Drop-downs and conditional formats that end with the table's last row end with the new one."""

        def longer(found: re.Match[str]) -> str:
            return found[1] + " ".join(_longer(ref, table, bottom) for ref in found[2].split())

        self._after = _SQREF.sub(longer, self._after)
        self.touched = True

    def render(self) -> bytes:
        """The whole part; the used range is told anew if rows were added."""
        rows = dict(self._rows)
        for number in self._changed:
            rows[number] = self._row_xml(number)
        body = "".join(rows[number] for number in sorted(rows))
        before = _DIMENSION.sub(self._dimension, self._before, count=1)
        return f"{before}<sheetData>{body}</sheetData>{self._after}".encode()

    def _dimension(self, found: re.Match[str]) -> str:
        area = area_of(found[2])
        if area is None or not self._changed:
            return found[0]
        columns = [column for number in self._changed for column in self._cells[number]]
        grown = Area(
            min(area.top, *self._changed),
            min(area.left, *columns),
            max(area.bottom, *self._changed),
            max(area.right, *columns),
        )
        return found[0] if grown == area else f"{found[1]}{grown.ref}{found[3]}"

    def _put(self, row: int, column: int, cell: str) -> None:
        self._row(row)[column] = cell
        self._changed.add(row)
        self.touched = True

    def _row(self, number: int) -> dict[int, str]:
        """The row's cells as written, by column."""
        cells = self._cells.get(number)
        if cells is None:
            cells = self._cells[number] = _split_cells(self._rows.get(number, ""))
        return cells

    def _row_xml(self, number: int) -> str:
        attributes = f' r="{number}"'
        if number in self._rows and (found := _ROW.match(self._rows[number])):
            attributes = re.sub(r'\s+spans="[^"]*"', "", found[1])  # an optional hint that may no longer hold
        cells = self._cells[number]
        return f"<row{attributes}>{''.join(cells[column] for column in sorted(cells))}</row>"


def _text_of(content: bytes) -> str:
    """The part in the one spelling, every row and cell with its address."""
    try:
        plain = plain_sheet(content)
        if is_plain(plain):
            return plain.decode("utf-8")
    except (NotWellFormed, UnicodeDecodeError):
        raise NotPlainSheet("không còn nguyên vẹn") from None
    except TooManyTags:
        raise NotPlainSheet("có quá nhiều ô") from None
    raise NotPlainSheet("có nội dung lạ giữa các ô")


def _split_rows(body: str) -> dict[int, str]:
    rows = [(int(found[2]), found[0]) for found in _ROW.finditer(body)]
    if len(rows) > len(dict(rows)):
        raise NotPlainSheet("có hai dòng cùng số thứ tự")
    return dict(rows)


def _split_cells(row: str) -> dict[int, str]:
    found_row = _ROW.match(row)
    cells = _CELL.finditer((found_row[3] or "") if found_row else "")
    return {column_index(found[2]): found[0] for found in cells}


def _attributes(cell: str) -> str:
    found = _CELL.match(cell)
    return found[1] if found else ""


def _opening(place: str, style: str) -> str:
    return f'<c r="{place}" s="{style}"' if style else f'<c r="{place}"'


def _cell_xml(place: str, value: CellValue, style: str, date1904: bool) -> str:
    opening = _opening(place, style)
    if value is None:
        return f"{opening}/>"
    if isinstance(value, datetime):
        raise TypeError("a cell takes dates without a time")
    if isinstance(value, date):
        return f"{opening}><v>{value.toordinal() - (695056 if date1904 else 693594)}</v></c>"
    if isinstance(value, str):
        return f'{opening} t="inlineStr"><is><t xml:space="preserve">{_text(value)}</t></is></c>'
    return f"{opening}><v>{value!r}</v></c>"


def _text(value: str) -> str:
    """Escaped so that every reader gives back what was meant; characters that XML cannot hold are left out."""
    plain = _NOT_XML.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    return escape(_LOOKS_ESCAPED.sub("_x005F_", plain), quote=False)


def _longer(ref: str, table: Area, bottom: int) -> str:
    area = area_of(ref)
    if area is None or area.bottom != table.bottom or area.left < table.left or area.right > table.right:
        return ref
    return area._replace(bottom=bottom).ref
