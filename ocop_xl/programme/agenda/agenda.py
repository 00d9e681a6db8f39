"""Every duty of a book on a day: the one way to ask what is due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module

from ocop_xl.law.clocks import moved
from ocop_xl.model import Book, spec_of, terms
from ocop_xl.model.due.duty import SOURCES as ORDER
from ocop_xl.model.table import Row
from ocop_xl.programme.agenda.due import Due, State
from ocop_xl.programme.agenda.reminders import handed_to, hidden, settled
from ocop_xl.programme.agenda.source import SOURCES, Open, Source
from ocop_xl.programme.agenda.words import OFFICER, said

TOPICS = (
    "ideas",
    "cycle",
    "dossiers",
    "certificates",
    "inspections",
    "subjects",
    "work",
    "year",
    "plan",
    "papers",
    "province",
)
"""The files of `sources`."""


def sources() -> Mapping[str, Source]:
    """All sources by name, in their order."""
    for topic in TOPICS:
        import_module(f"ocop_xl.programme.agenda.sources.{topic}")
    return {name: SOURCES[name] for name in ORDER}


def agenda(book: Book, on: date, until: date | None = None) -> list[Due]:
    """What is open on the day, by its day: all that can be begun; with `until`, also what opens by then. What
    «Nhắc việc» puts off or has settled is not listed."""
    found = (due for asked in sources().values() for due in _of(asked, book, on, until or on))
    return sorted(found, key=lambda due: (due.due, ORDER.index(due.source), due.row.at))


def open_duties(book: Book, on: date, name: str, until: date | None = None) -> list[Due]:
    """What of one source is open; with `until`, also what opens by then."""
    return list(_of(sources()[name], book, on, until or on))


def owed(book: Book, on: date, name: str) -> list[Due]:
    """What of one source a report tells: also what was put off, since that moves no day; not what was settled."""
    return sorted(_of(sources()[name], book, on, on, settled(book, on)), key=lambda due: due.due)


def _of(asked: Source, book: Book, on: date, last: date, away: frozenset[str] | None = None) -> Iterator[Due]:
    handed = handed_to(book, on)
    away = hidden(book, last) if away is None else away
    for one in asked.find(book, on):
        if min(_first_day(one, book), one.due) <= last:
            due = _due(book, on, asked, one, handed)
            if due.key.casefold() not in away:
                yield due


def _due(book: Book, on: date, asked: Source, one: Open, handed: Mapping[str, str]) -> Due:
    spec = spec_of(type(one.row))
    row_id = _row_id(one.row)
    words = (book.commune.commune_code or "", spec.name, row_id, asked.name, one.part)
    key = ":".join(word for word in words if word)
    return Due(
        key,
        asked.name,
        spec.name,
        (row_id, *one.more),
        _first_day(one, book),
        one.due,
        _state(one, asked, book, on),
        handed.get(key.casefold()) or said(asked.who, one.row, book, on) or OFFICER,
        said(asked.words, one.row, book, on, one.part),
        asked.article,
        asked.step,
        one.row,
        one.part,
    )


def _row_id(row: Row) -> str:
    """Its key; of a row that has none yet its place, which is the best that can be said of it. A form needs neither."""
    spec = spec_of(type(row))
    if spec.form:
        return ""
    return (getattr(row, spec.key.attribute) if spec.key else None) or (f"dòng {row.at}" if row.at else "")


def _first_day(one: Open, book: Book) -> date:
    return one.opens or moved(one.due, -terms.SOON.of(book.commune))


def _state(one: Open, asked: Source, book: Book, on: date) -> State:
    if one.due < on:
        return State.OVERDUE
    if asked.waits:
        return State.WAITING
    return State.DUE if one.due <= moved(on, terms.NEAR.of(book.commune)) else State.COMING
