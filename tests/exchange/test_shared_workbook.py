"""The copy of the workbook: the same rows to the reader, plain values to everybody."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ocop_xl.exchange.share import Packing, make_package
from ocop_xl.model import INPUT_TABLES, Book, CriterionLine, Product, ScoreSheet, spec_of
from ocop_xl.privacy.profiles import INTERNAL, TO_PROVINCE, Profile
from ocop_xl.programme.live.values import live_value
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.reading.read import read_book
from tests.busy_commune import busy_commune
from tests.conftest import OFFICE_VERSIONS, Convert

ON = date(2026, 11, 23)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("xa") / "so.xlsx"
    path.write_bytes(build_workbook(busy_commune(ON), ON))
    return path


def shared(source: Path, folder: Path, profile: Profile = TO_PROVINCE) -> Path:
    package = make_package(read_book(source), source, Packing(ON, profile))
    with zipfile.ZipFile(io.BytesIO(package.content)) as opened:
        name = next(one for one in opened.namelist() if one.endswith(".xlsx"))
        return Path(opened.extract(name, folder))


def cells(book: Book, profile: Profile) -> dict[str, list[list[object]]]:
    """What the reader finds in the columns that the profile sends."""
    return {
        spec_of(kind).sheet: [
            [getattr(row, c.attribute) for c in profile.columns(spec_of(kind)) if not c.live] for row in book[kind]
        ]
        for kind in INPUT_TABLES
    }


@pytest.mark.parametrize("profile", [TO_PROVINCE, INTERNAL], ids=lambda one: one.code)
def test_the_copy_is_read_as_the_same_rows(source: Path, tmp_path: Path, profile: Profile) -> None:
    back, book = read_book(shared(source, tmp_path, profile)), read_book(source)
    assert cells(back, profile) == cells(book, profile)
    assert all(gap.column is not None and gap.column not in profile.columns(gap.spec) for gap in back.missing)


def test_columns_that_stay_at_home_are_gone_not_blank(source: Path, tmp_path: Path) -> None:
    back = read_book(shared(source, tmp_path))
    gone = {(gap.spec.sheet, gap.column.header) for gap in back.missing if gap.column}
    assert {("Chủ thể", "Điện thoại"), ("Thông tin xã", "Người ký"), ("Văn bản", "Dấu vết")} <= gone


def test_live_columns_hold_what_the_commune_saw(source: Path, tmp_path: Path) -> None:
    book = read_book(source)
    sheet = load_workbook(shared(source, tmp_path))["Sản phẩm"]
    heads = [cell.value for cell in sheet[4]]
    for at, row in enumerate(book[Product], 5):
        for attribute in ("rank", "active", "producer_name"):
            header = spec_of(Product).column(attribute).header
            assert (sheet.cell(at, heads.index(header) + 1).value or "") == live_value(row, attribute, book, ON)


def test_what_could_not_be_read_goes_out_as_it_was_typed(source: Path, tmp_path: Path) -> None:
    workbook = load_workbook(source)
    workbook["Sản phẩm"]["K5"] = "rất cao"
    path = tmp_path / "so.xlsx"
    workbook.save(path)
    column = spec_of(Product).column("potential")
    assert workbook["Sản phẩm"]["K4"].value == column.header
    back = read_book(shared(path, tmp_path / "ra"))
    assert [(cell.column.header, cell.text) for cell in back.unread] == [(column.header, "rất cao")]


def test_a_criteria_set_of_the_commune_goes_along(tmp_path: Path) -> None:
    book = busy_commune(ON)
    book[ScoreSheet][0].criteria_set = "RIENG-1"
    book[CriterionLine] = [
        CriterionLine(
            id="RIENG-1|1.1|1",
            set_code="RIENG-1",
            part="A",
            criterion="1.1",
            name="Tiêu chí riêng",
            points=3.0,
            level="Đạt",
        )
    ]
    book.lay_out()
    path = tmp_path / "so.xlsx"
    path.write_bytes(build_workbook(book, ON))
    sent = read_book(path)[CriterionLine]
    back = read_book(shared(path, tmp_path / "ra"))[CriterionLine]
    assert sent
    assert [(row.set_code, row.criterion, row.points) for row in back] == [
        (row.set_code, row.criterion, row.points) for row in sent
    ]


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    book = busy_commune(ON)
    book[Product][0].note = "=1+1"
    book.lay_out()
    path = tmp_path / "so.xlsx"
    path.write_bytes(build_workbook(book, ON))
    assert read_book(shared(path, tmp_path / "ra"))[Product][0].note == "=1+1"


def test_no_formula_name_code_or_author(source: Path, tmp_path: Path) -> None:
    path = shared(source, tmp_path)
    workbook = load_workbook(path)
    formulas = [
        cell.coordinate for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]
    assert formulas == []
    assert list(workbook.defined_names) == []
    assert not workbook.properties.creator
    assert not workbook.properties.lastModifiedBy
    assert {sheet.sheet_state for sheet in workbook} == {"visible"}
    with zipfile.ZipFile(path) as package:
        kinds = {name.split("/")[1] for name in package.namelist() if name.startswith("xl/")}
        assert kinds <= {"workbook.xml", "worksheets", "tables", "styles.xml", "theme", "sharedStrings.xml", "_rels"}
        assert b"External" not in b"".join(package.read(name) for name in package.namelist() if name.endswith(".rels"))


def test_same_book_same_day_same_bytes(source: Path) -> None:
    once, again = (make_package(read_book(source), source, Packing(ON)) for _ in range(2))
    assert once.content == again.content
    assert make_package(read_book(source), source, Packing(date(2026, 11, 24))).code != once.code


@pytest.mark.parametrize("version", [OFFICE_VERSIONS[0], OFFICE_VERSIONS[-1]])
def test_the_open_xml_sdk_finds_nothing(
    source: Path, tmp_path: Path, version: str, sdk_errors: Callable[[Path, str], list[Any]]
) -> None:
    assert sdk_errors(shared(source, tmp_path), version) == []


def test_libreoffice_opens_it_and_finds_the_same_rows(source: Path, tmp_path: Path, office: Convert) -> None:
    path = shared(source, tmp_path)
    again = office(path, "xlsx")
    assert cells(read_book(again), TO_PROVINCE) == cells(read_book(path), TO_PROVINCE)
