"""The sheets of a workbook, proved bearable one by one, and the values of their cells.

The reading library is handed only what has been looked at: a fresh archive in memory with a minimal workbook of our
making around the file's own sheets, texts and styles, and one table for each area that is wanted. It never meets the
file's container, links or table definitions, and lays out no more cells than `area.MAX_AREA`.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from python_calamine import CalamineWorkbook

from ocop_xl import errors
from ocop_xl.model.book import column_letters
from ocop_xl.office import archive
from ocop_xl.office.guard import Package
from ocop_xl.sheets.area import MAX_AREA, MAX_ROW, Area, extent, looks_small
from ocop_xl.sheets.reading.flaws import Flaw, error_cells, without_formulas
from ocop_xl.sheets.reading.outline import Outline, SheetPlan
from ocop_xl.sheets.reading.texts import MAX_TEXT, shared_texts
from ocop_xl.sheets.reading.wrapping import wrap

MAX_CELLS = 1_600_000
"""Cells in everything that is read, a sheet counted anew for each table on it: 100,000 rows of 16."""
MAX_SCATTERED = 400_000
"""Cells on a sheet that has to be looked at closely, which takes two microseconds a cell."""
_TAGS_OF_A_CELL = 60
"""Bytes of XML that a cell takes besides its text; it takes 30 to 50."""
_LAST_ROW = b'<row r="'

Values = list[list[Any]]


@dataclass(slots=True)
class Sheet:
    """A sheet that has been looked at. `whole` is the area of its cells, None unless it was measured closely."""

    plan: SheetPlan
    part: archive.Part
    cells: int
    last_row: int
    errors: list[Flaw]
    unvalued: list[bytes]
    whole: Area | None = None


class Sheets:
    """The sheets of a package: look at those you need, then take all values at once."""

    def __init__(self, package: Package, plan: Outline) -> None:
        self.plan = plan
        self._package = package
        self._seen: dict[str, Sheet] = {}
        self._texts = shared_texts(package, plan.strings)
        self._text = 0

    def look(self, plan: SheetPlan, *, closely: bool = False) -> Sheet:
        """Prove that a sheet is bearable; `closely` also measures the area of its cells."""
        sheet = self._seen.get(plan.part)
        if sheet is None or (closely and sheet.whole is None):
            xml, unvalued = without_formulas(self._package.read(plan.part))
            # From the first mention of sheetData to the last: however the element is written, its cells lie between.
            cells = xml[xml.find(b"sheetData") : xml.rfind(b"sheetData")]
            small = looks_small(cells)
            count = cells.count(b"<c") + (0 if small else cells.count(b":c"))
            self._allow(cells, count)
            whole = self._whole(plan, cells, count) if closely or not small else None
            sheet = Sheet(plan, archive.for_memory(xml), count, _last_row(cells), error_cells(cells), unvalued, whole)
            self._seen[plan.part] = sheet
        return sheet

    def _allow(self, cells: bytes, count: int) -> None:
        if count > MAX_CELLS:
            raise self._too_many_cells()
        typed = max(len(cells) - _TAGS_OF_A_CELL * count, 0)
        self._text += typed + (self._texts.shown(cells) if self._texts else 0)
        if self._text > MAX_TEXT:
            raise errors.WorkbookTooLarge(self._package.name, "có quá nhiều chữ trong các ô")

    def _too_many_cells(self) -> errors.WorkbookError:
        return errors.WorkbookTooLarge(self._package.name, f"có hơn {MAX_CELLS} ô")

    def _whole(self, plan: SheetPlan, cells: bytes, count: int) -> Area | None:
        if count > MAX_SCATTERED:
            raise errors.WorkbookTooLarge(self._package.name, f"trang «{plan.name}» có hơn {MAX_SCATTERED} ô")
        area = extent(cells)
        if area and area.size > MAX_AREA:
            raise errors.WorkbookTooLarge(
                self._package.name,
                f"trang «{plan.name}» có ô dùng đến tận dòng {area.bottom}, cột {column_letters(area.right)}",
            )
        return area

    def values(self, wanted: list[tuple[Sheet, Area]]) -> list[Values]:
        """The values in each area, blank cells as `""`."""
        if sum(sheet.cells for sheet, _ in wanted) > MAX_CELLS or sum(a.size for _, a in wanted) > MAX_AREA:
            raise self._too_many_cells()
        styles = archive.for_memory(self._package.read(self.plan.styles)) if self.plan.styles else None
        areas = [(sheet.part, area) for sheet, area in wanted]
        raw = wrap(areas, self._texts.part if self._texts else None, styles, date1904=self.plan.date1904)
        name = self._package.name
        try:
            book = CalamineWorkbook.from_filelike(io.BytesIO(raw), load_tables=True)
            return [book.get_table_by_name(f"t{index}").to_python() for index in range(len(wanted))]
        except (KeyboardInterrupt, SystemExit):
            raise
        except MemoryError as error:
            raise errors.WorkbookTooLarge(name, "máy không đủ bộ nhớ") from error
        except BaseException as error:  # a panic of the library is no Exception
            raise errors.WorkbookUnreadable(name, "nội dung trang tính bị hỏng") from error


def _last_row(cells: bytes) -> int:
    """The number of the last row that is written, 0 if it is not where spreadsheet programs put it."""
    at = cells.rfind(_LAST_ROW)
    digits = cells[at + len(_LAST_ROW) : at + len(_LAST_ROW) + 8].partition(b'"')[0]
    return min(int(digits), MAX_ROW) if at >= 0 and digits.isdigit() else 0
