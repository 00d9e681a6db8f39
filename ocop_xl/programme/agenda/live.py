"""The Python twins of the hidden columns by which the workbook knows what is due (`model/due`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from ocop_xl.model import (
    Book,
    Budget,
    CycleStep,
    Dossier,
    Evidence,
    Idea,
    Inspection,
    Paper,
    Producer,
    Recognition,
    Remark,
    Reminder,
    Row,
    Support,
    Target,
    Task,
    TaskPart,
)
from ocop_xl.model import choices as c
from ocop_xl.model.due.duty import DAY_UNIT, SOURCE_UNIT, number_of
from ocop_xl.programme.agenda.agenda import agenda
from ocop_xl.programme.agenda.due import Due
from ocop_xl.programme.agenda.reminders import hidden_until, says_whom
from ocop_xl.programme.agenda.sources.certificates import last_certificates
from ocop_xl.programme.agenda.sources.cycle import finished
from ocop_xl.programme.agenda.sources.cycle import number_of as step_number
from ocop_xl.programme.agenda.sources.dossiers import answer_by, file_again_by, file_by, round_closes
from ocop_xl.programme.agenda.sources.inspections import last_visits, visit_by
from ocop_xl.programme.agenda.sources.subjects import year_wanted
from ocop_xl.programme.agenda.sources.work import over, part_by
from ocop_xl.programme.agenda.words import paused_by

Twin = Callable[[Any, Book, date], object]
EXCEL_EPOCH = date(1899, 12, 30)

COLUMNS: dict[tuple[type[Row], str], tuple[str, ...]] = {
    (Idea, "duty"): ("idea-answer", "idea-product"),
    (CycleStep, "duty"): ("cycle-step", "cycle-order"),
    (Dossier, "duty"): ("filing", "send", "file-again"),
    (Dossier, "evidence_duty"): ("evidence",),
    (Dossier, "waiting_duty"): ("supplement", "answer"),
    (Evidence, "duty"): ("evidence-ends",),
    (Recognition, "duty"): ("renewal", "logo-down"),
    (Recognition, "visit_duty"): ("visit",),
    (Inspection, "duty"): ("correction",),
    (Inspection, "waiting_duty"): ("province-answer",),
    (Producer, "duty"): ("training",),
    (Producer, "help_duty"): ("help",),
    (Task, "duty"): ("task",),
    (TaskPart, "duty"): ("task-part",),
    (Support, "duty"): ("support",),
    (Budget, "duty"): ("money",),
    (Paper, "duty"): ("paper-look",),
    (Remark, "duty"): ("remark",),
}
"""Which sources a hidden column speaks for."""


def number(due: Due, at: int) -> int:
    """The whole number that sorts and names a duty in the workbook; `at` is the row of its sheet."""
    return (due.due - EXCEL_EPOCH).days * DAY_UNIT + number_of(due.source) * SOURCE_UNIT + at


def agenda_of_day(book: Book, on: date) -> list[Due]:
    """The agenda, worked out once for all that a workbook shows of it."""
    return book.derived(_agenda(on)).dues


class _Day:
    """What is due on a day, as a list and by row."""

    def __init__(self, dues: list[Due]) -> None:
        self.dues = dues
        self.by_row: Mapping[tuple[int, str], Due] = {(id(due.row), due.source): due for due in dues}


@cache
def _agenda(on: date) -> Callable[[Book], _Day]:
    return lambda book: _Day(agenda(book, on))


def _duty(sources: tuple[str, ...]) -> Twin:
    def twin(row: Row, book: Book, on: date) -> object:
        by_row = book.derived(_agenda(on)).by_row
        found = (by_row.get((id(row), source)) for source in sources)
        return next((number(due, row.at) for due in found if due), "")

    return twin


@cache
def _last(on: date) -> Callable[[Book], frozenset[int]]:
    return lambda book: frozenset(id(row) for row in last_certificates(book, on))


def _is_last(row: Recognition, book: Book, on: date) -> bool:
    return id(row) in book.derived(_last(on))


def _visited(row: Recognition, book: Book, on: date) -> object:
    looks = last_visits(row, book, on)
    return (looks[0].inspected if looks else 0) if _is_last(row, book, on) else ""


def _step_left(row: CycleStep, book: Book, on: date) -> object:
    return "" if finished(row, on) else step_number(row) or ""


def _file_by(row: Dossier, book: Book, on: date) -> object:
    if row.state == c.DOSSIER_DRAFT and row.received is None:
        return file_by(row, book, on)
    return (file_again_by(row) or "") if row.state == c.DOSSIER_RETURNED else ""


def _hidden_until(row: Reminder, book: Book, on: date) -> object:
    return hidden_until(row, on) or 0


AGENDA_LIVE: dict[tuple[type[Row], str], Twin] = {
    **{column: _duty(sources) for column, sources in COLUMNS.items()},
    (CycleStep, "step_left"): _step_left,
    (Dossier, "round_closes"): lambda row, book, on: (round_closes(row, on) or "") if row.id else "",
    (Dossier, "answer_by"): lambda row, book, on: (answer_by(row) or "") if row.id else "",
    (Dossier, "file_by"): _file_by,
    (Dossier, "paused_by"): lambda row, book, on: paused_by(row, on) or "",
    (Recognition, "last"): lambda row, book, on: c.YES if _is_last(row, book, on) else "",
    (Recognition, "visited"): _visited,
    (Recognition, "visit_by"): lambda row, book, on: visit_by(row, book, on) if _is_last(row, book, on) else "",
    (Task, "over"): lambda row, book, on: c.YES if over(row, on) else "",
    (TaskPart, "part_by"): lambda row, book, on: part_by(row, book) or "",
    (Target, "wanted_in"): lambda row, book, on: year_wanted(row, book) or "",
    (Reminder, "hidden_until"): _hidden_until,
    (Reminder, "handed"): lambda row, book, on: (row.duty or "") if says_whom(row, on) else "",
}
