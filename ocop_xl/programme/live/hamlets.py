"""The live columns by which «Tổng quan» counts products by hamlet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ocop_xl.model import Book, Hamlet, Producer, Row
from ocop_xl.model.rows.producers import hamlet_number
from ocop_xl.programme.hamlets import hamlet_begun_by, ranked_of, subjects_of


def _subjects(row: Hamlet, book: Book, on: date) -> object:
    return "" if row.id is None else subjects_of(row, book, on)


def _ranked(row: Producer, book: Book, on: date) -> object:
    return "" if row.id is None else ranked_of(row, book, on)


def _order(row: Producer, book: Book, on: date) -> object:
    begun = hamlet_begun_by(row, book, on)
    return hamlet_number(begun.products, row.at) if begun else ""


HAMLET_LIVE: dict[tuple[type[Row], str], Callable[[Any, Book, date], object]] = {
    (Hamlet, "producers"): _subjects,
    (Producer, "ranked"): _ranked,
    (Producer, "hamlet_order"): _order,
}
