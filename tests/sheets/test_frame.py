"""The workbook's own frame: what makes its figures part from the program's is seen while it is read."""

from __future__ import annotations

import shutil
from html import escape
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ocop_xl.model.book import FrameFault
from ocop_xl.office.guard import open_package
from ocop_xl.sheets.reading.frame import pages_of_ours
from ocop_xl.sheets.reading.outline import outline
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.vocabulary import defined_names
from ocop_xl.sheets.writing.package import PatchPackage
from ocop_xl.vietnamese import fold
from tests.conftest import Convert
from tests.sheets.spellings import respelt


@pytest.fixture
def path(demo_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(demo_file, tmp_path / "so.xlsx"))


def faults(path: Path) -> dict[str, FrameFault]:
    return {fault.problem: fault for fault in read_book(path).frame}


def typed(path: Path, sheet: str, **cells: object) -> dict[str, FrameFault]:
    """The faults after something was typed into cells, as a person does in a spreadsheet program."""
    workbook = load_workbook(path)
    for cell, value in cells.items():
        workbook[sheet][cell] = value
    workbook.save(path)
    return faults(path)


def test_a_workbook_as_it_was_built_has_none(path: Path) -> None:
    assert read_book(path).frame == []


@pytest.mark.thorough
def test_every_page_of_ours_is_known_so_that_none_is_searched_for_a_copied_table(path: Path) -> None:
    """Searching a page costs as much as reading three tables."""
    pages = [sheet.name for sheet in outline(open_package(path)).sheets if not sheet.tables]
    assert [name for name in pages if fold(name) not in pages_of_ours()] == []


@pytest.mark.thorough
def test_nor_has_one_that_another_program_has_saved(path: Path, office: Convert) -> None:
    """LibreOffice spells formulas in its own way: quotes as entities, FALSE() for FALSE."""
    assert read_book(office(path, "xlsx")).frame == []


def test_an_error_pasted_over_a_live_cell_is_a_value_too(path: Path) -> None:
    assert typed(path, "Sản phẩm", Z5="#REF!")["overwritten"].cells == ("Z5",)


def test_a_name_that_only_one_sheet_knows_is_lost_to_the_others(path: Path) -> None:
    workbook = load_workbook(path)
    name = workbook.defined_names.pop("ngay_le")
    workbook["Hồ sơ"].defined_names["ngay_le"] = name
    workbook.save(path)
    assert faults(path)["name_lost"].named == ("ngay_le",)


def test_a_value_over_a_live_cell(path: Path) -> None:
    fault = typed(path, "Sản phẩm", Z5=5, AA7="Có")["overwritten"]
    assert (fault.sheet, fault.table, fault.cells) == ("Sản phẩm", "tblSanPham", ("Z5", "AA7"))
    assert fault.named == ("Hạng đang tính", "Tham gia")


def test_another_formula_and_none_at_all(path: Path) -> None:
    found = typed(path, "Sản phẩm", Z5="=1+1", AA6=None)
    assert found["other_formula"].cells == ("Z5",)
    assert found["lost_formula"].cells == ("AA6",)


def test_a_live_formula_where_values_are_typed_keeps_its_value(path: Path) -> None:
    """Live columns are left out before reading; a copy of one in an input column is not."""
    package = PatchPackage.open(path)
    sheet = package.sheet("Sản phẩm")
    formula = next(text for row, column, text in sheet.formulas() if (row, column) == (5, 25))
    name = read_book(path).tables
    sheet.write_formula(5, 1, formula.replace("&", "&amp;").replace("<", "&lt;"), "")
    path.write_bytes(package.rendered())
    book = read_book(path)
    assert [(cell.row.at, cell.problem) for cell in book.unread] == [(5, "no_value")]
    assert len(book.tables) == len(name)


def test_a_figure_without_its_formula(path: Path) -> None:
    assert typed(path, "Số liệu", B5=7)["figure_lost"].cells == ("B5",)
    assert typed(path, "Tổng quan", D3=3)["figure_lost"].sheet in ("Số liệu", "Tổng quan")


def test_names(path: Path) -> None:
    workbook = load_workbook(path)
    assert defined_names() == set(workbook.defined_names)
    del workbook.defined_names["ngay_tinh"]
    workbook.save(path)
    assert faults(path)["name_lost"].named == ("ngay_tinh",)
    workbook.defined_names["ngay_le"].attr_text = "#REF!"  # as a program leaves a name whose cells were deleted
    workbook.save(path)
    assert faults(path)["name_lost"].named == ("ngay_le", "ngay_tinh")


@pytest.mark.parametrize("cells", ["'Trang đã bỏ'!$M$1", "Ấp_cũ!$A$5", "'[2]Tổng quan'!$M$1", "#REF!$M$1"])
def test_a_name_that_leads_to_no_sheet_of_the_workbook(path: Path, cells: str) -> None:
    assert _lost(path, cells) == {"ngay_tinh"}


@pytest.mark.parametrize("cells", ["[0]!ngay_le", "'TỔNG QUAN'!$M$1", 'IF("Trang lạ!"="",1,Ấp!$A$5)', "TODAY()"])
def test_a_name_in_another_lawful_spelling(path: Path, cells: str) -> None:
    assert _lost(path, cells) == set()


def _lost(path: Path, cells: str) -> set[str]:
    """The names of ours that lead nowhere in the workbook when `ngay_tinh` leads to these cells."""

    def lead(name: str, part: bytes) -> bytes:
        return part.replace("'Tổng quan'!$M$1<".encode(), f"{escape(cells)}<".encode())

    return defined_names() - outline(open_package(respelt(path, lead))).names


def test_a_workbook_of_the_first_version_has_the_names_of_its_time() -> None:
    first = defined_names(1)
    assert "noi_phat_hien" in first and not any(name.startswith("dau_") for name in first)


def test_tables_turned_into_ranges(path: Path) -> None:
    workbook = load_workbook(path)
    for sheet in ("Sản phẩm", "Chủ thể"):
        workbook[sheet].tables.clear()
    workbook.save(path)
    found = faults(path)
    assert found["plain_range"].named == ("Sản phẩm", "Chủ thể")
    assert "copied_table" not in found


def test_a_copied_sheet(path: Path) -> None:
    workbook = load_workbook(path)
    copy = workbook.copy_worksheet(workbook["Sản phẩm"])
    copy.title = "Sản phẩm (2)"
    workbook.save(path)
    fault = faults(path)["copied_table"]
    assert (fault.sheet, fault.named, fault.cells[0]) == ("Sản phẩm (2)", ("Sản phẩm",), "A5")


def test_an_empty_copy_and_a_sheet_of_notes_are_nobodys_business(path: Path) -> None:
    workbook = load_workbook(path)
    notes = workbook.create_sheet("Ghi chép")
    notes["A1"] = "Gọi lại cho HTX"
    empty = workbook.create_sheet("Nháp")
    for column, cell in enumerate(workbook["Sản phẩm"][4], 1):
        empty.cell(4, column, cell.value)
    workbook.save(path)
    assert faults(path) == {}
