"""Whether a certificate's renewal is under way."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Dossier, Recognition
from ocop_xl.model import choices as c


def filed_again(book: Book, row: Recognition, since: date, on: date) -> bool:
    """Whether a dossier of the product, received from the one day to the other, asks for its renewal or upgrade."""
    return any(
        d.product_id == row.product_id and d.kind != c.DOSSIER_FIRST and d.received and since <= d.received <= on
        for d in book[Dossier]
    )
