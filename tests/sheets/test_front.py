"""«Tổng quan» says what matters at every time of a workbook's life: on its first day, in a busy week, on any day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ocop_xl.changes.change import Change
from ocop_xl.demo.books import DEMO_DAY, empty_commune, vinh_phong
from ocop_xl.model import Book, Commune, Hamlet, Producer, Task
from ocop_xl.sheets.building.front.block import bar
from ocop_xl.sheets.building.front.first_steps import STEPS
from ocop_xl.sheets.building.front.front_sheet import blocks_of
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.vocabulary import FRONT
from ocop_xl.sheets.writing.patch import apply_changes
from tests.conftest import Convert
from tests.engines import by_ironcalc, by_libreoffice, differences, formulas
from tests.programme.steps.playing import play
from tests.programme.steps.year import YEAR

FIVE_DAYS = (date(2026, 1, 4), date(2026, 3, 10), date(2026, 6, 30), date(2026, 12, 31), date(2029, 6, 21))


def shown(book: Book, on: date, title: str) -> list[list[object]]:
    """What the lines of a block come to."""
    book.lay_out()
    (block,) = (one for one in blocks_of(book, on) if one.title == title)
    return [[cell.value for cell in line] for line in block.lines]


def test_an_empty_workbook_says_how_to_begin() -> None:
    lines = shown(empty_commune(), DEMO_DAY, "VIỆC CẦN LÀM TRƯỚC")
    assert [line[0] for line in lines[: len(STEPS)]] == [f"► Bước {n}" for n in range(1, len(STEPS) + 1)]
    assert lines[0][2] == "Khai tên xã, người ký, kế hoạch (ô có chữ «Bắt buộc»)"
    assert lines[len(STEPS)] == ["", "", "", ""]


def test_a_step_that_is_done_is_no_longer_asked() -> None:
    book = empty_commune()
    book[Hamlet] = [Hamlet(id="AP01", name="Ấp Vĩnh Lợi")]
    steps = [line[0] for line in shown(book, DEMO_DAY, "VIỆC CẦN LÀM TRƯỚC")]
    assert steps[:3] == ["► Bước 1", "► Bước 3", "► Bước 4"]


def test_what_comes_next_is_seen_however_much_is_late() -> None:
    book = vinh_phong()
    for task in book[Task][:30]:
        task.due = date(2026, 5, 4)
    book[Task][30].due = date(2026, 11, 27)
    lines = shown(book, DEMO_DAY, "VIỆC CẦN LÀM TRƯỚC")
    assert [str(line[0])[0] for line in lines[:8]] == ["✘"] * 8
    assert "⚠ 27/11/2026" in [line[0] for line in lines[8:]]


def test_hamlets_with_most_products_come_first_and_nobody_is_left_out() -> None:
    book = vinh_phong()
    for producer, hamlet in zip(book[Producer], ("Ấp Một", "ấp một", "Ấp Hai", "Ấp Hai", "Ấp Hai"), strict=False):
        producer.hamlet = hamlet
    lines = shown(book, DEMO_DAY, "SẢN PHẨM THEO ẤP")
    assert [line[:2] for line in lines[:4]] == [["Ấp Hai", 4], ["Ấp Một", 2], ["Chưa ghi ấp", 1], ["", ""]]


def test_the_years_of_the_plan_are_shown_while_they_fit() -> None:
    book = vinh_phong()
    period = [line[0] for line in shown(book, date(2030, 12, 31), "SẢN PHẨM THEO NĂM")]
    after = [line[0] for line in shown(book, date(2031, 1, 1), "SẢN PHẨM THEO NĂM")]
    assert (period, after[0]) == ([2025, 2026, 2027, 2028, 2029, 2030], 2030)


@pytest.mark.parametrize(
    ("value", "most", "drawn"), [(100, 100, "████ 100"), (40, 100, "█▌ 40"), (0, 1, " 0"), (6, 12, "██ 6")]
)
def test_a_bar_is_as_long_as_its_figure(value: float, most: float, drawn: str) -> None:
    assert bar(value, most) == drawn


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook at the end of an officer's year."""
    *_, last = play(vinh_phong(), YEAR)
    last.after.commune.as_of = DEMO_DAY
    path = tmp_path_factory.mktemp("year") / "so.xlsx"
    path.write_bytes(build_workbook(last.after, DEMO_DAY))
    return path


@pytest.mark.thorough
@pytest.mark.parametrize("day", FIVE_DAYS, ids=str)
def test_every_figure_follows_the_day_that_is_typed(day: date, year: Path, tmp_path: Path, office: Convert) -> None:
    """«Ngày tính» is typed into the one workbook; both programs come to what Python says for that day."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(year.read_bytes())
    book = read_book(path)
    apply_changes(path, book, [Change("tblThongTinXa", "", "Ngày tính", DEMO_DAY, day, "thử")])
    book[Commune][0].as_of = day
    expected = tmp_path / "python.xlsx"
    expected.write_bytes(build_workbook(book, day))
    cells = list(formulas(expected, [FRONT]))
    assert len(cells) > 200
    assert differences(cells, by_ironcalc(path)) == ""
    assert differences(cells, by_libreoffice(office(path, "xlsx"))) == ""
