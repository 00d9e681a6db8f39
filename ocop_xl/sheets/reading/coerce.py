"""From what a cell holds to the type of its column, a whole column at a time.

Columns are nearly always of one type throughout, so each function first looks at the set of types and takes the short
way; only mixed columns are gone through cell by cell. What cannot be read becomes None and a `Problem`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Any

from ocop_xl.law.sectors import number_of
from ocop_xl.model.column import Column, Kind
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.reading import days, numerals
from ocop_xl.sheets.reading.flaws import Flaw
from ocop_xl.vietnamese import nfc, tidy

UNTIDY = "untidy_text"
_MARK = "|"
_MAX_WHOLE = 1e15
"""Excel keeps 15 digits; whole numbers beyond are not shown in full."""


class Problem(NamedTuple):
    """Cell `place` of the column could not be read; `name` is one of `ocop_xl.model.book.PROBLEMS`."""

    place: int
    text: str
    name: str


_MAX_TYPED = 100
"""Letters of the longest text that may still mean a number or a date; longer ones would cost time only."""

MAX_PROBLEMS = 20_000
"""More unreadable cells in a workbook are no commune's slips but a file of another kind."""


class TooManyProblems(Exception):
    """The columns cannot be what they were taken for."""


class Unreadable(Exception):
    """A cell has no value of its column's type; the argument is the problem's name."""


def coerce(column: Column, cells: Sequence[Any], *, date1904: bool = False) -> tuple[Sequence[Any], list[Problem]]:
    """The column's values, blanks as None, and what could not be read."""
    types = set(map(type, cells))
    if types == {str} and not any(cells):
        return (None,) * len(cells), []
    quick = _QUICK[column.kind](cells, types)
    if quick is not None:
        return quick, []
    return _one_by_one(cells, _reader(column, date1904), _TYPED_AS_TEXT.get(column.kind, ""))


def _quick_key(cells: Sequence[Any], types: set[type]) -> Sequence[Any] | None:
    """Keys in capitals: Excel's own formulas do not tell `sp07` from `SP07`."""
    keys = _quick_text(cells, types)
    if keys is None or all(map(str.isupper, filter(None, keys))):
        return keys
    return [key and key.upper() for key in keys]


_TYPED_AS_TEXT = {
    **dict.fromkeys((Kind.STARS, Kind.INTEGER, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT, Kind.YEAR), "text_number"),
    Kind.DATE: "text_date",
    **dict.fromkeys((Kind.KEY, Kind.REF, Kind.CHOICE, Kind.LEVEL), UNTIDY),
}
"""What to call a text that was read although Excel's formulas cannot: as a number, a date, or a word they compare."""


def _one_by_one(cells: Sequence[Any], read: Callable[[Any], Any], as_text: str) -> tuple[list[Any], list[Problem]]:
    values: list[Any] = []
    problems: list[Problem] = []
    for index, cell in enumerate(cells):
        value = None
        if type(cell) is Flaw:
            problems.append(Problem(index, cell.text, "error_cell" if cell.text else "no_value"))
        elif cell != "":
            try:
                value = read(cell)
            except Unreadable as problem:
                problems.append(Problem(index, shown(cell), str(problem)))
            if as_text and value is not None and type(cell) is str and (as_text != UNTIDY or tidy(cell) != cell):
                problems.append(Problem(index, cell, as_text))
            if len(problems) > MAX_PROBLEMS:
                raise TooManyProblems
        values.append(value)
    return values, problems


# --- the short ways: a sequence, or None if the column must be read cell by cell -----------------------------


def _quick_text(cells: Sequence[Any], types: set[type]) -> Sequence[Any] | None:
    if types != {str}:
        return None
    joined = f"{_MARK}{_MARK.join(cells)}{_MARK}"
    if not joined.isascii() and not unicodedata.is_normalized("NFC", joined):
        return None
    # isprintable rules out line breaks, tabs, odd spaces and invisible characters in one go
    if not joined.isprintable() or "  " in joined or f"{_MARK} " in joined or f" {_MARK}" in joined:
        return None
    return cells if f"{_MARK}{_MARK}" not in joined else [cell or None for cell in cells]


def _quick_float(cells: Sequence[Any], types: set[type]) -> Sequence[Any] | None:
    if types == {float}:
        return cells if all(map(isfinite, cells)) else None
    if types == {float, str} and not any(type(cell) is str and cell for cell in cells):
        floats = [None if cell == "" else cell for cell in cells]
        return floats if all(cell is None or isfinite(cell) for cell in floats) else None
    return None


def _quick_whole(cells: Sequence[Any], types: set[type]) -> Sequence[Any] | None:
    floats = _quick_float(cells, types)
    if floats is None or not all(cell is None or cell.is_integer() for cell in floats):
        return None
    return [None if cell is None else int(cell) for cell in floats]


def _quick_date(cells: Sequence[Any], types: set[type]) -> Sequence[Any] | None:
    if not types <= {date, str} or any(type(cell) is str and cell for cell in cells):
        return None
    dates = [cell for cell in cells if cell]
    if dates and not (days.within_reach(min(dates)) and days.within_reach(max(dates))):
        return None
    return cells if types == {date} else [cell or None for cell in cells]


