"""Subjects whom the plan's targets still miss: not trained, or not helped with all three contents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.model import Book, Producer, Target
from ocop_xl.model import choices as c
from ocop_xl.model.rows.plan import YEAR_LEVELS
from ocop_xl.programme.agenda.source import Open, source
from ocop_xl.programme.participation import SUPPORT_NEEDED, active_producers, supported_kinds, trainings_of
from ocop_xl.programme.period import plan_period

_PLAN = "khoản 2 mục II Kế hoạch 76/KH-UBND; năm phải đạt là cách hiểu của phần mềm"


def _year_wanted(book: Book, measure: str) -> int | None:
    """The first year for which the target has a level, else the plan's last; None where there is no such target."""
    target = next((row for row in book[Target] if row.measure == measure), None)
    return year_wanted(target, book) if target else None


def year_wanted(target: Target, book: Book) -> int | None:
    """The first year whose level asks for something, else the plan's last; None without a plan's years."""
    levels = (year for year, attribute in YEAR_LEVELS.items() if (getattr(target, attribute) or 0) > 0)
    period = plan_period(book.commune)
    return next(levels, period.last if period else None)


def _missed(book: Book, on: date, measure: str, counts: dict[str, bool]) -> Iterator[Open]:
    """In the year in which the target is to be met, and from then on."""
    year = _year_wanted(book, measure)
    for row in active_producers(book, on) if year else ():
        if year and not counts[row.id or ""]:
            yield Open(row, date(year, 12, 31), date(year, 1, 1))


@source("training", Producer, "Tập huấn cho {subject}", article=_PLAN, step="hold-class")
def subject_not_trained(book: Book, on: date) -> Iterator[Open]:
    """The plan wants every subject trained."""
    counts = {row.id or "": bool(trainings_of(book, row, on)) for row in active_producers(book, on)}
    yield from _missed(book, on, c.MEASURE_TRAINED, counts)


@source(
    "help",
    Producer,
    "Hỗ trợ đủ nhãn hiệu, bao bì, truy xuất nguồn gốc cho {subject}",
    article=_PLAN,
    step="complete-support",
)
def subject_not_helped(book: Book, on: date) -> Iterator[Open]:
    """With trademark, packaging and traceability, all three."""
    counts = {
        row.id or "": len(supported_kinds(book, row, on)) == len(SUPPORT_NEEDED) for row in active_producers(book, on)
    }
    yield from _missed(book, on, c.MEASURE_FULLY_SUPPORTED, counts)
