"""Rows that are found again: whatever officers do to a book, no remark may stand at a row that it is not about."""

from __future__ import annotations

from copy import copy
from functools import cache
from random import Random
from unicodedata import normalize

import pytest

from ocop_xl.changes.contents import Contents, contents
from ocop_xl.changes.whereabouts import whereabouts
from ocop_xl.exchange.answers.answer import about_package
from ocop_xl.exchange.received import received
from ocop_xl.model import Book, Dossier, Producer, Product, Recognition, Row, spec_of
from tests.answers.books import renumber
from tests.province.communes import commune, package_of

COMMUNES = (0, 3, 6, 13)
RENUMBERED = (Product, Producer, Dossier, Recognition)


@cache
def said(number: int) -> Contents:
    """What the province knows: the package's columns, with its covers."""
    return about_package(received("goi.zip", package_of(number)), "goi.zip").said


def perturbed(number: int, chance: Random) -> tuple[Book, dict[tuple[type[Row], str], Row]]:
    """A copy after some of what officers do, and each row by what its key was."""
    book = commune(number)
    for kind in book:
        book[kind] = [copy(row) for row in book[kind]]
    rows = {(kind, row_id): row for kind in book if spec_of(kind).key for row_id, row in book.by_id(kind).items()}
    for change in chance.sample(CHANGES, chance.randint(1, len(CHANGES))):
        change(book, chance)
    return book, rows


def sort(book: Book, chance: Random) -> None:
    for kind in book:
        book[kind] = chance.sample(book[kind], len(book[kind]))


def close_gaps(book: Book, chance: Random) -> None:
    for kind in chance.sample(RENUMBERED, 2):
        keys = list(book.by_id(kind))
        renumber(book, kind, dict(zip(keys, chance.sample(keys, len(keys)), strict=True)))


def number_anew(book: Book, chance: Random) -> None:
    for kind in chance.sample(RENUMBERED, 2):
        prefix = (spec_of(kind).key or spec_of(kind).columns[0]).prefix
        renumber(book, kind, {key: f"{prefix}{at}" for at, key in enumerate(book.by_id(kind), chance.randint(2, 50))})


def rename_one(book: Book, chance: Random) -> None:
    chance.choice(book[Product]).name = chance.choice(("Tôm khô loại một", "Mật ong", "Gạo thơm"))
    chance.choice(book[Producer]).name = "Hợp tác xã Đổi Tên"


def spell_otherwise(book: Book, chance: Random) -> None:
    for row in book[Product]:
        row.name = normalize("NFD", row.name or "")


def edit(book: Book, chance: Random) -> None:
    chance.choice(book[Product]).number = 77
    chance.choice(book[Producer]).workers = 99
    for row in book[Dossier]:
        row.state, row.note = "Đã gửi tỉnh", "đã gửi"


def delete(book: Book, chance: Random) -> None:
    for kind in (Product, Dossier, Producer):
        book[kind] = book[kind][1:] if len(book[kind]) > 2 else book[kind]


def add(book: Book, chance: Random) -> None:
    """With keys that are free, some of which meant another row before."""
    for kind in (Product, Producer):
        spec = spec_of(kind)
        free = next(
            key
            for n in range(1, 99)
            if (key := f"{(spec.key or spec.columns[0]).prefix}{n:02}") not in book.by_id(kind)
        )
        book[kind] = [*book[kind], kind(id=free, name=f"Mới {chance.randint(1, 9)}")]


CHANGES = (sort, close_gaps, number_anew, rename_one, spell_otherwise, edit, delete, add)


def misplaced(seed: int) -> tuple[list[str], int, int]:
    """Rows that are taken for others, how many are not found though they are there, and how many there are."""
    chance = Random(seed)
    number = chance.choice(COMMUNES)
    book, rows = perturbed(number, chance)
    places = whereabouts(said(number), contents(book))
    wrong, lost = [], 0
    there = {id(row) for kind in book for row in book[kind]}
    for (kind, was), row in rows.items():
        now = places.get(kind, {}).get(was)
        if now is None:
            lost += id(row) in there
        elif book.by_id(kind).get(now) is not row:
            wrong.append(f"{seed}: {kind.__name__} {was} → {now}: {row} / {book.by_id(kind)[now]}")
    return wrong, lost, len(rows)


def test_an_untouched_book_is_found_whole() -> None:
    places = whereabouts(said(3), contents(commune(3)))
    assert all(was == now for of_kind in places.values() for was, now in of_kind.items())
    assert {kind: len(of_kind) for kind, of_kind in places.items() if of_kind} == {
        kind: len(rows) for kind, rows in said(3).items() if rows
    }


@pytest.mark.parametrize("seeds", [range(20), pytest.param(range(20, 1000), marks=pytest.mark.thorough)])
def test_no_row_is_taken_for_another(seeds: range) -> None:
    found = [misplaced(seed) for seed in seeds]
    assert [line for wrong, _, _ in found for line in wrong] == []
    assert sum(lost for _, lost, _ in found) < 0.02 * sum(rows for _, _, rows in found)
