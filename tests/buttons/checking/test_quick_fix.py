"""«Sửa nhanh», «Nhật ký» and «Hoàn tác»: shown, written in blocks, entered in the journal, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ocop_xl.model import INPUT_TABLES, CycleStep, JournalEntry, Product
from ocop_xl.sheets.vocabulary import PREVIEW
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press, rows


@pytest.fixture
def untidy(live: Live, demo_file: Path) -> Any:
    """The plan's workbook after a careless paste."""
    book = live(demo_file)
    cell(book, Product, 2, "name").value = "Chả  cá phi "
    cell(book, Product, 1, "potential").number_format = "@"
    cell(book, Product, 1, "potential").value = "3"
    cell(book, Product, 3, "sector").value = "thuc pham"
    return book


def cells(book: Any) -> tuple[Any, ...]:
    places = ((2, "name"), (1, "potential"), (3, "sector"))
    return tuple(cell(book, Product, number, attribute).value for number, attribute in places)


def test_each_cell_gets_what_it_means(untidy: Any) -> None:
    outcome, _ = press(untidy, "quick_fix")
    assert cells(untidy) == ("Chả cá phi", 3.0, "Thực phẩm")
    assert "Hoàn tác" in outcome.text


def test_the_user_sees_all_of_it_first_and_may_decline(untidy: Any, live_app: Any) -> None:
    live_app.alert_answers.append("no")
    before = cells(untidy)
    press(untidy, "quick_fix")
    assert "Xem trước" in live_app.alerts[-1]
    assert cells(untidy) == before and not rows(untidy, JournalEntry)
    assert PREVIEW not in [sheet.name for sheet in untidy.sheets]


@pytest.mark.thorough
def test_a_long_preview_may_be_read_at_leisure(live: Live, live_app: Any, demo_file: Path) -> None:
    """While a question is open nobody can scroll: the sheet stays, and the button is pressed again."""
    book = live(demo_file)
    for number in range(1, 25):
        step = cell(book, CycleStep, number, "step")
        step.value = f" {step.value}"
    live_app.api.answers.append("2")
    outcome, _ = press(book, "quick_fix")
    assert "bấm lại nút" in outcome.text and not rows(book, JournalEntry)
    assert len(book.sheets[PREVIEW].used_range.options(ndim=2).value) == 1 + 25
    live_app.api.answers.append("1")
    outcome, _ = press(book, "quick_fix")
    assert "Đã sửa 25 ô" in outcome.text and PREVIEW not in [sheet.name for sheet in book.sheets]


def test_the_journal_says_what_was_there_and_what_is_now(untidy: Any) -> None:
    press(untidy, "quick_fix")
    lines = {(r["row_id"], r["header"]): (r["action"], r["before"], r["after"]) for r in rows(untidy, JournalEntry)}
    assert {row["sheet"] for row in rows(untidy, JournalEntry)} == {"Sản phẩm"}
    assert lines["SP02", "Tên sản phẩm"] == ("Sửa nhanh", "Chả  cá phi ", "Chả cá phi")
    assert lines["SP01", "Tiềm năng"] == ("Sửa nhanh", "“3” (dạng chữ)", "3")


def test_undo_gives_back_the_very_cells(untidy: Any) -> None:
    before = cells(untidy)
    press(untidy, "quick_fix")
    press(untidy, "undo")
    assert cells(untidy) == before
    assert rows(untidy, JournalEntry)[-1]["action"] == "Hoàn tác: Sửa nhanh"
    outcome, _ = press(untidy, "undo")
    assert "không còn việc nào" in outcome.text


def test_undo_does_not_write_over_what_was_typed_since(untidy: Any, live_app: Any) -> None:
    """The rest may be taken back; what she typed stays."""
    press(untidy, "quick_fix")
    cell(untidy, Product, 2, "name").value = "Chả cá thác lác"
    live_app.alert_answers.append("no")
    press(untidy, "undo")
    assert "SP02 «Tên sản phẩm»: phần mềm đã ghi “Chả cá phi”, nay là “Chả cá thác lác”" in live_app.alerts[-1]
    assert cells(untidy) == ("Chả cá thác lác", 3.0, "Thực phẩm")
    outcome, _ = press(untidy, "undo")
    assert cells(untidy) == ("Chả cá thác lác", "3", "thuc pham")
    assert "1 ô đã sửa lại từ sau đó thì để yên" in outcome.text


@pytest.mark.thorough
def test_few_blocks_whatever_the_number_of_rows(live: Live, live_app: Any, demo_file: Path) -> None:
    """Fifteen scattered slips in one table: one block for it, whatever their number."""
    book = live(demo_file)
    for number in range(1, 31, 2):
        step = cell(book, CycleStep, number, "step")
        step.value = f" {step.value}"
    press(book, "check_all")
    live_app.traffic.clear()
    outcome, _ = press(book, "quick_fix")
    assert "16 ô" in outcome.text  # and the one slip of the plan itself
    writes = [where for where in live_app.traffic.writes if not where.startswith("Xem trước")]
    assert len(writes) <= 3 + 3, writes  # «Chu trình», «Sản phẩm» (the plan's own slip) and «Nhật ký», which grows
    assert sum(where.startswith("Chu trình") for where in writes) == 1
    # every table and the journal are read, and the two that change are looked at again after the question
    assert len(live_app.traffic.reads) <= len(INPUT_TABLES) + 1 + 2 + 2
