"""The same duties by week, by who does them, or by hamlet: headings with what stands under each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from ocop_xl.model import Book, Dossier, Hamlet, Producer, Product
from ocop_xl.programme.agenda.due import Due, State

NO_HAMLET = "Không thuộc riêng ấp nào"
LATE = "Đã quá hạn"


def grouped(dues: Iterable[Due], by: str, book: Book) -> dict[str, list[Due]]:
    """`by` is a key of `HEADINGS`; headings stand in the order of their first duty."""
    groups: dict[str, list[Due]] = {}
    for due in dues:
        groups.setdefault(HEADINGS[by](due, book), []).append(due)
    return groups


def hamlet_of(due: Due, book: Book) -> str:
    """The hamlet that does it, or where its producer is; "" where the row leads to none."""
    unit = getattr(due.row, "unit", None)
    if unit and any(row.name == unit for row in book[Hamlet]):
        return str(unit)
    dossier = book.by_id(Dossier).get(getattr(due.row, "dossier_id", None) or "")
    product_id = dossier.product_id if dossier else getattr(due.row, "product_id", None)
    product = book.by_id(Product).get(product_id or "")
    producer_id = product.producer_id if product else getattr(due.row, "producer_id", None)
    producer = book.by_id(Producer).get(producer_id or "")
    return (producer.hamlet if producer else None) or ""


def _week(day: date) -> str:
    monday = day - timedelta(day.weekday())
    return f"Tuần {monday:%d/%m} – {monday + timedelta(6):%d/%m/%Y}"


HEADINGS: dict[str, Callable[[Due, Book], str]] = {
    "week": lambda due, book: LATE if due.state is State.OVERDUE else _week(due.due),
    "person": lambda due, book: due.who,
    "hamlet": lambda due, book: hamlet_of(due, book) or NO_HAMLET,
}
