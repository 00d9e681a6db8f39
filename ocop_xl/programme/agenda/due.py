"""One duty on a day: what, by when, who, why, and which step settles it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from ocop_xl.model.table import Row
from ocop_xl.records import NamedTuple


class State(StrEnum):
    """How pressing a duty is; what another party owes is nobody's fault here until its day has passed."""

    OVERDUE = "quá hạn"
    DUE = "đến hạn"
    COMING = "sắp đến"
    WAITING = "chờ bên khác"


class Due(NamedTuple):
    """A line of the agenda. `key` is stable: it names commune, table, row and source and survives sorting and renaming.

    `opens` is the first day on which something can be done, `due` the last. `rows` are the keys of all rows that the
    duty speaks of, its own first; `row` is the one to go to.
    """

    key: str
    source: str
    table: str
    rows: tuple[str, ...]
    opens: date
    due: date
    state: State
    who: str
    what: str
    article: str
    step: str
    row: Row
    part: str = ""  # of a duty of the whole commune: the year, the period, the decision

    def days_left(self, on: date) -> int:
        """Calendar days to its day; negative when late."""
        return (self.due - on).days
