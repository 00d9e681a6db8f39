"""Finds the tables of a source: every header row opens one, and the lines above it are its title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ocop_xl.sheets.importing.sources.cells import Cell, Grid, Source
from ocop_xl.sheets.importing.tables.footers import is_footer
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.captions import LONGEST_TITLE, Said, What, read_letterhead, read_title
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.headers import (
    LIST_KINDS,
    PRODUCERS,
    PRODUCTS,
    ListKind,
    Match,
    is_a_header,
    known_exactly,
    match_header,
)
from ocop_xl.vietnamese import fold, tidy

LOOK_AT = 60
"""Rows from the top in which a header is looked for that only resembles what we know; below, it must be exact."""
DEEPEST = 3
"""Rows of a header: a group («Công nhận lần 1»), what it holds, a unit."""
WIDEST = 100
"""Columns in which headers are looked for; what stands further right is listed as not placed."""
_FEWEST = 3
_TITLE_LINES = 12
"""So many lines of text above a table may be its title."""
_LETTERHEAD = 40
"""Lines from the beginning of a document in which its own number and day may stand."""
_YEAR = re.compile(r"(?:năm\s*)?(20\d\d)", re.IGNORECASE)


@dataclass(slots=True)
class Column:
    """A column of the source whose meaning is known. `wrong` says why its cells are not taken all the same."""

    index: int
    header: Cell
    match: Match
    wrong: str = ""

    @property
    def target(self) -> Target:
        return self.match.target


@dataclass(slots=True)
class Table:
    """Rows `first_row` to before `end_row` of `grid` (from 0) are the table's. `spare` tells of columns that mean what
    another one already says; `said` is what its title says of all its rows."""

    grid: Grid
    kind: ListKind
    header_row: int
    first_row: int
    end_row: int = 0
    columns: list[Column] = field(default_factory=list)
    spare: dict[int, str] = field(default_factory=dict)
    repeated: set[int] = field(default_factory=set)
    title: list[Cell] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def column(self, target: Target) -> Column | None:
        return next((column for column in self.columns if column.target == target), None)

    def has(self, target: Target) -> bool:
        return self.column(target) is not None

    @property
    def score(self) -> float:
        """Surely known columns of the kind's own table count most."""
        own = self.kind.tables[0]
        return sum((2.0 if c.match.sure else 1.0) + (c.target.row_type is own) for c in self.columns)

    @property
    def sound(self) -> bool:
        """Enough of it is known to be sure that it is a list of its kind."""
        known = {(c.target.row_type, c.target.attribute) for c in self.columns if c.match.sure or self.kind is PRODUCTS}
        if known.isdisjoint(self.kind.marks) or (self.kind is PRODUCERS and self.has(f.NAME)):
            return False
        sure = sum(column.match.sure for column in self.columns)
        return len(self.columns) >= _FEWEST or (sure == len(self.columns) == 2 == len(self.columns) + len(self.spare))


@dataclass(slots=True)
class Found:
    """All tables of a source; `around` are the lines and rows that belong to none."""

    tables: list[Table] = field(default_factory=list)
    around: list[Cell] = field(default_factory=list)


def find_tables(source: Source) -> Found:
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
    """A sheet called `2024` says the year of its rows."""
    return [said for said in read_title(Cell("", grid.name)) if said.what in (What.YEAR, What.ROUND)]


def _tables_of(grid: Grid) -> list[Table]:
    tables: list[Table] = []
    row = end = 0
    while row < len(grid.rows):
        table = _opened_at(grid, row, first=not tables)
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


def _opened_at(grid: Grid, row: int, *, first: bool) -> Table | None:
    """The table whose header begins in this row."""
    texts = [cell.text for cell in grid.rows[row][:WIDEST] if not cell.blank and len(cell.text) <= LONGEST_TITLE]
    if len(texts) < 2:
        return None
    thorough = first and row < LOOK_AT
    headers = sum(map(is_a_header, texts))
    if not thorough and (headers < 2 or headers * 3 < len(texts)):
        return None
    best: Table | None = None
    for kind in LIST_KINDS:
        known = {known_exactly(text, kind) for text in texts if is_a_header(text)} - {None}
        exact = len(known)
        clear = exact >= 2 and exact * 3 >= len(texts)
        if not clear and not (thorough and any(char.isalpha() for text in texts for char in text)):
            continue
        table = _deepest(grid, row, kind)
        if table is not None and (best is None or table.score > best.score):
            best = table
    return best


def _deepest(grid: Grid, row: int, kind: ListKind) -> Table | None:
    """A header may take further rows as long as each adds to what is known; a row that adds nothing is above it."""
    best: Table | None = None
    for depth in range(1, min(DEEPEST, len(grid.rows) - row) + 1):
        table = _header(grid, row, depth, kind)
        if best is None or table.score > best.score:
            best = table
    if best is None or not best.sound:
        return None
    if best.first_row - row > 1:
        below = _header(grid, row + 1, best.first_row - row - 1, kind)
        merged_down = any(column.header is cell for column in below.columns for cell in grid.rows[row])
        if below.score >= best.score and not merged_down:
            return None
    return best


