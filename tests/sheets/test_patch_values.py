"""After an import the figures stored in the file are right at once, for previewers that compute nothing."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ocop_xl.changes.change import Change, Value
from ocop_xl.demo.books import DEMO_DAY, PLAN_TEXT, empty_commune, vinh_phong
from ocop_xl.model import Book
from ocop_xl.office.archive import read_directory
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.importing import propose
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.vocabulary import ONE_PRODUCT
from ocop_xl.sheets.writing.package import PatchPackage
from ocop_xl.sheets.writing.patch import apply_changes
from tests.conftest import EACH_OFFICE_VERSION, Convert
from tests.engines import by_ironcalc, differences, formulas
from tests.opened import sheet_of

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
CERTIFICATE: dict[str, Value] = {
    "Mã SP": "SP06",
    "Số quyết định": "12/QĐ-UBND",
    "Ngày quyết định": date(2024, 5, 17),
    "Ngày cấp": date(2024, 5, 17),
    "Ngày hết hạn": date(2027, 5, 17),
    "Số sao": 3,
}


def built(book: Book) -> bytes:
    """The book's workbook, with its own «Ngày tính»: the engine's day is not everybody's."""
    book.commune.as_of = DEMO_DAY
    return build_workbook(book, DEMO_DAY)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new commune's workbook with the plan's annex; `truoc.xlsx` beside it is the workbook before."""
    path = tmp_path_factory.mktemp("imported") / "so.xlsx"
    path.write_bytes(built(empty_commune()))
    path.with_name("truoc.xlsx").write_bytes(path.read_bytes())
    book = read_book(path)
    apply_changes(path, book, propose(book, PLAN_TEXT).changes)
    return path


def certify(path: Path, *product_ids: str) -> None:
    """A certificate for each of these products, into new rows."""
    changes = [
        Change("tblCongNhan", f"CN{n:02d}", header, None, value, "thử")
        for n, product in enumerate(product_ids, 1)
        for header, value in (CERTIFICATE | {"Mã SP": product}).items()
    ]
    apply_changes(path, read_book(path), changes)


def wrong_figures(path: Path) -> str:
    """Every formula cell whose stored value is not what ironcalc computes from the file."""
    cells = list(formulas(path))
    assert len(cells) > 900
    return differences(cells, by_ironcalc(path))


def stored(path: Path, sheet: str, place: str) -> object:
    return sheet_of(path, sheet, values=True)[place].value


def test_every_stored_figure_is_what_a_spreadsheet_computes(imported: Path) -> None:
    assert wrong_figures(imported) == ""


def test_the_first_sheet_shows_the_products_at_once(imported: Path) -> None:
    before = imported.with_name("truoc.xlsx")
    assert (stored(before, "Tổng quan", "H3"), stored(imported, "Tổng quan", "H3")) == ("0", "7")
    assert stored(imported, "Sản phẩm", "H5") == "Cơ sở Thanh Hương"


def test_the_charts_draw_the_new_figures_at_once(imported: Path) -> None:
    """The columns of «Sản phẩm theo sao»: four products could reach 3 stars, three could reach 4; two have 3."""

    def drawn(path: Path) -> list[list[str]]:
        with zipfile.ZipFile(path) as package:
            chart = package.read("xl/charts/chart3.xml").decode()
        caches = re.findall(r"<c:val>.*?<c:numCache>(.*?)</c:numCache>", chart, re.DOTALL)
        return [re.findall(r"<c:v>(.*?)</c:v>", cache) for cache in caches]

    assert drawn(imported.with_name("truoc.xlsx")) == [["0", "0", "0"], ["0", "0", "0"]]
    assert drawn(imported) == [["4", "3", "0"], ["2", "0", "0"]]


def test_formulas_stay_as_they_are(imported: Path) -> None:
    def asked(path: Path) -> list[tuple[object, ...]]:
        return [found[:4] for found in formulas(path)]

    assert asked(imported) == asked(imported.with_name("truoc.xlsx"))


def test_parts_whose_figures_stay_keep_their_bytes(imported: Path) -> None:
    def packed(path: Path) -> dict[str, bytes]:
        content = path.read_bytes()
        return {n: bytes(e.data) for n, e in read_directory(content, 1000).items()}

    before, after = packed(imported.with_name("truoc.xlsx")), packed(imported)
    titles = load_workbook(imported, read_only=True).sheetnames
    changed = [titles[int(name[19:-4]) - 1] for name in before if before[name] != after[name] and "sheets/" in name]
    assert sorted(changed) == ["Chỉ tiêu", "Chủ thể", "Nhật ký", "Sản phẩm", "Số liệu", "Thông tin xã", "Tổng quan"]
    assert before["xl/styles.xml"] == after["xl/styles.xml"]


@pytest.mark.parametrize("version", EACH_OFFICE_VERSION)
def test_valid_for_every_office(imported: Path, version: str, sdk_errors: Callable[[Path, str], list[object]]) -> None:
    assert sdk_errors(imported, version) == []


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(vinh_phong()))
    return path


@pytest.mark.parametrize(("product", "producer"), [("SP06", ""), ("", "CT05"), ("SP99", "")])
def test_one_product_shows_what_somebody_has_chosen_there(demo: Path, product: str, producer: str) -> None:
    chosen = PatchPackage.open(demo)
    for place, key in ((1, product), (4, producer)):
        sheet = chosen.sheet(ONE_PRODUCT)
        sheet.write(4, place, key, sheet.style(4, place))
    demo.write_bytes(chosen.rendered())
    certify(demo, "SP06")
    there = [cell for cell in formulas(demo) if cell.sheet == ONE_PRODUCT]
    assert there and differences(there, by_ironcalc(demo)) == ""


@pytest.mark.thorough
def test_dates_and_the_rows_of_a_table_that_grows(demo: Path) -> None:
    """21 certificates: 15 into spare rows, six below; the windows to renew are dates."""
    certify(demo, *["SP01", "SP02", "SP03", "SP04", "SP05", "SP06", "SP07"] * 3)
    assert wrong_figures(demo) == ""
    sheet = sheet_of(demo, "Công nhận", values=True)
    opens = next(cell.column for cell in sheet[4] if cell.value == "Nộp lại từ ngày")
    assert isinstance(sheet.cell(25, opens or 0).value, datetime)


@pytest.mark.thorough
def test_a_workbook_saved_by_libreoffice(demo: Path, office: Convert) -> None:
    saved = office(demo, "xlsx")
    certify(saved, "SP06")
    assert wrong_figures(saved) == ""


@pytest.mark.thorough
def test_a_workbook_that_counts_days_from_1904(demo: Path) -> None:
    memory = BytesIO()
    with zipfile.ZipFile(demo) as old, zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"<workbookPr ", b'<workbookPr date1904="1" '))
    demo.write_bytes(memory.getvalue())
    certify(demo, "SP06")
    usual = demo.with_name("1900.xlsx")
    usual.write_bytes(built(vinh_phong()))
    certify(usual, "SP06")
    sheet, expected = (sheet_of(path, "Công nhận", values=True) for path in (demo, usual))
    windows = [cell.column or 0 for cell in sheet[4] if f"{cell.value}".startswith("Nộp lại")]
    assert len(windows) == 2
    assert [sheet.cell(5, place).value for place in windows] == [expected.cell(5, place).value for place in windows]


@pytest.mark.thorough
def test_a_formula_that_staff_wrote_keeps_its_figure(demo: Path) -> None:
    book = load_workbook(demo)
    book["Sản phẩm"]["H10"] = "=1+1"
    memory = BytesIO()
    book.save(memory)
    demo.write_bytes(memory.getvalue())
    certify(demo, "SP06")
    assert sheet_of(demo, "Sản phẩm")["H10"].value == "=1+1"
    assert stored(demo, "Sản phẩm", "H10") is None, "nobody has computed it yet, and only a spreadsheet may"
    assert stored(demo, "Sản phẩm", "H9") == "HTX Dịch vụ - NN Hiểu Phát"


def test_a_year_that_no_calendar_has_does_not_stop_a_change(demo: Path) -> None:
    mistyped: dict[str, Value] = {"Mã SP": "SP06", "Ngày cấp": date(2024, 5, 17), "Ngày hết hạn": "17/05/0001"}
    changes = [Change("tblCongNhan", "CN01", header, None, value, "thử") for header, value in mistyped.items()]
    apply_changes(demo, read_book(demo), changes)
    assert stored(demo, "Công nhận", "B5") == "SP06"
