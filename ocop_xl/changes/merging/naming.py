"""Whether two rows are about the same thing, by the columns that name it (`Column.names`)."""

from __future__ import annotations

import re
from collections.abc import Hashable
from difflib import SequenceMatcher
from enum import Enum, auto
from typing import Any

from ocop_xl.changes.contents import UNSAID, Cells, same
from ocop_xl.model.column import Kind
from ocop_xl.model.table import TableSpec
from ocop_xl.vietnamese import name_key, toned_key

_NEAR = 0.85
"""Share of letters that two names have in common from which somebody is asked (cách hiểu của phần mềm)."""
_FIGURES = re.compile(r"\d+")
_TEXTS = (Kind.TEXT, Kind.LONG_TEXT)


class Likeness(Enum):
    """SAME only if every naming cell says the same, NEAR if nothing says that they are two."""

    SAME = auto()
    NEAR = auto()
    OTHER = auto()


def likeness(spec: TableSpec, one: Cells, other: Cells) -> Likeness:
    """Of two rows of a table; rows that name nothing are about anything."""
    found = zip(spec.inputs, one, other, strict=True)
    named = [(column.kind in _TEXTS, _told(a), _told(b)) for column, a, b in found if column.names]
    if all(_agree(*pair) for pair in named) and any(cell is not None for _, *pair in named for cell in pair):
        return Likeness.SAME
    return Likeness.NEAR if all(_may_agree(*pair) for pair in named) else Likeness.OTHER


def signature(spec: TableSpec, row: Cells) -> Hashable:
    """Equal for rows that are the `SAME`; None for a row that lacks a required part of its name."""
    parts: list[Hashable] = []
    for column, cell in zip(spec.inputs, row, strict=True):
        if not column.names:
            continue
        if cell is UNSAID or (cell is None and column.required):
            return None
        parts.append(toned_key(cell) if isinstance(cell, str) and column.kind in _TEXTS else cell)
    return tuple(parts) if any(part is not None for part in parts) else None


def _told(cell: Any) -> Any:
    return None if cell is UNSAID else cell


def _agree(words: bool, one: Any, other: Any) -> bool:
    return same(one, other) or (words and _texts(one, other) and toned_key(one) == toned_key(other))


def _may_agree(words: bool, one: Any, other: Any) -> bool:
    """Blank on one side; of names also typed without marks, with a word more, with a slip of the key. Figures in a name
    are no slip: 123/QĐ-UBND and 124/QĐ-UBND are two decisions."""
    if one is None or other is None or _agree(words, one, other):
        return True
    if not (words and _texts(one, other)):
        return False
    first, second = name_key(one), name_key(other)
    if _FIGURES.findall(first) != _FIGURES.findall(second):
        return False
    fewer, more = sorted((set(first.split()), set(second.split())), key=len)
    return fewer <= more or SequenceMatcher(None, first, second).ratio() >= _NEAR


def _texts(one: Any, other: Any) -> bool:
    return isinstance(one, str) and isinstance(other, str)
