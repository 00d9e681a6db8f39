"""Workbooks as people leave them: twins, sorted journals, totals, locked sheets, notes beside a table.

A button does the right thing or says why not; no cell that it does not name in the journal is ever another one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ocop_xl.buttons import runner
from ocop_xl.buttons.actions import ACTIONS
from ocop_xl.desks.excel import ExcelDesk
from ocop_xl.errors import Refusal
from ocop_xl.model import FindingLine, JournalEntry, Product, spec_of
from ocop_xl.model.column import Kind
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press, rows


@pytest.fixture
def book(live: Live, demo_file: Path) -> Any:
    return live(demo_file)


def values(book: Any, sheet: str = "Sản phẩm") -> list[list[Any]]:
    return book.sheets[sheet].used_range.options(ndim=2).value


def test_neighbours_of_what_is_given_back_keep_their_numbers(book: Any) -> None:
    """Texts go back between numbers: only their own cells become cells of text."""
    for number in (1, 3, 5, 7):
        cell(book, Product, number, "potential").number_format = "@"
        cell(book, Product, number, "potential").value = "3"
    before = values(book)
    press(book, "quick_fix")
    press(book, "undo")
    assert values(book) == before
    assert [cell(book, Product, number, "potential").value for number in range(1, 8)] == ["3", 3, "3", 3, "3", 4, "3"]


def test_of_two_rows_with_one_key_none_is_taken_for_the_other(book: Any) -> None:
    cell(book, Product, 2, "id").value = "SP01"
    cell(book, Product, 2, "name").value = "Chả  cá   phi"
    press(book, "quick_fix")
    assert [cell(book, Product, number, "name").value for number in (1, 2)] == ["Tương hột và chao", "Chả  cá   phi"]


def test_a_row_of_totals_is_no_product(book: Any, live_app: Any) -> None:
    sheet = book.sheets["Sản phẩm"]
    table = sheet.tables["tblSanPham"]
    right = table.range.column + table.range.shape[1] - 1
    bottom = table.range.row + table.range.shape[0] - 1
    sheet.range((12, 1), (bottom, right)).clear()
    sheet.range((12, 1)).value = "Tổng"
    table.resize(sheet.range((4, 1), (12, right)))
    table.impl.uno.TotalsRow = True
    live_app.api.answers.append("Khô cá lóc")
    with pytest.raises(Refusal, match="đang có dòng tổng"):
        press(book, "add_product")
    press(book, "check_all")
    assert "Sản phẩm!A12" not in [row["place"] for row in rows(book, FindingLine)]
    assert sheet.range((12, 1)).value == "Tổng" and not rows(book, JournalEntry)


def test_what_stands_below_the_findings_is_not_written_over(book: Any) -> None:
    table = book.sheets["Phát hiện"].tables["tblPhatHien"].range
    note = book.sheets["Phát hiện"].range((table.row + table.shape[0] + 1, 2))
    note.value = "Gọi lại chị Lan"
    for number in range(1, 8):
        cell(book, Product, number, "producer_id").value = f"ZZ{number}"
    with pytest.raises(Refusal, match="«Phát hiện» có nội dung khác"):
        press(book, "check_all")
    assert note.value == "Gọi lại chị Lan"


@pytest.mark.thorough
@pytest.mark.parametrize(("sheet", "action"), [("Phát hiện", "check_all"), ("Nhật ký", "add_product")])
def test_a_column_of_the_users_own_in_a_list_of_ours(sheet: str, action: str, book: Any, live_app: Any) -> None:
    address = book.sheets[sheet].impl.uno
    address.Columns.insertByIndex(2, 1)
    address.getCellByPosition(2, 3).String = "Người xử lý"
    before = values(book, sheet)
    live_app.api.answers.append("Khô cá lóc")
    with pytest.raises(Refusal, match="đổi, chèn hay bớt cột"):
        press(book, action)
    assert values(book, sheet) == before


@pytest.mark.thorough
def test_a_journal_that_was_sorted_is_still_read_by_its_times(book: Any, live_app: Any) -> None:
    cell(book, Product, 2, "name").value = "Chả  cá phi"
    press(book, "quick_fix")
    live_app.api.answers.append("Khô cá lóc")
    press(book, "add_product")
    table = book.sheets["Nhật ký"].tables["tblNhatKy"].range
    lines = [row for row in table.options(ndim=2).value[1:] if any(row)]
    lines.sort(key=lambda row: (str(row[4]), str(row[5])), reverse=True)
    book.sheets["Nhật ký"].range((table.row + 1, table.column)).value = lines
    press(book, "undo")
    assert len(rows(book, Product)) == 7 and cell(book, Product, 2, "name").value == "Chả cá phi"
    press(book, "undo")
    assert cell(book, Product, 2, "name").value == "Chả  cá phi"


@pytest.mark.parametrize(
    ("attribute", "typed"), [("id", "SP20"), ("note", "đã gọi")], ids=["another key", "more cells of the new row"]
)
def test_a_new_row_that_she_has_gone_on_with_stays(attribute: str, typed: str, book: Any, live_app: Any) -> None:
    live_app.api.answers.append("Khô cá lóc")
    press(book, "add_product")
    cell(book, Product, 8, attribute).value = typed
    before = values(book)
    outcome, _ = press(book, "undo")
    assert "để yên" in live_app.alerts[-1] and "không ô nào phải sửa" in outcome.text
    assert values(book) == before


@pytest.mark.thorough
def test_a_formula_of_her_own_is_not_carried_into_new_rows(book: Any, live_app: Any) -> None:
    sheet = book.sheets["Sản phẩm"]
    table = sheet.tables["tblSanPham"]
    right, bottom = table.range.shape[1], table.range.row + table.range.shape[0] - 1
    sheet.range((12, 1), (bottom, right)).clear()
    table.resize(sheet.range((4, 1), (11, right)))
    cell(book, Product, 7, "to_year").formula = "=2028+2"
    live_app.api.answers.append("Khô cá lóc")
    press(book, "add_product")
    assert cell(book, Product, 8, "to_year").value is None
    assert cell(book, Product, 8, "row_state").formula.startswith("=")


@pytest.mark.thorough
def test_spaces_and_numbers_come_back_as_they_were(book: Any) -> None:
    name, step = cell(book, Product, 2, "name"), cell(book, Product, 3, "name")
    name.value, step.value = " Chả cá phi ", "Mắm lóc"
    press(book, "quick_fix")
    assert (name.value, step.value) == ("Chả cá phi", "Mắm lóc")
    press(book, "undo")
    assert (name.value, step.value) == (" Chả cá phi ", "Mắm lóc")


@pytest.mark.thorough
def test_a_locked_sheet_is_told_before_anything_is_written(book: Any, live_app: Any) -> None:
    sheet = book.sheets["Sản phẩm"].impl.uno
    sheet.protect("")
    try:
        live_app.api.answers.append("Khô cá lóc")
        with pytest.raises(Refusal, match="«Sản phẩm» đang khóa"):
            press(book, "add_product")
        assert not rows(book, JournalEntry)
    finally:
        sheet.unprotect("")


def test_a_number_that_is_no_day_is_a_finding_and_stops_nothing(book: Any) -> None:
    """20260312 typed into a cell of days: Excel and LibreOffice cannot make a day of it."""
    column = next(column for column in spec_of(Product).inputs if column.kind is Kind.DATE)
    slip = cell(book, Product, 1, column.attribute)
    slip.number_format, slip.value = "dd/mm/yyyy", 20260312.0
    press(book, "check_all")
    place = f"Sản phẩm!{slip.get_address(False, False)}"
    assert any(row["place"] == place for row in rows(book, FindingLine))


@pytest.mark.thorough
def test_the_frame_of_a_row_is_given_back_to_that_row_only(book: Any) -> None:
    """A row without a key is known by its place alone; when rows have moved it is left as it is."""
    blank = cell(book, Product, 9, "producer_name")
    blank.value = "dán đè"
    cell(book, Product, 1, "id").select()
    press(book, "repair_frame")
    book.sheets["Sản phẩm"].impl.uno.Rows.insertByIndex(4, 2)
    taken = cell(book, Product, 9, "producer_name")
    before = taken.formula
    press(book, "undo")
    assert taken.formula == before != "dán đè"


@pytest.mark.thorough
def test_rows_typed_below_a_table_are_told_and_taken_in(book: Any) -> None:
    """LibreOffice does not stretch a table: the front sheet would count other products than the papers."""
    sheet = book.sheets["Sản phẩm"]
    table = sheet.tables["tblSanPham"]
    right, bottom = table.range.shape[1], table.range.row + table.range.shape[0] - 1
    sheet.range((13, 1), (bottom, right)).clear()
    table.resize(sheet.range((4, 1), (12, right)))
    sheet.range((12, 1)).value = [["SP08", "Khô cá lóc"], ["SP09", "Mắm ruốc"], ["SP10", "Bánh tét"]]
    press(book, "check_all")
    assert [row["place"] for row in rows(book, FindingLine) if row["code"] == "EX-005"] == [
        "Sản phẩm!A13",
        "Sản phẩm!A14",
    ]
    sheet.range((5, 1)).select()
    outcome, _ = press(book, "repair_frame")
    assert table.range.shape == (11, right) and "ô công thức" in outcome.text
    assert [row["row_state"] for row in rows(book, Product)[-3:]] == ["⚠ Thiếu Mục"] * 3
    press(book, "check_all")
    assert not [row for row in rows(book, FindingLine) if row["code"] == "EX-005"]
    press(book, "undo")
    assert [row["id"] for row in rows(book, Product)[-3:]] == ["SP08", "SP09", "SP10"]


def test_an_emptied_header_comes_back_and_a_lost_column_is_named(book: Any) -> None:
    sheet = book.sheets["Sản phẩm"]
    cell(book, Product, 0, "name").value = None
    sheet.impl.uno.Columns.removeByIndex(6, 1)
    sheet.range((5, 1)).select()
    outcome, _ = press(book, "repair_frame")
    assert cell(book, Product, 0, "name").value == "Tên sản phẩm"
    assert "không còn cột «Mã CT»" in outcome.text


def test_a_workbook_of_something_else_is_told_at_once(live: Live, live_app: Any, tmp_path: Path) -> None:
    path = tmp_path / "lich-hop.xlsx"
    other = openpyxl.Workbook()
    other.active["A1"] = "Lịch họp"
    other.save(path)
    book = live(path)
    for action in (one for one in ACTIONS if not one.anywhere):
        runner.press(ExcelDesk(book), action)
        assert live_app.alerts[-1] == "«lich-hop.xlsx» không phải sổ OCOP; hãy mở sổ OCOP của xã rồi bấm lại."
    assert [sheet.name for sheet in book.sheets] == ["Sheet"]
