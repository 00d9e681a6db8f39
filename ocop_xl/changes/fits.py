"""Whether a cell still holds what was seen: by the author of a change, or by the journal when it was written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from ocop_xl.changes.change import Change, Value
from ocop_xl.changes.wording import as_cell, from_words, is_blank
from ocop_xl.model.column import Column, Kind
from ocop_xl.vietnamese import nfc, tidy


def misfit(changes: Iterable[Change], now: Callable[[Change], tuple[Value, Any]]) -> Change | None:
    """The first change whose author saw something else than is there now.

    `now` tells the value that the reader makes of the cell, and what the cell holds: an author may have seen either.
    A cell may change twice in one go.
    """
    written: dict[tuple[str, str, str], Value] = {}
    for change in changes:
        place = (change.table, change.row_id, change.column)
        value, cell = (written[place],) * 2 if place in written else now(change)
        if not _was_seen(change.before, value, cell):
            return change
        written[place] = change.after
    return None


def _was_seen(before: Value, value: Value, cell: Any) -> bool:
    """Texts were tidied when they were read."""
    return value == before or (isinstance(before, str) and isinstance(cell, str) and tidy(cell) == tidy(before))


def holds(cell: Any, words: str, column: Column, *, exactly: bool = False) -> bool:
    """Whether a cell holds what the journal says; unless `exactly`, spaces around a text and the way its marks are
    stored do not matter."""
    value = from_words(words, column)
    if column.kind is Kind.PRODUCT_SET and isinstance(value, str) and isinstance(cell, int | float):
        cell = as_cell(cell, column)
    if value is None:
        return is_blank(cell)
    if isinstance(value, str):
        same = cell == value if exactly else isinstance(cell, str) and nfc(cell).strip() == nfc(value).strip()
        return isinstance(cell, str) and same
    if isinstance(cell, datetime) and not isinstance(value, datetime):
        cell = cell.date()
    same_type = isinstance(cell, date) == isinstance(value, date) and not isinstance(cell, str)
    return same_type and bool(cell == value)
