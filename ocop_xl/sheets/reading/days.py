"""Dates that stand in text or number cells."""

from __future__ import annotations

import re
from datetime import date, timedelta
from math import isfinite

from ocop_xl.vietnamese import fold

_CLOCK = r"(?: ?t?\d{1,2} \d{2}(?: \d{2})?(?: \d+)?z?)?"
_DAY_FIRST = rf"(?:ngay )?(\d{{1,2}}) (?:thang )?(\d{{1,2}}) (?:nam )?(\d{{4}}|\d{{2}}){_CLOCK}"
_YEAR_FIRST = rf"(\d{{4}}) (\d{{1,2}}) (\d{{1,2}}){_CLOCK}"
_SERIAL_1900, _SERIAL_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SERIALS = range(10_000, 100_000)
"""Days that a number can mean: 1927 to 2173. Smaller ones are rather years or counts."""
_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)
_TURN_OF_CENTURY = 30
"""Two-digit years below it belong to 20xx, as in Excel."""


def within_reach(day: date) -> bool:
    """Whether a day can belong to the programme; a slip such as 20/03/0226 would also overflow the clocks."""
    return _EARLIEST <= day <= _LATEST


def serial_of(day: date, *, date1904: bool = False) -> int:
    """The number that a workbook stores for a day."""
    return (day - (_SERIAL_1904 if date1904 else _SERIAL_1900)).days


AMBIGUOUS, IMPOSSIBLE = "ambiguous_date", "not_a_date"


def day_of_text(text: str) -> date | str:
    """The date that a text writes, day before month; else which problem it has.

    `03/13/2026` has no thirteenth month: it may be an American date or a slip, so it is left to a person.
    """
    folded = fold(text)
    found = re.fullmatch(_YEAR_FIRST, folded)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3])) or IMPOSSIBLE
    found = re.fullmatch(_DAY_FIRST, folded)
    if found is None:
        return IMPOSSIBLE
    day, month, year = int(found[1]), int(found[2]), int(found[3])
    if len(found[3]) == 2:
        year += 2000 if year < _TURN_OF_CENTURY else 1900
    read = _day(year, month, day)
    return read or (AMBIGUOUS if _day(year, day, month) else IMPOSSIBLE)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_of_serial(serial: float, *, date1904: bool) -> date | None:
    """A day that Excel holds as a plain number because the cell lost its date format."""
    if not isfinite(serial) or int(serial) not in _SERIALS:
        return None
    return (_SERIAL_1904 if date1904 else _SERIAL_1900) + timedelta(days=int(serial))
