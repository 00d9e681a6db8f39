"""Values as words of the journal, and back: exact, whatever language the computer speaks."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from ocop_xl.desks.cells import Formula, is_blank
from ocop_xl.law.sectors import label
from ocop_xl.model.column import Column, Kind
from ocop_xl.sheets.reading.flaws import Flaw
from ocop_xl.vietnamese import nfc

COMPUTED = "(công thức)"
_AS_TEXT = re.compile(r"“(.*)” \(dạng chữ\)", re.DOTALL)
_AS_NUMBER = re.compile(r"(\S+) \(dạng số\)")
_MOMENT = "%d/%m/%Y %H:%M:%S"
_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})( \d\d:\d\d:\d\d)?")


def in_words(value: Any, column: Column) -> str:
    """`3`, `0.5`, `20/03/2026`; a text in a column of numbers or days says that it is one, a number in one of texts."""
    if is_blank(value):
        return ""
    if isinstance(value, Formula):
        return COMPUTED
    if isinstance(value, Flaw):
        return value.text
    if isinstance(value, datetime):
        return value.strftime(_MOMENT)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        figure = _is_figure(column) or column.kind is Kind.PRODUCT_SET
        return _number(value) if figure else f"{_number(value)} (dạng số)"
    return f"“{value}” (dạng chữ)" if _is_figure(column) else str(value)


def _number(value: float) -> str:
    return f"{int(value)}" if float(value).is_integer() and abs(value) < 1e15 else f"{value!r}"


def from_words(words: str, column: Column) -> Any:
    """The cell's value again: None, float, date or text. Numbers of older entries may have `.0` behind them."""
    if not words:
        return None
    marked = _AS_TEXT.fullmatch(words)
    if marked:
        return marked[1]
    if found := _AS_NUMBER.fullmatch(words):
        try:
            return float(found[1])
        except ValueError:
            return words
    if column.kind is Kind.PRODUCT_SET:
        return label(int(float(words))) if re.fullmatch(r"\d+(\.0)?", words) else words
    if _is_figure(column):
        day = _DAY.fullmatch(words)
        try:
            if day and day[4]:
                return datetime.strptime(words, _MOMENT)
            return date(int(day[3]), int(day[2]), int(day[1])) if day else float(words)
        except ValueError:
            return words
    return words


def holds(cell: Any, words: str, column: Column, *, exactly: bool = False) -> bool:
    """Whether a cell holds what the journal says; unless `exactly`, spaces around a text and the way its marks are
    stored do not matter."""
    value = from_words(words, column)
    if value is None:
        return is_blank(cell)
    if isinstance(value, str):
        same = cell == value if exactly else isinstance(cell, str) and nfc(cell).strip() == nfc(value).strip()
        return isinstance(cell, str) and same
    if isinstance(cell, datetime) and not isinstance(value, datetime):
        cell = cell.date()
    same_type = isinstance(cell, date) == isinstance(value, date) and not isinstance(cell, str)
    return same_type and bool(cell == value)


def to_cell(value: Any, column: Column) -> Any:
    """A change's new value as its cell holds it: a set by its label, a text column always as text."""
    if value is None:
        return None
    if column.kind is Kind.PRODUCT_SET and isinstance(value, int | float):
        return label(int(value))
    if isinstance(value, str) or column.kind.is_number or column.kind is Kind.DATE:
        return value
    return _number(value) if isinstance(value, int | float) else in_words(value, column)


def _is_figure(column: Column) -> bool:
    return column.kind is Kind.DATE or (column.kind.is_number and column.kind is not Kind.PRODUCT_SET)
