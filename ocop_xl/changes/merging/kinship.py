"""Whether two books can be copies of one at all: a merge of strangers would take most of a book away."""

from __future__ import annotations

from ocop_xl.changes.contents import Contents
from ocop_xl.changes.merging.naming import Likeness, likeness
from ocop_xl.model.table import spec_of

MOST_GONE, MOST_OTHER = 0.3, 0.5
"""Shares of the rows from which two books look like strangers (cách hiểu của phần mềm): keys that are gone, rows that
are about something else under their old key, as when one column has been sorted by itself."""
_TOO_FEW = 10
"""Rows of which no share says anything."""


def are_strangers(base: Contents, side: Contents) -> bool:
    """Whether a copy has hardly anything of the book that it is said to come from. Only rows with numbers of their own
    count: one score sheet less is a hundred rows less."""
    there = gone = other = 0
    for kind, rows in base.items():
        spec = spec_of(kind)
        if spec.key is None or not spec.key.prefix or kind not in side:
            continue
        left = side[kind]
        there += len(rows)
        gone += len(rows.keys() - left.keys())
        other += sum(
            row_id in left and row != left[row_id] and likeness(spec, row, left[row_id]) is Likeness.OTHER
            for row_id, row in rows.items()
        )
    return there >= _TOO_FEW and (gone > MOST_GONE * there or other > MOST_OTHER * (there - gone))
