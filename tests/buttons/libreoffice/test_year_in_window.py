"""The officer's year in a real LibreOffice window: each month's work is written as the buttons write it, and the window's
own «Việc cần làm», which no Python computes, says what is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlwings

from ocop_xl.changes.change import Change
from ocop_xl.demo.books import vinh_phong
from ocop_xl.desks.apply import apply
from ocop_xl.desks.excel import ExcelDesk
from ocop_xl.desks.whole_book import read_whole
from ocop_xl.model import Commune, spec_of
from ocop_xl.programme.agenda.agenda import agenda
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.vocabulary import AGENDA
from tests.buttons.libreoffice.lo_engine import application
from tests.buttons.libreoffice.lo_office import Office
from tests.buttons.libreoffice.lo_window import Screen
from tests.conftest import need
from tests.programme.steps.playing import months_of, together
from tests.programme.steps.year import YEAR

BEGIN = date(2026, 1, 1)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Any]:
    """The plan's workbook as it is handed out, on a screen."""
    need("Xvfb", "a window to work in")
    path = tmp_path / "so.xlsx"
    path.write_bytes(build_workbook(vinh_phong(), BEGIN))
    screen = Screen()
    office = Office(need("soffice", "the year in LibreOffice"), tmp_path / "profile", screen.display)
    with application(office) as app:
        opened = app.books.open_file(path)
        yield xlwings.Book(impl=opened)
        opened.close()  # a window that has something to save would ask, and nobody is there to answer
    screen.close()


def listed(book: Any) -> list[str]:
    """The keys of the lines that are shown."""
    return [line[-1] for line in book.sheets[AGENDA].range("A5:H104").value if line[0]]


def day_of_calculation(before: date | None, day: date) -> Change:
    spec = spec_of(Commune)
    return Change(spec.name, "", spec.column("as_of").header, before, day, "một ngày mới")


@pytest.mark.thorough
def test_the_windows_own_list_follows_the_year(book: Any) -> None:
    desk = ExcelDesk(book)
    for day, acts in months_of(YEAR):
        live = read_whole(desk)
        changes, after = together(live.book, acts)
        with desk.at_work():
            apply(desk, live, [day_of_calculation(live.book.commune.as_of, day), *changes], "Bước tiếp")
        assert listed(book) == [due.key for due in agenda(after, day)], day
