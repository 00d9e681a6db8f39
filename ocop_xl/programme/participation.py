"""Who and what takes part in the programme, and what has been done for them: the countings that targets rest on.

Each is our reading of the plan's words where they leave room; the reading stands in its docstring.
"""

from __future__ import annotations

from ocop_xl.model import Book, Channel, Producer, Product, Support, Training
from ocop_xl.model import choices as c

SUPPORT_NEEDED = (c.SUPPORT_TRADEMARK, c.SUPPORT_PACKAGING, c.SUPPORT_TRACEABILITY)
"""The plan wants every subject helped with «nhãn hiệu, bao bì, truy xuất nguồn gốc»; we read: all three."""


def takes_part(product: Product) -> bool:
    """A product counts unless it is paused or stopped."""
    return product.status not in (c.STATUS_PAUSED, c.STATUS_STOPPED)


def active_products(book: Book) -> list[Product]:
    return [p for p in book[Product] if p.id and takes_part(p)]


def products_of(book: Book, producer: Producer) -> list[Product]:
    return [p for p in active_products(book) if p.producer_id == producer.id]


def active_producers(book: Book) -> list[Producer]:
    """A subject takes part while it has a product that does."""
    return [p for p in book[Producer] if p.id and products_of(book, p)]


def trainings_of(book: Book, producer: Producer) -> list[Training]:
    return [t for t in book[Training] if t.producer_id == producer.id]


def finished_supports(book: Book, product: Product) -> list[Support]:
    """Help counts for a product when it is finished and recorded for that product."""
    return [s for s in book[Support] if s.product_id == product.id and s.state == c.WORK_DONE]


def supported_kinds(book: Book, producer: Producer) -> list[str]:
    """Which of the three contents have been finished for a subject."""
    done = {s.kind for s in book[Support] if s.producer_id == producer.id and s.state == c.WORK_DONE}
    return [kind for kind in SUPPORT_NEEDED if kind in done]


def online_shops(book: Book, product: Product) -> list[Channel]:
    return [s for s in _open(book, c.CHANNEL_ECOMMERCE) if s.product_id == product.id]


def sales_points(book: Book) -> dict[str, list[Channel]]:
    """Open points by name: a point listed for several products is one point."""
    points: dict[str, list[Channel]] = {}
    for row in _open(book, c.CHANNEL_SALES_POINT):
        points.setdefault((row.name or "").casefold(), []).append(row)
    return points


def _open(book: Book, kind: str) -> list[Channel]:
    return [s for s in book[Channel] if s.kind == kind and s.state == c.CHANNEL_OPEN]
