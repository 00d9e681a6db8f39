"""«Thêm sản phẩm», «Nhập phụ lục cũ», «Sửa khung nhập»: rows into the open workbook, and its frame put back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ocop_xl.demo.books import DEMO_DAY, DEMO_ID, PLAN_TEXT, empty_commune
from ocop_xl.model import JournalEntry, Product, Recognition
from ocop_xl.sheets.building.style import FONT
from ocop_xl.sheets.identity import PAGE, bases_of
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.vocabulary import PREVIEW
from tests.built_books import built
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press, rows
from tests.importing.old_files import csv_file


def test_a_new_product_gets_the_next_key_and_number(live: Live, live_app: Any, demo_file: Path) -> None:
    book = live(demo_file)
    live_app.api.answers.append("Khô cá lóc")
    outcome, desk = press(book, "add_product")
    last = rows(book, Product)[-1]
    assert (last["id"], last["name"], last["section"], last["number"]) == ("SP08", "Khô cá lóc", "A. Sản phẩm mới", 6.0)
    assert desk.selected is not None
    assert desk.selected[1].ref.split(":")[0] == cell(book, Product, 8, "sector").get_address(False, False)
    assert "SP08" in outcome.text and "Hoàn tác" in outcome.text


@pytest.mark.thorough
def test_the_new_row_lives_and_undo_takes_it_back(live: Live, live_app: Any, demo_file: Path) -> None:
    book = live(demo_file)
    live_app.api.answers.append("Khô cá lóc")
    press(book, "add_product")
    assert rows(book, Product)[-1]["row_state"] == "⚠ Thiếu Nhóm sản phẩm"
    press(book, "undo")
    assert len(rows(book, Product)) == 7 and cell(book, Product, 8, "row_state").value is None


def test_giving_up_leaves_all_as_it_was(live: Live, live_app: Any, demo_file: Path) -> None:
    book = live(demo_file)
    live_app.api.answers.append(False)
    outcome, _ = press(book, "add_product")
    assert len(rows(book, Product)) == 7 and outcome.quiet


@pytest.mark.thorough
def test_a_table_without_a_blank_row_grows_with_its_formulas(live: Live, live_app: Any, demo_file: Path) -> None:
    book = live(demo_file)
    sheet = book.sheets["Sản phẩm"]
    table = sheet.tables["tblSanPham"]
    whole = table.range
    right = whole.column + whole.shape[1] - 1
    table.resize(sheet.range((4, 1), (11, right)))
    sheet.range((12, 1), (4 + whole.shape[0], right)).clear()
    live_app.api.answers.append("Khô cá lóc")
    press(book, "add_product")
    assert table.range.shape == (9, right)
    last = rows(book, Product)[-1]
    assert (last["id"], last["sector"], last["row_state"]) == ("SP08", None, "⚠ Thiếu Nhóm sản phẩm")


@pytest.mark.thorough
def test_the_plans_annex_goes_into_an_empty_book_and_out_again(live: Live, live_app: Any, tmp_path: Path) -> None:
    path = tmp_path / "SoMoi.xlsx"
    path.write_bytes(built(empty_commune, DEMO_DAY))
    book = live(path)
    live_app.api.answers += [str(PLAN_TEXT), "1"]
    live_app.traffic.clear()
    outcome, _ = press(book, "import_annex")
    assert [row["id"] for row in rows(book, Product)] == [f"SP0{number}" for number in range(1, 8)]
    assert PREVIEW not in [sheet.name for sheet in book.sheets]
    writes = [where for where in live_app.traffic.writes if not where.startswith("Xem trước")]
    assert len(writes) <= 3 + 3, writes  # three tables changed, the journal being one of them
    assert "ô từ «ke-hoach-76.txt»" in outcome.text
    press(book, "undo")
    assert not rows(book, Product)


@pytest.mark.thorough
def test_a_list_asks_in_the_sheet_and_one_click_takes_it_back(
    live: Live, live_app: Any, demo_file: Path, tmp_path: Path
) -> None:
    """Tôm khô (SP07) has 3 sao in the book and 4 sao in the province's list."""
    header = ("STT", "Tên sản phẩm", "Chủ thể", "Hạng sao", "Số QĐ", "Ngày cấp")
    row = ("1", "Tôm khô", "HTX Dịch vụ - NN Hiểu Phát", "4 sao", "4512/QĐ-UBND", "25/11/2026")
    source = csv_file(tmp_path / "tinh.csv", [header, row])
    book = live(demo_file)
    live_app.api.answers += [str(source), "2"]
    outcome, _ = press(book, "import_annex")
    assert outcome.quiet and not rows(book, Recognition)
    page = book.sheets[PREVIEW]
    asked = next(at for at in range(2, 9) if page.range((at, 1)).value == "Hỏi")
    assert "SP07 đang ghi «Hiện trạng» 3 sao" in page.range((asked, 5)).value
    page.range((asked, 7)).value = "lấy nguồn"
    live_app.api.answers.append("1")
    press(book, "import_annex")
    assert [row["stars"] for row in rows(book, Recognition)] == [4.0]
    assert rows(book, Product)[6]["present"] == 4.0
    assert PREVIEW not in [sheet.name for sheet in book.sheets]
    press(book, "undo")
    assert not rows(book, Recognition) and rows(book, Product)[6]["present"] == 3.0


