"""Ideas: answered in time, and followed by a product when chosen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import moved
from ocop_xl.model import Book, Idea, terms
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.source import Open, source

_CHOSEN, _NOT_CHOSEN = c.IDEA_DECISION.values[:2]
_PLAN = "điểm a khoản 3 mục III Kế hoạch 76/KH-UBND; số ngày là cách hiểu của phần mềm"


def _decided(row: Idea, on: date) -> bool:
    """A decision holds from the day of the review; one without a day holds on every day."""
    return row.decision in (_CHOSEN, _NOT_CHOSEN) and (row.reviewed is None or row.reviewed <= on)


@source("idea-answer", Idea, "Xem xét, trả lời ý tưởng {id} «{title}»", article=_PLAN, step="answer-idea")
def not_answered(book: Book, on: date) -> Iterator[Open]:
    """Whoever registered an idea hears whether it was taken."""
    for row in book[Idea]:
        if row.received and row.received <= on and not _decided(row, on):
            yield Open(row, moved(row.received, terms.IDEA_ANSWER.of(book.commune)), row.received)


@source(
    "idea-product",
    Idea,
    "Ghi sản phẩm và nhận phương án kinh doanh của ý tưởng {id} «{title}»",
    article=_PLAN,
    step="idea-to-product",
)
def chosen_without_product(book: Book, on: date) -> Iterator[Open]:
    """A chosen idea that became nothing is lost from sight."""
    for row in book[Idea]:
        begun = row.reviewed or row.received
        if begun and begun <= on and row.decision == _CHOSEN and _decided(row, on) and not row.product_id:
            yield Open(row, moved(begun, terms.IDEA_PRODUCT.of(book.commune)), begun)
