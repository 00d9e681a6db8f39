"""The product and the producer of a visit, a certificate or a stopped product, as the values of tags."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Inspection, Producer, Product, Recognition, Row
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, gap, row_values, tag
from ocop_xl.papers.dossier_values import asked, lost_values
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.wording import full_date

TODAYS_PROVINCES = date(2025, 7, 1)
"""Since then there are 34 provinces and no districts."""
Holder = Inspection | Recognition
"""Rows that belong to one product."""


def product_of(book: Book, holder: Holder) -> Product | None:
    return book.by_id(Product).get(holder.product_id or "")


def product_values(book: Book, holder: Holder, on: date) -> Values:
    """The holder's product by its tags; every tag is one gap when the holder names no product that there is."""
    product = product_of(book, holder)
    return row_values(book, product, on) if product else lost_values(book, Product, holder, "product_id")


def producer_values(book: Book, holder: Holder | Product, on: date, *needed: str) -> Values:
    """The producer behind the holder by its tags; of the optional columns, those `needed` are gaps when blank."""
    product = holder if isinstance(holder, Product) else product_of(book, holder)
    if product is None:
        return lost_values(book, Producer, holder, "product_id")
    producer = book.by_id(Producer).get(product.producer_id or "")
    if producer is None:
        return lost_values(book, Producer, product, "producer_id")
    return asked(book, producer, row_values(book, producer, on), *needed)


def in_words(row: Row, values: Values, *attributes: str) -> Values:
    """The row's values with these days written in full, as a paper cites a decision."""
    for attribute in attributes:
        if isinstance(day := getattr(row, attribute), date):
            values[tag(type(row), attribute)] = full_date(day)
    return values


def certificate_values(book: Book, row: Recognition, on: date, *in_full: str) -> Values:
    """The certificate by its tags, with the name of who recognised it: a district, and a province that has been merged
    since, must be typed; today's province and the ministry are known."""
    values = in_words(row, row_values(book, row, on), *in_full)
    name = tag(Recognition, "authority")
    if row.authority_name:
        values[name] = row.authority_name
    elif row.authority == c.AUTHORITY_PROVINCE and (row.decision_date or on) >= TODAYS_PROVINCES:
        values[name] = f"UBND tỉnh {book.commune.province or gap(book, book.commune, 'province')}"
    elif row.authority in (c.AUTHORITY_PROVINCE, c.AUTHORITY_DISTRICT):
        values[name] = gap(book, row, "authority_name")
    return values


def facts_about(title: str, product: Product | None, key: str | None, values: Values, year: int) -> PaperFacts:
    """The facts of a paper about one row of one product, named after both: a product may have several visits."""
    name = (product.name if product else None) or ""
    words = [part for part in (key or "", name) if part]
    return PaperFacts(
        f"{title}: {' '.join(words)}" if words else title,
        values,
        subject=" ".join(words),
        product_id=(product.id if product else None) or "",
        year=year,
    )
