"""A table of a source: where it stands, what its columns mean, what its title says of all its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ocop_xl.sheets.importing.sources.cells import Cell, Grid
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.captions import Said
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.headers import Match
from ocop_xl.sheets.importing.words.list_kinds import PRODUCERS, PRODUCTS, ListKind

_FEWEST = 3
"""Known columns that make a header."""


@dataclass(slots=True)
class Column:
    """A column of the source whose meaning is known. `wrong` says why its cells are not taken all the same."""

    index: int
    header: Cell
    match: Match
    wrong: str = ""

    @property
    def target(self) -> Target:
        return self.match.target


@dataclass(slots=True)
class Table:
    """Rows `first_row` to before `end_row` of `grid` (from 0) are the table's. `spare` tells of columns that mean what
    another one already says; `said` is what its title says of all its rows."""

    grid: Grid
    kind: ListKind
    header_row: int
    first_row: int
    end_row: int = 0
    columns: list[Column] = field(default_factory=list)
    spare: dict[int, str] = field(default_factory=dict)
    repeated: set[int] = field(default_factory=set)
    title: list[Cell] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def column(self, target: Target) -> Column | None:
        return next((column for column in self.columns if column.target == target), None)

    def has(self, target: Target) -> bool:
        return self.column(target) is not None

    @property
    def score(self) -> float:
        """Surely known columns of the kind's own table count most."""
        own = self.kind.tables[0]
        return sum((2.0 if c.match.sure else 1.0) + (c.target.row_type is own) for c in self.columns)

    @property
    def sound(self) -> bool:
        """Enough of it is known to be sure that it is a list of its kind."""
        known = {(c.target.row_type, c.target.attribute) for c in self.columns if c.match.sure or self.kind is PRODUCTS}
        if known.isdisjoint(self.kind.marks) or (self.kind is PRODUCERS and self.has(f.NAME)):
            return False
        sure = sum(column.match.sure for column in self.columns)
        return len(self.columns) >= _FEWEST or (sure == len(self.columns) == 2 == len(self.columns) + len(self.spare))


def numbers_the_columns(cells: Iterable[Cell]) -> bool:
    """The row `(1) (2) (3) …` or `A B 1 2 3` below a header."""
    texts = [cell.text.strip("()[] .") for cell in cells if not cell.blank]
    if len(texts) < 3:
        return False
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < 4]
    letters = [text for text in texts if not text.isdecimal() or len(text) > 3]
    consecutive = all(after - before == 1 for before, after in pairwise(numbers))
    return len(numbers) >= 2 and consecutive and all(len(text) == 1 for text in letters)


def header_cells(table: Table) -> Iterator[Cell]:
    for row in table.grid.rows[table.header_row : table.first_row]:
        yield from (cell for cell in row if not cell.blank)
