"""Visits: one now and then to every product in force, corrections by their day, answers of the province."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import moved
from ocop_xl.model import Book, Inspection, Recognition, terms
from ocop_xl.programme.agenda.source import Open, source
from ocop_xl.programme.agenda.sources.certificates import last_certificates
from ocop_xl.programme.agenda.words import PROVINCE
from ocop_xl.programme.ranks import in_force

_PLAN = "khoản 5 mục III Kế hoạch 76/KH-UBND"
_OURS = "; số ngày là cách hiểu của phần mềm"


@source("visit", Recognition, "Kiểm tra định kỳ {product}", article=_PLAN + _OURS, step="record-visit")
def visit_due(book: Book, on: date) -> Iterator[Open]:
    for row in last_certificates(book, on):
        if in_force(row, on):
            yield Open(row, visit_by(row, book, on))


def last_visits(row: Recognition, book: Book, on: date) -> list[Inspection]:
    """To its product, those of the last day by the day."""
    seen = [look for look in book[Inspection] if look.product_id == row.product_id and look.inspected]
    seen = [look for look in seen if look.inspected and look.inspected <= on]
    last = max((look.inspected for look in seen if look.inspected), default=None)
    return [look for look in seen if look.inspected == last]


def visit_by(row: Recognition, book: Book, on: date) -> date:
    """The day planned after the last visit, else a year after it; before the first, a year after the certificate or
    after the plan was signed, whichever is later: nothing was owed to a plan that did not exist."""
    looks = last_visits(row, book, on)
    since = looks[0].inspected if looks else book.commune.plan_date
    begun = max(row.issued or date.min, since or date.min)
    planned = max((look.next for look in looks if look.next), default=date.min)
    return planned if planned > begun else moved(begun, terms.VISIT_EVERY.of(book.commune))


@source(
    "correction",
    Inspection,
    "Khắc phục sau kiểm tra {id} – {product}",
    who="{maker}",
    article=_PLAN,
    step="close-correction",
)
def correction_due(book: Book, on: date) -> Iterator[Open]:
    """What was asked for and not followed up was asked for in vain."""
    for row in book[Inspection]:
        begun = row.inspected is None or row.inspected <= on
        if row.due and begun and not (row.done and row.done <= on):
            yield Open(row, row.due, row.inspected)


@source(
    "province-answer",
    Inspection,
    "Chờ tỉnh trả lời kiến nghị sau kiểm tra {id} – {product}",
    who=PROVINCE,
    article="khoản 4 Điều 8 và khoản 4 Điều 9, QĐ 26/2026/QĐ-TTg" + _OURS,
    step="record-answer",
    waits=True,
)
def request_not_answered(book: Book, on: date) -> Iterator[Open]:
    """What the commune proposed is the province's to conclude; after a while somebody asks."""
    for row in book[Inspection]:
        if row.requested and row.requested <= on and not (row.answered and row.answered <= on):
            yield Open(row, moved(row.requested, terms.PROVINCE_ANSWER.of(book.commune)), row.requested)
