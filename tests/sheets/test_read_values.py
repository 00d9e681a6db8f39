"""What a cell holds → the value in the row, or the reason why it could not be read."""

from __future__ import annotations

from datetime import date, datetime, time
from math import inf
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.table import Table

from ocop_xl.model import Product, Recognition
from ocop_xl.model.book import PROBLEMS, UNSEEN
from ocop_xl.model.column import Column, Kind
from ocop_xl.sheets.reading.coerce import MAX_PROBLEMS, TooManyProblems, coerce
from ocop_xl.sheets.reading.read import read_book
from tests.sheets.small_books import column_of, read_table, write_table

MARCH_20 = date(2026, 3, 20)


def read_cell(kind: Kind, cell: Any, **facts: Any) -> Any:
    """The value of one cell; of a problem, its name."""
    values, problems = coerce(Column("Cột", kind, **facts), [cell])
    problems = [problem for problem in problems if problem.name not in UNSEEN]  # read, though Excel's formulas cannot
    if problems:
        assert values == [None]
        assert problems[0].name in PROBLEMS
        return problems[0].name
    return values[0]


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (Kind.TEXT, "Khô cá lóc", "Khô cá lóc"),
        (Kind.TEXT, "  Khô \u00a0 cá\u200b lóc ", "Khô cá lóc"),
        (Kind.TEXT, "Kho\u0302 ca\u0301", "Khô cá"),
        (Kind.TEXT, "   ", None),
        (Kind.TEXT, 31051.0, "31051"),
        (Kind.TEXT, 1.1, "1.1"),
        (Kind.TEXT, 0.1 + 0.2, "0.3"),
        (Kind.TEXT, True, "became_boolean"),
        (Kind.TEXT, MARCH_20, "became_date"),
        (Kind.TEXT, 1.7e17, "became_number"),
        (Kind.TEXT, "=1+1", "=1+1"),
        (Kind.PHONE, 912345678.0, "912345678"),
        (Kind.PHONE, "0912 345 678", "0912 345 678"),
        (Kind.KEY, " SP01 ", "SP01"),
        (Kind.REF, 7.0, "7"),
        (Kind.KEY, MARCH_20, "became_date"),
        (Kind.REF, MARCH_20, "became_date"),
        (Kind.KEY, 1.7e17, "became_number"),
        (Kind.LONG_TEXT, True, "became_boolean"),
        (Kind.LONG_TEXT, 1.7e17, "became_number"),
        (Kind.LONG_TEXT, MARCH_20, "20/03/2026"),  # a note may be a day
        (Kind.CHOICE, "da nop don", "da nop don"),  # never put right silently
        (Kind.LONG_TEXT, "một\r\n  hai  \nba\n", "một\nhai\nba"),
        (Kind.LONG_TEXT, 5.0, "5"),
        (Kind.STARS, 3.0, 3),
        (Kind.STARS, "3 sao", 3),
        (Kind.STARS, "3*", 3),
        (Kind.STARS, "★★★", 3),
        (Kind.STARS, "Ba sao", 3),
        (Kind.STARS, "5 SAO", 5),
        (Kind.STARS, "bốn sao", 4),
        (Kind.STARS, 6.0, 6),  # read; that no such rank exists is for a rule
        (Kind.STARS, "sáu sao", "not_stars"),
        (Kind.STARS, 3.5, "not_stars"),
        (Kind.STARS, "tiềm năng", "not_stars"),
        (Kind.PRODUCT_SET, "08. Chế biến từ thịt", 8),
        (Kind.PRODUCT_SET, 8.0, 8),
        (Kind.PRODUCT_SET, 27.0, "not_a_set"),
        (Kind.PRODUCT_SET, "mắm", "not_a_set"),
        (Kind.INTEGER, 12.0, 12),
        (Kind.INTEGER, "1.234", 1234),
        (Kind.INTEGER, 2.5, "not_whole"),
        (Kind.INTEGER, "2,5", "not_whole"),
        (Kind.INTEGER, "nhiều", "not_a_number"),
        (Kind.INTEGER, MARCH_20, "not_a_number"),
        (Kind.DECIMAL, 2.5, 2.5),
        (Kind.DECIMAL, "2,5", 2.5),
        (Kind.DECIMAL, "2.5", 2.5),
        (Kind.DECIMAL, "1.234,5", 1234.5),
        (Kind.DECIMAL, "1,234.5", 1234.5),
        (Kind.DECIMAL, "1.234.567", 1234567.0),
        (Kind.DECIMAL, "0.500", 0.5),
        (Kind.DECIMAL, "-3", -3.0),
        (Kind.DECIMAL, "1\u00a0200", 1200.0),
        (Kind.DECIMAL, "1.2.3", "not_a_number"),
        (Kind.DECIMAL, "1,2,3", "not_a_number"),
        (Kind.DECIMAL, "12 con", "not_a_number"),
        (Kind.DECIMAL, True, "not_a_number"),
        (Kind.DECIMAL, float("inf"), "not_a_number"),
        (Kind.DECIMAL, "9" * 400, "not_a_number"),
        (Kind.PERCENT, "80%", 80.0),
        (Kind.YEAR, 2026.0, 2026),
        (Kind.YEAR, "2026", 2026),
        (Kind.YEAR, "2026-2028", "not_a_number"),
        (Kind.DATE, MARCH_20, MARCH_20),
        (Kind.DATE, datetime(2026, 3, 20, 14, 30), MARCH_20),
        (Kind.DATE, "20/03/2026", MARCH_20),
        (Kind.DATE, "20-3-2026", MARCH_20),
        (Kind.DATE, "20.03.2026", MARCH_20),
        (Kind.DATE, "20/3/26", MARCH_20),
        (Kind.DATE, "2026-03-20", MARCH_20),
        (Kind.DATE, "2026-03-20T08:00:00", MARCH_20),
        (Kind.DATE, "ngày 20 tháng 3 năm 2026", MARCH_20),
        (Kind.DATE, "04/03/2026", date(2026, 3, 4)),  # day first, as written in Việt Nam
        (Kind.DATE, "03/20/2026", "ambiguous_date"),
        (Kind.DATE, "31/02/2026", "not_a_date"),
        (Kind.DATE, "tháng 3/2026", "not_a_date"),
        (Kind.DATE, 46101.0, MARCH_20),
        (Kind.DATE, 2026.0, "not_a_date"),
        (Kind.DATE, time(8, 30), "not_a_date"),
    ],
)
def test_one_cell(kind: Kind, cell: Any, value: Any) -> None:
    read = read_cell(kind, cell)
    assert read == value
    assert type(read) is type(value)


