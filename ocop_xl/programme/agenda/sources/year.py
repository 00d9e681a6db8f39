"""What every year of the plan ends with: its money spent, its conference held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.model import Book, Budget, Meeting, Task
from ocop_xl.model import choices as c
from ocop_xl.model.terms import LAST_QUARTER
from ocop_xl.programme.agenda.source import OFFICER, Open, source
from ocop_xl.programme.period import plan_period
from ocop_xl.vietnamese import figure

_SECTION = "III.7"
"""Of the plan: the yearly review."""


@source("money", article="mục IV Kế hoạch 76/KH-UBND; từ quý IV là cách hiểu của phần mềm", step="record-spending")
def money_not_spent(book: Book, on: date) -> Iterator[Open]:
    """What was given for a year and not spent in it is lost to the programme."""
    for row in book[Budget]:
        left = (row.allocated or 0) - (row.spent or 0)
        if row.year and left > 0 and _is_year(row.year):
            what = f"Giải ngân {figure(left)} triệu đồng, {row.source or 'chưa ghi nguồn'}, năm {row.year}"
            yield Open(row, date(row.year, 12, 31), what, "Kế toán xã", date(row.year, LAST_QUARTER, 1))


def _is_year(year: int) -> bool:
    """Whether the calendar has it: a slip of the key is told by DL-003."""
    return date.min.year <= year <= date.max.year


@source(
    "conference",
    article="khoản 7 mục III Kế hoạch 76/KH-UBND; mỗi năm một lần, trong quý IV là cách hiểu của phần mềm",
    step="plan-conference",
)
def conference_due(book: Book, on: date) -> Iterator[Open]:
    """The commune reviews each year of the plan; a task that the plan itself sets for it stands in its place."""
    period = plan_period(book.commune)
    tasks = {row.due.year for row in book[Task] if row.section == _SECTION and row.due}
    held = {m.held.year for m in book[Meeting] if m.kind == c.MEETING_YEARLY and m.held and m.held <= on}
    for year in range(max(period.first, on.year - 1), min(period.last, on.year) + 1) if period else ():
        signed = book.commune.plan_date
        if year not in held | tasks and not (signed and year < signed.year):
            what = f"Họp hội nghị đánh giá kết quả OCOP năm {year}"
            yield Open(book.commune, date(year, 12, 31), what, OFFICER, date(year, LAST_QUARTER, 1), part=str(year))
