"""What goes to the province now and then, and what it has remarked on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import moved
from ocop_xl.model import Book, Commune, Remark, Sent, terms
from ocop_xl.programme.agenda.source import Open, source
from ocop_xl.programme.period import plan_period

_OURS = "khoản 1 mục V Kế hoạch 76/KH-UBND (báo cáo thường xuyên); số ngày là cách hiểu của phần mềm"


@source(
    "package",
    Commune,
    "Đóng gói gửi tỉnh: từ ngày {part} chưa gửi gói nào",
    article=_OURS,
    step="record-package",
)
def package_due(book: Book, on: date) -> Iterator[Open]:
    """The province sees what it was sent; within the plan's years it should not grow old."""
    begun, period = unsent_since(book, on), plan_period(book.commune)
    if begun is None or period is None:
        return
    due = moved(begun, terms.PACKAGE_EVERY.of(book.commune))
    if due.year in period:
        yield Open(book.commune, due, part=f"{begun:%d/%m/%Y}")


def unsent_since(book: Book, on: date) -> date | None:
    """The day of the last package, before the first one that of the plan."""
    sent = [row.made for row in book[Sent] if row.made and row.made <= on]
    return max([*sent, book.commune.plan_date or date.min]) if sent else book.commune.plan_date


def is_open(row: Remark, on: date) -> bool:
    """Neither mended nor answered nor closed; a remark or an answer that says no day holds on every day."""
    said = bool(row.text) and (row.day is None or row.day <= on)
    mended, closed = row.fixed and row.fixed <= on, row.closed and row.closed <= on
    return said and not (row.reply or mended or closed)


@source("remark", Remark, "Sửa ô hoặc trả lời ý kiến {id} của tỉnh: {remark}", article=_OURS, step="answer-remark")
def remark_open(book: Book, on: date) -> Iterator[Open]:
    """The next package tells the province what became of it."""
    for row in book[Remark]:
        if row.day and is_open(row, on):
            yield Open(row, moved(row.day, terms.REMARK_ANSWER.of(book.commune)), row.day)
