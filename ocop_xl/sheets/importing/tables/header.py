"""Header rows: one to three of them, with merged groups, years and letters wrapped one below the other."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from ocop_xl.model import choices
from ocop_xl.sheets.importing.sources.cells import Cell, Grid
from ocop_xl.sheets.importing.tables.table import Column, Table
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.captions import LONGEST_TITLE
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.headers import Match, is_a_header, known_exactly, match_header
from ocop_xl.sheets.importing.words.list_kinds import LIST_KINDS, ListKind
from ocop_xl.sheets.importing.words.states import section_of_form
from ocop_xl.sheets.importing.words.values import read_stars
from ocop_xl.vietnamese import fold, tidy

LOOK_AT = 60
"""Rows from the top in which a header is looked for that only resembles what we know; below, it must be exact."""
DEEPEST = 3
"""Rows of a header: a group («Công nhận lần 1»), what it holds, a unit."""
WIDEST = 100
"""Columns in which headers are looked for; what stands further right is listed as not placed."""
_SAYS_STARS = re.compile(r"sao|[★*]", re.IGNORECASE)
_WORDS_OF_PAPERS = frozenset(
    fold("giấy chứng nhận gcn quyết định qđ công nhận số ngày sản phẩm ocop kết quả đánh giá phân xếp hạng").split()
)
_YEAR = re.compile(r"(?:năm\s*)?(20\d\d)", re.IGNORECASE)


def opened_at(grid: Grid, row: int, *, first: bool) -> Table | None:
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
    ticked = _year_columns(paths) | _rank_columns(paths) | _form_columns(paths)
    for index, path in enumerate(paths):
        if not path:
            continue
        above = " ".join(cell.text for cell in path[:-1])
        occasion = _occasion(above)
        number = groups.setdefault(occasion, len(groups)) if occasion else 0
        if index in ticked:
            match: Match | None = Match(ticked[index], True, path[-1].text)
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


def _occasion(head: str) -> str:
    """What tells one recognition's columns from another's: «Giấy chứng nhận» and «Quyết định» are papers of one,
    «Lần 1» and «Lần 2» are two."""
    return " ".join(word for word in fold(head).split() if word not in _WORDS_OF_PAPERS)


def _year_columns(paths: list[list[Cell]]) -> dict[int, Target]:
    """Columns headed by years one after the other, below one head that speaks of the road map, or below none."""
    years = {
        index: int(found[1])
        for index, path in enumerate(paths)
        if path
        and (found := _YEAR.fullmatch(path[-1].text.strip()))
        and _head_of(path) in (None, f.ROADMAP, "potential")
    }
    return {index: Target(f.NAME.row_type, f.TICK, year) for index, year in _in_a_row(paths, years).items()}


def _rank_columns(paths: list[list[Cell]]) -> dict[int, Target]:
    """Columns headed «3 sao», «4 sao», «5 sao», below one head that speaks of ranks, or below none."""
    ranks = {
        index: stars
        for index, path in enumerate(paths)
        if path and _head_of(path) in (None, "present", "potential") and (stars := _rank_in(path[-1].text))
    }
    found = {}
    for index, stars in _in_a_row(paths, ranks).items():
        field = f.TICKED_POTENTIAL if _head_of(paths[index]) == "potential" else f.TICKED_PRESENT
        found[index] = Target(f.NAME.row_type, field, stars)
    return found


def _form_columns(paths: list[list[Cell]]) -> dict[int, Target]:
    """Columns headed «Mới», «Nâng hạng», «Đánh giá lại» below one head that speaks of the form of assessment."""
    sections = {
        index: choices.PRODUCT_SECTION.values.index(section)
        for index, path in enumerate(paths)
        if path and _head_of(path) == f.FORM_OF_ASSESSMENT and (section := section_of_form(path[-1].text)) is not None
    }
    return {index: Target(f.NAME.row_type, f.TICKED_FORM, section) for index, section in sections.items()}


def _rank_in(text: str) -> int | None:
    stars: int | None = read_stars(Cell("", text)).value if _SAYS_STARS.search(text) else None
    return stars


def _in_a_row(paths: list[list[Cell]], numbers: dict[int, int]) -> dict[int, int]:
    """Of numbered columns those that stand side by side under one head, each a number further than the last."""
    runs: dict[int, int] = {}
    for (one, first), (other, second) in pairwise(numbers.items()):
        if other == one + 1 and abs(second - first) == 1 and _heads(paths[one]) == _heads(paths[other]):
            runs |= {one: first, other: second}
    return runs


def _heads(path: list[Cell]) -> list[int]:
    return [id(cell) for cell in path[:-1]]


def _head_of(path: list[Cell]) -> str | None:
    """The field that the head above a column speaks of; None where there is no head."""
    text = " ".join(cell.text for cell in path[:-1])
    if not text:
        return None
    found = match_header(text)
    return found.target.attribute if found is not None else ""


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
