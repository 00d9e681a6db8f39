"""Whether a certificate's renewal is under way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ocop_xl.law.clocks import renewal_window
from ocop_xl.model import Book, Dossier, Recognition
from ocop_xl.model import choices as c
from ocop_xl.programme.renewal import filed_again

CERTIFICATE = Recognition(id="CN01", product_id="SP01", ends=date(2027, 1, 1))
OPENS, _ = renewal_window(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("product", "kind", "received", "again"),
    [
        ("SP01", c.DOSSIER_AGAIN, OPENS, True),  # on the first day of the window
        ("SP01", c.DOSSIER_UPGRADE, OPENS + timedelta(1), True),
        ("SP01", c.DOSSIER_AGAIN, OPENS - timedelta(1), False),
        ("SP01", c.DOSSIER_AGAIN, None, False),
        ("SP01", c.DOSSIER_FIRST, OPENS, False),
        ("SP02", c.DOSSIER_AGAIN, OPENS, False),
    ],
)
def test_filed_again(product: str, kind: str, received: date | None, again: bool) -> None:
    book = Book()
    book[Dossier] = [Dossier(id="HS01", product_id=product, kind=kind, received=received)]
    assert filed_again(book, CERTIFICATE, OPENS, OPENS + timedelta(30)) is again


def test_on_an_earlier_day_it_had_not_come_in() -> None:
    book = Book()
    book[Dossier] = [Dossier(id="HS01", product_id="SP01", kind=c.DOSSIER_AGAIN, received=OPENS + timedelta(9))]
    assert not filed_again(book, CERTIFICATE, OPENS, OPENS + timedelta(8))
