"""The journal of the live workbook: a line for every cell before it is changed, and which run can be taken back.

The lines of a run say «đang ghi» until its last cell is written. Should the program be killed in between, each cell of
the run holds what stands in «Trước» or what stands in «Sau», the journal says so, and «Hoàn tác» makes it whole again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from ocop_xl.desks.cells import is_blank
from ocop_xl.desks.excel import Desk
from ocop_xl.desks.live_book import LiveTable, read_table
from ocop_xl.desks.output_table import changed_columns, occupied, stands_as_built
from ocop_xl.errors import Refusal
from ocop_xl.model import ALL_TABLES, JournalEntry, spec_of
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.writing.user import user_name

UNDO = "Hoàn tác"
_UNFINISHED = " (đang ghi)"
_STAMP = "%d/%m/%Y %H:%M:%S"
_LONGEST = 32_767
"""Letters that a cell can hold."""
_SPEC = spec_of(JournalEntry)
_SHEETS = {spec_of(kind).name: spec_of(kind).sheet for kind in ALL_TABLES}
_TABLES = {sheet: name for name, sheet in _SHEETS.items()}
"""People read the name of the sheet."""


class Line(NamedTuple):
    """One changed cell, in words."""

    table: str
    row_id: str
    header: str
    before: str
    after: str
    why: str


class Run(NamedTuple):
    """The lines of one action; `undone` when a later run has taken it back, `finished` unless it was broken off."""

    when: str
    action: str
    lines: tuple[Line, ...]
    undone: bool = False
    finished: bool = True


class Journal:
    """«Nhật ký» as it was read, and what is added to it."""

    def __init__(self, desk: Desk) -> None:
        table = read_table(desk, JournalEntry)
        if table is None or not stands_as_built(table.values[0], JournalEntry):
            raise Refusal(changed_columns(JournalEntry))
        self._desk = desk
        self._table: LiveTable = table

    def runs(self) -> list[Run]:
        """All runs, the oldest first, however the user has sorted the lines."""
        found: dict[tuple[str, str], list[Line]] = {}
        for row in self._rows():
            found.setdefault((row[0], row[2]), []).append(Line(_TABLES.get(row[3], row[3]), *row[4:]))
        undos = [lines[0] for (_, action), lines in found.items() if action.startswith(UNDO) and _is_finished(action)]
        taken_back = {_when_of(line.why) for line in undos}
        runs = [
            Run(when, action.removesuffix(_UNFINISHED), tuple(lines), when in taken_back, _is_finished(action))
            for (when, action), lines in found.items()
        ]
        return sorted(runs, key=lambda run: _moment(run.when))

    @contextmanager
    def run(self, action: str, lines: Sequence[Line]) -> Iterator[None]:
        """The lines stand below the others before the body writes their cells; after it they are finished."""
        body = self._enter(f"{action}{_UNFINISHED}", lines)
        yield
        place = body.left + _SPEC.columns.index(_SPEC.column("action"))
        self._desk.write(self._table.sheet, body._replace(left=place, right=place), [[action]] * len(lines))

    def _enter(self, action: str, lines: Sequence[Line]) -> Area:
        """Write the lines in one block under a time that no other run has; returns where they stand."""
        head = [self._free_time(), user_name(), action]
        block = [
            [*head, _SHEETS[one.table], one.row_id, one.header, *map(_short, (one.before, one.after, one.why))]
            for one in lines
        ]
        area, first = self._table.area, self._first_free()
        last = first + len(block) - 1
        self._desk.refuse_if_locked(self._table.sheet)
        self._desk.show_all_rows(self._table.sheet, self._table.name)
        if last > area.bottom and not self._table.nothing_below():
            raise Refusal(occupied(_SPEC.sheet))
        if last > area.bottom:
            self._desk.resize(self._table.sheet, self._table.name, area, last)
        body = Area(first, area.left, last, area.left + len(_SPEC.columns) - 1)
        self._desk.write(self._table.sheet, body, block)
        return body

    def last_row(self) -> tuple[str, Area]:
        """Sheet and first cell of the last line written."""
        row = max(self._first_free() - 1, self._table.area.top)
        return self._table.sheet, Area(row, self._table.area.left, row, self._table.area.left)

    def _rows(self) -> list[list[str]]:
        rows = [[_text(cell) for cell in row[: len(_SPEC.columns)]] for row in self._table.values[1:]]
        return [row for row in rows if any(row)]

    def _first_free(self) -> int:
        top, values = self._table.area.top, self._table.values
        filled = [at for at, row in enumerate(values) if at and not all(map(is_blank, row))]
        return top + (filled[-1] if filled else 0) + 1

    def _free_time(self) -> str:
        taken = {row[0] for row in self._rows()}
        now = datetime.now()
        while now.strftime(_STAMP) in taken:
            now += timedelta(seconds=1)
        return now.strftime(_STAMP)


def undo_reason(run: Run) -> str:
    """Says in the lines of an undo which run it takes back."""
    return f"trả lại việc «{run.action}» lúc {run.when}"


def _is_finished(action: str) -> bool:
    return not action.endswith(_UNFINISHED)


def _moment(when: str) -> datetime:
    try:
        return datetime.strptime(when, _STAMP)
    except ValueError:
        return datetime.min


def _when_of(why: str) -> str:
    return why.rpartition(" lúc ")[2]


def _short(text: str) -> str:
    return text[:_LONGEST]


def _text(cell: Any) -> str:
    if isinstance(cell, datetime):
        return cell.strftime(_STAMP)
    return "" if cell is None else str(cell)
