"""What every reader of old files gives: a table as rows of cells, each cell with the place where a person finds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from ocop_xl.vietnamese import nfc

_ERRORS = frozenset(("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"))
Value = str | int | float | bool | date | datetime | time | timedelta | None


@dataclass(slots=True)
class Cell:
    """One cell of the source. `merged_into` is the first cell of the merged block that covers this one, if any."""

    address: str
    value: Value = None
    merged_into: Cell | None = None

    @property
    def text(self) -> str:
        """The value as a person would read it; empty for a blank cell."""
        return as_text(self.value)

    @property
    def blank(self) -> bool:
        return not self.text

    @property
    def error(self) -> bool:
        """An error of the program that made the file, `#REF!` and its like, or its text in a CSV."""
        return isinstance(self.value, str) and self.value.strip().upper() in _ERRORS

    @property
    def held(self) -> Cell:
        """The cell whose value holds here: the first of the merged block when this one is covered and blank."""
        return self.merged_into if self.merged_into is not None and self.blank else self


@dataclass(slots=True)
class Grid:
    """One table or sheet. Rows may be of different lengths; `cell` fills up with blanks.

    `merges_known` is false for formats that cannot tell merged cells (text, CSV).
    """

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merges_known: bool = True

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
