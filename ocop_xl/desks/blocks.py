"""Which blocks to write for scattered cells: few calls, and no cell touched that holds something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ocop_xl.records import NamedTuple
from ocop_xl.sheets.area import Area

Cells = Mapping[tuple[int, int], Any]
"""Value by row (from 1) and column (from 0)."""


class Piece(NamedTuple):
    """A rectangle and its values, row by row."""

    area: Area
    rows: list[list[Any]]

    def with_row(self, values: list[Any]) -> Piece:
        """One row longer; the rows are shared, since a table may have ten thousand."""
        self.rows.append(values)
        return Piece(self.area._replace(bottom=self.area.bottom + 1), self.rows)


def pieces(cells: Cells) -> list[Piece]:
    """Rectangles that hold the cells and nothing else: runs along the rows, equal runs below one another joined."""
    columns: dict[int, list[int]] = {}
    for row, column in sorted(cells):
        columns.setdefault(row, []).append(column)
    growing: dict[tuple[int, int], Piece] = {}
    done: list[Piece] = []
    for row, places in columns.items():
        for left, right in runs(places):
            values = [cells[row, column] for column in range(left, right + 1)]
            above = growing.get((left, right))
            if above is not None and above.area.bottom == row - 1:
                growing[left, right] = above.with_row(values)
            else:
                done += [above] if above is not None else []
                growing[left, right] = Piece(Area(row, left, row, right), [values])
    return sorted([*done, *growing.values()], key=lambda piece: piece.area)


def runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbours among ascending numbers."""
    for at, place in enumerate(places):
        if at == 0 or place > places[at - 1] + 1:
            first = place
        if at + 1 == len(places) or places[at + 1] > place + 1:
            yield first, place


def hull(cells: Cells) -> Area:
    """The smallest rectangle around the cells."""
    rows, columns = {row for row, _ in cells}, {column for _, column in cells}
    return Area(min(rows), min(columns), max(rows), max(columns))


def bridged(cells: Cells, between: Cells) -> Piece | None:
    """One rectangle around the cells, the gaps filled with what stands there now; None if a gap is not in `between`."""
    area = hull(cells)
    rows = []
    for row in range(area.top, area.bottom + 1):
        values = []
        for column in range(area.left, area.right + 1):
            place = (row, column)
            if place not in cells and place not in between:
                return None
            values.append(cells[place] if place in cells else between[place])
        rows.append(values)
    return Piece(area, rows)
