"""What a button asks of Excel does not grow with the rows: a block a table, and few blocks written."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ocop_xl.model import INPUT_TABLES, Dossier
from ocop_xl.sheets.vocabulary import CHOICE, PREVIEW, RESULT
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press

ALL = len(INPUT_TABLES)
_LOOKS = ("formats", "validation", "copied", "cleared")


class Button(NamedTuple):
    """`touched`: tables read, `changed`: tables written, the journal among both; a changed one is looked at again."""

    action: str
    touched: int
    changed: int
    answers: tuple[str, ...] = ()


BUTTONS = (
    Button("check_all", ALL, 1),
    Button("next_finding", 1, 0),
    Button("add_product", 2 + 1, 2, ("Khô cá lóc",)),
    Button("undo", 1 + 1, 2),
    Button("quick_fix", ALL + 1, 2),
    Button("repair_frame", ALL, 0),
    Button("open_score_sheet", ALL + 1, 3, ("1", "1")),
    Button("score", ALL, 0),
    Button("way_up", ALL, 0),
    Button("make_papers", ALL, 0, ("2",)),
    Button("journal", 1, 0),
    Button("guide", 0, 0),
    Button("share", 1 + 1, 2, ("",)),
)


@pytest.fixture
def book(live: Live, demo_file: Path, tmp_path: Path) -> Any:
    path = tmp_path / demo_file.name
    shutil.copyfile(demo_file, path)
    return live(path)


@pytest.mark.thorough
def test_blocks_a_button(book: Any, live_app: Any) -> None:
    """Reads ≤ tables touched + 2, a changed table counting again; writes ≤ tables changed + 3."""
    press(book, "check_all")  # the list has its length now
    for button in BUTTONS:
        cell(book, Dossier, 1, "id").select()
        live_app.api.answers[:] = button.answers
        live_app.traffic.clear()
        press(book, button.action)
        reads, writes = live_app.traffic.reads, live_app.traffic.writes
        written = [
            one for one in writes if one.split("!")[0] not in (PREVIEW, CHOICE, RESULT) and not one.endswith(_LOOKS)
        ]
        assert len(reads) <= button.touched + button.changed + 2, (button.action, reads)
        assert len(written) <= button.changed + 3, (button.action, written)
