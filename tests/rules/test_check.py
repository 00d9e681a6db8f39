"""The whole check: every mistake once, in the order of the sheets, and never an exception."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_xl.faults import log_file
from ocop_xl.law.sectors import PRODUCT_SETS
from ocop_xl.model import INPUT_TABLES, Book, Channel, Producer, Product, spec_of
from ocop_xl.model import choices as c
from ocop_xl.model.column import Column, Kind
from ocop_xl.rules.check import catalogue, check, counts
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import CATALOGUE, RuleFunction, shown
from ocop_xl.rules.view import View
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
    assert {f.severity for f in found} == {Severity.ERROR}
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


def test_threads_that_check_the_same_books_find_what_a_loop_finds() -> None:
    books = [read(ANNEX) for _ in range(4)]
    alone = [[str(f) for f in check(*read(ANNEX))]] * len(books) * 2
    with ThreadPoolExecutor(4) as pool:
        assert [[str(f) for f in found] for found in pool.map(lambda one: check(*one), books * 2)] == alone


def test_a_check_leaves_the_garbage_collector_to_the_door() -> None:
    """It belongs to the whole process: a thread that turned it off would turn it off for all."""
    was_on: list[bool] = []
    with replaced("SP-012", lambda view, on: was_on.append(gc.isenabled()) or ()):
        check(*read(ANNEX))
    assert was_on == [gc.isenabled()]


@pytest.mark.usefixtures("as_users_have_it")
def test_a_rule_that_raises_costs_its_own_findings_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raising(view: View, on: date) -> Iterator[Saw]:
        yield saw(view[Product][0], "potential")
        raise ZeroDivisionError("a slip")

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    usual = [f for f in check(*read(ANNEX)) if f.code != "SP-012"]
    with replaced("SP-012", raising):
        told, *others = check(*read(ANNEX))
    assert others == usual
    assert (told.code, told.severity, told.where) == ("PM-001", Severity.WARNING, "Phát hiện")
    assert told.message.startswith("Quy tắc SP-012 gặp lỗi ngoài dự kiến (mã ")
    assert "ZeroDivisionError: a slip" in log_file().read_text(encoding="utf-8")


@pytest.mark.usefixtures("as_users_have_it")
def test_several_rules_that_raise_are_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    with replaced("SP-012", lambda view, on: [saw(None, "x", odd=1 // 0)]), replaced("DL-002", lambda view, on: 1 // 0):
        told, *others = check(*read(ANNEX))
    assert told.message.startswith("Quy tắc DL-002, SP-012 gặp lỗi ngoài dự kiến")
    assert "PM-001" not in {f.code for f in others}


@pytest.mark.usefixtures("as_users_have_it")
def test_a_fact_that_a_text_names_and_nobody_told_becomes_a_dash() -> None:
    slip = catalogue()["SP-012"]._replace(message="«{header}» ngày {day:%d/%m/%Y}: {what}.")
    book, on = read(ANNEX)
    assert next(f.message for f in slip.findings(book, on)) == "«Tiềm năng» ngày –: –."


def test_in_tests_such_a_slip_is_an_error() -> None:
    slip = catalogue()["SP-012"]._replace(message="«{header}»: {what}.")
    with pytest.raises(KeyError, match="what"):
        list(slip.findings(*read(ANNEX)))


@contextmanager
def replaced(code: str, test: RuleFunction) -> Iterator[None]:
    rule = CATALOGUE[code]
    CATALOGUE[code] = rule._replace(test=test)
    try:
        yield
    finally:
        CATALOGUE[code] = rule


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


@settings(max_examples=150)
@given(_books(), st.dates(date(2018, 1, 1), date(2100, 12, 31)))
def test_no_content_of_a_cell_stops_the_check(book: Book, on: date) -> None:
    findings = check(book, on)
    assert all(f.message and f.fix.startswith("Hãy") and f.sheet for f in findings)


def test_a_set_is_quoted_as_its_drop_down_names_it_to_the_last() -> None:
    last = len(PRODUCT_SETS)
    assert [shown(number, Kind.PRODUCT_SET)[:3] for number in (1, last - 1, last)] == [
        "01.",
        f"{last - 1}.",
        f"{last}.",
    ]
    assert [shown(number, Kind.PRODUCT_SET) for number in (0, last + 1)] == ["0", f"{last + 1}"]


def test_a_word_out_of_a_list_quotes_the_lists_own_source() -> None:
    book = Book()
    book[Producer] = [Producer(at=5, id="CT01", name="A", legal_form="Chợ", gender="Bà")]
    book[Channel] = [Channel(at=5, id="KB01", name="A", kind="Chợ", state=c.CHANNEL_OPEN)]
    sources = {f.column: f.source for f in check(book, date(2026, 11, 23)) if f.code == "DL-002"}
    assert sources["Loại hình"] == c.LEGAL_FORM.source != ""
    assert c.CHANNEL_KIND.source == "" and sources["Loại kênh"] == "khuôn sổ OCOP (ocop_xl)"
