"""A plan pasted as text: its tables are the runs of lines with tabs, the prose around them is text before a table."""

from __future__ import annotations

from io import StringIO

from ocop_xl.errors import WorkbookTooLarge
from ocop_xl.sheets.importing.sources.cells import MOST_CELLS, Cell, Grid, Source
from ocop_xl.sheets.importing.sources.csv_text import LONGEST_LINE

_BRIDGE = 2
"""So many lines without a tab may stand inside a table: a blank line, or a section title typed alone."""


def read_text(text: str, name: str) -> Source:
    """One grid for every run of lines with tabs, each line a row; lines without stand before the next one."""
    source = Source(name)
    loose: list[Cell] = []
    last = -_BRIDGE - 2
    cells = 0
    for number, line in enumerate(StringIO(text)):
        if not (line := line.rstrip("\n")).strip():
            continue
        parts = line.split("\t") if len(line) < LONGEST_LINE else []
        cells += len(parts)
        if not parts or cells > MOST_CELLS:
            raise WorkbookTooLarge(name, f"có hơn {MOST_CELLS} ô hoặc có dòng quá dài")
        if len(parts) == 1:
            loose.append(Cell(f"dòng {number + 1}, cột 1", line.strip()))
            continue
        row = [Cell(f"dòng {number + 1}, cột {place}", part.strip() or None) for place, part in enumerate(parts, 1)]
        if number - last <= _BRIDGE + 1:
            source.grids[-1].rows += [[cell] for cell in loose]
        else:
            grid = Grid(f"bảng từ dòng {number + 1}", merges_known=False, before=loose, follows=bool(source.grids))
            source.grids.append(grid)
        source.grids[-1].rows.append(row)
        loose, last = [], number
    if loose:
        source.grids.append(Grid("cuối tệp", merges_known=False, before=loose, follows=bool(source.grids)))
    return source
