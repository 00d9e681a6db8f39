"""The cells that lines of the journal speak of, as they are now: still as written, as before, or something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from ocop_xl.changes.change import Formula, Value
from ocop_xl.changes.fits import holds
from ocop_xl.changes.journal import Line
from ocop_xl.changes.wording import COMPUTED, is_blank
from ocop_xl.desks.apply import row_numbers
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.frame_rows import frame_row, row_ids
from ocop_xl.desks.live_book import LiveBook, LiveTable
from ocop_xl.errors import Refusal
from ocop_xl.model import table_named
from ocop_xl.model.column import Column
from ocop_xl.sheets.area import area_of
from ocop_xl.sheets.reading.flaws import cell_in_words


def column_of(line: Line) -> Column:
    """Refused for a column that the model no longer has."""
    spec = table_named(line.table)
    try:
        return spec.by_header(line.header)
    except KeyError:
        raise Refusal(
            f"«Nhật ký» nói đến cột «{line.header}» mà trang «{spec.sheet}» không có; hãy tự sửa theo cột «Trước»."
        ) from None


class _Gone:
    """The row is not there any more."""


class Now:
    """What the cells hold now; formulas are asked for only where the journal speaks of one."""

    def __init__(self, desk: Desk, live: LiveBook) -> None:
        self._desk, self._live = desk, live
        self._formulas: dict[str, list[list[str]]] = {}
        self._rows: dict[str, dict[str, int]] = {}
        self._ids: dict[str, dict[int, str]] = {}

    def words(self, line: Line) -> str:
        """What the cell holds now; "" for a row that is gone."""
        now = self._cell(line)
        return "" if now is _Gone else cell_in_words(now, column_of(line))

    def value(self, line: Line) -> Value:
        """What the cell was read as; None for a row that has no key to be known by."""
        value: Value = self._live.book.value(table_named(line.table), line.row_id, column_of(line))
        return value

    def is_back(self, line: Line) -> bool:
        """As it was before. A row that the run has added and that is gone again needs nothing."""
        now = self._cell(line)
        if now is _Gone or isinstance(now, Formula):
            return now is _Gone and line.before == ""
        return holds(now, line.before, column_of(line), exactly=True)

    def conflicts(self, lines: Sequence[Line]) -> list[Line]:
        """Lines whose cells somebody has changed since, and those of a new row that she has gone on filling in or has
        given another key."""
        by_row: dict[tuple[str, str], list[Line]] = defaultdict(list)
        for line in lines:
            by_row[line.table, line.row_id].append(line)
        found = []
        for (name, row_id), mine in by_row.items():
            if self._has_moved(name, row_id, mine) or self._was_gone_on_with(name, row_id, mine):
                found += mine
            else:
                found += [line for line in mine if not self._settled(line)]
        return found

    def _settled(self, line: Line) -> bool:
        """As the run left it, or as it was before. A row that the run has emptied is gone."""
        now = self._cell(line)
        if self.is_back(line) or (now is _Gone and line.after == ""):
            return True
        return isinstance(now, Formula) if line.after == COMPUTED else holds(now, line.after, column_of(line))

    def _has_moved(self, name: str, row_id: str, lines: Sequence[Line]) -> bool:
        """The row has lost its key, but one that holds all the rest is there."""
        table = self._live.tables.get(table_named(name).row_type)
        if table is None or table.spec.form or self._row(table, row_id) is not None:
            return False
        rest = [(column_of(line), line.after) for line in lines if column_of(line) is not table.spec.key and line.after]
        rows = range(table.area.top + 1, table.area.bottom + 1)
        return bool(rest) and any(
            all(holds(self._at(table, row, column), after, column) for column, after in rest) for row in rows
        )

    def _was_gone_on_with(self, name: str, row_id: str, lines: Sequence[Line]) -> bool:
        """Taking a new row's key away would leave what she typed there without one."""
        table = self._live.tables.get(table_named(name).row_type)
        if table is None or table.spec.form or not any(_is_new_key(table, line) for line in lines):
            return False
        row, ours = self._row(table, row_id), {line.header for line in lines}
        return row is not None and any(
            not is_blank(table.cell(row, place)) for column, place in table.inputs if column.header not in ours
        )

    def _cell(self, line: Line) -> object:
        kind, column = table_named(line.table).row_type, column_of(line)
        table = self._live.tables.get(kind)
        if table is None:
            return _Gone
        if table.spec.form:
            area = area_of(self._live.book.placement(kind).cell(self._live.book[kind][0], column.attribute))
            return table.cell(area.top, area.left) if area else _Gone
        row, place = self._row(table, line.row_id), table.places.get(column.attribute)
        if row is None or place is None:
            return _Gone
        if line.after == COMPUTED:
            text = self._formulas_of(table)[row - table.area.top][place - table.area.left]
            if text.startswith("="):
                return Formula(text)
        return table.cell(row, place)

    def _at(self, table: LiveTable, row: int, column: Column) -> Any:
        place = table.places.get(column.attribute)
        return "" if place is None else table.cell(row, place)

    def _row(self, table: LiveTable, row_id: str) -> int | None:
        """By its key; a row without one by its place, as long as it has none."""
        if table.name not in self._rows:
            self._rows[table.name] = row_numbers(self._live, table)
            self._ids[table.name] = row_ids(self._live, table)
        by_place = frame_row(row_id, table)
        if by_place is not None and self._ids[table.name].get(by_place, row_id) != row_id:
            return None
        return self._rows[table.name].get(row_id) or by_place

    def _formulas_of(self, table: LiveTable) -> list[list[str]]:
        if table.name not in self._formulas:
            self._formulas[table.name] = self._desk.formulas(table.sheet, table.area)
        return self._formulas[table.name]


def _is_new_key(table: LiveTable, line: Line) -> bool:
    return column_of(line) is table.spec.key and line.before == "" and line.after != ""
