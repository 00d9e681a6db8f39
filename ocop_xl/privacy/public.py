"""What everybody may see: the columns that the product pages show, and how a text is covered on its way there.

A page never takes a value from a row itself: it asks here, so that a template cannot show what was not meant for the
public. Names of products and registered names of producers are public by the producer's consent
(«Đồng ý công khai»); which columns are listed here is our reading of what that consent covers.
"""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Channel, Commune, Producer, Product, Recognition, Row
from ocop_xl.model import choices as c
from ocop_xl.privacy.masking import masked

_PUBLIC: dict[type[Row], frozenset[str]] = {
    Commune: frozenset({"province", "name", "kind", "commune_code"}),
    Product: frozenset({"id", "name", "sector", "pack", "story", "gtin", "picture", "trace_link"}),
    Producer: frozenset({"id", "name", "legal_form", "hamlet"}),
    Recognition: frozenset({"stars", "decision_number", "issued", "ends", "authority"}),
    Channel: frozenset({"kind", "name", "address", "link"}),
}
_NOT_PROSE = frozenset({"id", "commune_code", "gtin", "picture", "link", "trace_link", "decision_number"})
"""Codes, files and addresses: covering a part of one would make another of it."""


class NotPublic(Exception):
    """A page asked for a column that the public may not see: a fault of the program."""


def public_text(row: Row, attribute: str) -> str:
    """The cell as everybody may read it, "" for a blank one; telephone numbers and the like are covered."""
    value = _value(row, attribute)
    if value is None:
        return ""
    text = str(value)
    return text if attribute in _NOT_PROSE else masked(text, attribute)[0]


def public_day(row: Row, attribute: str) -> date | None:
    value = _value(row, attribute)
    return value if isinstance(value, date) else None


def consents(product: Product) -> bool:
    """Whether its producer has agreed that the product stands on a page; silence is no consent."""
    return product.consent == c.YES


def _value(row: Row, attribute: str) -> object:
    if attribute not in _PUBLIC.get(type(row), ()):
        raise NotPublic(f"{type(row).__name__}.{attribute}")
    return getattr(row, attribute)
