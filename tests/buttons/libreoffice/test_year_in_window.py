"""The officer's year in a real LibreOffice window: a step of each topic is taken by «Bước tiếp» itself, what else a
month brings is written as that button writes it, and the window's own «Việc cần làm», which no Python computes, says
what is due."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlwings

from ocop_xl.demo.books import vinh_phong
from ocop_xl.desks.apply import apply
from ocop_xl.desks.excel import ExcelDesk
from ocop_xl.desks.whole_book import read_whole
from ocop_xl.errors import Refusal
from ocop_xl.model import Book, Commune, spec_of
from ocop_xl.model.book import default_placement
from ocop_xl.programme.agenda.agenda import agenda
from ocop_xl.programme.steps.steps import step_named
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.vocabulary import AGENDA
from tests.buttons.libreoffice.lo_engine import application
from tests.buttons.libreoffice.lo_office import Office
from tests.buttons.libreoffice.lo_window import Screen
from tests.buttons.stepping import press_next_step
from tests.changed_books import after
from tests.conftest import need
from tests.programme.steps.playing import Act, Click, months_of, together
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


def turn_to(book: Any, day: date) -> None:
    """«Ngày tính» of the open workbook."""
    rows = default_placement(spec_of(Commune)).rows or {}
    book.sheets[spec_of(Commune).sheet].range((rows["as_of"], 2)).value = datetime(day.year, day.month, day.day)


def write(book: Any, known: Book, acts: list[Act], day: date) -> Book:
    """The acts as the button writes them, all at once; the book after them."""
    desk = ExcelDesk(book)
    live = read_whole(desk)
    changes, _ = together(live.book, acts)
    with desk.at_work():
        apply(desk, live, changes, "Bước tiếp")
    turn_to(book, day)
    return together(known, acts)[1]


def topic_of(act: Click) -> str:
    """The file of its step: the button does not know one step of a topic from another, and each click takes seconds."""
    return step_named(act.step).do.__module__


def can_be_pressed(act: Act, known: Book) -> bool:
    """Whether the act wants nothing that waits to be written."""
    with suppress(AssertionError, Refusal):
        return bool(act.changes(known))
    return False


@pytest.mark.thorough
def test_the_windows_own_list_follows_the_year(book: Any) -> None:
    known, pressed = vinh_phong(), set[str]()
    for day, acts in months_of(YEAR):
        waiting: list[Act] = []
        for act in acts:
            if not isinstance(act, Click) or topic_of(act) in pressed:
                waiting.append(act)
                continue
            if not can_be_pressed(act, known):
                known, waiting = write(book, known, waiting, act.on), []
            turn_to(book, act.on)
            press_next_step(book, act, known)
            known = after(known, act.changes(known))
            pressed.add(topic_of(act))
        known = write(book, known, waiting, day)
        assert listed(book) == [due.key for due in agenda(known, day)], day
    assert pressed == {topic_of(act) for act in YEAR if isinstance(act, Click)}
