"""A book as it is after changes, without a file."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

from ocop_xl.changes.change import Change
from ocop_xl.model import Book, Row, spec_of, table_named


def after(book: Book, changes: Iterable[Change]) -> Book:
    """A new book; every change must have seen what is there, as both writers ask."""
    made = Book({kind: [copy(row) for row in rows] for kind, rows in book.tables.items()}, source=book.source)
    for change in changes:
        spec = table_named(change.table)
        column = spec.by_header(change.column)
        row = _row(made, spec.row_type, change.row_id)
        assert getattr(row, column.attribute) == change.before, f"{change} saw something else"
        setattr(row, column.attribute, change.after)
    made.lay_out()
    return made


def _row(book: Book, kind: type[Row], row_id: str) -> Row:
    found = book.row(kind, row_id)
    if found is None:
        key = spec_of(kind).key
        assert key is not None
        found = kind(**{key.attribute: row_id})
        book[kind] = [*book[kind], found]
    return found
