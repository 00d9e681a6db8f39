"""A table on paper: how many pages side by side, and how many blank rows end with the page that is printed anyway.

Excel and LibreOffice print prepared rows that nobody has filled: their live cells hold formulas, and both count a cell
with a formula as content whatever it shows. A print area by formula is no way out: LibreOffice does not read it and
loses it on saving, and Excel turns it into a fixed one, which then leaves out what is typed later. So there are as many
blank rows as the page still holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from ocop_xl.records import NamedTuple

SPARE_ROWS = 15
"""Blank rows, ready with drop-downs and formulas, below the data of every input table."""
FEWEST_SPARE = 8
"""What is worth ending with the page: where fewer rows are left on it, another page is begun."""

LEFT, RIGHT, TOP, BOTTOM = 0.5, 0.4, 0.5, 0.6
"""Margins, in inches."""
_WIDTH, _HEIGHT = (11.69 - LEFT - RIGHT) * 72, (8.27 - TOP - BOTTOM) * 72
"""Of what is printed on a sheet A4 landscape, in points."""
_PAGE_WIDTH = 240  # characters that print legibly on one page; wider input tables take more pages side by side


def pages_wide(widths: Sequence[int]) -> int:
    """Pages side by side for visible columns of these widths, in characters."""
    return -(-sum(widths) // _PAGE_WIDTH)


class Paper(NamedTuple):
    """`widths` of all columns, in characters, 0 for one out of sight; the first `repeated` stand on every page."""

    widths: Sequence[int]
    pages: int
    repeated: int

    def spare_rows(self, head: float, header: float, rows: Sequence[float], blank: float) -> int:
        """Blank rows below `rows`, all heights in points: to the end of the page, but `FEWEST_SPARE` to `SPARE_ROWS`.

        `head` is above the `header`, on the first page only.
        """
        page = _HEIGHT / self.scale()
        used = head + header
        for height in rows:
            used = used + height if used + height <= page else header + height
        left = int((page - used) // blank)
        return left if FEWEST_SPARE <= left <= SPARE_ROWS else SPARE_ROWS

    def scale(self) -> float:
        """Of the print: never above the natural size, and in whole percent, as both programs have it."""
        fitting = (percent for percent in range(100, 10, -1) if self._pages_at(percent) <= self.pages)
        return next(fitting, 10) / 100

    def _pages_at(self, percent: int) -> int:
        """A column stands whole on one page."""
        room, again = _WIDTH * 100 / percent, sum(map(_points, self.widths[: self.repeated]))
        pages, used = 1, 0.0
        for width in map(_points, self.widths):
            if used + width > room:
                pages, used = pages + 1, again
            used += width
        return pages


def _points(characters: int) -> float:
    """A column's width: 7 pixels a character and 5 for its edges, at 96 pixels an inch; 0 for one out of sight."""
    return (characters * 7 + 5) * 0.75 if characters else 0
