"""The built workbook: valid for Excel, the same bytes for the same rows, and the committed one is what the code builds."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from ocop_xl.demo.books import empty_commune
from ocop_xl.demo.workbook import demo_workbook
from ocop_xl.model import ALL_TABLES, INPUT_TABLES, Book, Commune, Product, spec_of
from ocop_xl.model.column import Kind
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.sheets.building.pages import GROUPS, places_to_go
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.vocabulary import FRONT, LISTS
from tests.busy_commune import busy_commune
from tests.conftest import EACH_OFFICE_VERSION
from tests.opened import sheet_of

COMMITTED = Path(__file__).parent.parent.parent / "workbook" / "OCOP_VinhPhong.xlsx"


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_same_book_gives_the_same_bytes(demo_day: date) -> None:
    assert demo_workbook(demo_day) == demo_workbook(demo_day)


def test_the_committed_workbook_is_what_the_code_builds(demo_file: Path) -> None:
    """Compared part by part, since compressed bytes may differ between zlib builds. Mend with `make build`."""
    committed, built = parts(COMMITTED), parts(demo_file)
    assert list(committed) == list(built)
    assert [name for name in built if committed[name] != built[name]] == []


@pytest.mark.parametrize("version", EACH_OFFICE_VERSION)
@pytest.mark.parametrize("which", ["demo", "busy", "empty"])
def test_the_open_xml_sdk_finds_no_error(
    version: str, which: str, sdk_errors: Callable[[Path, str], list[object]], tmp_path: Path, demo_day: date
) -> None:
    path = tmp_path / "so.xlsx"
    books = {"busy": lambda: busy_commune(demo_day), "empty": empty_commune}
    path.write_bytes(demo_workbook(demo_day) if which == "demo" else build_workbook(books[which](), demo_day))
    assert sdk_errors(path, version) == []


def test_no_code_no_links_no_newer_functions(demo_file: Path) -> None:
    inside = parts(demo_file)
    assert not [name for name in inside if re.search(r"vba|external|activeX|customUI|printerSettings", name)]
    sheets = b"".join(data for name, data in inside.items() if name.startswith("xl/worksheets/sheet"))
    used = set(re.findall(rb"([A-Z][A-Z0-9.]+)\(", b"".join(re.findall(rb"<f>(.*?)</f>", sheets))))
    excel_2010 = (
        b"AND AVERAGEIFS CHOOSE COUNT COUNTA COUNTIF COUNTIFS DATE DATEVALUE DAY HYPERLINK IF IFERROR INDEX INT ISERROR ISNUMBER LEFT "
        b"LARGE LEN LOWER MATCH MAX MID MIN MOD MONTH N NA NETWORKDAYS NOT OR REPT ROUND ROW ROWS SEARCH SMALL SUM SUMIFS SUBSTITUTE SUMPRODUCT "
        b"TEXT TODAY TRIM UPPER VALUE WORKDAY YEAR"
    )
    assert used <= set(excel_2010.split())
    assert b"dataBar" not in sheets  # LibreOffice 7.4 dies on printing one near the edge of a page


@pytest.fixture(scope="module")
def master(demo_file: Path) -> Workbook:
    """The master workbook, opened once to be looked at."""
    return load_workbook(demo_file)


def test_every_table_is_an_excel_table_with_the_models_headers(master: Workbook) -> None:
    for kind in ALL_TABLES:
        spec = spec_of(kind)
        table = master[spec.sheet].tables[spec.name]
        expected = ["Thông tin", "Giá trị", "Hướng dẫn"] if spec.form else [column.header for column in spec.columns]
        assert table.column_names == expected, spec.sheet


def test_every_column_has_its_list_its_limits_or_its_hint_and_live_ones_refuse_typing(master: Workbook) -> None:
    free = (Kind.TEXT, Kind.LONG_TEXT, Kind.PHONE, Kind.EMAIL, Kind.URL)
    for kind in INPUT_TABLES:
        spec = spec_of(kind)
        wanted = [one for one in spec.columns if one.live or one.help or one.required or one.kind not in free]
        ranges = [
            str(area) for rule in master[spec.sheet].data_validations.dataValidation for area in rule.sqref.ranges
        ]
        assert len(ranges) == len(wanted), spec.sheet


def test_tabs_stand_in_the_order_of_the_work_each_group_in_its_colour(master: Workbook) -> None:
    shown = [sheet.title for sheet in master if sheet.sheet_state == "visible"]
    assert shown == [FRONT, *places_to_go()]
    colours = [f"#{master[name].sheet_properties.tabColor.rgb[2:]}" for name in shown]
    assert [colour for colour, _ in groupby(colours)] == [group.colour for group in GROUPS]


def test_lists_that_only_the_program_needs_are_hidden(master: Workbook) -> None:
    assert [sheet.title for sheet in master if sheet.sheet_state == "hidden"] == [LISTS]


def test_no_row_that_people_type_in_has_a_height_of_its_own(master: Workbook, demo_file: Path) -> None:
    """Such a row would not grow with a long text; those of head and headers are ours."""
    sheets = {sheet.title: f"xl/worksheets/sheet{number}.xml" for number, sheet in enumerate(master, 1)}
    inside = parts(demo_file)
    for kind in INPUT_TABLES:
        xml = inside[sheets[spec_of(kind).sheet]].decode()
        fixed = [int(row) for row in re.findall(r'<row r="(\d+)"[^>]* customHeight="1"', xml)]
        assert max(fixed) <= HEADER_ROW, spec_of(kind).sheet
        assert "customHeight" not in re.findall(r"<sheetFormatPr[^>]*>", xml)[0]


def test_defined_names_resolve(master: Workbook) -> None:
    names = master.defined_names
    assert names["ngay_tinh"].attr_text == "'Tổng quan'!$M$1"
    wanted = {f"ma_{spec_of(kind).name}" for kind in INPUT_TABLES if spec_of(kind).key}
    assert wanted <= set(names)


def test_a_text_that_looks_like_a_formula_stays_text(tmp_path: Path, demo_day: date) -> None:
    book = Book()
    book[Commune] = [Commune(name="=1+1")]
    book[Product] = [Product(id="SP01", name="=cmd|' /C calc'!A0", note="https://example.vn")]
    path = tmp_path / "so.xlsx"
    path.write_bytes(build_workbook(book, demo_day))
    cells = sheet_of(path, "Sản phẩm")
    assert (cells["B5"].value, cells["B5"].data_type) == ("=cmd|' /C calc'!A0", "s")
    assert read_book(path)[Product][0].name == "=cmd|' /C calc'!A0"


def test_what_is_built_is_read_back_row_for_row(tmp_path: Path, demo_day: date) -> None:
    book = busy_commune(demo_day)
    path = tmp_path / "so.xlsx"
    path.write_bytes(build_workbook(book, demo_day))
    again = read_book(path)
    assert again.unread == []
    assert again.missing == []
    for kind in INPUT_TABLES:
        spec = spec_of(kind)
        ours = [[getattr(row, column.attribute) for column in spec.inputs] for row in book[kind]]
        theirs = [[getattr(row, column.attribute) for column in spec.inputs] for row in again[kind]]
        assert theirs == ours, spec.sheet


def test_pages_print_on_a4_with_repeated_headers(master: Workbook) -> None:
    for kind in ALL_TABLES:
        sheet = master[spec_of(kind).sheet]
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == "landscape"
        if not spec_of(kind).form:
            assert sheet.print_title_rows == "$4:$4"


def test_previewers_see_figures_not_zeros(demo_file: Path) -> None:
    front = sheet_of(demo_file, "Tổng quan", values=True)
    assert front["B1"].value == "SỔ OCOP XÃ VĨNH PHONG"
    assert [front[place].value for place in ("H3", "I3", "K3")] == ["7", "2", "2 / 9"]
