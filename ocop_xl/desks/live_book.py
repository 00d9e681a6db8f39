"""The live workbook read into a `Book`: each table in one block, typed by the same code as files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ocop_xl.changes.wording import is_blank
from ocop_xl.desks.cells import Block
from ocop_xl.desks.desk import Desk
from ocop_xl.model import INPUT_TABLES, CriterionLine, Row, ScoreSheet, spec_of
from ocop_xl.model.book import Book
from ocop_xl.model.column import Column
from ocop_xl.model.lift import settle, version_of
from ocop_xl.model.table import TableSpec
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.reading.headers import find_header_row, find_label_column, match_headers
from ocop_xl.sheets.reading.own_criteria import fill_own_sets, names_own_set
from ocop_xl.sheets.reading.rows import Found, fill, note_missing
from ocop_xl.vietnamese import fold

_BELOW = 20_000
"""Rows below a table that are looked at: formats may reach down to the last row of a sheet."""


class LiveTable(NamedTuple):
    """A table as it was read: `area` counts its header, `values` go on below it to the last row in use.

    `name` is empty when the sheet has the headers but no Excel Table; `places` are sheet columns by attribute; `totals`
    says that the row below the area is Excel's row of totals, whose cells are left out.
    """

    spec: TableSpec
    sheet: str
    name: str
    area: Area
    values: Block
    places: dict[str, int]
    totals: bool = False

    def cell(self, row: int, place: int) -> Any:
        """What stood in a cell; "" outside of what was read."""
        at, across = row - self.area.top, place - self.area.left
        inside = 0 <= at < len(self.values) and 0 <= across < len(self.values[0])
        return self.values[at][across] if inside else ""

    @property
    def inputs(self) -> list[tuple[Column, int]]:
        return [
            (column, self.places[column.attribute]) for column in self.spec.inputs if column.attribute in self.places
        ]

    def blank_rows(self) -> list[int]:
        """Rows of the table in which nobody has typed."""
        places = [place for _, place in self.inputs]
        rows = range(self.area.top + 1, self.area.bottom + 1)
        return [row for row in rows if all(is_blank(self.cell(row, place)) for place in places)]

    def nothing_below(self) -> bool:
        """Whether the table has room to grow, as far as its sheet was in use when it was read."""
        height = self.area.bottom - self.area.top + 1
        return all(is_blank(cell) for row in self.values[height:] for cell in row)


class LiveBook(NamedTuple):
    """The book, and the tables as their cells stood when it was read."""

    book: Book
    tables: dict[type[Row], LiveTable]


def read_live(desk: Desk, kinds: Iterable[type[Row]] = INPUT_TABLES) -> LiveBook:
    """These tables of the open workbook; what is not there is in `book.missing`, as after reading a file."""
    live = LiveBook(Book(source=desk.name), {})
    there = desk.tables()
    wanted = list(kinds)
    for kind in wanted:
        table = _named(desk, there, spec_of(kind)) or _by_headers(desk, there, spec_of(kind))
        if table is None:
            note_missing(live.book, spec_of(kind))
        elif fill(live.book, table.spec, _found(table), date1904=False):  # Excel hands over days, not their numbers
            live.tables[kind] = table
    settle(live.book, version_of(there, desk.sheet_names()))
    if ScoreSheet in wanted and names_own_set(live.book):
        criteria = _named(desk, there, spec_of(CriterionLine))
        if criteria is not None:
            fill_own_sets(live.book, _found(criteria), date1904=False)
    return live


def read_table(desk: Desk, kind: type[Row]) -> LiveTable | None:
    """One table as it stands, untyped; None if the workbook has lost it."""
    return _named(desk, desk.tables(), spec_of(kind))


def _named(desk: Desk, there: dict[str, tuple[str, Area]], spec: TableSpec) -> LiveTable | None:
    found = there.get(spec.name.casefold())
    if found is None:
        return None
    sheet, area = found
    others = [a for s, a in there.values() if s == sheet and a.top > area.bottom and _side_by_side(a, area)]
    lowest = min([area.bottom + _BELOW, desk.used(sheet).bottom, *(other.top - 1 for other in others)])
    totals = desk.has_totals(spec.name)
    values = desk.read(sheet, area._replace(bottom=max(area.bottom + totals, lowest)))
    if totals:  # sums are no row of anybody's
        at = area.bottom - area.top + 1
        values[at] = [""] * len(values[at])
    return LiveTable(spec, sheet, spec.name, area, values, _places(values[0], area, spec), totals)


def _side_by_side(one: Area, other: Area) -> bool:
    return one.left <= other.right and other.left <= one.right


def _places(headers: Sequence[Any], area: Area, spec: TableSpec) -> dict[str, int]:
    if spec.form:
        return {}
    return {name: area.left + at for name, at in match_headers(headers, spec.read).items()}


def _by_headers(desk: Desk, there: dict[str, tuple[str, Area]], spec: TableSpec) -> LiveTable | None:
    """A table turned into plain cells is still known by its sheet's name and its headers."""
    sheet = next((name for name in desk.sheet_names() if fold(name) == fold(spec.sheet)), None)
    if sheet is None or any(sheet == taken for taken, _ in there.values()):
        return None
    whole = desk.used(sheet)
    values = desk.read(sheet, whole)
    if spec.form:
        start = 0 if find_label_column(values, spec.columns) is not None else None
    else:
        start = find_header_row(values, spec.columns)
    if start is None:
        return None
    area = whole._replace(top=whole.top + start)
    return LiveTable(spec, sheet, "", area, values[start:], _places(values[start], area, spec))


def _found(table: LiveTable) -> Found:
    return Found(table.sheet, table.area.top, table.area.left, table.values, [], table.area.bottom if table.name else 0)
