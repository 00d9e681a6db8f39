"""What a person does not see in a workbook, or sees beside its cells: hidden rows, struck-out text, comments.

calamine tells none of it, so openpyxl opens the file a second time; only to look, it never saves.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from ocop_xl.sheets.importing.sources.cells import Aside, Cell, Grid, Source

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HIDDEN_SHEET = "trang đang ẩn"
HIDDEN_ROW = "dòng đang ẩn"
FILTERED_ROW = "dòng đang bị bộ lọc ẩn"
HIDDEN_COLUMN = "cột đang ẩn nhưng vẫn được đọc"
STRUCK_ROW = "dòng bị gạch ngang"
NOT_LOOKED_AT = "không xem được dòng ẩn, chữ gạch ngang và ghi chú"
COMMENT = "ghi chú gắn vào ô, không phải nội dung của ô"


def mark_unseen(source: Source, data: bytes) -> None:
    """Flags on the rows and sheets of the source. A file that openpyxl does not open is told as not looked at."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it would lose if it saved, which it never does
            book = load_workbook(BytesIO(data), rich_text=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError):
        source.told.append(Aside(Cell(source.name, source.name), NOT_LOOKED_AT))
        return
    for grid in source.grids:
        if grid.name in book.sheetnames:
            sheet: Any = book[grid.name]
            grid.hidden = HIDDEN_SHEET if getattr(sheet, "sheet_state", "visible") != "visible" else ""
            if hasattr(sheet, "row_dimensions"):
                _mark_rows(grid, sheet)
                source.told += _hidden_columns(grid, sheet)


def _mark_rows(grid: Grid, sheet: Worksheet) -> None:
    hidden = FILTERED_ROW if sheet.auto_filter.ref else HIDDEN_ROW
    for at, cells in enumerate(grid.rows):
        if not cells:
            continue
        number = int("".join(filter(str.isdigit, cells[0].address.rpartition("!")[2])))
        row = sheet.row_dimensions[number]
        if row.hidden or row.height == 0:
            grid.flags[at] = hidden
        seen = [sheet[cell.address.rpartition("!")[2]] for cell in cells if not cell.blank]
        words = [cell for cell in seen if _says_something(cell)]
        if words and all(map(_is_struck, words)):
            grid.flags.setdefault(at, STRUCK_ROW)
        grid.aside += [
            Aside(Cell(f"{grid.name}!{cell.coordinate} (ghi chú)", cell.comment.text), COMMENT)
            for cell in (sheet[cell.address.rpartition("!")[2]] for cell in cells)
            if cell.__class__.__name__ == "Cell" and cell.comment is not None
        ]


def _hidden_columns(grid: Grid, sheet: Worksheet) -> Iterator[Aside]:
    """The first cell of each hidden column that holds something: no row is in doubt for it, but it is not seen."""
    ranges = [
        range(one.min, one.max + 1)
        for one in sheet.column_dimensions.values()
        if (one.hidden or one.width == 0) and one.min and one.max
    ]
    told: set[int] = set()
    for cell in (cell for cells in grid.rows for cell in cells if ranges and not cell.blank):
        column = sheet[cell.address.rpartition("!")[2]].column
        if column not in told and any(column in hidden for hidden in ranges):
            told.add(column)
            yield Aside(cell, HIDDEN_COLUMN)


def _says_something(cell: Any) -> bool:
    """A number alone is often left unstruck: the row counts by its words."""
    return isinstance(cell.value, str) or not isinstance(cell.value, int | float | None)


def _is_struck(cell: Any) -> bool:
    from openpyxl.cell.rich_text import CellRichText, TextBlock

    if cell.font is not None and cell.font.strike:
        return True
    if not isinstance(cell.value, CellRichText):
        return False
    blocks = [part for part in cell.value if str(part).strip()]
    return bool(blocks) and all(
        isinstance(part, TextBlock) and part.font is not None and part.font.strike for part in blocks
    )
