"""The key that a new row gets, and the row that a typed key means."""

from __future__ import annotations

import pytest

from ocop_xl.model import Book, Paper, Product
from ocop_xl.model.keys import key_typed, new_keys, next_key, row_typed

BOOK = Book()
BOOK[Product] = [Product(id=key) for key in ("SP01", "sp03", " SP7 ", "SP12345678901", "Tổng", None)]


def test_a_new_key_goes_on_after_the_highest_whatever_gaps_there_are() -> None:
    """A key that was given up stays with what it meant; one of eleven digits is a slip of the hand."""
    assert next_key(BOOK, Product) == "SP08"
    assert next_key(BOOK, Product, also=["SP09"]) == "SP10"
    fresh = new_keys(Book(), Paper)
    assert [next(fresh), next(fresh)] == ["VB01", "VB02"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("SP01", "SP01"), (" sp01", "SP01"), ("SP03", "sp03"), ("SP99", None), ("", None)]
)
def test_a_typed_key_means_its_row_however_its_letters_are_typed(typed: str, meant: str | None) -> None:
    assert key_typed(BOOK, Product, typed) == meant
    assert getattr(row_typed(BOOK, Product, typed), "id", None) == meant
