"""Who and what takes part in the programme on a day, and what had been done for them: the countings of the targets.

A row counts on a day only if it had happened by then and had not ended. Our reading where a row says no day: what its
state says holds on every day, because nothing known speaks against it; a rule asks for the day.
"""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Channel, Producer, Product, Support, TaskPart, Training, TrainingClass
from ocop_xl.model import choices as c

SUPPORT_NEEDED = (c.SUPPORT_TRADEMARK, c.SUPPORT_PACKAGING, c.SUPPORT_TRACEABILITY)
"""The plan wants every subject helped with «nhãn hiệu, bao bì, truy xuất nguồn gốc»; we read: all three."""


def happened(day: date | None, on: date) -> bool:
    """Whether what has this day had happened by another; what has none is taken to have."""
    return day is None or day <= on


def takes_part(product: Product, on: date) -> bool:
    """From the day it joined; a paused or stopped one until the day before it stopped, if that is known."""
    if not happened(product.joined, on):
        return False
    if product.status in (c.STATUS_PAUSED, c.STATUS_STOPPED):
        return product.stopped is not None and on < product.stopped
    return True


def attended(training: Training, book: Book, on: date) -> bool:
    """Whether the class had been held."""
    return happened(day_of(training, book), on)


def day_of(training: Training, book: Book) -> date | None:
    """The day of its class; None where no class is named."""
    held = book.by_id(TrainingClass).get(training.class_id or "")
    return held.held if held else None


def finished(work: Support | TaskPart, on: date) -> bool:
    """Said to be done, and not only on a later day; without its day it counts, and HT-001 asks for the day."""
    return work.state == c.WORK_DONE and happened(work.done, on)


def is_open(channel: Channel, on: date) -> bool:
    """From its first day; to its last one if it says which, else while its state says so."""
    if not happened(channel.since, on):
        return False
    return on <= channel.until if channel.until else channel.state == c.CHANNEL_OPEN


def active_products(book: Book, on: date) -> list[Product]:
    """Those that take part on the day, in the sheet's order; rows without a key are none yet."""
    return [p for p in book[Product] if p.id and takes_part(p, on)]


def products_of(book: Book, producer: Producer, on: date) -> list[Product]:
    """The subject's products that take part on the day."""
    return [p for p in active_products(book, on) if p.producer_id == producer.id]


def active_producers(book: Book, on: date) -> list[Producer]:
    """A subject takes part while it has a product that does."""
    makers = {product.producer_id for product in active_products(book, on)}
    return [p for p in book[Producer] if p.id and p.id in makers]


def trainings_of(book: Book, producer: Producer, on: date) -> list[Training]:
    """Who of the subject had attended which class by the day; a class without a day counts as held."""
    return [t for t in book[Training] if t.producer_id == producer.id and attended(t, book, on)]


def finished_supports(book: Book, product: Product, on: date) -> list[Support]:
    """Help counts for a product when it is finished and recorded for that product."""
    return [s for s in book[Support] if s.product_id == product.id and finished(s, on)]


def supported_kinds(book: Book, producer: Producer, on: date) -> list[str]:
    """Which of the three contents have been finished for a subject."""
    done = {s.kind for s in book[Support] if s.producer_id == producer.id and finished(s, on)}
    return [kind for kind in SUPPORT_NEEDED if kind in done]


def online_shops(book: Book, product: Product, on: date) -> list[Channel]:
    """Its shops on platforms that are open on the day."""
    return [s for s in _open(book, c.CHANNEL_ECOMMERCE, on) if s.product_id == product.id]


def points_of(book: Book, product: Product, on: date) -> int:
    """How many rows of open points show a product. Our reading: a point recorded for no product shows them all."""
    return sum(s.product_id in (None, product.id) for s in _open(book, c.CHANNEL_SALES_POINT, on))


def sales_points(book: Book, on: date) -> dict[str, list[Channel]]:
    """Open points by name: a point listed for several products is one point."""
    points: dict[str, list[Channel]] = {}
    for row in _open(book, c.CHANNEL_SALES_POINT, on):
        points.setdefault((row.name or "").casefold(), []).append(row)
    return points


def _open(book: Book, kind: str, on: date) -> list[Channel]:
    return [s for s in book[Channel] if s.kind == kind and is_open(s, on)]
