"""What every reader of old files gives: tables as rows of cells, each cell with the place where a person finds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import nfc

MOST_CELLS = 400_000
"""A list of 20 columns and 20,000 rows; whatever is larger is no list of a commune or a province."""

_ERRORS = frozenset(("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"))
Value = str | int | float | bool | date | datetime | time | timedelta | None


class Cell:
    """One cell of the source. `merged_into` is the first cell of the merged block that covers this one, if any."""

    __slots__ = ("_text", "address", "merged_into", "value")

    def __init__(self, address: str, value: Value = None, merged_into: Cell | None = None) -> None:
        self.address = address
        self.value = value
        self.merged_into = merged_into
        self._text: str | None = None

    def __repr__(self) -> str:
        return f"Cell({self.address!r}, {self.value!r})"

    @property
    def text(self) -> str:
        """The value as a person would read it; empty for a blank cell."""
        if self._text is None:
            self._text = as_text(self.value)
        return self._text

    @property
    def blank(self) -> bool:
        return self.value is None or not self.text

    @property
    def error(self) -> bool:
        """An error of the program that made the file, `#REF!` and its like, or its text in a CSV."""
        return isinstance(self.value, str) and self.value[:1] == "#" and self.value.strip().upper() in _ERRORS

    @property
    def held(self) -> Cell:
        """The cell whose value holds here: the first of the merged block when this one is covered and blank."""
        return self.merged_into if self.merged_into is not None and self.blank else self

    def put(self, value: Value) -> None:
        """Another value in its place: a text of an old font, in Unicode."""
        self.value, self._text = value, None


class Aside(NamedTuple):
    """Something that stands in the file beside what is read: a comment, a deleted row, hidden letters."""

    cell: Cell
    why: str


@dataclass(slots=True)
class Grid:
    """One table or sheet. Rows may be of different lengths; `cell` fills up with blanks.

    `before` are the lines of text above it. `flags` tell of rows that a person does not see as the others (hidden,
    struck out) and why; `hidden` of a whole sheet. `follows`: it goes on in the document where the grid before ended.
    `merges_known` is false for formats that cannot tell merged cells (text, CSV).
    """

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merges_known: bool = True
    before: list[Cell] = field(default_factory=list)
    flags: dict[int, str] = field(default_factory=dict)
    hidden: str = ""
    follows: bool = False
    aside: list[Aside] = field(default_factory=list)

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        cells = self.rows[row]
        return cells[column] if column < len(cells) else Cell("")

    def filled(self, first_row: int = 0) -> Iterator[Cell]:
        """Every cell with something in it, from `first_row` down."""
        for row in self.rows[first_row:]:
            yield from (cell for cell in row if not cell.blank)


@dataclass(slots=True)
class Source:
    """A whole file: its grids in the order of the document; `told` is what concerns all of it.
    `own_book`: it is a workbook of ours, whose tables need no guessing."""

    name: str
    grids: list[Grid] = field(default_factory=list)
    told: list[Aside] = field(default_factory=list)
    own_book: bool = False

    def cells(self) -> Iterator[Cell]:
        """Everything that stands in it, what is not seen included."""
        for grid in self.grids:
            yield from (cell for cell in grid.before if not cell.blank)
            yield from grid.filled()
            yield from (aside.cell for aside in grid.aside)


def as_text(value: Value) -> str:
    """`2025.0` → `2025`, a date → `dd/mm/yyyy`, spaces at the ends away."""
    if value is None:
        return ""
    if isinstance(value, str):
        return nfc(value).strip()
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and (value.hour or value.minute):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return str(value)
