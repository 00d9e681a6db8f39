"""What was not taken when somebody decided a conflict, for the journal: no value that was typed is gone for good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ocop_xl.changes.contents import UNSAID, Contents
from ocop_xl.changes.journal import Line
from ocop_xl.changes.merging.conflict import Cell, Choice, Clash, Conflict
from ocop_xl.changes.wording import in_words

_WHY = "ghép sổ: không lấy của bản kia “{}”"


def losers(conflicts: Iterable[Conflict], merged: Contents) -> Iterator[Line]:
    """A line for each value of the other copy that is nowhere now; the values of this copy that gave way stand in the
    lines of their changes. A line changes nothing: it says twice what the cell holds."""
    for conflict in conflicts:
        if (
            conflict.clash is Clash.ALIKE
            or conflict.choice not in (Choice.MINE, Choice.BASE)
            or not conflict.has_theirs
        ):
            continue
        row = merged[conflict.spec.row_type].get(conflict.row_id)
        for cell in conflict.cells:
            if cell.theirs is not None and cell.theirs is not UNSAID:
                now = None if row is None else row[conflict.spec.inputs.index(cell.column)]
                yield _line(conflict, cell, now)


def _line(conflict: Conflict, cell: Cell, now: object) -> Line:
    words, lost = in_words(now, cell.column), in_words(cell.theirs, cell.column)
    return Line(conflict.spec.name, conflict.row_id, cell.column.header, words, words, _WHY.format(lost))
