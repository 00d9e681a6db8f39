"""Rows that others refer to: what one copy deleted while the other went on using it, and what a merge has broken."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any

from ocop_xl.changes.contents import UNSAID, Cells, Contents
from ocop_xl.changes.merging.conflict import Choice, Clash, Conflict, differing
from ocop_xl.changes.merging.merged_cells import Decide
from ocop_xl.model.column import Column
from ocop_xl.model.table import Row, TableSpec, spec_of
from ocop_xl.model.tables import INPUT_TABLES
from ocop_xl.records import NamedTuple


class Reference(NamedTuple):
    """A cell that names a row of another table."""

    spec: TableSpec
    row_id: str
    column: Column
    value: str


class Broken(NamedTuple):
    """What holds in each copy and no longer in the merged book: a reference to no row, a value that must be there once.
    `other_id` is the row that has it too, "" for a reference."""

    reference: Reference
    other_id: str = ""


def keep_used(merged: Contents, mine: Contents, theirs: Contents, decide: Decide) -> None:
    """Put back what was deleted although a row of the merged book refers to it, unless somebody has decided that it
    goes. A row that is put back may refer to others."""
    dropped = _dropped(merged, mine, theirs)
    while any(dropped.values()):
        used = {
            (kind, one.value): one
            for kind, rows in dropped.items()
            for one in _referring(merged, kind, rows)
            if _was_whole(one, kind, mine, theirs) or _was_whole(one, kind, theirs, mine)
        }
        for (kind, row_id), by in used.items():
            row = dropped[kind].pop(row_id)
            if not _goes(kind, row_id, by, mine, theirs, decide):
                merged[kind] = {**merged[kind], row_id: row}
        if not used:
            return


def _goes(kind: type[Row], row_id: str, by: Reference, mine: Contents, theirs: Contents, decide: Decide) -> bool:
    """Whether somebody has decided that the row goes, used as it is."""
    here, there = mine.get(kind, {}).get(row_id), theirs.get(kind, {}).get(row_id)
    cells = differing(spec_of(kind), None, here, there)
    where = f"{by.spec.sheet} {by.row_id}".rstrip()
    asked = Conflict(spec_of(kind), row_id, Clash.USED, cells, where, here is not None, there is not None)
    return {None: False, Choice.MINE: here is None, Choice.THEIRS: there is None}[decide(asked)]


def _dropped(merged: Contents, mine: Contents, theirs: Contents) -> dict[type[Row], dict[str, Cells]]:
    found: dict[type[Row], dict[str, Cells]] = {}
    for kind, rows in merged.items():
        sides = theirs.get(kind, {}), mine[kind]
        found[kind] = {row_id: row for side in sides for row_id, row in side.items() if row_id not in rows}
    return found


def _was_whole(one: Reference, target: type[Row], side: Contents, other: Contents) -> bool:
    """Whether this copy has the row and the reference to it, and the other, which has deleted the row, no longer had
    that reference: what refers to nothing there already is none of the merge's doing."""
    return one.value in side.get(target, ()) and _stands(one, side) and not _stands(one, other)


def _stands(one: Reference, side: Contents) -> bool:
    row = side.get(one.spec.row_type, {}).get(one.row_id)
    return row is not None and row[one.spec.inputs.index(one.column)] == one.value


@cache
def _references_to(target: str) -> tuple[tuple[TableSpec, int, Column], ...]:
    """Tables and places of the columns that refer to a table."""
    return tuple(
        (spec, at, column)
        for spec in map(spec_of, INPUT_TABLES)
        for at, column in enumerate(spec.inputs)
        if column.refers_to == target
    )


def _referring(book: Contents, target: type[Row], keys: Collection[Any]) -> Iterator[Reference]:
    """The cells that name one of these rows."""
    for spec, at, column in _references_to(spec_of(target).name) if keys else ():
        for row_id, row in book.get(spec.row_type, {}).items():
            if row[at] in keys:
                yield Reference(spec, row_id, column, row[at])


def broken(merged: Contents, mine: Contents, theirs: Contents) -> list[Broken]:
    """What was whole in both copies, or is new."""
    faults = dict.fromkeys(_dangling(merged))
    for side in (mine, theirs) if faults else ():
        for fault in _dangling(side):
            faults.pop(fault, None)
    return [*faults, *_doubles(merged, mine, theirs)]


def _dangling(book: Contents) -> Iterator[Broken]:
    for target, rows in book.items():
        said = {
            row[at]
            for spec, at, _ in _references_to(spec_of(target).name)
            for row in book.get(spec.row_type, {}).values()
        }
        lost = said - rows.keys() - {None, UNSAID}
        yield from map(Broken, _referring(book, target, lost))


def _doubles(merged: Contents, mine: Contents, theirs: Contents) -> Iterator[Broken]:
    """Values of rows that this copy did not have so, which another row has too."""
    for kind, rows in merged.items():
        before = mine[kind]
        fresh = {} if rows is before else {key: row for key, row in rows.items() if before.get(key) is not row}
        for at, column in enumerate(spec_of(kind).inputs) if fresh else ():
            if column.unique:
                for row_id, other_id in _twice(rows, fresh, at):
                    both = rows[row_id][at], rows[other_id][at]
                    if not any(_said(side.get(kind, {}), (row_id, other_id), at) == both for side in (mine, theirs)):
                        yield Broken(Reference(spec_of(kind), row_id, column, both[0]), other_id)


def _twice(rows: dict[str, Cells], fresh: dict[str, Cells], at: int) -> Iterator[tuple[str, str]]:
    """Fresh rows, each with an earlier one that says the same in this column."""
    wanted = {row[at].casefold() for row in fresh.values() if isinstance(row[at], str)}
    first: dict[str, str] = {}
    for row_id, row in rows.items() if wanted else ():
        value = row[at].casefold() if isinstance(row[at], str) else ""
        if value in wanted and first.setdefault(value, row_id) != row_id:
            yield row_id, first[value]


def _said(rows: dict[str, Cells], row_ids: tuple[str, str], at: int) -> tuple[Any, ...]:
    return tuple(rows[row_id][at] for row_id in row_ids if row_id in rows)
