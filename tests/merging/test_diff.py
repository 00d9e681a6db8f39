"""What is a difference between two books, and what is only another spelling or another place."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest

from ocop_xl.changes.contents import contents
from ocop_xl.changes.diff import Difference, diff
from ocop_xl.demo.books import vinh_phong
from ocop_xl.model import Book, Commune, Dossier, Producer, Product, spec_of
from ocop_xl.model.book import Missing, UnreadCell
from ocop_xl.model.column import Column
from ocop_xl.model.table import Row


def words(one: Book, other: Book) -> list[str]:
    """Each difference as the row, the column and both values."""
    return [
        f"{row.row_id} {change.column}: {change.before} → {change.after}"
        for row in diff(contents(one), contents(other))
        for change in row.changes("")
    ]


def shuffled(book: Book) -> None:
    for kind in book:
        random.Random(7).shuffle(book[kind])


def moved_down(book: Book) -> None:
    for row in book[Product]:
        row.at += 40


def decomposed(book: Book) -> None:
    for row in book[Producer]:
        row.name = unicodedata.normalize("NFD", row.name or "")


def spelt_as_decimals(book: Book) -> None:
    for row in book[Product]:
        row.number = row.number and float(row.number)  # type: ignore[assignment]


@pytest.mark.parametrize("change", [shuffled, moved_down, decomposed, spelt_as_decimals])
def test_another_place_or_spelling_is_no_difference(change: Callable[[Book], None]) -> None:
    book = vinh_phong()
    change(book)
    assert words(vinh_phong(), book) == words(book, vinh_phong()) == []


def test_a_cell_a_new_row_and_a_row_that_is_gone_are_told_by_key_and_column() -> None:
    book = vinh_phong()
    book[Product][0].name = "Rượu nếp"
    gone = book[Product].pop(3)
    book[Product].append(Product(id="SP90", name="Mắm cá"))
    changed, added, removed = diff(contents(vinh_phong()), contents(book))
    assert (changed.kind, changed.row_id) == (Difference.CHANGED, "SP01")
    assert [(one.column, one.after) for one in changed.changes("")] == [("Tên sản phẩm", "Rượu nếp")]
    assert (added.kind, [one.after for one in added.changes("")]) == (Difference.ADDED, ["SP90", "Mắm cá"])
    assert (removed.kind, removed.row_id) == (Difference.REMOVED, gone.id)
    assert [one.after for one in removed.changes("") if one.after is not None] == []


def test_the_commune_itself_has_one_row_without_a_key() -> None:
    book = vinh_phong()
    before = book.commune.plan_date
    book.commune.plan_date = date(2026, 4, 1)
    assert words(vinh_phong(), book) == [f" Ngày kế hoạch: {before} → 2026-04-01"]


@pytest.mark.parametrize(("kind", "attribute"), [(Producer, "phone"), (Product, None), (Commune, "signer")])
def test_what_one_side_does_not_have_is_not_said(kind: type[Row], attribute: str | None) -> None:
    """A package for the province has no telephone numbers: that is no reason to empty ours."""
    book = vinh_phong()
    column: Column | None = spec_of(kind).column(attribute) if attribute else None
    if attribute is None:
        book[kind] = []
    else:
        for row in book[kind]:
            setattr(row, attribute, None)
    book.missing.append(Missing(spec_of(kind), column))
    assert words(vinh_phong(), book) == []


@pytest.mark.parametrize(
    ("problem", "text", "told"),
    [("not_a_date", "cuối tháng", True), ("error_cell", "#REF!", False), ("no_value", "", False)],
)
def test_what_could_not_be_read_stands_as_typed_but_a_formula_without_a_value_says_nothing(
    problem: str, text: str, *, told: bool
) -> None:
    book = vinh_phong()
    row = book[Product][0]
    row.joined = None
    book.unread.append(UnreadCell(row, spec_of(Product).column("joined"), text, problem))
    before = vinh_phong()
    before[Product][0].joined = date(2026, 1, 1)
    assert [line.endswith(text) for line in words(before, book)] == [True] * told


def test_an_empty_book_against_a_full_one() -> None:
    assert {row.kind for row in diff(contents(Book()), contents(vinh_phong()))} == {Difference.ADDED}
    assert not words(Book(), Book())
    assert Dossier in contents(Book())
