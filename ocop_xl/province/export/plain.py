"""Every table as plain rows of the model's types, the same columns whatever a file has or lacks.

A value that is not of its column's type – a day that nobody can read, «Bị loại» where stars stand – is blank in its row
and told apart, in a table of its own: nothing is lost, and no column changes its type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from ocop_xl.exchange.shared_rows import SharedCells
from ocop_xl.law.sectors import number_of
from ocop_xl.model import INPUT_TABLES, Book, Row, spec_of
from ocop_xl.model.column import Column, Kind
from ocop_xl.privacy.profiles import Profile
from ocop_xl.province.export.books import Books
from ocop_xl.records import NamedTuple

WHOLE = frozenset({Kind.INTEGER, Kind.STARS, Kind.PRODUCT_SET, Kind.YEAR})
FRACTION = frozenset({Kind.DECIMAL, Kind.MONEY, Kind.PERCENT})
COMMUNE = Column("Mã xã", Kind.KEY, "Mã đơn vị hành chính của xã có dòng này.", attribute="commune_code")
"""First column of every table that comes from more than one commune."""
UNREAD = "unread"
UNREAD_COLUMNS = ("table", "key", "column", "text")
"""The table of values that are not of their column's type."""

Value = str | int | float | date | None


class PlainTable(NamedTuple):
    """`name` is that of its file and frame; `keys` the columns that name a row, none in a form of one commune."""

    name: str
    row_type: type[Row]
    columns: tuple[Column, ...]
    keys: tuple[str, ...]
    rows: list[tuple[Value, ...]]


class Plain(NamedTuple):
    """`unread` are rows of `UNREAD_COLUMNS`, in a folder after the commune's code."""

    tables: tuple[PlainTable, ...]
    unread: list[tuple[str, ...]]
    many: bool


def plain_tables(books: Books, on: date, profile: Profile) -> Plain:
    """All input tables under the profile; live columns as they stand on that day."""
    unread: list[tuple[str, ...]] = []
    tables = [_empty(kind, profile, many=books.many) for kind in INPUT_TABLES]
    for book in books.books:
        reader = _Reader(book, on, profile, books.many, unread)
        for table in tables:
            table.rows.extend(reader.rows(table))
    return Plain(tuple(tables), unread, books.many)


def name_of(kind: type[Row]) -> str:
    """`ScoreSheet` → `score_sheet`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


def _empty(kind: type[Row], profile: Profile, *, many: bool) -> PlainTable:
    spec = spec_of(kind)
    key = (spec.key.attribute,) if spec.key else ()
    whose = (COMMUNE,) if many else ()
    own = tuple(column for column in profile.columns(spec) if not (many and column.attribute == COMMUNE.attribute))
    return PlainTable(name_of(kind), kind, (*whose, *own), (*(one.attribute for one in whose), *key), [])


class _Reader:
    def __init__(self, book: Book, on: date, profile: Profile, many: bool, unread: list[tuple[str, ...]]) -> None:
        self._book, self._cells, self._unread = book, SharedCells(book, on, profile), unread
        self._whose = (book.commune.commune_code or "",) if many else ()

    def rows(self, table: PlainTable) -> Iterator[tuple[Value, ...]]:
        own = table.columns[len(self._whose) :]
        for row in self._book[table.row_type]:
            yield (*self._whose, *(self._value(table, row, column) for column in own))

    def _value(self, table: PlainTable, row: Row, column: Column) -> Value:
        cell = self._cells.cell(row, column)
        if cell is None or cell == "":
            return None
        value = typed(cell, column)
        if value is None:
            key = spec_of(table.row_type).key
            name = str(getattr(row, key.attribute) or "") if key else ""
            self._unread.append((*self._whose, table.name, name, column.attribute, str(cell)))
        return value


def typed(cell: Any, column: Column) -> Value:
    """The cell as its column's type; None for what is not of it."""
    kind = column.kind
    if kind is Kind.PRODUCT_SET:
        return number_of(cell) if isinstance(cell, str) else int(cell)
    if kind in WHOLE:
        return int(cell) if isinstance(cell, int | float) and int(cell) == cell else None
    if kind in FRACTION:
        return float(cell) if isinstance(cell, int | float) else None
    if kind is Kind.DATE:
        if isinstance(cell, datetime):
            return cell.date()
        return cell if isinstance(cell, date) else None
    return cell if isinstance(cell, str) else str(cell)


def columns_of(table: PlainTable) -> Sequence[str]:
    return [column.attribute for column in table.columns]
