"""Reads a criteria set that an officer has copied into a table – Excel, Word or CSV – in the columns of «Tiêu chí».

Only what tables of this kind leave out is filled in: a row without a criterion's code goes on with the criterion above
it, and part and group hold until the next are named. Rows that name no criterion and no part are left out and listed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ocop_xl.errors import SourceUnreadable
from ocop_xl.model import CriterionLine, spec_of
from ocop_xl.model.book import UNSEEN, UnreadCell
from ocop_xl.scoring.own_sets.lines import group_code, is_heading
from ocop_xl.sheets.importing.sources.cells import Cell, Grid
from ocop_xl.sheets.importing.sources.open_source import read_grids
from ocop_xl.sheets.importing.tables.table import numbers_the_columns
from ocop_xl.sheets.reading.coerce import coerce
from ocop_xl.sheets.reading.flaws import Flaw
from ocop_xl.sheets.reading.headers import SEARCH_ROWS, match_headers

_SPEC = spec_of(CriterionLine)
_NEEDED = ("criterion", "name", "maximum", "points", "level")
_COLUMNS = tuple(map(_SPEC.column, (*_NEEDED, "set_code", "part", "group", "min_star", "evidence", "remark")))
_ROW = re.compile(r"!\$?[A-Z]+(\d+)$|dòng (\d+)")
_PART = re.compile(r"(?:phần\s+)?([ABC])(?:\b.*)?", re.IGNORECASE)
_PART_TITLE = re.compile(r"phần\s+([ABC])\b.*", re.IGNORECASE)
_CODE = re.compile(r"(\d+(?:\.\d+)*)\.?")


@dataclass(slots=True)
class CriteriaFile:
    """`lines` as they stand in the file, `at` being the row there; `unread` cells are blank in their line; `left_out`
    are rows that belong to no criterion."""

    name: str
    lines: list[CriterionLine] = field(default_factory=list)
    unread: list[UnreadCell] = field(default_factory=list)
    left_out: list[CriterionLine] = field(default_factory=list)


def read_criteria_file(path: Path, code: str = "") -> CriteriaFile:
    """Every line of the file; `code` names the set where the column «Bộ» is missing or blank.

    Raises a `WorkbookError` when the file cannot be read or no table in it has the columns that are needed.
    """
    file = CriteriaFile(path.name)
    missing: list[str] | None = None
    for grid in read_grids(path):
        row, at = _header(grid)
        lacking = [name for name in _NEEDED if name not in at]
        if not lacking:
            _read_grid(file, grid, row, at, code)
        elif missing is None or len(lacking) < len(missing):
            missing = lacking
    if not file.lines:
        wanted = ", ".join(f"«{_SPEC.column(name).header}»" for name in missing or _NEEDED)
        said = f"chưa có cột {wanted} ở dòng tiêu đề" if missing else "chưa có mức điểm nào dưới dòng tiêu đề"
        raise SourceUnreadable(path.name, f"{said}; hãy dùng tên cột như ở trang «Tiêu chí», mỗi dòng một mức điểm.")
    return file


def _header(grid: Grid) -> tuple[int, dict[str, int]]:
    """The row near the top with most of the columns, and where each stands."""
    rows = enumerate(grid.rows[:SEARCH_ROWS])
    found = ((index, match_headers([cell.text for cell in row], _COLUMNS)) for index, row in rows)
    return max(found, key=lambda pair: len(pair[1]), default=(0, {}))


def _read_grid(file: CriteriaFile, grid: Grid, header: int, at: dict[str, int], code: str) -> None:
    first = header + 1
    if first < len(grid.rows) and numbers_the_columns(grid.rows[first]):
        first += 1
    rows = [row for row in range(first, len(grid.rows)) if any(not grid.cell(row, i).blank for i in at.values())]
    columns = [column for column in _COLUMNS if column.attribute in at]
    read = {c.attribute: coerce(c, [_plain(grid.cell(row, at[c.attribute])) for row in rows]) for c in columns}
    numbers = [_row_number(grid.rows[row]) for row in rows]
    lines = CriterionLine.from_columns(numbers, {attribute: values for attribute, (values, _) in read.items()})
    unread = [
        UnreadCell(lines[problem.place], column, problem.text, problem.name)
        for column in columns
        for problem in read[column.attribute][1]
        if problem.name not in UNSEEN
    ]
    _continue_rows(file, lines, code, {id(cell.row) for cell in unread})
    file.unread += unread


def _plain(cell: Cell) -> Any:
    """What the columns' readers know: whole numbers as `float`, errors as a flaw, blanks as an empty text."""
    if cell.error:
        return Flaw(0, 0, cell.text)
    value = cell.value
    return float(value) if type(value) is int else "" if value is None else value


def _row_number(cells: Sequence[Cell]) -> int:
    found = next((found for cell in cells if (found := _ROW.search(cell.address))), None)
    return int(found[1] or found[2]) if found else 0


# --- what a row takes over from the rows above it -----------------------------------------------------------


def _continue_rows(file: CriteriaFile, lines: list[CriterionLine], code: str, unread: set[int]) -> None:
    above = CriterionLine(set_code=code or None)
    for line in lines:
        _spell(line)
        heading = is_heading(line) and id(line) not in unread
        if heading and not (line.criterion or line.part or line.group):
            file.left_out.append(line)
            continue
        line.set_code = (line.set_code or above.set_code or "").upper() or None
        if line.criterion or not heading:
            _take_over(line, above, heading=heading)
        file.lines.append(line)
        above = line


def _spell(line: CriterionLine) -> None:
    """`1.1.` → 1.1, `Phần A` → A; the title of a part, whatever column it stands in, becomes the part's heading."""
    if line.criterion and (found := _CODE.fullmatch(line.criterion)):
        line.criterion = found[1]
    if line.part and (found := _PART.fullmatch(line.part)):
        line.part = found[1].upper()
    if is_heading(line):
        for name in ("criterion", "name", "group"):
            if found := _PART_TITLE.fullmatch(getattr(line, name) or ""):
                line.part = found[1].upper()
                setattr(line, name, None)


def _take_over(line: CriterionLine, above: CriterionLine, *, heading: bool) -> None:
    """Part and group as above; a further level of a criterion has its name and its maximum too."""
    if not heading and line.criterion in (None, above.criterion):
        line.criterion = above.criterion
        line.name = line.name or above.name
        line.maximum = above.maximum if line.maximum is None else line.maximum
    line.part = line.part or above.part
    same_group = above.criterion is None or group_code(above.criterion) == group_code(line.criterion or "")
    if line.part == above.part and same_group:
        line.group = line.group or above.group
