"""Finds the table of products in a grid: where its header is, which column means which field, where its rows begin."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from ocop_xl.errors import NoTableFound
from ocop_xl.model import Product
from ocop_xl.sheets.importing.sources.cells import Cell, Grid
from ocop_xl.sheets.importing.words.headers import Match, Target, match_header
from ocop_xl.vietnamese import fold, tidy

LOOK_AT = 60
"""Rows from the top in which a header is looked for."""
DEEPEST = 3
"""Rows of a header: a group («Công nhận lần 1»), what it holds, a unit."""
WIDEST = 100
"""Columns in which headers are looked for; what stands further right is listed as not placed."""
_NAME = Target(Product, "name")
_FEWEST = 3
"""A header has at least so many columns that we know, the product's name among them."""


@dataclass(slots=True)
class Column:
    """A column of the source whose meaning is known."""

    index: int
    header: Cell
    match: Match

    @property
    def target(self) -> Target:
        return self.match.target


@dataclass(slots=True)
class FoundTable:
    """`header_rows` and `first_row` count rows of `grid` from 0; rows from `first_row` on are the table's."""

    grid: Grid
    header_row: int
    first_row: int
    columns: list[Column] = field(default_factory=list)

    @property
    def score(self) -> float:
        return sum(2.0 if column.match.sure else 1.0 for column in self.columns)

    def column(self, target: Target) -> Column | None:
        return next((column for column in self.columns if column.target == target), None)


def find_tables(grids: list[Grid], file_name: str) -> list[FoundTable]:
    """Every product table of the file, in its order; `NoTableFound` if there is none."""
    found = [table for grid in grids if (table := find_table(grid)) is not None]
    if not found:
        raise NoTableFound(
            file_name,
            "không có bảng nào mà phần mềm nhận ra là danh mục sản phẩm: cần một dòng tiêu đề "
            "có cột «Tên sản phẩm» và ít nhất hai cột khác như «Nhóm sản phẩm», «Tên chủ thể», «Tiềm năng»; "
            "hãy sửa tên cột trong tệp rồi nhập lại.",
        )
    return found


def find_table(grid: Grid) -> FoundTable | None:
    """The best header among the first rows of the grid."""
    best: FoundTable | None = None
    for depth in range(1, DEEPEST + 1):  # of equals the shallowest: a title above a header adds nothing to it
        for row in range(min(LOOK_AT, len(grid.rows) - depth + 1)):
            candidate = _header(grid, row, depth)
            if best is None or candidate.score > best.score:
                best = candidate
    if best is None or len(best.columns) < _FEWEST or best.column(_NAME) is None:
        return None
    return best


def _header(grid: Grid, top: int, depth: int) -> FoundTable:
    table = FoundTable(grid, top, top + depth)
    taken: dict[Target, Column] = {}
    groups: dict[str, int] = {}
    paths = _without_titles([_path(grid, top, depth, index) for index in range(min(grid.width, WIDEST))])
    for index, path in enumerate(paths):
        if not path:
            continue
        above = " ".join(cell.text for cell in path[:-1])
        number = groups.setdefault(fold(above), len(groups)) if above else 0
        match = match_header(path[-1].text, above, number)
        if match is None:
            continue
        column = Column(index, path[-1], match)
        rival = taken.get(match.target)
        if rival is None or (match.sure and not rival.match.sure):
            taken[match.target] = column
    table.columns = sorted(taken.values(), key=lambda column: column.index)
    return table


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


def looks_like_header(table: FoundTable, row: int) -> bool:
    """The header again, as Word and Excel prints repeat it on each page."""
    pairs = [(table.grid.cell(row, column.index), column.header) for column in table.columns]
    same = sum(fold(tidy(cell.text)) == fold(header.text) for cell, header in pairs if not cell.blank)
    filled = sum(not cell.blank for cell, _ in pairs)
    return filled >= 2 and same >= max(2, filled - 1)


def numbers_the_columns(cells: list[Cell]) -> bool:
    """The row `(1) (2) (3) …` or `A B 1 2 3` below a header."""
    texts = [cell.text.strip("()[] .") for cell in cells if not cell.blank]
    if len(texts) < 3:
        return False
    numbers = [int(text) for text in texts if _counts(text)]
    letters = [text for text in texts if not _counts(text)]
    consecutive = all(after - before == 1 for before, after in pairwise(numbers))
    return len(numbers) >= 2 and consecutive and all(len(text) == 1 for text in letters)


def _counts(text: str) -> bool:
    """No table has a thousand columns; and what is longer may have more digits than Python turns into a number."""
    return text.isdecimal() and len(text) < 4
