"""The same duties by week, by who does them, or by hamlet: headings with what stands under each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from ocop_xl.model import Book, Dossier, Hamlet, Producer, Product
from ocop_xl.programme.agenda.due import Due

Groups = dict[str, list[Due]]
NO_HAMLET = "Không thuộc riêng ấp nào"


def by_week(dues: Iterable[Due], on: date, _book: Book) -> Groups:
    """What is late first, then week by week from Monday to Sunday."""
    return _grouped(dues, lambda due: "Đã quá hạn" if due.due < on else _week(due.due))


def by_person(dues: Iterable[Due], _on: date, _book: Book) -> Groups:
    """By unit or person, in the order in which their first duty falls."""
    return _grouped(dues, lambda due: due.who)


def by_hamlet(dues: Iterable[Due], _on: date, book: Book) -> Groups:
    """By the hamlet that does it or in which its producer is."""
    return _grouped(dues, lambda due: hamlet_of(due, book) or NO_HAMLET)


WAYS: dict[str, Callable[[Iterable[Due], date, Book], Groups]] = {
    "week": by_week,
    "person": by_person,
    "hamlet": by_hamlet,
}


def hamlet_of(due: Due, book: Book) -> str:
    """ "" where the row leads to none."""
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


def _grouped(dues: Iterable[Due], heading: Callable[[Due], str]) -> Groups:
    groups: Groups = {}
    for due in dues:
        groups.setdefault(heading(due), []).append(due)
    return groups
