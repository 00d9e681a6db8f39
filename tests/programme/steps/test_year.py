"""The officer's year 2026, day by day: every duty appears on its day and disappears when its step is taken, and most cells
are no longer typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from ocop_xl.demo.books import vinh_phong
from ocop_xl.model import Book, spec_of
from ocop_xl.programme.agenda.agenda import agenda, sources
from ocop_xl.programme.agenda.due import Due
from ocop_xl.programme.steps.steps import row_named
from ocop_xl.rules.check import check
from ocop_xl.rules.finding import Severity
from tests.programme.steps.playing import Checking, Played, Typing, play, typed_cells
from tests.programme.steps.year import YEAR

TYPED_BY_HAND = 1026
"""Cells that a year like this one took before there were steps."""
EACH_DAY = [date(2026, 1, 1) + timedelta(days) for days in range(365)]


@cache
def played() -> list[Played]:
    return [*play(vinh_phong(), YEAR)]


def filled(book: Book) -> int:
    """Cells of the input tables that hold something."""
    return sum(
        getattr(row, column.attribute) is not None
        for kind in book
        for row in book[kind]
        for column in spec_of(kind).inputs
    )


def test_most_cells_are_no_longer_typed() -> None:
    typed = typed_cells(YEAR)
    assert typed <= 0.4 * TYPED_BY_HAND
    gained = filled(played()[-1].after) - filled(vinh_phong())
    assert typed <= 0.4 * gained


def test_a_duty_disappears_when_its_step_is_taken() -> None:
    settled = set()
    for act, before, after in played():
        if not isinstance(act, Typing | Checking):
            row = row_named(before, act.key)
            mine = {due.key: due.source for due in agenda(before, act.on) if due.step == act.step and due.row is row}
            left = {due.key for due in agenda(after, act.on)}
            assert not left & mine.keys(), act
            settled |= set(mine.values())
    assert settled == sources().keys()


class Seen(NamedTuple):
    """A duty on the first day on which it was listed."""

    due: Due
    first: date


def listed() -> Iterator[Seen]:
    """Every duty of the year, when it first appeared."""
    known, acts, book = set(), iter(played()), vinh_phong()
    coming = next(acts, None)
    for day in EACH_DAY:
        while coming is not None and coming.act.on <= day:
            book, coming = coming.after, next(acts, None)
        for due in agenda(book, day):
            if due.key not in known:
                known.add(due.key)
                yield Seen(due, day)


def test_a_duty_appears_on_the_day_on_which_it_opens_or_was_written() -> None:
    """What has lapsed is owed from the day after."""
    worked = {act.on for act, _, _ in played()}
    for due, day in listed():
        lapsed = due.opens == due.due and day == due.due + timedelta(1)
        assert day == due.opens or lapsed or day in worked, due


def test_the_year_leaves_no_error() -> None:
    book = played()[-1].after
    assert [str(one) for one in check(book, date(2026, 12, 31)) if one.severity is Severity.ERROR] == []
