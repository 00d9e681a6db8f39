"""Killed before any of its changes, a button leaves the workbook as it was or as it should be, or the journal says that
it was broken off, and «Hoàn tác» makes the workbook whole again.

A dead program changes nothing more, so from the fatal moment on every change is refused. What Excel's settings are
left at is the launcher's care (test_addin_launcher.py).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.changes.journal import UNDO
from ocop_xl.demo.books import PLAN_TEXT
from ocop_xl.desks.excel import ExcelDesk
from ocop_xl.desks.journal import Journal
from ocop_xl.model import CriterionLine, Dossier, FindingLine, JournalEntry, Product, spec_of
from ocop_xl.papers.kinds import KINDS
from ocop_xl.sheets.vocabulary import CHOICE, FIELDS, LISTS, PREVIEW
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press

Prepare = Callable[[Any, Any], None]
_MANY = 200


class Killed(BaseException):
    """The process is gone."""


class Fate:
    """Lets so many changes pass and no more."""

    def __init__(self, passing: int) -> None:
        self.left = passing

    def __call__(self) -> None:
        if self.left == 0:
            raise Killed
        self.left -= 1


def kill(book: Any, live_app: Any, action: str, passing: int) -> bool:
    """Whether the action was killed before it had ended."""
    live_app.traffic.before_change = Fate(passing)
    try:
        press(book, action)
    except Killed:
        return True
    finally:
        live_app.traffic.before_change = lambda: None
    return False


def cells(book: Any) -> dict[str, Any]:
    """What stands in the sheets of staff: all but the journal, what is only looked up, and pages for a decision.

    Rows of formulas alone are left out: a table that had to grow keeps its new rows, blank.
    """
    left_out = {spec_of(JournalEntry).sheet, spec_of(CriterionLine).sheet, LISTS, FIELDS, PREVIEW, CHOICE}
    return {
        sheet.name: [
            [text for text in row if text]
            for row in sheet.used_range.impl.uno.getFormulaArray()
            if any(text[:1] not in ("", "=") for text in row)
        ]
        for sheet in book.sheets
        if sheet.name not in left_out
    }


def add_product(book: Any, live_app: Any) -> None:
    live_app.api.answers[:] = ["Khô cá lóc"]


def quick_fix(book: Any, live_app: Any) -> None:
    """Slips in two tables, far enough from each other to need several blocks."""


def repair_frame(book: Any, live_app: Any) -> None:
    cell(book, Product, 1, "id").select()


def import_annex(book: Any, live_app: Any) -> None:
    live_app.api.answers[:] = [str(PLAN_TEXT), "1"]


def open_score_sheet(book: Any, live_app: Any) -> None:
    cell(book, Dossier, 1, "id").select()
    live_app.api.answers[:] = ["1", "1"]


def make_papers(book: Any, live_app: Any) -> None:
    live_app.api.answers[:] = [str(2 + [kind.slug for kind in KINDS].index("bao-cao-tien-do")), "2", "41"]


BUTTONS: dict[str, Prepare] = {
    "add_product": add_product,
    "quick_fix": quick_fix,
    "repair_frame": repair_frame,
    "import_annex": import_annex,
    "open_score_sheet": open_score_sheet,
    "make_papers": make_papers,
}


@pytest.fixture
def untidy(live: Live, demo_file: Path, tmp_path: Path) -> Any:
    """The plan's workbook after a careless paste, in a folder of its own."""
    path = tmp_path / demo_file.name
    shutil.copyfile(demo_file, path)
    book = live(path)
    for number, attribute, value in ((2, "name", "Chả  cá phi "), (7, "name", "Mắm  chua"), (3, "sector", "thuc pham")):
        cell(book, Product, number, attribute).value = value
    cell(book, Product, 0, "potential").value = "Tiem nang"
    cell(book, Product, 2, "producer_name").value = "dán đè"
    cell(book, Dossier, 3, "note").value = " ghi  chú "
    return book


@pytest.mark.thorough
@pytest.mark.parametrize("action", BUTTONS)
def test_killed_anywhere_the_way_back_is_open(action: str, untidy: Any, live_app: Any) -> None:
    before, finished = cells(untidy), []
    for passing in range(_MANY):
        BUTTONS[action](untidy, live_app)
        if not kill(untidy, live_app, action, passing):
            break
        runs = [run for run in Journal(ExcelDesk(untidy)).runs() if not run.undone and not run.action.startswith(UNDO)]
        if not runs:
            assert cells(untidy) == before, f"changed without a word, {passing} changes done"
            continue
        if runs[-1].finished:
            finished.append(cells(untidy))
        press(untidy, "undo")
        assert cells(untidy) == before, f"not made whole, {passing} changes done"
    after = cells(untidy)
    assert after != before and Journal(ExcelDesk(untidy)).runs()[-1].finished
    assert all(state == after for state in finished)
    assert passing > 3, "it was killed at least before the journal, before the cells and before the last word"


@pytest.mark.parametrize(
    "passing", [3, *(pytest.param(at, marks=pytest.mark.thorough) for at in (0, 1, 2, 4, 5, 6, 7))]
)
def test_an_undo_that_was_killed_is_done_again(passing: int, untidy: Any, live_app: Any) -> None:
    before = cells(untidy)
    press(untidy, "quick_fix")
    kill(untidy, live_app, "undo", passing)
    press(untidy, "undo")
    assert cells(untidy) == before


@pytest.mark.thorough
def test_the_list_of_findings_is_the_old_one_or_the_new_one(untidy: Any, live_app: Any) -> None:
    press(untidy, "check_all")
    old, seen = listed(untidy), []
    for slip in (cell(untidy, Product, 4, "potential"), cell(untidy, Product, 5, "number")):
        slip.value = 99
    passing = 0
    while kill(untidy, live_app, "check_all", passing):
        seen.append(listed(untidy))
        passing += 1
    new = listed(untidy)
    assert len(new) > len(old) and passing > 3
    assert all(state in (old, new) for state in seen) and seen[0] == old


def listed(book: Any) -> list[list[Any]]:
    """The lines that the table shows; blank rows say nothing."""
    table = book.sheets[spec_of(FindingLine).sheet].tables[spec_of(FindingLine).name]
    return [row for row in table.range.options(ndim=2).value[1:] if any(row)]