@pytest.mark.thorough
def test_the_frame_is_put_back_and_what_was_typed_stays(live: Live, live_app: Any, demo_file: Path) -> None:
    book = live(demo_file)
    name, owner, potential, note = (
        cell(book, Product, 0, "name"),
        cell(book, Product, 1, "producer_name"),
        cell(book, Product, 1, "potential"),
        cell(book, Product, 1, "note"),
    )
    name.value, owner.value, note.value = "Tên SP", "dán đè", "ghi chú của tôi"
    potential.number_format = "@"
    mine, pasted = cell(book, Product, 2, "name").impl.uno, cell(book, Product, 3, "name").impl.uno
    mine.CellBackColor, pasted.CharFontName = 0xFFD400, "Arial"
    note.select()
    outcome, _ = press(book, "repair_frame")
    assert (name.value, owner.value, note.value) == ("Tên sản phẩm", "Cơ sở Thanh Hương", "ghi chú của tôi")
    assert potential.number_format != "@" and potential.value == 3.0
    assert "2 tiêu đề và ô công thức" in outcome.text
    assert "dán đè" in [row["before"] for row in rows(book, JournalEntry)]
    assert mine.CellBackColor == 0xFFD400, "her own colours stay"
    assert pasted.CharFontName == FONT, "looks that came with a paste go"


@pytest.mark.thorough
def test_a_lost_identity_is_made_anew_by_the_repair_of_the_frame(live: Live, demo_file: Path, tmp_path: Path) -> None:
    book = live(demo_file)
    book.sheets[PAGE.sheet].delete()
    cell(book, Product, 1, "note").select()
    outcome, desk = press(book, "repair_frame")
    assert "Đã lập lại trang ẩn «_ocop»" in outcome.text
    assert desk.selected is not None and desk.selected[0] == "Sản phẩm"
    desk.save_copy(copy := tmp_path / "ban-sao.xlsx")
    again = read_book(copy)
    assert again.identity is not None and again.identity.book_id == DEMO_ID
    assert len(bases_of(again.identity)) == 1 and not again.frame
    assert "lập lại trang ẩn" not in press(book, "repair_frame")[0].text


@pytest.mark.thorough
def test_the_repair_of_the_frame_is_taken_back(live: Live, demo_file: Path) -> None:
    book = live(demo_file)
    name, owner, state, blank = (
        cell(book, Product, 0, "name"),
        cell(book, Product, 1, "producer_name"),
        cell(book, Product, 2, "row_state"),
        cell(book, Product, 12, "row_state"),
    )
    name.value, owner.value, state.value, blank.value = "Tên SP", "dán đè", "xong", None
    owner.select()
    press(book, "repair_frame")
    assert all(one.formula.startswith("=") for one in (owner, state, blank))
    press(book, "undo")
    assert (name.value, owner.value, state.value, blank.value) == ("Tên SP", "dán đè", "xong", None)
    assert not owner.formula.startswith("=") and not blank.formula
    outcome, _ = press(book, "undo")
    assert "không còn việc nào" in outcome.text