def _quick_product_set(cells: Sequence[Any], types: set[type]) -> Sequence[Any] | None:
    """Each of the few names in a column is looked up once."""
    if types != {str}:
        return None
    numbers = {name: number_of(name) for name in set(cells) - {""}}
    return None if None in numbers.values() else [numbers.get(name) for name in cells]


_QUICK: dict[Kind, Callable[[Sequence[Any], set[type]], Sequence[Any] | None]] = {
    **dict.fromkeys(Kind, _quick_text),
    **dict.fromkeys((Kind.KEY, Kind.REF), _quick_key),
    **dict.fromkeys((Kind.DECIMAL, Kind.MONEY, Kind.PERCENT), _quick_float),
    **dict.fromkeys((Kind.INTEGER, Kind.YEAR, Kind.STARS), _quick_whole),
    Kind.PRODUCT_SET: _quick_product_set,
    Kind.DATE: _quick_date,
}


# --- cell by cell --------------------------------------------------------------------------------------------


def _reader(column: Column, date1904: bool) -> Callable[[Any], Any]:
    match column.kind:
        case Kind.LONG_TEXT:
            return _long_text
        case Kind.TEXT:
            return _typed_text
        case Kind.KEY | Kind.REF:
            return _key
        case Kind.STARS:
            return _stars
        case Kind.PRODUCT_SET:
            return _product_set
        case Kind.INTEGER | Kind.YEAR:
            return lambda cell: _whole(cell, column.unit)
        case Kind.DECIMAL | Kind.MONEY | Kind.PERCENT:
            return lambda cell: _number(cell, column.unit)
        case Kind.DATE:
            return lambda cell: _day(cell, date1904)
    return _text


def _text(cell: Any) -> str | None:
    return tidy(shown(cell)) or None


def _typed_text(cell: Any) -> str | None:
    """Numbers of papers are typed as text; what a spreadsheet made of them is not what was typed."""
    if isinstance(cell, (date, time, timedelta)):
        raise Unreadable("became_date")
    _refuse_what_was_made_of_it(cell)
    return _text(cell)


def _refuse_what_was_made_of_it(cell: Any) -> None:
    """Words are never TRUE, and no number of theirs has an exponent; a day may stand among them."""
    if isinstance(cell, bool):
        raise Unreadable("became_boolean")
    if type(cell) is float and "E" in shown(cell).upper():
        raise Unreadable("became_number")


def _key(cell: Any) -> str | None:
    text = _typed_text(cell)
    return text and text.upper()


def _long_text(cell: Any) -> str | None:
    """Line breaks stay; each line is tidied."""
    _refuse_what_was_made_of_it(cell)
    lines = shown(cell).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(tidy, lines)).strip("\n") or None


def _number(cell: Any, unit: str) -> float | None:
    if type(cell) is str:
        if not tidy(cell):
            return None
        cell = numerals.number(nfc(cell), unit) if len(cell) <= _MAX_TYPED else None
    value = cell if type(cell) is float else None
    if value is None or not isfinite(value):
        raise Unreadable("not_a_number")
    return value


def _whole(cell: Any, unit: str) -> int | None:
    value = _number(cell, unit)
    if value is None:
        return None
    if not value.is_integer():
        raise Unreadable("not_whole")
    return int(value)


def _stars(cell: Any) -> int | None:
    if type(cell) is str and not tidy(cell):
        return None
    if type(cell) is float and cell.is_integer():
        return int(cell)
    value = numerals.stars(nfc(cell)) if type(cell) is str and len(cell) <= _MAX_TYPED else None
    if value is None:
        raise Unreadable("not_stars")
    return value


def _product_set(cell: Any) -> int | None:
    if type(cell) is str and not (cell := tidy(cell)):
        return None
    value = number_of(cell)
    if value is None:
        raise Unreadable("not_a_set")
    return value


def _day(cell: Any, date1904: bool) -> date | None:
    day = _any_day(cell, date1904)
    if day is not None and not days.within_reach(day):
        raise Unreadable(days.IMPOSSIBLE)
    return day


def _any_day(cell: Any, date1904: bool) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if type(cell) is str:
        if not tidy(cell):
            return None
        read = days.day_of_text(cell) if len(cell) <= _MAX_TYPED else days.IMPOSSIBLE
        if isinstance(read, str):
            raise Unreadable(read)
        return read
    found = days.day_of_serial(cell, date1904=date1904) if type(cell) is float else None
    if found is None:
        raise Unreadable(days.IMPOSSIBLE)
    return found


def shown(cell: Any) -> str:
    """The cell's text as Excel shows it in the General format: `912345678`, never `912345678.0`."""
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < _MAX_WHOLE else f"{cell:.15G}"
        case datetime():
            return f"{cell:%d/%m/%Y %H:%M}"
        case date():
            return f"{cell:%d/%m/%Y}"
        case time():
            return f"{cell:%H:%M}"
        case timedelta():
            return str(cell)
    return str(cell)
