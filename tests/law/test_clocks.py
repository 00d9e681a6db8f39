"""Every time limit with worked dates. Weekdays stand beside the dates so that a reader can count along."""

from datetime import date, timedelta

import holidays as holidays_package
import pytest

from ocop_xl.law import clocks
from ocop_xl.law.holidays import DAYS_OFF


@pytest.mark.parametrize(
    ("issued", "ends"),
    [
        (date(2023, 9, 15), date(2026, 9, 15)),
        (date(2024, 2, 29), date(2027, 2, 28)),  # no 29/02 in 2027
        (date(2025, 2, 28), date(2028, 2, 28)),
        (date(2023, 12, 31), date(2026, 12, 31)),
    ],
)
def test_a_certificate_lasts_36_months(issued: date, ends: date) -> None:
    assert clocks.certificate_end(issued) == ends


def test_renewal_is_asked_for_180_to_120_days_before_the_end() -> None:
    assert clocks.renewal_window(date(2026, 12, 31)) == (date(2026, 7, 4), date(2026, 9, 2))


def test_a_late_filer_keeps_the_certificate_at_most_180_days() -> None:
    assert clocks.late_filer_grace_end(date(2026, 6, 30)) == date(2026, 12, 27)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 6, 1), date(2026, 6, 22)),  # Monday to Monday, no holiday between
        (date(2026, 6, 6), date(2026, 6, 26)),  # Saturday: Monday 8/6 is day 1
        (date(2026, 4, 7), date(2026, 4, 29)),  # over Giỗ Tổ, 27/4 in lieu
        (date(2026, 4, 8), date(2026, 5, 4)),  # and over 30/4, 01/5 and a weekend
        (date(2026, 8, 17), date(2026, 9, 10)),  # 31/8 to 02/9 are off; Saturday 22/8, worked for it, is not counted
        (date(2026, 11, 23), date(2026, 12, 15)),  # 24/11 is off
    ],
)
def test_the_commune_has_15_working_days(received: date, due: date) -> None:
    assert clocks.commune_deadline(received) == due


def test_the_first_working_day_after_new_year() -> None:
    assert clocks.working_days_after(date(2026, 12, 31), 1) == date(2027, 1, 4)  # Friday 01/01, weekend


def test_rounds_of_assessment() -> None:
    spring, autumn = clocks.provincial_rounds(2027)
    assert (spring.request_before, spring.result_before) == (date(2027, 4, 30), date(2027, 6, 30))
    assert (autumn.request_before, autumn.result_before) == (date(2027, 10, 30), date(2027, 12, 30))
    first, second = clocks.central_rounds(2027)
    assert (first.request_before, first.result_before) == (date(2027, 1, 30), date(2027, 3, 30))
    assert (second.request_before, second.result_before) == (date(2027, 7, 30), date(2027, 9, 30))


def test_the_last_day_to_file_in_2026() -> None:
    assert clocks.latest_commune_filing(2026) == (date(2026, 4, 7), date(2026, 10, 8))


@pytest.mark.parametrize("year", DAYS_OFF)
def test_filing_on_the_last_day_is_in_time_and_a_working_day_later_is_not(year: int) -> None:
    for last_day, one_round in zip(clocks.latest_commune_filing(year), clocks.provincial_rounds(year), strict=True):
        assert clocks.commune_deadline(last_day) < one_round.request_before
        next_day = clocks.working_days_after(last_day, 1)
        assert clocks.commune_deadline(next_day) >= one_round.request_before


def test_reassessment_and_withdrawal() -> None:
    assert clocks.reassessment_deadline(date(2026, 9, 1)) == date(2026, 10, 16)
    assert clocks.withdrawal_deadline(date(2026, 11, 23)) == date(2026, 12, 8)


def test_dossiers_filed_under_the_old_rules() -> None:
    before, after = date(2026, 5, 21), date(2026, 5, 22)
    assert clocks.transition_deadline(before, reassessment=False) == date(2026, 7, 21)
    assert clocks.transition_deadline(before, reassessment=True) == date(2026, 6, 21)
    assert clocks.transition_deadline(after, reassessment=False) is None


_ARITHMETIC = ("Round", "days_off", "is_working_day", "working_days_after", "working_days_between", "moved")
"""Counting of days, for which no article stands."""


def test_every_clock_names_its_article() -> None:
    public = {
        name
        for name, thing in vars(clocks).items()
        if callable(thing) and getattr(thing, "__module__", "") == clocks.__name__
        if not name.startswith("_") and name not in _ARITHMETIC
    }
    assert public == set(clocks.ARTICLES)


def test_days_off_are_those_of_the_holidays_package() -> None:
    theirs = holidays_package.country_holidays("VN", years=DAYS_OFF)
    assert clocks.days_off() == set(theirs)


def test_a_saturday_worked_in_exchange_is_not_counted_as_excel_cannot_count_it() -> None:
    assert not clocks.is_working_day(date(2026, 8, 22))


@pytest.mark.parametrize(
    ("year", "holidays"),
    [
        (2022, ["2022-09-02"]),  # Friday; the other fixed days were weekends
        (2032, ["2032-01-01", "2032-04-30", "2032-09-02", "2032-11-24"]),
        (2036, ["2036-01-01", "2036-04-30", "2036-05-01", "2036-09-02", "2036-11-24"]),
    ],
)
def test_beyond_the_table_only_weekends_and_fixed_dates_are_known(year: int, holidays: list[str]) -> None:
    """24/11 is a holiday from 2026 only: 24/11/2022, a Thursday, was worked."""
    assert year not in DAYS_OFF
    days = [date(year, 1, 1) + timedelta(number) for number in range(365)]
    off = [f"{day}" for day in days if day.isoweekday() <= 5 and not clocks.is_working_day(day)]
    assert off == holidays
    assert not any(clocks.is_working_day(day) for day in days if day.isoweekday() > 5)


def test_rounds_are_numbered_as_the_plan_names_them() -> None:
    assert [one.number for one in clocks.provincial_rounds(2026)] == [1, 2]
    assert [one.number for one in clocks.central_rounds(2026)] == [1, 2]


def test_one_working_day_after_another() -> None:
    day = date(2026, 2, 1)
    assert clocks.working_days_after(day, 20) == clocks.working_days_after(clocks.working_days_after(day, 7), 13)
    assert clocks.working_days_after(day, 1) - day == timedelta(days=1)
