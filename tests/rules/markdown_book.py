"""Reads the tables of an example into a Book, as if they stood on the sheets of a workbook.

The first header cell names the sheet, the others are headers as staff see them; the first cell of a row is its Excel row
number. A form (`Thông tin xã`) has two columns: header and value. Besides the tables an example may say

    Ngày: 23/11/2026                the day on which everything is reckoned
    Thiếu bảng: Kinh phí            a sheet that the file lacks
    Thiếu cột: Sản phẩm!Tiềm năng   a column that the file lacks
    Ngoài bảng: Sản phẩm!25 SP09    a row typed below its table, and its first filled cell
    Ngay dưới bảng: Sản phẩm!27 SP09
                                    the same, right below its table
    Khung: overwritten | Sản phẩm | S5 | Hạng đang tính
                                    a fault of the frame: kind, sheet, cells, names

`'3` in a number or date column is a text, as in Excel; `=20/03/2026` in a text column is a day that it was turned into. `\\u0301` in a cell stands for that character, so that what
cannot be seen can be written.
"""

from __future__ import annotations

import re
from datetime import date

from ocop_xl.law.sectors import number_of
from ocop_xl.model import ALL_TABLES, Book, Row, spec_of
from ocop_xl.model.book import FrameFault, Missing, UnreadCell
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.table import TableSpec
from ocop_xl.vietnamese import tidy

_SPECS = {spec_of(kind).sheet: spec_of(kind) for kind in ALL_TABLES}
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_BIG = re.compile(r"[0-9.]+E\+[0-9]+")
_SHORT_DATE = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{2}")


class UnreadableError(Exception):
    """The cell's text cannot become the column's type; the argument names the problem."""


def read(text: str) -> tuple[Book, date]:
    """The book that an example describes, and its day."""
    book, on, rows = Book(), date(2026, 11, 23), list[list[str]]()
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
        elif rows:
            _add_table(book, rows)
            rows = []
        if line.startswith("Ngày: "):
            on = _date(line.removeprefix("Ngày: "))
        elif line.startswith("Khung phiên bản: "):
            book.version = int(line.removeprefix("Khung phiên bản: "))
        elif line.startswith("Thiếu bảng: "):
            book.missing.append(Missing(_SPECS[line.removeprefix("Thiếu bảng: ")]))
        elif line.startswith("Thiếu cột: "):
            sheet, header = line.removeprefix("Thiếu cột: ").split("!")
            book.missing.append(Missing(_SPECS[sheet], _column(_SPECS[sheet], header)))
        elif line.startswith(("Ngoài bảng: ", "Ngay dưới bảng: ")):
            where, told = line.split(": ")
            place, text = told.rsplit(" ", 1)
            sheet, at = place.split("!")
            spec, problem = _SPECS[sheet], "outside_table" if where == "Ngoài bảng" else "below_table"
            book.unseen.append(UnreadCell(spec.row_type(at=int(at)), spec.inputs[0], text, problem))
        elif line.startswith("Khung: "):
            problem, sheet, cells, named = (part.strip() for part in line.removeprefix("Khung: ").split("|"))
            lists = [tuple(filter(None, part.split(", "))) for part in (cells, named)]
            book.frame.append(FrameFault(problem, sheet, "", *lists))
    return book, on


def _add_table(book: Book, rows: list[list[str]]) -> None:
    sheet, *headers = rows[0]
    spec = _SPECS[sheet]
    if spec.form:
        form = spec.row_type()
        for header, value in rows[2:]:
            _fill(book, form, _column(spec, header), value)
        book[spec.row_type] = [form]
        return
    read_rows: list[Row] = []
    for at, *values in rows[2:]:
        row = spec.row_type(at=int(at))
        for header, value in zip(headers, values, strict=True):
            _fill(book, row, _column(spec, header), value)
        read_rows.append(row)
    book[spec.row_type] = read_rows


def _column(spec: TableSpec, header: str) -> Column:
    return next(c for c in spec.columns if c.header == header)


def _fill(book: Book, row: Row, column: Column, text: str) -> None:
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    if not text:
        return
    as_text = text.startswith("'")
    text = text.removeprefix("'")
    try:
        untidy = as_text and column.kind in (Kind.KEY, Kind.REF, Kind.CHOICE, Kind.LEVEL)
        setattr(row, column.attribute, _value(column, tidy(text) if untidy else text))
        if as_text:
            kind = "untidy_text" if untidy else "text_date" if column.kind is Kind.DATE else "text_number"
            book.unseen.append(UnreadCell(row, column, text, kind))
    except UnreadableError as problem:
        typed = text.removeprefix("=") if str(problem).startswith("became") else text
        book.unread.append(UnreadCell(row, column, typed, str(problem)))


def _value(column: Column, text: str) -> object:
    if text.startswith("#"):
        raise UnreadableError("error_cell")
    if column.kind is Kind.TEXT and text.startswith("=") and (became := _became(text[1:])):
        raise UnreadableError(became)
    if column.kind is Kind.DATE:
        return _date(text)
    if column.kind is Kind.STARS:
        return _number(text.removesuffix(" sao"), whole=True, problem="not_stars")
    if column.kind is Kind.PRODUCT_SET:
        if (number := number_of(text)) is None:
            raise UnreadableError("not_a_set")
        return number
    if column.kind.is_number:
        return _number(text, whole=column.kind in (Kind.INTEGER, Kind.YEAR))
    return text


def _became(text: str) -> str:
    if _DATE.fullmatch(text):
        return "became_date"
    if text in ("TRUE", "FALSE"):
        return "became_boolean"
    return "became_number" if _BIG.fullmatch(text) else ""


def _date(text: str) -> date:
    if text.startswith("="):
        raise UnreadableError("no_value")
    if _SHORT_DATE.fullmatch(text):
        raise UnreadableError("ambiguous_date")
    found = _DATE.fullmatch(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else date.min.replace(year=0)
    except ValueError:
        raise UnreadableError("not_a_date") from None


def _number(text: str, *, whole: bool, problem: str = "not_a_number") -> float:
    if text.startswith("="):
        raise UnreadableError("no_value")
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        raise UnreadableError(problem) from None
    if not whole:
        return number
    if not number.is_integer():
        raise UnreadableError("not_whole")
    return int(number)
