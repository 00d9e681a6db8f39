"""Spreadsheets of other programs and times – .xls, .xlsb, .ods – as far as python-calamine reads them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum, load_workbook

from ocop_xl.errors import EncryptedWorkbook, WorkbookTooLarge, WorkbookUnreadable
from ocop_xl.office.archive import Part
from ocop_xl.office.guard import Refusals
from ocop_xl.sheets.importing.sources.cells import MOST_CELLS, Aside, Cell, Source
from ocop_xl.sheets.importing.sources.unseen import HIDDEN_SHEET, NOT_LOOKED_AT
from ocop_xl.sheets.importing.sources.xlsx import grid_of

_MOST_UNPACKED, _MOST_OF_A_PART = 160 * 2**20, 100 * 2**20


def read_other_sheets(data: bytes, parts: Mapping[str, Part], name: str) -> Source:
    """One grid a sheet. calamine tells no hidden rows and no error texts here: all is read alike, and that is told."""
    _refuse_bombs(parts, name)
    try:
        with load_workbook(BytesIO(data)) as book:
            return _source(book, name)
    except PasswordError:
        raise EncryptedWorkbook(name) from None
    except (CalamineError, ValueError, OSError):
        raise WorkbookUnreadable(name, "nội dung bảng tính có lỗi") from None


def _source(book: CalamineWorkbook, name: str) -> Source:
    source = Source(name)
    source.told.append(Aside(Cell(name, name), NOT_LOOKED_AT))
    for about in book.sheets_metadata:
        sheet = book.get_sheet_by_name(about.name)
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise WorkbookTooLarge(name, f"trang «{about.name}» có {sheet.total_height} dòng")
        grid = grid_of(sheet, {})
        grid.hidden = "" if about.visible == SheetVisibleEnum.Visible else HIDDEN_SHEET
        source.grids.append(grid)
    return source


def _refuse_bombs(parts: Mapping[str, Part], name: str) -> None:
    """A package may unpack to a thousand times its size; each part is inflated once under the gate's limits."""
    room = _MOST_UNPACKED
    with Refusals(name):
        for part, entry in parts.items():
            if part == "content.xml" or part.startswith("xl/"):
                room -= len(entry.content(min(room, _MOST_OF_A_PART)))
