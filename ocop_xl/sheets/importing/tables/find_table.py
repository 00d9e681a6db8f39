"""Finds the tables of a source: every header row opens one, and the lines above it are its title."""

from __future__ import annotations

from dataclasses import dataclass, field

from ocop_xl.sheets.importing.sources.cells import Cell, Grid, Source
from ocop_xl.sheets.importing.tables.footers import is_footer
from ocop_xl.sheets.importing.tables.header import opened_at
from ocop_xl.sheets.importing.tables.table import Column, Table
from ocop_xl.sheets.importing.words.captions import Said, What, facts_of_all, read_letterhead, read_title
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.vietnamese import fold

_TITLE_LINES = 12
"""So many lines of text above a table may be its title."""
_LETTERHEAD = 40
"""Lines from the beginning of a document in which its own number and day may stand."""


@dataclass(slots=True)
class Found:
    """All tables of a source; `around` are the lines and rows that belong to none."""

    tables: list[Table] = field(default_factory=list)
    around: list[Cell] = field(default_factory=list)


def find_tables(source: Source) -> Found:
    """Every table, in order, each knowing what its title and the letterhead above say of all its rows; `around` is the
    text that belongs to none. A grid without a header goes on with the table above it if its columns fit."""
    found = Found()
    before: list[Said] = []
    seen: list[Cell] = []
    above: Table | None = None
    for grid in source.grids:
        if not grid.follows:
            before, seen, above = _name_of_sheet(grid), [], None
        tables = _tables_of(grid)
        loose = grid.before
        if not tables and above is not None and _continues(grid, above):
            tables = [_continued(grid, above)]
        for table in tables:
            if table.title != grid.before:
                loose = [*loose, *table.title]
            own = [said for cell in table.title[-_TITLE_LINES:] for said in read_title(cell)]
            table.said = [*read_letterhead([*seen, *table.title]), *before, *own]
            before = [said for said in table.said if said.what is What.DECISION or said in _name_of_sheet(grid)]
            above = table
        seen = [*seen, *grid.before, *(grid.filled() if not tables else ())][:_LETTERHEAD]
        if not tables:
            loose = [*loose, *grid.filled()]
            before = [*before, *(said for cell in loose[-_TITLE_LINES:] for said in read_title(cell))]
        found.tables += tables
        found.around += loose
    return found


def _name_of_sheet(grid: Grid) -> list[Said]:
    """A sheet called `2024` or `4 sao` says the year or the rank of its rows."""
    cell = Cell("", grid.name)
    return [
        said
        for said in (*read_title(cell), *facts_of_all(cell, fold(grid.name)))
        if said.what in (What.YEAR, What.ROUND, What.STARS, What.PLANNED)
    ]


def _tables_of(grid: Grid) -> list[Table]:
    tables: list[Table] = []
    row = end = 0
    while row < len(grid.rows):
        table = opened_at(grid, row, first=not tables)
        if table is None:
            row += 1
            continue
        if tables and _same_layout(tables[-1], table):
            tables[-1].repeated.update(range(row, table.first_row))
        else:
            top = _top_of_title(grid, row, end)
            if tables:
                tables[-1].end_row = top
            table.title = [
                *(grid.before if not tables else ()),
                *(c for r in grid.rows[top:row] for c in r if not c.blank),
            ]
            tables.append(table)
        row = end = table.first_row
    if tables:
        tables[-1].end_row = len(grid.rows)
    return tables


def _top_of_title(grid: Grid, row: int, end: int) -> int:
    """The rows above a header that say something of the whole table; for the first table all of them."""
    if end == 0:
        return 0
    top = row
    while top > end and row - top < _TITLE_LINES:
        cells = [cell for cell in grid.rows[top - 1] if not cell.blank]
        if len(cells) > 2 or (cells and (is_footer(cells) or cells[0].text.strip(" .").isdecimal())):
            break
        top -= 1
    while top < row and all(cell.blank for cell in grid.rows[top]):
        top += 1
    return top


def _same_layout(table: Table, other: Table) -> bool:
    """The header again, as Word and Excel prints repeat it on each page."""

    def layout(one: Table) -> list[tuple[int, Target]]:
        return [(column.index, column.target) for column in one.columns]

    return table.kind is other.kind and layout(table) == layout(other)


def _continues(grid: Grid, above: Table) -> bool:
    """A table of Word or a portal that goes on as another one without its header: as wide, and no words between."""
    rows = [row for row in grid.rows if any(not cell.blank for cell in row)]
    return bool(rows) and grid.width == above.grid.width and len(grid.before) <= 1


def _continued(grid: Grid, above: Table) -> Table:
    columns = [Column(column.index, column.header, column.match, column.wrong) for column in above.columns]
    table = Table(grid, above.kind, 0, 0, len(grid.rows), columns, dict(above.spare))
    table.title = grid.before
    return table
