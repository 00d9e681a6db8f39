"""Every time limit of QĐ 26/2026/QĐ-TTg as one named function; `ARTICLES` says where each is written.

Conventions (cách hiểu của phần mềm, all in this file): the day of an event is not counted, the day after is
day 1; “trước ngày D” ends the day before D; a date that a month does not have is the last day of that month. A limit
beyond the calendar (years 1 to 9999) is the calendar's last, or first, day: a slip of the key stops no clock.
"""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from functools import cache

from ocop_xl.law.holidays import DAYS_OFF
from ocop_xl.records import NamedTuple

CERTIFICATE_MONTHS = 36
COMMUNE_WORKING_DAYS = 15
SUPPLEMENT_WORKING_DAYS = 3
"""What a supplement leaves the commune of its 15 days, to assess it and send the dossier on: our choice."""
RENEWAL_EARLIEST_DAYS = 180
RENEWAL_LATEST_DAYS = 120
REASSESSMENT_DAYS = 45
WITHDRAWAL_DAYS = 15
LATE_FILER_DAYS = 180
NEW_RULES_FROM = date(2026, 5, 22)

ARTICLES: dict[str, str] = {
    "certificate_end": "khoản 3 Điều 4",
    "provincial_rounds": "khoản 1 Điều 5",
    "central_rounds": "khoản 2 Điều 5",
    "latest_commune_filing": "khoản 1 Điều 5 và khoản 2 Điều 7 (ngày suy ra, cách hiểu của phần mềm)",
    "round_of": "khoản 1 Điều 5",
    "next_filing": "khoản 1 Điều 5 và khoản 2 Điều 7 (ngày suy ra, cách hiểu của phần mềm)",
    "commune_deadline": "khoản 2 Điều 7",
    "supplement_deadline": "khoản 2 Điều 7 (ngày suy ra, cách hiểu của phần mềm)",
    "renewal_window": "điểm a khoản 6 Điều 7",
    "reassessment_deadline": "điểm d, g khoản 6 Điều 7",
    "withdrawal_deadline": "khoản 4 Điều 8",
    "transition_deadline": "khoản 2 Điều 12",
    "late_filer_grace_end": "khoản 3 Điều 12",
}
"""Name of the function → its place in QĐ 26/2026/QĐ-TTg, as it is written in messages."""


class Round(NamedTuple):
    """Requests sent before `request_before` are assessed in this round, which ends before `result_before`."""

    number: int
    request_before: date
    result_before: date


# --- certificates -------------------------------------------------------------------------------------------


def certificate_end(issued: date) -> date:
    """Same day of the month 36 months later: 15/9/2023 → 15/9/2026; 29/02/2024 → 28/02/2027.

    The last day of validity is our reading; the date printed on the certificate wins.
    """
    years, month = divmod(issued.month - 1 + CERTIFICATE_MONTHS, 12)
    year, month = issued.year + years, month + 1
    if year > MAXYEAR:
        return date.max
    return date(year, month, min(issued.day, _days_of_month(date(year, month, 1))))


def _days_of_month(first: date) -> int:
    """Without `calendar`, which brings what languages call days: a click would pay for it."""
    return 31 if first.month == 12 else (first.replace(month=first.month + 1) - first).days


def renewal_window(ends: date) -> tuple[date, date]:
    """First and last day to ask for re-assessment: from 180 to 120 days before the certificate ends."""
    return moved(ends, -RENEWAL_EARLIEST_DAYS), moved(ends, -RENEWAL_LATEST_DAYS)


def late_filer_grace_end(ends: date) -> date:
    """Last day an ended certificate can stay in force while its late dossier waits for a result.

    Khoản 3 Điều 12 stands among the transition clauses; to grant the 180 days whenever a subject has re-filed, in later
    years too, is our reading.
    """
    return moved(ends, LATE_FILER_DAYS)


def withdrawal_deadline(found: date) -> date:
    """Counted from the finding, or from the commune's confirmation that the product is no longer made."""
    return moved(found, WITHDRAWAL_DAYS)


# --- dossiers -----------------------------------------------------------------------------------------------


def commune_deadline(received: date) -> date:
    """Last of the 15 working days in which the commune checks, assesses, reports (Mẫu 03) and forwards."""
    return working_days_after(received, COMMUNE_WORKING_DAYS)


