"""New rows beyond the spare ones: the table grows with all that belongs to it, or nothing is written."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from ocop_xl.changes.change import Change
from ocop_xl.errors import CannotChange
from ocop_xl.model import Product
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from ocop_xl.sheets.writing.workbook import recalculating, with_longer_print_area
from tests.conftest import EACH_OFFICE_VERSION, Convert
from tests.opened import sheet_of

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
MANY = range(8, 40)
LAST = 4 + 39


@pytest.fixture(scope="module")
def grown(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan's seven products and 32 more: 15 fit into the spare rows, 17 stand below."""
    path = tmp_path_factory.mktemp("grown") / "so.xlsx"
    shutil.copyfile(demo_file, path)
    apply_changes(path, read_book(path), more_products())
    return path


def more_products() -> list[Change]:
    facts = {"Tên sản phẩm": "Nếp", "Mã CT": "CT06", "Hiện trạng": 3}
    return [
        Change("tblSanPham", f"SP{n:02d}", header, None, value, "thử") for n in MANY for header, value in facts.items()
    ]


def test_all_rows_are_there(grown: Path) -> None:
    book = read_book(grown)
    assert [p.id for p in book[Product]] == [f"SP{n:02d}" for n in range(1, 40)]
    assert book.unread == []
    assert [p.at for p in book[Product]] == list(range(5, LAST + 1))


def test_table_filter_and_lists_reach_down(grown: Path) -> None:
    sheet = sheet_of(grown, "Sản phẩm")
    table = sheet.tables["tblSanPham"]
    assert table.ref.endswith(f"{LAST}") and table.autoFilter.ref == table.ref
    ranges = [area for rule in sheet.data_validations.dataValidation for area in f"{rule.sqref}".split()]
    assert ranges and all(area.endswith(f"{LAST}") for area in ranges)
    formats = [f"{format.sqref}" for format in sheet.conditional_formatting]
    assert all(area.endswith(f"{LAST}") for area in formats)
    assert sheet.dimensions.endswith(f"{LAST}")


@pytest.mark.thorough
def test_rows_below_look_and_compute_like_the_last_one(grown: Path, office: Convert) -> None:
    sheet = sheet_of(grown, "Sản phẩm")
    for column in range(1, sheet.max_column + 1):
        above, below = sheet.cell(LAST - 17, column), sheet.cell(LAST, column)
        assert above.style_id == below.style_id
        if f"{above.value}".startswith("="):
            assert below.value == above.value
    shown = sheet_of(office(grown, "xlsx"), "Sản phẩm", values=True)
    names = {cell.value: cell.column for cell in shown[4]}
    assert shown.cell(LAST, names["Tên chủ thể"]).value == "Nhà máy Nguyễn Hưng"
    assert shown.cell(LAST, names["Hạng đang tính"]).value == 3


@pytest.mark.parametrize("version", EACH_OFFICE_VERSION)
def test_valid_for_every_office(grown: Path, version: str, sdk_errors: Callable[[Path, str], list[object]]) -> None:
    assert sdk_errors(grown, version) == []


def test_no_room_below_means_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    headers = ["Mã SP", "Tên sản phẩm", "Mã CT", "Hiện trạng"]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Sản phẩm")
        sheet.add_table(3, 0, 5, 3, {"name": "tblSanPham", "columns": [{"header": header} for header in headers]})
        sheet.write(6, 1, "Người lập biểu")
    before = path.read_bytes()
    with pytest.raises(CannotChange, match="hết dòng trống"):
        apply_changes(path, read_book(path), more_products())
    assert path.read_bytes() == before


def test_a_workbook_without_a_journal_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    headers = ["Mã SP", "Tên sản phẩm", "Mã CT", "Hiện trạng"]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Sản phẩm")
        sheet.add_table(3, 0, 90, 3, {"name": "tblSanPham", "columns": [{"header": header} for header in headers]})
    with pytest.raises(CannotChange, match=r'của trang «Nhật ký» .* ocop-xl new SO_MOI.xlsx --from "so.xlsx"'):
        apply_changes(path, read_book(path), more_products())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<sheets/><calcPr calcId="191029"/>', '<sheets/><calcPr calcId="191029" fullCalcOnLoad="1"/>'),
        ('<calcPr fullCalcOnLoad="0" calcId="1"/>', '<calcPr calcId="1" fullCalcOnLoad="1"/>'),
        ("<sheets></sheets><extLst/>", '<sheets></sheets><calcPr fullCalcOnLoad="1"/><extLst/>'),
        ('<calcPr fullCalcOnLoad="1"/>', '<calcPr fullCalcOnLoad="1"/>'),
    ],
)
def test_formulas_are_computed_anew_on_opening(before: str, after: str) -> None:
    assert recalculating(before) == after


def test_a_print_area_that_ended_with_the_table_ends_with_it_again() -> None:
    def names(bottom: int) -> str:
        area = "$A$1:$W$"
        return (
            f'<definedName name="_xlnm.Print_Area" localSheetId="3">\'Sản phẩm\'!{area}{bottom}</definedName>'
            f'<definedName name="_xlnm.Print_Area" localSheetId="4">\'Chủ thể\'!{area}26</definedName>'
        )

    assert with_longer_print_area(names(26), 3, 26, LAST) == names(LAST)
    assert with_longer_print_area(names(30), 3, 26, LAST) == names(30), "staff chose another one"
