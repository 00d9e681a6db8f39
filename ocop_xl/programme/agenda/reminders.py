"""What «Nhắc việc» says about duties, by their stable key in small letters: put off, settled, handed over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ocop_xl.model import Book, Reminder
from ocop_xl.model.rows.reminders import FOR_EVER


def hidden_until(row: Reminder, on: date) -> date | None:
    """Until before which day its duty is not listed, as far as was decided by the day."""
    if row.duty is None or (row.decided and row.decided > on):
        return None
    return FOR_EVER if row.reason else row.put_off


def hidden(book: Book, on: date) -> frozenset[str]:
    """Keys, in small letters, of the duties that somebody has put off or settled for that day."""
    found = ((row.duty, hidden_until(row, on)) for row in book[Reminder])
    return frozenset(key.casefold() for key, until in found if key and until and until > on)


def settled(book: Book, on: date) -> frozenset[str]:
    """What need not be done, for a reason."""
    rows = (row for row in book[Reminder] if row.reason and hidden_until(row, on))
    return frozenset(row.duty.casefold() for row in rows if row.duty)


def handed_to(book: Book, on: date) -> Mapping[str, str]:
    """To whom, the first line of a duty that says so."""
    found: dict[str, str] = {}
    for row in book[Reminder]:
        if row.duty and row.handed_to and says_whom(row, on):
            found.setdefault(row.duty.casefold(), row.handed_to)
    return found


def says_whom(row: Reminder, on: date) -> bool:
    """Whether it hands its duty to somebody, decided by that day."""
    return bool(row.handed_to) and not (row.decided and row.decided > on)
