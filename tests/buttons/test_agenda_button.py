"""«Việc cần làm»: to the list, and what was decided about one of its duties into «Nhắc việc»."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.errors import Refusal
from ocop_xl.model import Reminder
from ocop_xl.sheets.vocabulary import AGENDA
from tests.buttons.conftest import Live
from tests.buttons.desks import press, rows


@pytest.fixture
def book(live: Live, demo_file: Path, tmp_path: Path) -> Any:
    path = tmp_path / demo_file.name
    shutil.copyfile(demo_file, path)
    return live(path)


def test_a_duty_is_put_off_on_its_line_and_one_click_takes_it_back(book: Any, live_app: Any) -> None:
    outcome, desk = press(book, "agenda")
    assert outcome.quiet and desk.selected is not None
    key = book.sheets[AGENDA].range("H5").value
    book.sheets[AGENDA].range("D5").select()
    live_app.api.answers += ("1", "15/08/2027")
    outcome, _ = press(book, "agenda")
    assert "NH01" in outcome.text
    [line] = rows(book, Reminder)
    assert (line["duty"], line["put_off"]) == (key, datetime(2027, 8, 15))
    press(book, "undo")
    assert rows(book, Reminder) == []


def test_what_is_no_day_is_told(book: Any, live_app: Any) -> None:
    book.sheets[AGENDA].range("D5").select()
    live_app.api.answers += ("1", "tuần sau")
    with pytest.raises(Refusal, match="«tuần sau» không phải một ngày"):
        press(book, "agenda")
