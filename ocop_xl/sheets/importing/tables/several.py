"""A subject's products in one cell: `- Trà⏎- Mứt`, `Gạo ST25; Gạo ST24`, with the ranks beside them line by line."""

from __future__ import annotations

import re

from ocop_xl.records import NamedTuple
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.rows import RowKind, SourceRow
from ocop_xl.sheets.importing.tables.table import Table
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.values import BULLET
from ocop_xl.vietnamese import tidy

_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+(?=\w)")


class Several(NamedTuple):
    """The names in a cell. `sure` is false where they may as well be one long name."""

    cell: Cell
    names: list[str]
    sure: bool

    def part(self, cell: Cell, at: int) -> Cell:
        """What a cell of the row says of the name at this place: its line, if it has one for each."""
        if cell is self.cell:
            return Cell(cell.address, self.names[at])
        lines = _lines(cell.text)
        return Cell(cell.address, lines[at]) if len(lines) == len(self.names) else cell


def several_in(table: Table, row: SourceRow) -> Several | None:
    """None for a row of one product."""
    column = table.column(f.NAME)
    if column is None or row.kind is not RowKind.ITEM:
        return None
    cell = table.grid.cell(row.index, column.index)
    if "\n" not in cell.text and ";" not in cell.text:
        return None
    lines = _lines(cell.text)
    if len(lines) < 2:
        names = [tidy(name) for name in cell.text.split(";") if tidy(name)]
        return Several(cell, names, sure=False) if len(names) > 1 else None
    marked = [BULLET.sub("", _NUMBERED.sub("", line)) for line in lines]
    if all(mark != line for mark, line in zip(marked, lines, strict=True)):
        return Several(cell, marked, sure=True)
    if not all(line[:1].isupper() and " " in line for line in lines):
        return None
    beside = any(len(_lines(other.text)) == len(lines) for other in row.cells if other is not cell)
    return Several(cell, lines, sure=beside)


def _lines(text: str) -> list[str]:
    return [tidy(line).rstrip(" ;,") for line in text.split("\n") if tidy(line)]
