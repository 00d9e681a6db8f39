"""A duty as an all-day event, and what became of the events of an earlier file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ocop_xl.model import Book, spec_of
from ocop_xl.programme.agenda.agenda import sources
from ocop_xl.programme.agenda.due import Due
from ocop_xl.programme.agenda.words import said_publicly
from ocop_xl.records import NamedTuple


class Event(NamedTuple):
    """`uid` is the duty's stable key. `sequence` grows with every change, so that a calendar replaces what it has."""

    uid: str
    day: date
    summary: str
    description: str
    category: str
    sequence: int = 0
    cancelled: bool = False

    def says_the_same(self, other: Event) -> bool:
        return self._replace(sequence=0) == other._replace(sequence=0)


def event_of(due: Due, book: Book, on: date, *, public: bool) -> Event:
    """In the public profile neither who does it nor a name that somebody typed."""
    page = spec_of(type(due.row)).sheet
    about = [f"Căn cứ: {due.article}", f"Trang: {page}"]
    if public:
        summary = said_publicly(sources()[due.source].words, due.row, book, on, due.part)
        return Event(due.key, due.due, summary, "\n".join(about), page)
    return Event(due.key, due.due, due.what, "\n".join([f"Ai làm: {due.who}", *about]), page)


def since(before: Mapping[str, Event], now: Iterable[Event]) -> tuple[list[Event], list[Event]]:
    """All events with the sequence that they have by now, and of these what has changed since the earlier file: new,
    moved, put in other words, cancelled because the duty is gone."""
    found = {event.uid: event for event in now}
    whole = [_following(before.get(uid), event) for uid, event in found.items()]
    gone = [event for uid, event in before.items() if uid not in found]
    whole += [
        event if event.cancelled else event._replace(sequence=event.sequence + 1, cancelled=True) for event in gone
    ]
    whole.sort(key=lambda event: (event.day, event.uid))
    return whole, [event for event in whole if event != before.get(event.uid)]


def _following(before: Event | None, event: Event) -> Event:
    if before is None:
        return event
    same = before.says_the_same(event)
    return event._replace(sequence=before.sequence if same else before.sequence + 1)