def _header(grid: Grid, top: int, depth: int, kind: ListKind) -> Table:
    table = Table(grid, kind, top, top + depth)
    taken: dict[Target, Column] = {}
    groups: dict[str, int] = {}
    width = min(WIDEST, max(len(cells) for cells in grid.rows[top : top + depth]))
    paths = _without_titles([_path(grid, top, depth, index) for index in range(width)])
    years = _year_columns(paths)
    for index, path in enumerate(paths):
        if not path:
            continue
        above = " ".join(cell.text for cell in path[:-1])
        number = groups.setdefault(fold(above), len(groups)) if above else 0
        if index in years:
            match: Match | None = Match(Target(f.NAME.row_type, f.TICK, years[index]), True, path[-1].text)
        else:
            match = match_header(
                tidy(path[-1].text) if "\n" not in path[-1].text else path[-1].text, above, number, kind
            )
        if match is not None:
            _take(table, taken, Column(index, path[-1], match))
    table.columns = sorted(taken.values(), key=lambda column: column.index)
    return table


def _take(table: Table, taken: dict[Target, Column], column: Column) -> None:
    """One column for a field, the surest; facts that only go to «Ghi chú» may come from several."""
    target = column.target
    if target.attribute in f.REMARKS and target in taken:
        target = target._replace(group=100 + column.index)
        column.match = column.match._replace(target=target)
    rival = taken.get(target)
    if rival is None or (column.match.sure and not rival.match.sure):
        taken[target] = column
        column, rival = (rival, column) if rival is not None else (column, None)
    if rival is not None and column is not None and column is not rival:
        table.spare[column.index] = f"cột “{tidy(rival.header.text)}” đã cho «{target.label}»"


def _year_columns(paths: list[list[Cell]]) -> dict[int, int]:
    """Columns headed by years one after the other, below one head that speaks of the road map, or below none."""
    years = {
        index: int(found[1])
        for index, path in enumerate(paths)
        if path and (found := _YEAR.fullmatch(path[-1].text.strip())) and _head_allows(path[:-1])
    }
    runs: dict[int, int] = {}
    for (one, first), (other, second) in pairwise(years.items()):
        if other == one + 1 and second == first + 1 and _heads(paths[one]) == _heads(paths[other]):
            runs |= {one: first, other: second}
    return runs


def _heads(path: list[Cell]) -> list[int]:
    return [id(cell) for cell in path[:-1]]


def _head_allows(heads: list[Cell]) -> bool:
    text = " ".join(cell.text for cell in heads)
    if not text:
        return True
    found = match_header(text)
    return found is not None and found.target.attribute in (f.ROADMAP, "potential")


def _path(grid: Grid, top: int, depth: int, index: int) -> list[Cell]:
    """The header cells that stand above a column, uppermost first, a merged one once."""
    path: list[Cell] = []
    for row in range(top, top + depth):
        cell = grid.cell(row, index).held
        if cell.blank and not grid.merges_known and row < top + depth - 1:
            cell = _group_to_the_left(grid, row, index, top + depth - 1)
        if not cell.blank and not any(cell is other for other in path):
            path.append(cell)
    return path


def _without_titles(paths: list[list[Cell]]) -> list[list[Cell]]:
    """A cell above more than half of the columns is the table's title, no head of a group."""
    above = Counter(id(cell) for path in paths for cell in path)
    most = max(3, sum(bool(path) for path in paths) // 2)
    return [[cell for cell in path if above[id(cell)] <= most] for path in paths]


def _group_to_the_left(grid: Grid, row: int, index: int, leaf_row: int) -> Cell:
    """Where merges are not told (CSV), a group's text stands only above its first column."""
    if grid.cell(leaf_row, index).blank:
        return Cell("")
    for left in range(index - 1, -1, -1):
        above = grid.cell(row, left)
        if not above.blank:
            return above if not grid.cell(leaf_row, left).blank else Cell("")
    return Cell("")


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


def numbers_the_columns(cells: Iterable[Cell]) -> bool:
    """The row `(1) (2) (3) …` or `A B 1 2 3` below a header."""
    texts = [cell.text.strip("()[] .") for cell in cells if not cell.blank]
    if len(texts) < 3:
        return False
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < 4]
    letters = [text for text in texts if not text.isdecimal() or len(text) > 3]
    consecutive = all(after - before == 1 for before, after in pairwise(numbers))
    return len(numbers) >= 2 and consecutive and all(len(text) == 1 for text in letters)


def header_cells(table: Table) -> Iterator[Cell]:
    for row in table.grid.rows[table.header_row : table.first_row]:
        yield from (cell for cell in row if not cell.blank)
