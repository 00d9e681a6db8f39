"""A cell that nobody has filled in yet is never told as «None»: not by a rule, nor by a duty, a score or a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from ocop_xl.errors import Refusal
from ocop_xl.jobs.score_entries import entries
from ocop_xl.jobs.score_words import lines
from ocop_xl.model import INPUT_TABLES, Book, spec_of
from ocop_xl.model.column import Kind
from ocop_xl.papers.facts import Gap
from ocop_xl.papers.kinds import KINDS
from ocop_xl.programme.agenda.agenda import agenda
from ocop_xl.rules.check import check
from tests.busy_commune import busy_commune

ON = date(2026, 11, 23)
_NONE = re.compile(r"\bNone\b")
BLANKED = {
    "texts": {Kind.TEXT, Kind.LONG_TEXT},
    "days": {Kind.DATE},
    "numbers": {Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT, Kind.YEAR, Kind.STARS},
    "choices": {Kind.CHOICE, Kind.PRODUCT_SET, Kind.LEVEL},
    "references": {Kind.REF},
    "keys": {Kind.KEY},
}


def _without(kinds: set[Kind]) -> Book:
    book = busy_commune(ON)
    for table in INPUT_TABLES:
        for column in spec_of(table).inputs:
            if column.kind in kinds and not spec_of(table).form:
                for row in book[table]:
                    setattr(row, column.attribute, None)
    return book


def _told(book: Book) -> Iterator[str]:
    yield from map(str, check(book, ON))
    yield from (duty.what for duty in agenda(book, ON))
    yield from lines(book, entries(book))
    for kind in KINDS:
        try:
            made = kind.facts(book, ON)
        except Refusal as problem:
            yield str(problem)
            continue
        for facts in made:
            yield from _texts([facts.title, facts.settled, facts.notices, facts.values])


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value.label if isinstance(value, Gap) else value
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)


@pytest.mark.parametrize("kinds", BLANKED.values(), ids=BLANKED)
def test_what_is_blank_is_never_told_as_none(kinds: set[Kind]) -> None:
    assert [text for text in _told(_without(kinds)) if _NONE.search(text)] == []
