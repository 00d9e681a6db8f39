"""What officers and the writers do to a commune's book."""

from __future__ import annotations

from collections.abc import Iterable

from ocop_xl.changes.change import Change
from ocop_xl.model import Book, Row, spec_of, table_named


def applied(book: Book, changes: Iterable[Change]) -> Book:
    """As the writers do."""
    for change in changes:
        spec = table_named(change.table)
        row = book.row(spec.row_type, change.row_id)
        if row is None:
            row = spec.row_type(**{spec.key.attribute: change.row_id})  # type: ignore[union-attr]
            book[spec.row_type] = [*book[spec.row_type], row]
        setattr(row, spec.by_header(change.column).attribute, change.after)
    return book


def renumber(book: Book, kind: type[Row], names: dict[str, str]) -> None:
    """Keys and every reference to them, as an officer does who wants no gaps."""
    spec = spec_of(kind)
    for other in map(spec_of, book):
        for column in other.inputs:
            if column is spec.key or column.refers_to == spec.name:
                for row in book[other.row_type]:
                    value = getattr(row, column.attribute)
                    setattr(row, column.attribute, names.get(value, value))
        book[other.row_type] = book[other.row_type]