def supplement_deadline(received: date) -> date:
    """Last day for the subject to supply what is missing, so that the commune keeps its own last days for the report.

    Our inference: the decision stops no clock for a supplement and sets no day for it.
    """
    return _working_days_before(commune_deadline(received), SUPPLEMENT_WORKING_DAYS)


def provincial_rounds(year: int) -> tuple[Round, Round]:
    """The two rounds every province holds; it may hold more if its council's rules and plan say so."""
    return (
        Round(1, date(year, 4, 30), date(year, 6, 30)),
        Round(2, date(year, 10, 30), date(year, 12, 30)),
    )


def central_rounds(year: int) -> tuple[Round, Round]:
    """The ministry's rounds within a calendar year, for 5 sao; the request is the province's."""
    return (
        Round(1, date(year, 1, 30), date(year, 3, 30)),
        Round(2, date(year, 7, 30), date(year, 9, 30)),
    )


def latest_commune_filing(year: int) -> tuple[date, date]:
    """Last working day for a producer to file for each provincial round, if the commune needs its 15 days.

    Our inference: the decision sets only the commune's own dates; earlier is always safer.
    """
    spring, autumn = provincial_rounds(year)
    days = COMMUNE_WORKING_DAYS + 1
    return _working_days_before(spring.request_before, days), _working_days_before(autumn.request_before, days)


def round_of(sent: date) -> Round | None:
    """The round that assesses what the commune sends on this day."""
    years = (sent.year, min(sent.year + 1, MAXYEAR))
    return next((one for year in years for one in provincial_rounds(year) if sent < one.request_before), None)


def next_filing(day: date) -> date:
    """The last day on which a subject can file for the first round that it still reaches."""
    years = (day.year, min(day.year + 1, MAXYEAR))
    return next((last for year in years for last in latest_commune_filing(year) if last >= day), date.max)


def reassessment_deadline(complete_request: date) -> date:
    """At most 45 days after a complete request; the council votes in writing, meets only if it disagrees."""
    return moved(complete_request, REASSESSMENT_DAYS)


def transition_deadline(filed: date, *, reassessment: bool) -> date | None:
    """When a dossier filed under the old rules had to be finished: 60 days, 30 for a re-assessment.

    None for a dossier filed from 22/5/2026: the new rules hold.
    """
    if filed >= NEW_RULES_FROM:
        return None
    return NEW_RULES_FROM + timedelta(30 if reassessment else 60)


# --- working days -------------------------------------------------------------------------------------------


def is_working_day(day: date) -> bool:
    """Monday to Friday without public holidays.

    A Saturday worked in exchange for a day off is not counted: Excel's WORKDAY, which shows the same clock in the
    workbook, cannot count it either, and the two must agree (our reading; it gives a day more, three times so far).
    Outside the years of `holidays.DAYS_OFF` only weekends and the holidays with a fixed date are known:
    01/01, 30/4, 01/5, 02/9, and 24/11 from 2026; Tết, Giỗ Tổ and days in lieu are missing there.
    """
    if day.year not in DAYS_OFF:
        fixed = (day.month, day.day) in _FIXED or (day.month == 11 and day.day == 24 and day.year >= 2026)
        return day.weekday() < 5 and not fixed
    return day.weekday() < 5 and day not in days_off()


def working_days_after(start: date, n: int) -> date:
    """The n-th working day after `start`, which is not counted itself; n ≥ 1."""
    return _nth_working_day(start, n, 1)


def working_days_between(start: date, end: date) -> int:
    """Working days after `start` up to `end`; 0 when `end` is not later."""
    return sum(is_working_day(moved(start, n)) for n in range(1, (end - start).days + 1))


def _working_days_before(end: date, n: int) -> date:
    return _nth_working_day(end, n, -1)


def _nth_working_day(day: date, n: int, step: int) -> date:
    while n > 0:
        day, before = moved(day, step), day
        n -= is_working_day(day) or day == before
    return day


def moved(day: date, days: int) -> date:
    """So many calendar days later, or earlier."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


_FIXED = frozenset({(1, 1), (4, 30), (5, 1), (9, 2)})


@cache
def days_off() -> frozenset[date]:
    """Every public holiday and day in lieu on record, for the years of `holidays.DAYS_OFF`."""
    off = (f"{year}-{day}" for year, days in DAYS_OFF.items() for day in days.split())
    return frozenset(map(date.fromisoformat, off))
