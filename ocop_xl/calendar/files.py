"""The calendar files of a day: all duties, and beside it what has changed since an earlier file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from ocop_xl.calendar.events import Event, event_of
from ocop_xl.calendar.events import since as changed_since
from ocop_xl.calendar.ics import calendar, events_in
from ocop_xl.errors import Refusal
from ocop_xl.model import Book
from ocop_xl.office.files import read_file
from ocop_xl.programme.agenda.due import Due
from ocop_xl.web.pages import write_page

_MOST = 10 * 2**20
ENDING = ".ics"


def write_calendars(
    path: Path, book: Book, on: date, dues: Sequence[Due], *, public: bool = False, since: Path | None = None
) -> list[tuple[Path, int]]:
    """What was written, with how many events. A calendar that takes in a whole file again may double what it has: with
    `since`, the earlier file, a second one holds only what is new, has changed or is gone."""
    if path.suffix.casefold() != ENDING:
        raise Refusal(f"Tệp lịch phải có đuôi {ENDING}: hãy ghi --ics {path.stem}{ENDING}.")
    before = _before(since) if since else {}
    events = [event_of(due, book, on, public=public) for due in dues]
    whole, changed = changed_since(before, events)
    name = f"Việc OCOP {book.commune.kind or 'xã'} {book.commune.name or ''}".strip()
    made = [(path, whole)]
    if since:
        made.append((path.with_stem(f"{path.stem}_moi"), changed))
    for file, content in made:
        write_page(file, calendar(content, name, on))
    return [(file, len(content)) for file, content in made]


def _before(path: Path) -> Mapping[str, Event]:
    return events_in(read_file(path, _MOST, f"tệp lịch đuôi {ENDING}"), path.name)
