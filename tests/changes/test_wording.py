"""The journal's words: exact, one dialect for both writers; those of older journals are understood."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from ocop_xl.changes.fits import holds
from ocop_xl.changes.wording import as_cell, from_words, in_words
from ocop_xl.model import Budget, Product, Recognition, spec_of
from ocop_xl.model.column import Column

POTENTIAL, NAME, SET = (spec_of(Product).column(name) for name in ("potential", "name", "product_set"))
MONEY = spec_of(Budget).column("planned")
ISSUED = spec_of(Recognition).column("issued")
MEAT = "08. Chế biến từ thịt, thủy sản, trứng, sữa, các sản phẩm từ mật ong, mật khác và nông sản thực phẩm khác"


@pytest.mark.parametrize(
    ("cell", "column", "words"),
    [
        (3.0, POTENTIAL, "3"),
        (0.125, MONEY, "0.125"),
        (12.0, MONEY, "12"),
        ("3", POTENTIAL, "“3” (dạng chữ)"),
        ("3", NAME, "3"),
        (date(2026, 3, 20), ISSUED, "20/03/2026"),
        ("20/03/2026", ISSUED, "“20/03/2026” (dạng chữ)"),
        (5.0, NAME, "5 (dạng số)"),
        (datetime(2026, 3, 20, 10, 30), ISSUED, "20/03/2026 10:30:00"),
        (None, NAME, ""),
        (MEAT, SET, MEAT),
        ("8", SET, "“8” (dạng chữ)"),
        (99.0, SET, "99 (dạng số)"),
    ],
)
def test_the_journals_words_lead_back_to_the_very_cell(cell: Any, column: Column, words: str) -> None:
    assert in_words(cell, column) == words
    assert from_words(words, column) == cell and type(from_words(words, column)) is type(cell)
    assert holds(cell, words, column)


@pytest.mark.parametrize("number", [8, 8.0])
def test_a_set_is_told_by_its_label_however_it_was_typed(number: float) -> None:
    assert in_words(number, SET) == as_cell(number, SET) == MEAT
    assert holds(number, MEAT, SET, exactly=True)


@pytest.mark.parametrize(
    ("old", "column", "cell"),
    [
        ("8", SET, MEAT),
        ("8.0", SET, MEAT),
        ("99", SET, "99"),
        ("12.0", MONEY, 12.0),
        ("2025", POTENTIAL, 2025.0),
        ("khoảng 12", MONEY, "khoảng 12"),
    ],
)
def test_journals_of_older_versions_are_still_read(old: str, column: Column, cell: Any) -> None:
    """A closed file's journal once said a set by its number, a whole number with `.0`, any text as it was."""
    assert from_words(old, column) == cell and holds(cell, old, column)
