"""The live columns of «Chỉ tiêu»: what is reached, against the period's level and the year's, and who is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ocop_xl.model import Book, Row, Target
from ocop_xl.programme.period import level_of
from ocop_xl.programme.targets import result_of
from ocop_xl.programme.uncounted import missing_for, missing_text
from ocop_xl.programme.years import promise_of


def _actual(row: Target, book: Book, on: date) -> object:
    return _shown(result_of(row, book, on).actual)


def _ratio(row: Target, book: Book, on: date) -> object:
    return _shown(result_of(row, book, on).ratio)


def _met(row: Target, book: Book, on: date) -> str:
    return "" if row.id is None else result_of(row, book, on).verdict


def _missing(row: Target, book: Book, on: date) -> str:
    return missing_text(missing_for(row.measure, book, on))


def _year_level(row: Target, book: Book, on: date) -> object:
    return _shown(level_of(row, on.year))


def _year_met(row: Target, book: Book, on: date) -> str:
    promise = promise_of(row, on.year, book, on)
    return promise.verdict if promise else ""


def _shown(value: float | None) -> object:
    return "" if value is None else value


TARGET_LIVE: dict[tuple[type[Row], str], Callable[[Any, Book, date], object]] = {
    (Target, "actual"): _actual,
    (Target, "ratio"): _ratio,
    (Target, "met"): _met,
    (Target, "missing"): _missing,
    (Target, "year_level"): _year_level,
    (Target, "year_met"): _year_met,
}
