"""The cells of the shared copy: each table's headers and values under a profile, and what was covered on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from ocop_xl.law import sectors
from ocop_xl.model import INPUT_TABLES, Book, CriterionLine, Row, spec_of
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.table import TableSpec
from ocop_xl.privacy.masking import masked, names_in, personal_names
from ocop_xl.privacy.profiles import Profile
from ocop_xl.programme.live.values import live_value
from ocop_xl.records import NamedTuple

Cell = str | int | float | date | None


class SharedTable(NamedTuple):
    """One table as it goes out: `cells[n]` are the values of a row in the order of `columns`."""

    spec: TableSpec
    columns: tuple[Column, ...]
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(slots=True)
class SharedRows:
    """`covered`: where something was covered and what, by sheet and row; `look_at`: sentences for whoever sends."""

    tables: list[SharedTable] = field(default_factory=list)
    covered: list[str] = field(default_factory=list)
    look_at: list[str] = field(default_factory=list)


def shared_rows(book: Book, on: date, profile: Profile) -> SharedRows:
    """Every input table, empty ones too, and the criteria sets that the commune has loaded itself; live columns as
    they stand on that day. Nothing in `book` is changed."""
    shared = SharedRows()
    cells = SharedCells(book, on, profile, shared)
    for kind in INPUT_TABLES:
        shared.tables.append(cells.table(kind))
    if book[CriterionLine]:
        shared.tables.append(cells.table(CriterionLine))
    return shared


class SharedCells:
    """The cells of a book as a profile lets them out; `report` is told what was covered and what to look at."""

    def __init__(self, book: Book, on: date, profile: Profile, report: SharedRows | None = None) -> None:
        self._book, self._on, self._profile, self._report = book, on, profile, report
        self._unread = {(id(cell.row), cell.column.attribute): cell.text for cell in book.unread}
        looked_for = () if profile.personal or report is None else _personal_values(book)
        self._names = personal_names(looked_for)

    def table(self, kind: type[Row]) -> SharedTable:
        columns = self._profile.columns(spec_of(kind))
        cells = tuple(tuple(self.cell(row, column) for column in columns) for row in self._book[kind])
        return SharedTable(spec_of(kind), columns, cells)

    def cell(self, row: Row, column: Column) -> Cell:
        value = self._value(row, column)
        if not isinstance(value, str) or self._profile.personal:
            return value
        text, what = masked(value, column.attribute)
        if self._report and not column.live:
            self._told(self._report, row, column, text, what)
        return text

    def _told(self, report: SharedRows, row: Row, column: Column, text: str, what: Iterable[str]) -> None:
        spec = spec_of(type(row))
        place = f"trang «{spec.sheet}», {_row_name(spec, row)}, cột «{column.header}»"
        if what:
            report.covered.append(f"{place}: {', '.join(what)}")
        if column.kind is Kind.LONG_TEXT:
            for name in names_in(text, self._names):
                report.look_at.append(
                    f"{place[0].upper()}{place[1:]} có «{name}» trùng với một ô dữ liệu cá nhân và vẫn được gửi; "
                    "hãy sửa trong sổ rồi đóng gói lại nếu không muốn gửi."
                )

    def _value(self, row: Row, column: Column) -> Cell:
        """What could not be read goes out as it was typed: the receiver sees the same fault."""
        if column.live:
            return _plain(live_value(row, column.attribute, self._book, self._on))
        typed = self._unread.get((id(row), column.attribute))
        if typed is not None:
            return typed
        value = getattr(row, column.attribute)
        return sectors.label(value) if column.kind is Kind.PRODUCT_SET and value is not None else _plain(value)


def _plain(value: object) -> Cell:
    if value is None or value == "":
        return None
    return value if isinstance(value, int | float | date) else str(value)


def _row_name(spec: TableSpec, row: Row) -> str:
    """By its key, unless somebody has made a telephone number the key."""
    name = getattr(row, spec.key.attribute) if spec.key else None
    return f"dòng {name}" if name and not masked(name, "")[1] else f"dòng số {row.at}"


_OF_MANY = frozenset({"gender", "ethnicity"})
"""Personal columns whose words are common to thousands of people: they point to nobody in another text."""


def _personal_values(book: Book) -> Iterator[object]:
    for kind in INPUT_TABLES:
        columns = [column for column in spec_of(kind).inputs if column.personal and column.attribute not in _OF_MANY]
        for row in book[kind]:
            yield from (getattr(row, column.attribute) for column in columns)
