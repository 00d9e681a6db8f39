"""What a block of live cells holds, told in the same way as cells of a file; and what a text must not turn into."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from ocop_xl.sheets.area import Area
from ocop_xl.sheets.reading.flaws import Flaw

Block = list[list[Any]]

_ERRORS = frozenset({"#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!"})
UNKNOWN_ERROR = "#LỖI!"
"""For an error of a newer Excel, such as #SPILL!."""
_SHORT = 40
"""Letters; no number or day is longer."""
_WORDS = ("TRUE", "FALSE", "ĐÚNG", "SAI")


def bare_block(values: Any) -> list[list[Any]]:
    """`Value2` of a range as rows: plain numbers where `Value` makes days and money of them, or fails to."""
    return [list(row) for row in values] if isinstance(values, tuple | list) else [[values]]


def as_cells(values: Sequence[Sequence[Any]], area: Area) -> Block:
    """Excel hands over whole days as times, money as decimals and errors as texts."""
    return [
        [
            cell if type(cell) is float or (type(cell) is str and cell[:1] != "#") else _cell(cell, row, column)
            for column, cell in enumerate(cells, area.left)
        ]
        for row, cells in enumerate(values, area.top)
    ]


def _cell(cell: Any, row: int, column: int) -> Any:
    if isinstance(cell, str):
        return Flaw(row, column, cell) if cell in _ERRORS else cell
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time() else cell.replace(tzinfo=None)
    if cell is None:
        return ""
    if type(cell) is int:  # Excel's numbers are never whole ones in Python; xlwings does not know this error
        return Flaw(row, column, UNKNOWN_ERROR)
    return cell if isinstance(cell, bool | date) else float(cell)


def looks_like_more(cell: object) -> bool:
    """Whether Excel might take a typed text for a formula, a number, a day or a truth value: `=A1`, `007`, `May 10`."""
    if type(cell) is not str or not cell:
        return False
    short = len(cell) <= _SHORT
    return cell[0] in "=+-@'" or cell.upper() in _WORDS or (short and any(letter.isdigit() for letter in cell))


def day_of(cell: object) -> date | None:
    return cell.date() if isinstance(cell, datetime) else cell if isinstance(cell, date) else None
