"""The journal of the live workbook, written before the cells that its lines speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ocop_xl.changes.journal import UNFINISHED, Line, Run, as_text, free_time, runs, written
from ocop_xl.changes.wording import is_blank
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.live_book import LiveTable, read_table
from ocop_xl.desks.output_table import changed_columns, occupied, stands_as_built
from ocop_xl.errors import Refusal
from ocop_xl.model import JournalEntry, spec_of
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.writing.user import user_name

_SPEC = spec_of(JournalEntry)


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
        return runs(self._rows())

    @contextmanager
    def run(self, action: str, lines: Sequence[Line]) -> Iterator[None]:
        """The lines stand below the others before the body writes their cells; after it they are finished."""
        body = self._enter(f"{action}{UNFINISHED}", lines)
        yield
        place = body.left + _SPEC.columns.index(_SPEC.column("action"))
        self._desk.write(self._table.sheet, body._replace(left=place, right=place), [[action]] * len(lines))

    def _enter(self, action: str, lines: Sequence[Line]) -> Area:
        """Write the lines in one block under a time that no other run has; returns where they stand."""
        block = written(lines, free_time({row[0] for row in self._rows()}), user_name(), action)
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
        rows = [[as_text(cell) for cell in row[: len(_SPEC.columns)]] for row in self._table.values[1:]]
        return [row for row in rows if any(row)]

    def _first_free(self) -> int:
        top, values = self._table.area.top, self._table.values
        filled = [at for at, row in enumerate(values) if at and not all(map(is_blank, row))]
        return top + (filled[-1] if filled else 0) + 1
