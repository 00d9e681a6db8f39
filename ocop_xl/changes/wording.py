"""Values as words of the journal, and back: one dialect for both writers, exact, whatever language the computer speaks.

Journals of older versions are read as well. Those of a closed file wrote a set by its number (`8`), a whole number
with `.0` behind it and a text in a column of numbers like the number.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from ocop_xl.changes.change import Formula
from ocop_xl.law.sectors import label, number_of
from ocop_xl.model.column import Column, Kind

COMPUTED = "(công thức)"
MOMENT = "%d/%m/%Y %H:%M:%S"
_AS_TEXT = r"(?s)“(.*)” \(dạng chữ\)"
_AS_NUMBER = r"(\S+) \(dạng số\)"
_BARE_SET = r"\d+(\.0)?"
_DAY = r"(\d\d)/(\d\d)/(\d{4})( \d\d:\d\d:\d\d)?"


def is_blank(cell: object) -> bool:
    """Nothing to a reader: no value, or only blanks."""
    return cell is None or (type(cell) is str and not cell.strip())


def in_words(value: Any, column: Column) -> str:
    """`3`, `0.5`, `20/03/2026`; a text in a column of numbers or days says that it is one, a number in one of texts."""
    if is_blank(value):
        return ""
    if isinstance(value, Formula):
        return COMPUTED
    if isinstance(value, datetime):
        return value.strftime(MOMENT)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number_in_words(value, column)
    bare_set = column.kind is Kind.PRODUCT_SET and re.fullmatch(_BARE_SET, value)
    return f"“{value}” (dạng chữ)" if _is_figure(column) or bare_set else str(value)


def _number_in_words(value: float, column: Column) -> str:
    if _is_figure(column):
        return _number(value)
    number = number_of(value) if column.kind is Kind.PRODUCT_SET else None
    return label(number) if number else f"{_number(value)} (dạng số)"


def _number(value: float) -> str:
    return f"{int(value)}" if float(value).is_integer() and abs(value) < 1e15 else f"{value!r}"


def from_words(words: str, column: Column) -> Any:
    """The cell's value again: None, float, date or text."""
    if not words:
        return None
    marked = re.fullmatch(_AS_TEXT, words)
    if marked:
        return marked[1]
    if found := re.fullmatch(_AS_NUMBER, words):
        try:
            return float(found[1])
        except ValueError:
            return words
    if column.kind is Kind.PRODUCT_SET:
        number = number_of(words.removesuffix(".0")) if re.fullmatch(_BARE_SET, words) else None
        return label(number) if number else words
    return _figure(words) if _is_figure(column) else words


def _figure(words: str) -> Any:
    """A day or a number; what is neither stays the text that it is."""
    day = re.fullmatch(_DAY, words)
    try:
        if day and day[4]:
            return datetime.strptime(words, MOMENT)
        return date(int(day[3]), int(day[2]), int(day[1])) if day else float(words)
    except ValueError:
        return words


def as_cell(value: Any, column: Column) -> Any:
    """A change's new value as its cell holds it: a set by its label, a text column always as text."""
    if value is None:
        return None
    if column.kind is Kind.PRODUCT_SET and isinstance(value, int | float):
        number = number_of(value)
        return label(number) if number else _number(value)
    if isinstance(value, str) or column.kind.is_number or column.kind is Kind.DATE:
        return value
    return _number(value) if isinstance(value, int | float) else in_words(value, column)


def _is_figure(column: Column) -> bool:
    return column.kind is Kind.DATE or (column.kind.is_number and column.kind is not Kind.PRODUCT_SET)
