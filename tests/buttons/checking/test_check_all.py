"""«Kiểm tra toàn bộ» and «Lỗi kế tiếp» on the plan's workbook, live in LibreOffice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.demo.books import vinh_phong
from ocop_xl.model import INPUT_TABLES, FindingLine, Paper, Product, spec_of
from ocop_xl.model.trace import trace
from ocop_xl.rules.check import check
from ocop_xl.rules.listed import cells_listed
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.reading.read import read_book
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press

CELLS = [column.attribute for column in spec_of(FindingLine).columns].index("cells")


def listed(book: Any) -> list[list[Any]]:
    return book.sheets["Phát hiện"].tables["tblPhatHien"].range.options(ndim=2).value[1:]


def test_the_list_is_what_the_command_line_finds(live: Live, demo_file: Path) -> None:
    book = live(demo_file)
    outcome, _ = press(book, "check_all")
    closed = read_book(demo_file)
    findings = check(closed, closed.day(None))
    assert [(row[1], row[2], row[5]) for row in listed(book)] == [(f.where, f.message, f.code) for f in findings]
    assert "lỗi phải sửa" in outcome.text and "Lỗi kế tiếp" in outcome.text
    assert book.sheets["Phát hiện"].range("C3").value == outcome.text.split("\n")[0]


@pytest.mark.thorough
def test_every_line_links_to_its_cell(live: Live, demo_file: Path) -> None:
    book = live(demo_file)
    press(book, "check_all")
    sheet = book.sheets["Phát hiện"]
    for row in range(5, 5 + len(listed(book))):
        where, formula = sheet.range((row, 2)).value, sheet.range((row, 2)).formula
        title, _, cell = where.rpartition("!")
        assert f"#'{title or cell}'!{cell if title else 'A1'}" in formula


@pytest.mark.thorough
def test_a_slip_appears_and_goes_away_again(live: Live, demo_file: Path) -> None:
    book = live(demo_file)
    press(book, "check_all")
    before = len(listed(book))
    potential = cell(book, Product, 1, "potential")
    potential.value = 6
    press(book, "check_all")
    assert len(listed(book)) > before
    place = f"Sản phẩm!{potential.get_address(False, False)}"
    assert any(row[1] == place and row[5] == "SP-012" for row in listed(book))
    potential.value = 3
    press(book, "check_all")
    assert len(listed(book)) == before


@pytest.mark.thorough
def test_a_paper_whose_cells_have_changed_becomes_due(live: Live, tmp_path: Path) -> None:
    """What the check saw, the workbook's own list then says without Python."""
    plan = vinh_phong()
    plan[Paper] = [Paper(id="VB01", number=4, symbol="BC-UBND", title="Báo cáo", trace=trace(plan[Product], 9999))]
    path = tmp_path / "so.xlsx"
    path.write_bytes(build_workbook(plan, date(2026, 8, 3)))
    book = live(path)
    cell(book, Product, 1, "name").value = "Tên mới"
    press(book, "check_all")
    assert cell(book, Paper, 1, "stale").value is not None
    said = [row[3] for row in book.sheets["Việc cần làm"].range("A5:D60").value]
    assert "Đối chiếu văn bản VB01 «Báo cáo»: số liệu đã đổi sau khi vào sổ" in said


@pytest.mark.thorough
def test_one_block_for_each_table_whatever_its_rows(live: Live, live_app: Any, demo_file: Path) -> None:
    """Reads ≤ tables touched + 2, writes ≤ tables changed + 3; the list of findings and the marks are both tables."""
    book = live(demo_file)
    press(book, "check_all")  # the list has its length now
    live_app.traffic.clear()
    press(book, "check_all")
    assert len(live_app.traffic.reads) <= len(INPUT_TABLES) + 2 + 2
    assert len(live_app.traffic.writes) <= 2 + 3


@pytest.mark.thorough
def test_next_finding_walks_the_list_and_starts_again(live: Live, demo_file: Path) -> None:
    book = live(demo_file)
    press(book, "check_all")
    places = [place for row in listed(book) for place in cells_listed(row[CELLS] or row[1])]
    seen = []
    for _ in range(len(dict.fromkeys(places)) + 1):
        outcome, desk = press(book, "next_finding")
        assert outcome.quiet and desk.selected is not None
        sheet, area = desk.selected
        seen.append(f"{sheet}!{area.ref.split(':')[0]}")
    wanted = list(dict.fromkeys(place if "!" in place else f"{place}!A1" for place in places))
    assert seen == [*wanted, wanted[0]]
