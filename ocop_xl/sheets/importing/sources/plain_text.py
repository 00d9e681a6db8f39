"""A plan pasted as text: its tables are the runs of lines with tabs; the prose around them is left alone."""

from __future__ import annotations

from ocop_xl.sheets.importing.sources.cells import Cell, Grid
from ocop_xl.sheets.importing.sources.decode import decode

_BRIDGE = 2
"""So many lines without a tab may stand inside a table: a blank line, or a section title typed alone."""


def read_text(data: bytes, name: str) -> list[Grid]:
    """One grid for every run of lines with tabs, each line a row."""
    lines = decode(data, name).split("\n")
    last = 0
    tabbed = [number for number, line in enumerate(lines) if "\t" in line]
    grids: list[Grid] = []
    for number in tabbed:
        if grids and number - last <= _BRIDGE + 1:
            grids[-1].rows.extend(_row(between, lines[between]) for between in range(last + 1, number))
        else:
            grids.append(Grid(f"bảng từ dòng {number + 1}", merges_known=False))
        grids[-1].rows.append(_row(number, lines[number]))
        last = number
    return grids


def _row(line: int, text: str) -> list[Cell]:
    return [
        Cell(f"dòng {line + 1}, cột {number}", part.strip() or None) for number, part in enumerate(text.split("\t"), 1)
    ]
