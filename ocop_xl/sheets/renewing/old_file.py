"""Every cell of an older workbook that holds something, as it is shown and as it is computed.

openpyxl reads both; it is imported here because laying a workbook out anew is neither a click nor a check, and it never
saves anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from ocop_xl.records import NamedTuple

_PADDING = 0.7109375
"""Of a column, in characters: files keep widths with it, writers add it."""


class OldCell(NamedTuple):
    """`row` and `column` count from 1; `formula` is "" for a cell that holds a plain value."""

    row: int
    column: int
    letters: str
    value: object
    formula: str


class OldSheet(NamedTuple):
    name: str
    cells: list[OldCell]
    widths: dict[int, float]
    tables: list[tuple[str, str]]
    """Name and range of each Excel Table."""
    notes: list[tuple[str, str]]
    """Cell and text of each comment."""


def old_sheets(raw: bytes) -> list[OldSheet]:
    """The sheets in the order of their tabs. The file has passed `open_package`."""
    import warnings

    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of looks that it does not know and nobody asks for
        computed = load_workbook(BytesIO(raw), data_only=True)
        written = load_workbook(BytesIO(raw))
    return [_sheet(written[name], computed[name]) for name in written.sheetnames if hasattr(written[name], "tables")]


def _sheet(written: Any, computed: Any) -> OldSheet:
    return OldSheet(
        written.title,
        list(_cells(written, computed)),
        {_index(letters): one.width - _PADDING for letters, one in written.column_dimensions.items() if one.width},
        [(table.displayName, table.ref) for table in written.tables.values()],
        [(cell.coordinate, cell.comment.text) for row in written.iter_rows() for cell in row if cell.comment],
    )


def _cells(written: Any, computed: Any) -> Iterator[OldCell]:
    for row in written.iter_rows():
        for cell in row:
            if cell.value is None or cell.value == "":
                continue
            formula = _formula(cell.value) if cell.data_type == "f" else ""  # a text may begin with = as well
            value = computed.cell(cell.row, cell.column).value if formula else cell.value
            yield OldCell(cell.row, cell.column, cell.column_letter, value, formula)


def _formula(value: object) -> str:
    return str(getattr(value, "text", value) or "")  # of an array formula the text


def _index(letters: str) -> int:
    from openpyxl.utils import column_index_from_string

    return column_index_from_string(letters) - 1
