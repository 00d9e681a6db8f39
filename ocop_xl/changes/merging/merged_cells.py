"""One row from three: what each side has changed since the base, cell by cell, columns of a group together.

Of a cell that the base does not say – a private one, a row that is new on both sides – a blank on one side gives way to
what the other has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from ocop_xl.changes.contents import UNSAID, Cells, same
from ocop_xl.changes.merging.conflict import Cell, Choice, Clash, Conflict
from ocop_xl.model.table import TableSpec
from ocop_xl.model.tables import table_named

Decide = Callable[[Conflict], Choice | None]


def merged_row(spec: TableSpec, row_id: str, base: Cells | None, mine: Cells, theirs: Cells, decide: Decide) -> Cells:
    """`base` is None for a row that both sides have added. What nobody has decided stays as it is in `mine`."""
    before = base or (UNSAID,) * len(mine)
    merged = list(mine)
    for unit in _units(spec.name):
        if all(mine[at] == theirs[at] for at in unit):
            continue
        taken = _taken(spec, row_id, unit, before, mine, theirs, decide, known=base is not None)
        for at in unit if taken else ():
            if taken[at] is not UNSAID and mine[at] is not UNSAID:
                merged[at] = taken[at]
    return tuple(merged)


def _taken(
    spec: TableSpec,
    row_id: str,
    unit: Sequence[int],
    base: Cells,
    mine: Cells,
    theirs: Cells,
    decide: Decide,
    *,
    known: bool,
) -> Cells:
    """The row from which the cells of the unit are taken."""
    parted = [at for at in unit if not same(mine[at], theirs[at])]
    if not any(_is_new(base[at], theirs[at]) for at in parted):
        return mine
    if not any(_is_new(base[at], mine[at]) for at in parted):
        return theirs
    cells = tuple(Cell(spec.inputs[at], base[at], mine[at], theirs[at]) for at in parted)
    said = known and not any(cell.base is UNSAID for cell in cells)
    clash = Clash.CELL if len(unit) == 1 else Clash.GROUP
    choice = decide(Conflict(spec, row_id, clash, cells, has_base=said))
    return theirs if choice is Choice.THEIRS else base if choice is Choice.BASE else mine


def _is_new(base: Any, now: Any) -> bool:
    return now is not None if base is UNSAID else not same(base, now)


@cache
def _units(table: str) -> tuple[tuple[int, ...], ...]:
    """Places of the columns that are taken from one side together; the key is not taken from anywhere."""
    spec = table_named(table)
    groups: dict[tuple[str, str], list[int]] = {}
    for at, column in enumerate(spec.inputs):
        if column is not spec.key:
            groups.setdefault((column.group, "" if column.group else column.attribute), []).append(at)
    return tuple(map(tuple, groups.values()))
