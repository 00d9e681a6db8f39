"""What the agenda says is due, for rules: a duty stands in one place, and what «Nhắc việc» has put off or settled there
is not held against anybody here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.model.table import R
from ocop_xl.programme.agenda.agenda import open_duties
from ocop_xl.programme.agenda.due import State
from ocop_xl.rules.view import View


def open_rows(view: View, on: date, kind: type[R], source: str) -> Iterator[R]:
    """The rows of a source that want something on the day."""
    return (due.row for due in open_duties(view.book, on, source) if isinstance(due.row, kind))


def late_rows(view: View, on: date, kind: type[R], source: str) -> Iterator[R]:
    """Those whose day has passed."""
    dues = (due for due in open_duties(view.book, on, source) if due.state is State.OVERDUE)
    return (due.row for due in dues if isinstance(due.row, kind))
