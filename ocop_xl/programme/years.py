"""The targets spread over the years of the plan: what each year promised, and what had been reached at its end.

A commune spreads a target where it wishes; a blank cell promises nothing. Our reading: a year's level is what must
stand at its end, so that levels run up to the period's target and are never added together.
"""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Target
from ocop_xl.model.rows.plan import YEAR_LEVELS
from ocop_xl.programme.period import level_of
from ocop_xl.programme.targets import MET, NOT_MET, UNKNOWN, result_of
from ocop_xl.records import NamedTuple

TO_REACH = "► Còn phải đạt"
"""While the year runs, nothing has been missed yet."""


class YearPromise(NamedTuple):
    """`actual` is the figure at the year's end, or on the day while it runs; None for a year that has not begun, or
    when there is no figure."""

    year: int
    level: float
    actual: float | None
    over: bool

    @property
    def met(self) -> bool | None:
        """None while the year's promise is still open."""
        if self.actual is None or (self.actual < self.level and not self.over):
            return None
        return self.actual >= self.level

    @property
    def verdict(self) -> str:
        if self.actual is None:
            return UNKNOWN
        return TO_REACH if self.met is None else MET if self.met else NOT_MET


def promise_of(target: Target, year: int, book: Book, on: date) -> YearPromise | None:
    """The promise of one year, seen from a day; None where nothing is promised."""
    level = level_of(target, year)
    if level is None:
        return None
    end = date(year, 12, 31)
    begun = year <= on.year
    actual = result_of(target, book, min(on, end)).actual if begun else None
    return YearPromise(year, level, actual, over=on >= end)


def promises(target: Target, book: Book, on: date) -> list[YearPromise]:
    """Every year over which the target is spread."""
    found = (promise_of(target, year, book, on) for year in YEAR_LEVELS)
    return [one for one in found if one is not None]
