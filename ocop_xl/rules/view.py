"""What a rule is given: a book, also by columns, so that what is asked of ten thousand rows is asked once of the few
values that differ.

Most rules are a condition on one or a few cells of a row. Python tests a condition on a row in about 0,1 µs, but
collects a column into a set in a fifth of that; so rules look at distinct values first and go back to the rows only for
the bad ones: `view.having(Product, "from_year", "to_year", broken=lambda years: …)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, TypeVar

from ocop_xl.model import INPUT_TABLES
from ocop_xl.model.book import Book
from ocop_xl.model.column import Kind
from ocop_xl.model.rows.commune import Commune
from ocop_xl.model.table import R, Row, spec_of
from ocop_xl.rules.table_text import TableText

T = TypeVar("T")


def columns_of(kind: Kind) -> tuple[tuple[type[Row], str], ...]:
    """Every input column of a kind, as table and attribute: a rule on all days, on all money."""
    return tuple((table, one.attribute) for table in INPUT_TABLES for one in spec_of(table).inputs if one.kind is kind)


class View:
    """One book for one check: its rows, and columns and distinct values, each made when first asked for.

    The book must not change while a view of it is used. What is worked out from the whole book, such as its scores, is
    kept by the book itself (`derived`).
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self.unread = frozenset((id(cell.row), cell.column.attribute) for cell in book.unread)
        self.absent = frozenset((m.spec.row_type, m.column.attribute) for m in book.missing if m.column)
        self._columns: dict[type[Row], dict[str, tuple[Any, ...]]] = {}
        self._distinct: dict[tuple[type[Row], tuple[str, ...]], set[Any]] = {}
        self._texts: dict[tuple[type[Row], tuple[str, ...]], TableText] = {}
        self._once: dict[Callable[[View], Any], Any] = {}

    def __getitem__(self, kind: type[R]) -> list[R]:
        return self.book[kind]

    @property
    def commune(self) -> Commune:
        return self.book.commune

    def by_id(self, kind: type[R]) -> dict[str, R]:
        return self.book.by_id(kind)

    def derived(self, make: Callable[[Book], T]) -> T:
        return self.book.derived(make)

    def once(self, find: Callable[[View], T]) -> T:
        """What several rules need found in this view, found by the first of them."""
        if find not in self._once:
            self._once[find] = find(self)
        found: T = self._once[find]
        return found

    def column(self, kind: type[Row], attribute: str) -> tuple[Any, ...]:
        """The cells of one column, in the order of the rows."""
        columns = self._columns.get(kind)
        if columns is None:
            names = [c.attribute for c in spec_of(kind).inputs]
            rows = self.book[kind]
            cells = zip(*map(attrgetter(*names), rows), strict=True) if rows else ((),) * len(names)
            columns = self._columns[kind] = dict(zip(names, cells, strict=True))
        return columns[attribute]

    def distinct(self, kind: type[Row], *attributes: str) -> set[Any]:
        """Values that occur in a column, or tuples of values that occur together in several; blanks are None."""
        found = self._distinct.get((kind, attributes))
        if found is None:
            found = self._distinct[kind, attributes] = set(self._cells(kind, attributes))
        return found

    def text(self, kind: type[Row], *attributes: str) -> TableText:
        """All texts of these columns as one."""
        found = self._texts.get((kind, attributes))
        if found is None:
            found = self._texts[kind, attributes] = TableText(self.distinct(kind, name) for name in attributes)
        return found

    def having(self, kind: type[R], *attributes: str, broken: Callable[[Any], Any]) -> Iterator[R]:
        """The rows whose value (or tuple of values) `broken` finds fault with."""
        bad = {value for value in self.distinct(kind, *attributes) if broken(value)}
        if bad:
            for row, value in zip(self.book[kind], self._cells(kind, attributes), strict=True):
                if value in bad:
                    yield row

    def out_of_order(self, kind: type[R], earlier: str, later: str) -> Iterator[R]:
        """The rows whose `later` day lies before their `earlier` one; a blank is never out of order."""
        return self.having(kind, earlier, later, broken=lambda days: None not in days and days[1] < days[0])

    def repeated(self, kind: type[R], *attributes: str) -> Iterator[tuple[R, R]]:
        """Rows that repeat an earlier row's value, each with that earlier row; a blank repeats nothing."""
        if len(self.distinct(kind, *attributes)) == len(self.book[kind]):
            return
        first: dict[Any, R] = {}
        for row, value in zip(self.book[kind], self._cells(kind, attributes), strict=True):
            if value is None or (len(attributes) > 1 and None in value):
                continue
            earlier = first.setdefault(value, row)
            if earlier is not row:
                yield row, earlier

    def _cells(self, kind: type[Row], attributes: tuple[str, ...]) -> Any:
        if len(attributes) == 1:
            return self.column(kind, attributes[0])
        return zip(*(self.column(kind, a) for a in attributes), strict=True)
