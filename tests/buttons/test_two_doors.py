"""The same changes through both doors: a closed file and an open workbook keep the same journal, word for word."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.changes.change import Change
from ocop_xl.demo.books import DEMO_DAY, PLAN_TEXT, empty_commune
from ocop_xl.desks.apply import apply
from ocop_xl.desks.excel import ExcelDesk
from ocop_xl.desks.live_book import read_live
from ocop_xl.errors import Refusal
from ocop_xl.model import Book, Budget, CycleStep, JournalEntry, Producer, Product, Row, spec_of
from ocop_xl.sheets.area import area_of
from ocop_xl.sheets.importing import propose
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.package import PatchPackage
from ocop_xl.sheets.writing.patch import apply_changes
from tests.built_books import built
from tests.buttons.conftest import Live
from tests.buttons.desks import rows

TYPED = (
    (Product, "product_set", 8, 9),  # a set by its bare number
    (Product, "potential", "4 sao", 5),  # a number typed as text
    (Product, "name", "Chả  cá phi ", "Chả cá phi"),
    (Product, "note", 12, "12 hộ"),  # a number in a column of texts
    (Producer, "phone", None, "0912345678"),
    (Budget, "planned", None, 12.0),
    (CycleStep, "done", None, date(2026, 3, 20)),
)
"""What stands in the second row of a table before, and what the change puts there."""


@pytest.fixture
def typed(demo_file: Path, tmp_path: Path) -> Path:
    """A workbook in which staff have typed as they do."""
    path = tmp_path / "so.xlsx"
    shutil.copyfile(demo_file, path)
    for kind, attribute, before, _ in TYPED:
        if before is not None:
            _type(path, kind, attribute, before)
    return path


def _type(path: Path, kind: type[Row], attribute: str, cell: str | int) -> None:
    """Into the second row of a table."""
    book, package = read_book(path), PatchPackage.open(path)
    area = area_of(book.placement(kind).cell(book[kind][1], attribute))
    assert area is not None
    sheet = package.sheet(book.placement(kind).sheet)
    sheet.write(area.top, area.left, cell, sheet.style(area.top, area.left))
    path.write_bytes(package.rendered())


def changes_to(book: Book) -> list[Change]:
    return [_change(book, kind, attribute, after) for kind, attribute, _, after in TYPED] + [
        Change("tblSanPham", "SP77", "Tên sản phẩm", None, "Mắm cá linh", "thử"),
        Change("tblSanPham", "SP77", "Bộ sản phẩm", None, 9, "thử"),
        Change("tblThongTinXa", "", "Cán bộ phụ trách", book.commune.officer, "Trần A", "thử"),
        Change("tblThongTinXa", "", "Cán bộ phụ trách", "Trần A", "Trần B", "thử"),
    ]


def _change(book: Book, kind: type[Row], attribute: str, after: Any) -> Change:
    spec, row = spec_of(kind), book[kind][1]
    assert spec.key is not None
    row_id, before = getattr(row, spec.key.attribute), getattr(row, attribute)
    return Change(spec.name, row_id, spec.column(attribute).header, before, after, "thử")


def through_both(path: Path, live: Live, changes: list[Change]) -> tuple[list[Any], list[Any]]:
    """The journal that each door has kept."""
    other = path.with_name("mo.xlsx")
    shutil.copyfile(path, other)
    apply_changes(path, read_book(path), changes, action="Nhập dữ liệu")
    opened = live(other)
    desk = ExcelDesk(opened)
    apply(desk, read_live(desk), changes, "Nhập dữ liệu")
    return _journal(live(path)), _journal(opened)


def _journal(book: Any) -> list[Any]:
    """Without the time."""
    return [{name: cell for name, cell in row.items() if name != "when"} for row in rows(book, JournalEntry)]


def test_cells_typed_in_every_way(typed: Path, live: Live) -> None:
    closed, opened = through_both(typed, live, changes_to(read_book(typed)))
    assert closed == opened
    said = {(row["row_id"], row["header"]): (row["before"], row["after"]) for row in closed}
    meat, sauce = said["SP02", "Bộ sản phẩm"]
    assert meat.startswith("08. Chế biến từ thịt") and sauce.startswith("09. Tương")
    assert said["SP02", "Tiềm năng"] == ("“4 sao” (dạng chữ)", "5")
    assert said["SP02", "Tên sản phẩm"] == ("Chả  cá phi ", "Chả cá phi")
    assert said["SP02", "Ghi chú"] == ("12 (dạng số)", "12 hộ")
    assert said["SP77", "Mã SP"] == (None, "SP77")


def test_neither_door_writes_over_what_could_not_be_read(typed: Path, live: Live) -> None:
    """It looks blank to whoever asks the book, and somebody has typed it."""
    _type(typed, Product, "from_year", "chưa rõ")
    changes = [_change(read_book(typed), Product, "from_year", 2026)]
    with pytest.raises(Refusal, match="“chưa rõ”: phần mềm không đọc được nên không ghi đè"):
        apply_changes(typed, read_book(typed), changes, action="Nhập dữ liệu")
    desk = ExcelDesk(live(typed))
    with pytest.raises(Refusal, match="“chưa rõ”: phần mềm không đọc được nên không ghi đè"):
        apply(desk, read_live(desk), changes, "Nhập dữ liệu")


@pytest.mark.thorough
def test_an_imported_appendix(tmp_path: Path, live: Live) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(built(empty_commune, DEMO_DAY))
    changes = list(propose(read_book(path), PLAN_TEXT).changes)
    closed, opened = through_both(path, live, changes)
    assert closed == opened
