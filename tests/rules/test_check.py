"""The whole check: every mistake once, in the order of the sheets, and never an exception."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_xl.law.sectors import PRODUCT_SETS
from ocop_xl.model import INPUT_TABLES, Book, Producer, Product, spec_of
from ocop_xl.model.column import Column, Kind
from ocop_xl.rules.check import check, counts
from ocop_xl.rules.finding import Severity
from tests.rules.markdown_book import read

ANNEX = """
| Thông tin xã | Giá trị |
|---|---|
| Giai đoạn từ năm | 2025 |
| Giai đoạn đến năm | 2030 |

| Chủ thể | Mã CT | Tên chủ thể | Loại hình |
|---|---|---|---|
| 5 | CT06 | HTX Hiểu Phát | HTX |

| Sản phẩm | Mã SP | Mục | STT | Tên sản phẩm | Nhóm sản phẩm | Bộ sản phẩm | Mã CT | Tiềm năng | Lộ trình từ năm | Lộ trình đến năm |
|---|---|---|---|---|---|---|---|---|---|---|
| 5 | SP02 | A. Sản phẩm mới | 1 | Mắm lóc | Thực phẩm chế biến | 8 | CT06 | sáu sao | 2026 | 2027 |
| 6 | SP01 | A. Sản phẩm mới | 2 | Chả cá phi | Thực phẩm | 8 | CTO6 | 2 sao | 2026 | 2027 |
"""


def test_each_mistake_is_found_once_in_the_order_of_sheets_rows_and_columns() -> None:
    book, on = read(ANNEX)
    found = [f for f in check(book, on) if f.sheet != "Thông tin xã"]
    assert [(f.sheet, f.cell[-1:], f.column, f.code) for f in found] == [
        ("Sản phẩm", "5", "Nhóm sản phẩm", "SP-002"),
        ("Sản phẩm", "5", "Tiềm năng", "SP-012"),
        ("Sản phẩm", "6", "Mã CT", "DL-006"),
        ("Sản phẩm", "6", "Tiềm năng", "SP-012"),
        ("Chủ thể", "5", "Loại hình", "DL-002"),
    ]


def test_a_finding_names_table_row_and_value_for_other_programs() -> None:
    book, on = read(ANNEX)
    finding = next(f for f in check(book, on) if f.saw == "sáu sao")
    assert (finding.table, finding.row_id, finding.severity) == ("tblSanPham", "SP02", Severity.ERROR)
    assert str(finding).startswith("[Sản phẩm!") and str(finding).endswith(
        "5] «Tiềm năng» đang là “sáu sao” — chỉ nhận 3, 4 hoặc 5 sao. Hãy chọn trong danh sách. (SP-012)"
    )


def test_counts_name_every_severity() -> None:
    assert counts([]) == {Severity.ERROR: 0, Severity.WARNING: 0, Severity.INFO: 0}


def test_rows_that_stand_on_no_sheet_have_no_cell() -> None:
    book = Book()
    book[Producer] = [Producer(id="CT01", name="Cơ sở Thanh Hương", legal_form="Cơ sở")]
    assert {f.where for f in check(book, date(2026, 11, 23)) if f.code == "CT-001"} == {"Chủ thể"}


def test_an_empty_book_has_no_findings() -> None:
    assert check(Book(), date(2026, 11, 23)) == []


def test_the_same_book_checked_again_after_a_correction() -> None:
    book, on = read(ANNEX)
    book[Product][0].sector = "Thực phẩm"
    assert "SP-002" not in {f.code for f in check(book, on)}


def _cells(column: Column) -> st.SearchStrategy[Any]:
    """What a reader may put into the column: of the right type, but otherwise anything."""
    usual: st.SearchStrategy[Any]
    if column.kind is Kind.DATE:
        usual = st.dates(date(1900, 1, 1), date(9998, 12, 31)) | st.integers(-400, 400).map(
            lambda days: date(2026, 7, 22) + timedelta(days=days)
        )
    elif column.kind in (Kind.STARS, Kind.PRODUCT_SET):
        usual = st.integers(-1, len(PRODUCT_SETS) + 1)
    elif column.kind is Kind.INTEGER or column.kind is Kind.YEAR:
        usual = st.integers(-3, 3) | st.integers(2020, 2035)
    elif column.kind.is_number:
        usual = st.floats(-1e9, 1e9)
    elif column.choices is not None:
        usual = st.sampled_from(column.choices.values) | st.text(max_size=12)
    else:
        usual = st.sampled_from(["SP01", "CT01", "HS01"]) | st.text(max_size=20)
    return st.none() | usual


@st.composite
def _books(draw: st.DrawFn) -> Book:
    book = Book()
    for kind in draw(st.lists(st.sampled_from(INPUT_TABLES), unique=True, max_size=6)):
        spec = spec_of(kind)
        rows = []
        for at in range(draw(st.integers(1, 1 if spec.form else 4))):
            row = kind(at=at + 5)
            for column in spec.inputs:
                setattr(row, column.attribute, draw(_cells(column)))
            rows.append(row)
        book[kind] = rows
    return book


@settings(max_examples=150, deadline=None)
@given(_books(), st.dates(date(2018, 1, 1), date(2100, 12, 31)))
def test_no_content_of_a_cell_stops_the_check(book: Book, on: date) -> None:
    findings = check(book, on)
    assert all(f.message and f.fix.startswith("Hãy") and f.sheet for f in findings)
