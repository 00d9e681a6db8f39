"""Rows whose references follow when other rows get other keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ocop_xl.changes.contents import Cells
from ocop_xl.model.column import Column
from ocop_xl.model.table import TableSpec
from ocop_xl.model.trace import renamed

Names = Mapping[str, Mapping[str, str]]
"""New keys by table and old key."""


def followed(spec: TableSpec, rows: dict[str, Cells], names: Names) -> dict[str, tuple[str, Cells]]:
    """The rows of a table by their old keys: the key that follows from what it is derived from, and the cells."""
    follow = {at: change for at, column in enumerate(spec.inputs) if (change := _change(column, names))}
    key = spec.key
    if not follow or key is None:
        return {row_id: (row_id, row) for row_id, row in rows.items()}
    parent = next((at for at, column in enumerate(spec.inputs) if column.attribute == key.derived_from), None)
    found = {}
    for row_id, row in rows.items():
        cells = list(row)
        for at, change in follow.items():
            cells[at] = change(cells[at])
        again = row_id
        if parent is not None and row[parent] != cells[parent] and row_id.startswith(row[parent]):
            again = cells[parent] + row_id.removeprefix(row[parent])
        found[row_id] = (again, with_key(spec, tuple(cells), again))
    return found


def with_key(spec: TableSpec, row: Cells, row_id: str) -> Cells:
    """The row under another key; its other cells as they are."""
    return tuple(row_id if column is spec.key else cell for column, cell in zip(spec.inputs, row, strict=True))


def _change(column: Column, names: Names) -> Callable[[Any], Any] | None:
    """What becomes of the cells of a column; None if nothing does."""
    if column.refers_to in names:
        return lambda cell: names[column.refers_to].get(cell, cell)
    if column.cites and names:
        every = {old: new for of_table in names.values() for old, new in of_table.items()}
        words = re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, every))})(?![\w.-])")
        return lambda cell: _cited(cell, words, every, names) if isinstance(cell, str) else cell
    return None


def _cited(text: str, words: re.Pattern[str], every: Mapping[str, str], names: Names) -> str:
    """Keys in a list, or in a trace, where what rows refer to is seen as the same."""
    following = renamed(text, names)
    return following if following != text else words.sub(lambda found: every[found[0]], text)
