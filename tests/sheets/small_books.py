"""Small real workbooks for the reading tests: say what stands where, get the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from ocop_xl.model import Book, Row
from ocop_xl.sheets.reading.read import read_book

PRODUCT_HEADERS = ("Mã SP", "Tên sản phẩm", "Tiềm năng", "Lộ trình từ năm", "Ghi chú")
PRODUCT_ROWS = (("SP01", "Khô cá lóc", 3, 2026, "làm mới bao bì"), ("SP02", "Mật ong rừng tràm", 4, 2027, ""))


def write_table(
    path: Path,
    headers: Sequence[str] = PRODUCT_HEADERS,
    rows: Sequence[Sequence[Any]] = PRODUCT_ROWS,
    *,
    sheet: str = "Sản phẩm",
    name: str | None = "tblSanPham",
    at: tuple[int, int] = (3, 0),
    table_rows: int | None = None,
    options: Mapping[str, Any] | None = None,
) -> Path:
    """A workbook with one table whose header begins at `at` (counted from 0); `name=None` makes no Excel Table of it,
    `table_rows` makes the Excel Table shorter or longer than the rows."""
    workbook = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy", **(options or {})})
    page = workbook.add_worksheet(sheet)
    top, left = at
    if top:
        page.write(0, 0, "MỘT TIÊU ĐỀ")
    if name:
        last = top + (len(rows) if table_rows is None else table_rows)
        area = (top, left, last, left + len(headers) - 1)
        page.add_table(*area, {"name": name, "columns": [{"header": h} for h in headers]})
    for across, header in enumerate(headers):
        page.write(top, left + across, header)
    for down, row in enumerate(rows, 1):
        for across, value in enumerate(row):
            if isinstance(value, date):
                page.write_datetime(top + down, left + across, value)  # type: ignore[arg-type]
            elif value != "":
                page.write(top + down, left + across, value)
    workbook.close()
    return path


def read_table(path: Path, *args: Any, **facts: Any) -> Book:
    return read_book(write_table(path / "so.xlsx", *args, **facts))


def column_of(rows: Sequence[Row], attribute: str) -> list[Any]:
    return [getattr(row, attribute) for row in rows]


def missing_headers(book: Book, table: str) -> list[str]:
    return [gap.column.header for gap in book.missing if gap.spec.name == table and gap.column]


def missing_tables(book: Book) -> list[str]:
    return [gap.spec.name for gap in book.missing if gap.column is None]