def test_the_unit_of_the_column_may_stand_in_the_cell() -> None:
    assert read_cell(Kind.MONEY, "2,5 triệu đồng", unit="triệu đồng") == 2.5
    assert read_cell(Kind.INTEGER, "12 người", unit="người") == 12
    assert read_cell(Kind.INTEGER, "12 hộ", unit="người") == "not_a_number"


@pytest.mark.parametrize("kind", list(Kind))
def test_a_blank_cell_is_none_in_every_kind(kind: Kind) -> None:
    assert read_cell(kind, "") is None
    assert read_cell(kind, " ") is None


@pytest.mark.parametrize("kind", list(Kind))
def test_a_column_gives_the_same_cell_by_cell(kind: Kind) -> None:
    """The short way through a column of one type changes nothing."""
    columns: list[list[object]] = [["a", "b", ""], [1.0, 2.0, ""], [MARCH_20, "", MARCH_20], ["x ", "2,5", 3.0]]
    columns += [[0.0, 1.0, 2.5], [0.0, "abc"], [inf, ""], [inf, 1.0], [date(1800, 1, 1), MARCH_20, MARCH_20]]
    for cells in columns:
        together, noted = coerce(Column("Cột", kind), cells)
        problems = [problem for problem in noted if problem.name not in UNSEEN]
        apart = [read_cell(kind, cell) for cell in cells]
        assert list(together) == [None if value in PROBLEMS else value for value in apart]
        assert [p.place for p in problems] == [i for i, value in enumerate(apart) if value in PROBLEMS]


def test_an_unreadable_cell_keeps_its_text_for_the_finding(tmp_path: Path) -> None:
    book = read_table(tmp_path, ("Mã SP", "Tiềm năng"), (("SP01", 3), ("SP02", "sáu sao")))
    (cell,) = book.unread
    assert (cell.row.at, cell.column.header, cell.text, cell.problem) == (6, "Tiềm năng", "sáu sao", "not_stars")
    assert cell.row is book[Product][1]
    assert column_of(book[Product], "potential") == [3, None]


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?"])
def test_an_error_cell_is_no_blank(tmp_path: Path, error: str) -> None:
    path = tmp_path / "loi.xlsx"
    workbook = xlsxwriter.Workbook(path)
    page = workbook.add_worksheet("Sản phẩm")
    page.add_table(2, 1, 3, 2, {"name": "tblSanPham", "columns": [{"header": "Mã SP"}, {"header": "Tên sản phẩm"}]})
    page.write(3, 1, "SP01")
    page.write_formula(3, 2, "=1/0", None, error)
    workbook.close()
    book = read_book(path)
    assert [(c.row.at, c.column.header, c.text, c.problem) for c in book.unread] == [
        (4, "Tên sản phẩm", error, "error_cell")
    ]


