"""Visits: one now and then to every product in force, corrections by their day, answers of the province."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import moved
from ocop_xl.model import Book, Inspection, terms
from ocop_xl.programme.agenda.source import PROVINCE, Open, source
from ocop_xl.programme.agenda.sources.certificates import last_certificates
from ocop_xl.programme.agenda.sources.words import producer_of, product_name
from ocop_xl.programme.ranks import in_force

_PLAN = "khoản 5 mục III Kế hoạch 76/KH-UBND"
_OURS = "; số ngày là cách hiểu của phần mềm"


@source("visit", article=_PLAN + _OURS, step="plan-visit")
def visit_due(book: Book, on: date) -> Iterator[Open]:
    """The day planned after the last visit, else a year after it; before the first, a year after the certificate or
    after the plan was signed, whichever is later: nothing was owed to a plan that did not exist."""
    seen: dict[str, list[Inspection]] = defaultdict(list)
    for look in book[Inspection]:
        if look.product_id and look.inspected and look.inspected <= on:
            seen[look.product_id].append(look)
    for row in last_certificates(book, on):
        if in_force(row, on) and row.issued:
            last = max(seen[row.product_id or ""], key=lambda look: look.inspected or date.min, default=None)
            since = last.inspected if last else book.commune.plan_date
            begun = max(row.issued, since or row.issued)
            planned = last.next if last and last.next and last.next > begun else None
            what = f"Kiểm tra định kỳ {product_name(book, row.product_id)}"
            yield Open(row, planned or moved(begun, terms.VISIT_EVERY.of(book.commune)), what)


@source("correction", article=_PLAN, step="close-correction")
def correction_due(book: Book, on: date) -> Iterator[Open]:
    """What was asked for and not followed up was asked for in vain."""
    for row in book[Inspection]:
        begun = row.inspected is None or row.inspected <= on
        if row.due and begun and not (row.done and row.done <= on):
            what = f"Khắc phục sau kiểm tra {row.id or ''} – {product_name(book, row.product_id)}"
            yield Open(row, row.due, what, producer_of(book, row.product_id), row.inspected)


@source("province-answer", article="khoản 4 Điều 8 và khoản 4 Điều 9, QĐ 26/2026/QĐ-TTg" + _OURS, step="record-answer")
def request_not_answered(book: Book, on: date) -> Iterator[Open]:
    """What the commune proposed is the province's to conclude; after a while somebody asks."""
    for row in book[Inspection]:
        if row.requested and row.requested <= on and not (row.answered and row.answered <= on):
            what = f"Chờ tỉnh trả lời kiến nghị sau kiểm tra {row.id or ''} – {product_name(book, row.product_id)}"
            asked_again = moved(row.requested, terms.PROVINCE_ANSWER.of(book.commune))
            yield Open(row, asked_again, what, PROVINCE, row.requested, waits=True)
