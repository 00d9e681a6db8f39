"""Ranks that nobody can get or aim at: one body for the columns that name a rank the law recognises."""

from __future__ import annotations

from collections.abc import Iterator

from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model.table import Row
from ocop_xl.rules.finding import Saw, saw
from ocop_xl.rules.view import View


def unrecognisable_stars(view: View, kind: type[Row], attribute: str) -> Iterator[Saw]:
    """Cells of the column that are no number of stars (“sáu sao”), then those that are 1, 2 or 6 sao."""
    for cell in view.book.unread:
        if type(cell.row) is kind and cell.column.attribute == attribute:
            yield saw(cell.row, attribute, saw=cell.text)
    for row in view.having(kind, attribute, broken=lambda stars: stars is not None and stars not in RECOGNISED_STARS):
        yield saw(row, attribute)
