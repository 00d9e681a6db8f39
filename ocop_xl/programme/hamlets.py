"""Products by the hamlet of who makes them, as «Chủ thể» says it: capitals do not matter, the first spelling shows."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Hamlet, Producer
from ocop_xl.programme.participation import active_producers, products_of
from ocop_xl.programme.ranks import rank_on
from ocop_xl.records import NamedTuple


class HamletProducts(NamedTuple):
    """`first` is the first subject of the hamlet in the table; `ranked` counts products from three stars on."""

    name: str
    first: Producer
    products: int
    ranked: int


def products_by_hamlet(book: Book, on: date) -> list[HamletProducts]:
    """Hamlets with products that take part, in the order of the table."""
    rows: dict[str, list[Producer]] = {}
    for producer in book[Producer]:
        if producer.hamlet:
            rows.setdefault(producer.hamlet.casefold(), []).append(producer)
    counted = (_counted(mine, book, on) for mine in rows.values())
    return [one for one in counted if one.products]


def hamlet_begun_by(producer: Producer, book: Book, on: date) -> HamletProducts | None:
    """The hamlet whose first subject this is, if it is one and the hamlet has products."""
    name = (producer.hamlet or "").casefold()
    mine = [one for one in book[Producer] if name and (one.hamlet or "").casefold() == name]
    if not mine or mine[0] is not producer:
        return None
    counted = _counted(mine, book, on)
    return counted if counted.products else None


def _counted(mine: list[Producer], book: Book, on: date) -> HamletProducts:
    products = sum(len(products_of(book, one, on)) for one in mine if one.id)
    ranked = sum(ranked_of(one, book, on) for one in mine if one.id)
    return HamletProducts(mine[0].hamlet or "", mine[0], products, ranked)


def ranked_of(producer: Producer, book: Book, on: date) -> int:
    """How many of the subject's products have three stars or more on the day."""
    return sum((rank_on(book, one, on).stars or 0) >= 3 for one in products_of(book, producer, on))


def subjects_of(hamlet: Hamlet, book: Book, on: date) -> int:
    """Who makes something there that takes part."""
    name = (hamlet.name or "").casefold()
    return sum((one.hamlet or "").casefold() == name != "" for one in active_producers(book, on))


def idle_hamlets(book: Book, on: date) -> list[Hamlet]:
    """Those of «Ấp» without any such subject."""
    return [one for one in book[Hamlet] if one.id and one.name and not subjects_of(one, book, on)]
