"""Rectangles of cells, and the proof that a sheet's cells keep to a bearable one.

The reading library lays a sheet out from its smallest to its largest cell, blanks included: two cells, A1 and
XFD1048576, would take all the memory there is. So the cells' addresses are looked at before it may read the sheet.
"""

from __future__ import annotations

import re

from ocop_xl.model.book import column_letters
from ocop_xl.records import NamedTuple

MAX_COLUMN, MAX_ROW = 16384, 1_048_576
MAX_AREA = 4_000_000
"""Cells, blanks included, that one sheet may span: 100,000 rows × 40 columns."""

_REF = r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?"
_FILLED = rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*+(?<!/)><(?![/])'
"""A cell with an element inside: a value, a text or a formula. A blank cell with a look of its own has none."""
_NOT_NEAR = rb'<c(?! r="A?[A-Z][0-9]{1,4}")'
_NOT_NARROW = rb'<c(?! r="[A-Z](?:[0-9]{1,5}|1[0-4][0-9]{4})")'


class Area(NamedTuple):
    """Rows count from 1 as in Excel, columns from 0; all four are inside."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def size(self) -> int:
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    @property
    def ref(self) -> str:
        return f"{column_letters(self.left)}{self.top}:{column_letters(self.right)}{self.bottom}"


def area_of(ref: str) -> Area | None:
    """`A4:V34` → Area(4, 0, 34, 21); None for what is no address or lies outside a sheet."""
    found = re.fullmatch(_REF, ref)
    if found is None:
        return None
    top, left = int(found[2]), column_index(found[1])
    bottom, right = (int(found[4]), column_index(found[3])) if found[3] else (top, left)
    if not (1 <= top <= bottom <= MAX_ROW and left <= right < MAX_COLUMN):
        return None
    return Area(top, left, bottom, right)


def column_index(letters: str) -> int:
    """A → 0, AA → 26."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1


def looks_small(cells: bytes) -> bool:
    """Whether all cells stand in columns A–AZ and rows 1–9,999, or in A–Z and 1–149,999; if not, `extent` must look at
    each. `cells` is the plain XML of a sheet's rows."""
    return re.search(_NOT_NEAR, cells) is None or re.search(_NOT_NARROW, cells) is None


def extent(cells: bytes) -> Area | None:
    """The area that the cells span which hold something; None if none does. `cells` is plain XML."""
    top, left, bottom, right = MAX_ROW + 1, MAX_COLUMN, 0, -1
    for cell in re.finditer(_FILLED, cells):
        row, column = int(cell[2]), column_index(cell[1].decode())
        top, bottom = min(top, row), max(bottom, row)
        left, right = min(left, column), max(right, column)
    return Area(top, left, bottom, right) if bottom else None
