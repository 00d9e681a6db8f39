"""Every duty of a book on a day: the one way to ask what is due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib import import_module

from ocop_xl.law.clocks import moved
from ocop_xl.model import Book, spec_of, terms
from ocop_xl.model.table import Row
from ocop_xl.programme.agenda.due import Due, State
from ocop_xl.programme.agenda.source import SOURCES, Open, Source

TOPICS = ("ideas", "cycle", "dossiers", "certificates", "inspections", "subjects", "work", "year", "plan")
"""The files of `sources`, in the order in which duties of one day are listed."""


def sources() -> Mapping[str, Source]:
    """All sources by name."""
    for topic in TOPICS:
        import_module(f"ocop_xl.programme.agenda.sources.{topic}")
    return SOURCES


def agenda(book: Book, on: date, until: date | None = None) -> list[Due]:
    """What is open on the day, by its day: all that can be begun; with `until`, also what opens by then."""
    last = until or on
    found = [
        _due(book, on, asked, one)
        for asked in sources().values()
        for one in asked.find(book, on)
        if min(_first_day(one, book), one.due) <= last
    ]
    order = {name: place for place, name in enumerate(SOURCES)}
    return sorted(found, key=lambda due: (due.due, order[due.source], due.key))


def _due(book: Book, on: date, asked: Source, one: Open) -> Due:
    spec = spec_of(type(one.row))
    row_id = _row_id(one.row)
    words = (book.commune.commune_code or "", spec.name, row_id, asked.name, one.part)
    return Due(
        ":".join(word for word in words if word),
        asked.name,
        spec.name,
        (row_id, *one.more),
        _first_day(one, book),
        one.due,
        _state(one, book, on),
        one.who,
        one.what,
        asked.article,
        asked.step,
        one.row,
    )


def _row_id(row: Row) -> str:
    """Its key; of a row that has none yet its place, which is the best that can be said of it."""
    key = spec_of(type(row)).key
    return (getattr(row, key.attribute) if key else None) or (f"dòng {row.at}" if row.at else "")


def _first_day(one: Open, book: Book) -> date:
    return one.opens or moved(one.due, -terms.SOON.of(book.commune))


def _state(one: Open, book: Book, on: date) -> State:
    if one.due < on:
        return State.OVERDUE
    if one.waits:
        return State.WAITING
    return State.DUE if one.due <= moved(on, terms.NEAR.of(book.commune)) else State.COMING
