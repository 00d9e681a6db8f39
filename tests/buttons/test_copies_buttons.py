"""«Ghép sổ» and «So hai sổ»: another officer's copy beside the open workbook."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.changes.journal import MERGE
from ocop_xl.errors import Refusal
from ocop_xl.model import Dossier, JournalEntry, Product, Task, spec_of
from ocop_xl.model.version import MODEL_VERSION
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.vocabulary import PREVIEW, RESULT
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press, rows
from tests.merging.typed import edit


@pytest.fixture(scope="module")
def edited(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    other = Path(shutil.copy(demo_file, tmp_path_factory.mktemp("other") / "may-2.xlsx"))
    edit(
        other,
        ("tblSanPham", "SP01", "Ghi chú", "đã gọi"),
        ("tblSanPham", "SP08", "Tên sản phẩm", "Rượu nếp"),
        ("tblSanPham", "SP08", "Mã CT", "CT02"),
        ("tblHoSo", "HS01", "Mã SP", "SP08"),
    )
    return other


@pytest.fixture
def book(live: Live, demo_file: Path, tmp_path: Path) -> Any:
    return live(Path(shutil.copy(demo_file, tmp_path / "may-1.xlsx")))


def names(book: Any) -> dict[str, str]:
    return {row["id"]: row["name"] for row in rows(book, Product)}


@pytest.mark.thorough
def test_a_copy_is_merged_by_choosing_on_the_sheet_and_taken_back(book: Any, live_app: Any, edited: Path) -> None:
    cell(book, Product, 1, "note").value = "gọi lại"
    cell(book, Product, 8, "id").value = "SP08"
    cell(book, Product, 8, "name").value = "Mắm cá lóc"
    cell(book, Product, 8, "producer_id").value = "CT01"
    live_app.api.answers.append(str(edited))
    outcome, _ = press(book, "merge")
    assert "Còn 1 chỗ hai bản khác nhau" in outcome.text
    page = book.sheets[PREVIEW]
    assert [page.range((3, column)).value for column in (2, 4, 5)] == ["Sản phẩm/SP01/Ghi chú", "gọi lại", "đã gọi"]
    assert "SP09" not in names(book)

    page.range((3, 6)).value = "bản kia"
    live_app.api.answers.append("1")
    outcome, _ = press(book, "merge")
    assert "SP08 của bản kia thành SP09" in outcome.text
    assert (names(book)["SP08"], names(book)["SP09"]) == ("Mắm cá lóc", "Rượu nếp")
    assert rows(book, Dossier)[0]["product_id"] == "SP09"
    assert cell(book, Product, 1, "note").value == "đã gọi"
    assert PREVIEW not in [sheet.name for sheet in book.sheets]

    live_app.api.answers.append(str(edited))
    assert "không có gì mới" in press(book, "merge")[0].text
    press(book, "undo")
    assert "SP09" not in names(book) and cell(book, Product, 1, "note").value == "gọi lại"
    live_app.api.answers.append(str(edited))
    assert "Còn 1 chỗ" in press(book, "merge")[0].text  # taken back, so it comes again


@pytest.mark.thorough
def test_a_row_that_the_other_has_deleted_goes_and_comes_back(
    book: Any, live_app: Any, demo_file: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(demo_file, tmp_path / "may-2.xlsx"))
    edit(other, *(("tblNhiemVu", "NV01", column.header, None) for column in spec_of(Task).inputs))
    before = rows(book, Task)
    assert before[0]["id"] == "NV01"
    live_app.api.answers += [str(other), "1"]
    press(book, "merge")
    assert [row["id"] for row in rows(book, Task)] == [row["id"] for row in before[1:]]
    outcome, _ = press(book, "undo")
    assert "Đã trả lại" in outcome.text
    assert sorted(rows(book, Task), key=str) == sorted(before, key=str)


@pytest.mark.thorough
def test_two_books_are_compared_on_a_sheet_that_stays(book: Any, live_app: Any, edited: Path) -> None:
    live_app.api.answers.append(str(edited))
    outcome, _ = press(book, "compare")
    assert "sửa 2 dòng, thêm 1 dòng" in outcome.text
    page = book.sheets[RESULT]
    told = [[page.range((at, column)).value for column in range(1, 7)] for at in range(2, 7)]
    assert ["Sản phẩm", "SP01 «Tương hột và chao»", "sửa", "Ghi chú", "(trống)", "đã gọi"] in told
    assert not [row for row in rows(book, JournalEntry) if row["action"] == MERGE]


@pytest.mark.thorough
def test_the_open_workbook_is_laid_out_anew_beside_itself(live: Live, tmp_path: Path) -> None:
    """One of the first shape, saved by LibreOffice on the way."""
    old = Path(__file__).parent.parent / "renewing" / "so-khung-1.xlsx"
    book = live(Path(shutil.copy(old, tmp_path / "so.xlsx")))
    outcome, _ = press(book, "lay_out_anew")
    assert "sổ cũ: phiên bản 1" in outcome.text and "«so.xlsx» giữ nguyên" in outcome.text
    made = read_book(tmp_path / "so-khung-2.xlsx")
    assert made.version == MODEL_VERSION
    assert [row.name for row in made[Product]] == [row.name for row in read_book(old)[Product]]
    with pytest.raises(Refusal, match="không ghi đè"):
        press(book, "lay_out_anew")
