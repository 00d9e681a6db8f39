"""The journal «Nhật ký»: a line for every cell that is changed, told as runs, and which run can be taken back.

The lines of a run say «đang ghi» until its last cell is written. Should the program be killed in between, each cell of
the run holds what stands in «Trước» or what stands in «Sau», the journal says so, and «Hoàn tác» makes it whole again.
A closed file is replaced whole: its lines are finished from the start.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from ocop_xl.changes.change import Change
from ocop_xl.changes.wording import MOMENT, as_cell, in_words
from ocop_xl.model.column import LONGEST_TEXT, Column
from ocop_xl.model.table import Role
from ocop_xl.model.tables import table_called, table_named
from ocop_xl.records import NamedTuple

UNDO = "Hoàn tác"
MERGE = "Ghép sổ"
UNFINISHED = " (đang ghi)"


class Line(NamedTuple):
    """One changed cell, in words. `table` is empty when an older journal names one that is no more. A line that says
    twice the same is a note: its cell stays as it is, and `why` tells what was not written there."""

    table: str
    row_id: str
    header: str
    before: str
    after: str
    why: str

    @property
    def is_note(self) -> bool:
        return self.before == self.after


class Run(NamedTuple):
    """The lines of one action; `undone` when a later run has taken it back, `finished` unless it was broken off."""

    when: str
    action: str
    lines: tuple[Line, ...]
    undone: bool = False
    finished: bool = True


def line_of(change: Change, column: Column, before: str) -> Line:
    """The line of a change to a cell that held `before`, in words."""
    after = in_words(as_cell(change.after, column), column)
    return Line(change.table, change.row_id, change.column, before, after, change.why)


def one_a_cell(lines: Iterable[Line]) -> list[Line]:
    """What each cell held before the first change, and what the last one left."""
    found: dict[tuple[str, str, str], Line] = {}
    for line in lines:
        place = (line.table, line.row_id, line.header)
        found[place] = line._replace(before=found[place].before) if place in found else line
    return list(found.values())


def in_short(lines: Sequence[Line]) -> Iterator[Line]:
    """All new rows of a reference table as one line: a criteria set has two thousand cells."""
    rows: dict[str, dict[str, Line]] = {}
    for line in lines:
        if table_named(line.table).role is Role.REFERENCE:
            rows.setdefault(line.table, {}).setdefault(line.row_id, line)
        else:
            yield line
    for table, firsts in rows.items():
        first = next(iter(firsts.values()))
        yield Line(table, first.row_id, "", "", f"{len(firsts)} dòng", first.why)


def written(lines: Iterable[Line], when: str, who: str, action: str) -> list[list[str]]:
    """The cells of the lines, in the order of the columns; people read the name of the sheet."""
    return [
        [when, who, action, table_named(line.table).sheet, *(text[:LONGEST_TEXT] for text in line[1:])]
        for line in lines
    ]


def as_text(cell: object) -> str:
    """A cell of the journal; a time is told as it was written, should a program have made a day of it."""
    if isinstance(cell, datetime):
        return cell.strftime(MOMENT)
    return "" if cell is None else str(cell)


def free_time(taken: Collection[str]) -> str:
    """Now, or the next second that no other run has: runs are told apart by it."""
    now = datetime.now()
    while now.strftime(MOMENT) in taken:
        now += timedelta(seconds=1)
    return now.strftime(MOMENT)


def runs(rows: Iterable[Sequence[str]]) -> list[Run]:
    """The rows of the journal as runs, the oldest first, however the user has sorted them."""
    found: dict[tuple[str, str], list[Line]] = {}
    for when, _, action, sheet, *rest in rows:
        spec = table_called(sheet)
        found.setdefault((when, action), []).append(Line(spec.name if spec else "", *rest))
    undos = [lines[0] for (_, action), lines in found.items() if action.startswith(UNDO) and _is_finished(action)]
    taken_back = {_when_of(line.why) for line in undos}
    told = [
        Run(when, action.removesuffix(UNFINISHED), tuple(lines), when in taken_back, _is_finished(action))
        for (when, action), lines in found.items()
    ]
    return sorted(told, key=lambda run: _moment(run.when))


def undo_reason(run: Run) -> str:
    """Says in the lines of an undo which run it takes back."""
    return f"trả lại việc «{run.action}» lúc {run.when}"


def _is_finished(action: str) -> bool:
    return not action.endswith(UNFINISHED)


def _moment(when: str) -> datetime:
    try:
        return datetime.strptime(when, MOMENT)
    except ValueError:
        return datetime.min


def _when_of(why: str) -> str:
    return why.rpartition(" lúc ")[2]