def test_a_row_of_nothing_but_an_error_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "loi.xlsx"
    workbook = xlsxwriter.Workbook(path)
    page = workbook.add_worksheet("Sản phẩm")
    page.add_table(0, 0, 2, 0, {"name": "tblSanPham", "columns": [{"header": "Mã SP"}]})
    page.write_formula(2, 0, "=NA()", None, "#N/A")
    workbook.close()
    book = read_book(path)
    assert column_of(book[Product], "at") == [3]
    assert book.unread[0].text == "#N/A"


def test_an_error_in_a_live_column_is_not_the_officers(tmp_path: Path) -> None:
    path = tmp_path / "loi.xlsx"
    workbook = xlsxwriter.Workbook(path)
    page = workbook.add_worksheet("Sản phẩm")
    page.add_table(0, 0, 1, 1, {"name": "tblSanPham", "columns": [{"header": "Mã SP"}, {"header": "Tên chủ thể"}]})
    page.write(1, 0, "SP01")
    page.write_formula(1, 1, "=NA()", None, "#N/A")
    workbook.close()
    book = read_book(path)
    assert book.unread == []
    assert book[Product][0].producer_name is None, "live columns are computed by the program, not read"


def test_a_formula_that_was_never_calculated(tmp_path: Path) -> None:
    """openpyxl writes formulas without values; the cell would read as blank."""
    path = tmp_path / "cong-thuc.xlsx"
    made = openpyxl.Workbook()
    page = made.active
    assert page is not None
    page.title = "Sản phẩm"
    page.append(["Mã SP", "Tên sản phẩm", "STT", "Tên chủ thể"])
    page.append(["SP01", '="Khô "&"cá"', 1, "=1+1"])
    page.add_table(Table(displayName="tblSanPham", ref="A1:D2"))
    made.save(path)
    book = read_book(path)
    assert [(c.column.header, c.problem) for c in book.unread] == [("Tên sản phẩm", "no_value")]
    assert book[Product][0].name is None


def test_a_calculated_formula_is_its_value(tmp_path: Path) -> None:
    path = tmp_path / "cong-thuc.xlsx"
    workbook = xlsxwriter.Workbook(path)
    page = workbook.add_worksheet("Sản phẩm")
    page.add_table(0, 0, 1, 1, {"name": "tblSanPham", "columns": [{"header": "Mã SP"}, {"header": "Tên sản phẩm"}]})
    page.write_formula(1, 0, '="SP"&"01"', None, "SP01")
    page.write_formula(1, 1, '="<f>&"', None, "</f> & <f>")
    workbook.close()
    book = read_book(path)
    assert (book[Product][0].id, book[Product][0].name) == ("SP01", "</f> & <f>")
    assert book.unread == []


@pytest.mark.parametrize("since_1904", [False, True])
def test_dates_of_both_calendars(tmp_path: Path, since_1904: bool) -> None:
    """Old Excel for Mac counts from 1904: four years would be lost."""
    serial = 46101 - (1462 if since_1904 else 0)
    path = write_table(
        tmp_path / "ngay.xlsx",
        ("Mã CN", "Ngày cấp", "Ngày hết hạn"),
        (("CN01", MARCH_20, serial),),
        sheet="Công nhận",
        name="tblCongNhan",
        options={"date_1904": since_1904},
    )
    book = read_book(path)
    (row,) = book[Recognition]
    dates = [value for value in (getattr(row, name) for name in row.__slots__) if isinstance(value, date)]
    assert dates and set(dates) == {MARCH_20}


@pytest.mark.parametrize("slip", ["20/03/0226", date(9999, 12, 31), date(2200, 1, 1)])
def test_a_day_out_of_the_programmes_reach_is_no_date(slip: object) -> None:
    """Such a slip would overflow the clocks that reckon from it."""
    values, problems = coerce(Column("Ngày", Kind.DATE), [date(2026, 3, 20), slip])
    assert list(values) == [date(2026, 3, 20), None]
    assert [problem.name for problem in problems] == ["not_a_date"]


def test_texts_in_number_columns_are_capped_like_unreadable_cells() -> None:
    with pytest.raises(TooManyProblems):
        coerce(Column("Số", Kind.DECIMAL), ["3"] * (MAX_PROBLEMS + 1))
