"""A change to one cell of the workbook: the one currency of imports, quick fixes, merges and undo."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from ocop_xl.model.column import Column
from ocop_xl.records import NamedTuple

Value = str | int | float | date | None


class Formula(str):
    """A text that is meant to be computed."""

    __slots__ = ()


class Change(NamedTuple):
    """Row `row_id` of table `table` (its Excel Table name) gets `after` in the column headed `column`.

    A row id that the table does not have yet means a new row. `before` is what the author of the change saw.
    """

    table: str
    row_id: str
    column: str
    before: Value
    after: Value
    why: str


def with_keys(changes: Sequence[Change], known: Collection[str], key: Column | None) -> list[Change]:
    """Changes of one table; a new row, one whose id is not `known`, also gets its key, if no change says so."""
    if key is None:
        return list(changes)
    there = {*known, *(change.row_id for change in changes if change.column == key.header)}
    full = []
    for change in changes:
        if change.row_id not in there:
            there.add(change.row_id)
            full.append(Change(change.table, change.row_id, key.header, None, change.row_id, change.why))
        full.append(change)
    return full
