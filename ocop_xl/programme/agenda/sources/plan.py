"""The plan itself: reported on again and again, and resting on decisions that are in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import moved
from ocop_xl.law.documents import DOCUMENTS, find_citations
from ocop_xl.model import Book, Commune, Paper, terms
from ocop_xl.model.choices import PAPER_REPORT
from ocop_xl.programme.agenda.source import Open, source
from ocop_xl.programme.period import plan_period

REPORTS = ("tiến độ", "kết quả thực hiện")
"""Words of «Trích yếu» that tell a report on the whole plan from one on a dossier or a visit: our reading."""


def period_ends(day: date, months: int) -> tuple[date, date]:
    """The last days of the period before the day's own, and of its own; periods begin with January."""
    first = (day.month - 1) // months * months + 1
    following = first + months
    last = date(day.year, 12, 31) if following > 12 else moved(date(day.year, following, 1), -1)
    return moved(date(day.year, first, 1), -1), last


@source(
    "report",
    Commune,
    "Báo cáo tiến độ kế hoạch đến hết tháng {part}",
    article="khoản 1 mục V Kế hoạch 76/KH-UBND (thường xuyên); kỳ báo cáo là cách hiểu của phần mềm",
    step="report-progress",
)
def report_due(book: Book, on: date) -> Iterator[Open]:
    """On the last day of each period; a later report makes up for an earlier one."""
    period, signed = plan_period(book.commune), book.commune.plan_date
    for ends in period_ends(on, terms.REPORT_EVERY.of(book.commune)):
        if period is None or ends.year not in period or (signed and ends < signed):
            continue
        opens = moved(ends, -terms.SOON.of(book.commune))
        if not any(_reports(row) and row.issued and opens <= row.issued <= on for row in book[Paper]):
            yield Open(book.commune, ends, opens, part=f"{ends.month}/{ends.year}")


def _reports(row: Paper) -> bool:
    title = (row.title or "").casefold()
    return row.kind == PAPER_REPORT and any(words in title for words in REPORTS)


@source(
    "basis",
    Commune,
    "Điều chỉnh căn cứ của kế hoạch: {part} đã hết hiệu lực",
    article="Điều 11, QĐ 26/2026/QĐ-TTg",
    step="adjust-bases",
)
def basis_lapsed(book: Book, on: date) -> Iterator[Open]:
    """What the plan cites stays cited until the plan is adjusted; new papers must not copy it."""
    cited = find_citations(book.commune.plan_bases or "")
    for one in DOCUMENTS:
        if one.code in cited and one.effective_to is not None and one.effective_to < on:
            yield Open(book.commune, one.effective_to, one.effective_to, part=one.code)
