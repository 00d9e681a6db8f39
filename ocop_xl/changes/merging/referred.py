"""Rows that others refer to: what one copy deleted while the other went on using it, and what a merge has broken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from ocop_xl.changes.contents import Cells, Contents
from ocop_xl.changes.merging.conflict import Choice, Clash, Conflict, differing
from ocop_xl.changes.merging.merged_cells import Decide
from ocop_xl.model.column import Column
from ocop_xl.model.table import Row, TableSpec, spec_of
from ocop_xl.model.tables import table_named


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
            for one in references(merged)
            if one.value in dropped.get(kind := table_named(one.column.refers_to).row_type, ())
            and (_was_whole(one, kind, mine, theirs) or _was_whole(one, kind, theirs, mine))
        }
        for (kind, row_id), by in used.items():
            row = dropped[kind].pop(row_id)
            here, there = mine.get(kind, {}).get(row_id), theirs.get(kind, {}).get(row_id)
            spec = spec_of(kind)
            cells = differing(spec, None, here, there)
            where = f"{by.spec.sheet} {by.row_id}".rstrip()
            asked = Conflict(spec, row_id, Clash.USED, cells, where, here is not None, there is not None)
            goes = {None: False, Choice.MINE: here is None, Choice.THEIRS: there is None}
            if not goes[decide(asked)]:
                merged[kind] = {**merged[kind], row_id: row}
        if not used:
            return


def _dropped(merged: Contents, mine: Contents, theirs: Contents) -> dict[type[Row], dict[str, Cells]]:
    found: dict[type[Row], dict[str, Cells]] = {}
    for kind, rows in merged.items():
        every = {**theirs.get(kind, {}), **mine.get(kind, {})}
        if len(every) > len(rows):
            found[kind] = {row_id: row for row_id, row in every.items() if row_id not in rows}
    return found


def _was_whole(one: Reference, target: type[Row], side: Contents, other: Contents) -> bool:
    """Whether this copy has the row and the reference to it, and the other, which has deleted the row, no longer had
    that reference: what refers to nothing there already is none of the merge's doing."""
    return one.value in side.get(target, ()) and _stands(one, side) and not _stands(one, other)


def _stands(one: Reference, side: Contents) -> bool:
    row = side.get(one.spec.row_type, {}).get(one.row_id)
    return row is not None and row[one.spec.inputs.index(one.column)] == one.value


def references(book: Contents) -> Iterator[Reference]:
    for kind, rows in book.items():
        spec = spec_of(kind)
        for at, column in enumerate(spec.inputs):
            if column.refers_to:
                yield from (
                    Reference(spec, row_id, column, row[at]) for row_id, row in rows.items() if isinstance(row[at], str)
                )


def broken(merged: Contents, mine: Contents, theirs: Contents) -> list[Broken]:
    """What was whole in both copies, or is new."""
    faults = {**dict.fromkeys(_dangling(merged)), **dict.fromkeys(_doubles(merged))}
    for side in (mine, theirs):
        for fault in (*_dangling(side), *_doubles(side)) if faults else ():
            faults.pop(fault, None)
    return list(faults)


def _dangling(book: Contents) -> Iterator[Broken]:
    for one in references(book):
        target = table_named(one.column.refers_to).row_type
        if target in book and one.value not in book[target]:
            yield Broken(one)


def _doubles(book: Contents) -> Iterator[Broken]:
    for kind, rows in book.items():
        spec = spec_of(kind)
        for at, column in enumerate(spec.inputs):
            if column.unique:
                holders: dict[Any, list[str]] = defaultdict(list)
                for row_id, row in rows.items():
                    if isinstance(row[at], str):
                        holders[row[at].casefold()].append(row_id)
                for first, *others in holders.values():
                    yield from (Broken(Reference(spec, one, column, rows[one][at]), first) for one in others)
