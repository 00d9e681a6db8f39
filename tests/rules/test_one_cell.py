"""One cell cannot eat the machine: whatever number, day or text it holds, check, figures and papers stay quick and whole."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from ocop_xl.law.clocks import certificate_end, commune_deadline, late_filer_grace_end, renewal_window
from ocop_xl.model import INPUT_TABLES, Book, Commune, Product, Row, spec_of
from ocop_xl.model.column import Column, Kind
from ocop_xl.papers.kinds import KINDS
from ocop_xl.programme.live.values import LIVE, live_value
from ocop_xl.programme.period import plan_period
from ocop_xl.programme.targets import measure_targets
from ocop_xl.rules.check import catalogue, check
from tests.busy_commune import busy_commune

ON = date(2026, 11, 23)
_WHOLE = (-5, 0, 20300, 912345678, int(1e300))
_DAYS = (date.min, date(1900, 1, 1), date(2199, 12, 31), date.max)
_TEXTS = ("9" * 32_767, "a, " * 10_000, "Tương và " * 3_600)
_LISTED = (Kind.STARS, Kind.PRODUCT_SET)


def _extremes(column: Column) -> tuple[Any, ...]:
    if column.kind in _LISTED:
        return ()
    if column.kind in (Kind.INTEGER, Kind.YEAR):
        return _WHOLE
    if column.kind.is_number:
        return (-5.0, 0.0, 1e300, 200_000_000.0)
    return _DAYS if column.kind is Kind.DATE else _TEXTS


def _books(kind: type[Row]) -> Iterator[Book]:
    """Books whose first row of the table holds an extreme value in every number, in every day, or in every text."""
    rounds = max(len(_extremes(column)) for column in spec_of(kind).inputs)
    for at in range(rounds):
        book = busy_commune(ON)
        row = book[kind][0] if book[kind] else kind(at=5)
        for column in spec_of(kind).inputs:
            extremes = _extremes(column)
            if extremes and column.kind not in (Kind.KEY, Kind.REF, Kind.CHOICE):
                setattr(row, column.attribute, extremes[at % len(extremes)])
        book[kind] = [row, *book[kind][1:]]
        yield book


@pytest.mark.parametrize("kind", INPUT_TABLES, ids=lambda kind: spec_of(kind).name)
def test_no_cell_decides_how_long_the_work_takes(kind: type[Row]) -> None:
    for book in _books(kind):
        began = time.process_time()
        assert check(book, ON)
        for table, attribute in LIVE:
            for row in book[table][:2]:
                live_value(row, attribute, book, ON)
        measure_targets(book, ON)
        for paper in KINDS:
            paper.facts(book, ON)
        assert time.process_time() - began < 2


def test_a_telephone_number_in_the_column_of_numbers_is_one_finding() -> None:
    book = busy_commune(ON)
    book[Product][0].number = 912345678
    found = [f for f in check(book, ON) if f.row_id == book[Product][0].id and f.column == "STT"]
    assert [(f.code, f.message) for f in found] == [
        ("DL-003", "«STT» đang là “912345678” — chỉ nhận số từ 1 đến 99999.")
    ]


def test_many_wanting_numbers_are_counted_not_listed() -> None:
    book = Book()
    book[Product] = [Product(id="SP01", section="A", number=99_999)]
    (found,) = catalogue()["SP-014"].findings(book, ON)
    assert found.message == "«STT» của mục “A” — thiếu số 1, 2, 3, 4, 5 và 99993 số khác."


def test_a_limit_beyond_the_calendar_is_the_calendars_end() -> None:
    assert certificate_end(date(9999, 1, 1)) == commune_deadline(date.max) == late_filer_grace_end(date.max) == date.max
    assert renewal_window(date(1, 1, 5)) == (date.min, date.min)
    assert certificate_end(date(2023, 9, 15)) == date(2026, 9, 15)


@pytest.mark.parametrize(("first", "last"), [(2026, 20300), (2030, 2026), (None, 2030), (1, 2030)])
def test_a_period_that_cannot_be_counted_with_is_no_period(first: int | None, last: int) -> None:
    assert plan_period(Commune(plan_from=first, plan_to=last)) is None
