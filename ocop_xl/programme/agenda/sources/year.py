"""What every year of the plan ends with: its money spent, its conference held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.model import Book, Budget, Commune, Meeting, Task, spec_of
from ocop_xl.model import choices as c
from ocop_xl.model.terms import LAST_QUARTER
from ocop_xl.programme.agenda.source import Open, source
from ocop_xl.programme.agenda.words import ACCOUNTANT
from ocop_xl.programme.period import plan_period

_YEAR = spec_of(Budget).column("year")
SECTION = "III.7"
"""Of the plan: the yearly review."""


@source(
    "money",
    Budget,
    "Giải ngân {left} triệu đồng, {source}, năm {year}",
    who=ACCOUNTANT,
    article="mục IV Kế hoạch 76/KH-UBND; từ quý IV là cách hiểu của phần mềm",
    step="record-spending",
)
def money_not_spent(book: Book, on: date) -> Iterator[Open]:
    """What was given for a year and not spent in it is lost to the programme."""
    for row in book[Budget]:
        left = (row.allocated or 0) - (row.spent or 0)
        if row.year and left > 0 and _YEAR.holds(row.year):
            yield Open(row, date(row.year, 12, 31), date(row.year, LAST_QUARTER, 1))


@source(
    "conference",
    Commune,
    "Họp hội nghị đánh giá kết quả OCOP năm {part}",
    article="khoản 7 mục III Kế hoạch 76/KH-UBND; mỗi năm một lần, trong quý IV là cách hiểu của phần mềm",
    step="plan-conference",
)
def conference_due(book: Book, on: date) -> Iterator[Open]:
    """The commune reviews each year of the plan; a task that the plan itself sets for it stands in its place."""
    period = plan_period(book.commune)
    tasks = {row.due.year for row in book[Task] if row.section == SECTION and row.due}
    held = {m.held.year for m in book[Meeting] if m.kind == c.MEETING_YEARLY and m.held and m.held <= on}
    for year in range(max(period.first, on.year - 1), min(period.last, on.year) + 1) if period else ():
        signed = book.commune.plan_date
        if year not in held | tasks and not (signed and year < signed.year):
            yield Open(book.commune, date(year, 12, 31), date(year, LAST_QUARTER, 1), part=str(year))
