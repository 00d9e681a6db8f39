"""The sheets of a workbook, proved bearable one by one, and the values of their cells.

The reading library is handed only what has been looked at: a fresh archive in memory with a minimal workbook of our
making around the file's own sheets, texts and styles, and one table for each area that is wanted. It never meets the
file's container, links or table definitions, and lays out no more cells than `area.MAX_AREA`.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from python_calamine import CalamineWorkbook

from ocop_xl import errors
from ocop_xl.model.book import column_letters
from ocop_xl.office import archive
from ocop_xl.office.guard import Package
from ocop_xl.sheets.area import MAX_AREA, MAX_ROW, Area, extent
from ocop_xl.sheets.plain_xml import SpellingRefusals, plain
from ocop_xl.sheets.reading.flaws import Flaw
from ocop_xl.sheets.reading.outline import Outline, SheetPlan
from ocop_xl.sheets.reading.sheet_xml import SheetXml, formula_texts, sheet_xml, written_formulas
from ocop_xl.sheets.reading.texts import MAX_TEXT, SharedTexts, shared_texts
from ocop_xl.sheets.reading.wrapping import wrap

MAX_CELLS = 1_600_000
"""Cells in everything that is read, a sheet counted anew for each table on it: 100,000 rows of 16."""
MAX_SCATTERED = 400_000
"""Cells on a sheet that has to be looked at closely, which takes a microsecond a cell."""
_TAGS_OF_A_CELL = 60
"""Bytes of XML that a cell takes besides its text; it takes 30 to 50."""
_ROW_NUMBER = re.compile(rb'<row r="([0-9]{1,7})"')

Values = list[list[Any]]


@dataclass(slots=True)
class Sheet:
    """A sheet that has been looked at: cells that hold something, the last row of them, what the library will hide.
    `formulas` counts the formula cells by their letters and text; `whole` is the area of all cells, None unless it was
    measured closely."""

    plan: SheetPlan
    part: archive.Part
    cells: int
    last_row: int
    flaws: list[Flaw]
    formulas: Counter[tuple[bytes, bytes | None]]
    whole: Area | None = None


class Sheets:
    """The sheets of a package: look at those you need, then take all values at once."""

    def __init__(self, package: Package, plan: Outline) -> None:
        self.plan = plan
        self._package = package
        self._seen: dict[tuple[str, bool], Sheet] = {}
        self._texts = self._shared_texts()
        self._text = _TextBudget(package.name, self._texts)

    def look(self, plan: SheetPlan, *, closely: bool = False) -> Sheet:
        """Prove that a sheet is bearable; `closely` keeps its live columns and measures the area of its cells."""
        sheet = self._seen.get((plan.part, closely))
        if sheet is None:
            xml = self._xml(plan, live=closely)
            count = xml.cells.count(b"<c ")
            if count > MAX_CELLS:
                raise self._too_many_cells()
            part = archive.for_memory(xml.xml)
            self._text.take(part, xml.cells, count)
            whole = self._whole(plan, xml.cells, count) if closely or not xml.near else None
            sheet = Sheet(plan, part, count, _last_row(xml.cells), xml.flaws, xml.formulas, whole)
            self._seen[plan.part, closely] = sheet
        return sheet

    def formulas(self, plan: SheetPlan) -> dict[tuple[str, int], bytes]:
        """The text of each formula on a sheet by column letters and row, empty where another cell has it."""
        with SpellingRefusals(self._package.name, f"trang «{plan.name}»"):
            return formula_texts(self._package.read(plan.part))

    def writes(self, plan: SheetPlan, formulas: Iterable[bytes]) -> bool:
        """Whether the sheet has each of these formulas just as it is written here. If not, `look` can tell more."""
        return written_formulas(self._package.read(plan.part)).issuperset(formulas)

    def _xml(self, plan: SheetPlan, *, live: bool) -> SheetXml:
        with SpellingRefusals(self._package.name, f"trang «{plan.name}»"):
            return sheet_xml(self._package.read(plan.part), self._texts, live=live)

    def _shared_texts(self) -> SharedTexts | None:
        if self.plan.strings is None:
            return None
        with SpellingRefusals(self._package.name, "phần chữ dùng chung"):
            return shared_texts(self._package.name, plain(self._package.read(self.plan.strings)))

    def _too_many_cells(self) -> errors.WorkbookError:
        return errors.WorkbookTooLarge(self._package.name, f"có hơn {MAX_CELLS} ô")

    def _whole(self, plan: SheetPlan, cells: bytes, count: int) -> Area | None:
        if count > MAX_SCATTERED:
            raise errors.WorkbookTooLarge(self._package.name, f"trang «{plan.name}» có hơn {MAX_SCATTERED} ô")
        area = extent(cells)
        if area and area.size > MAX_AREA:
            raise errors.WorkbookTooLarge(
                self._package.name,
                f"trang «{plan.name}» có nội dung ở tận dòng {area.bottom}, cột {column_letters(area.right)}",
            )
        return area

    def values(self, wanted: list[tuple[Sheet, Area]]) -> list[Values]:
        """The values in each area, blank cells as `""`."""
        if sum(sheet.cells for sheet, _ in wanted) > MAX_CELLS or sum(a.size for _, a in wanted) > MAX_AREA:
            raise self._too_many_cells()
        read = iter(self._read([(sheet.part, area) for sheet, area in wanted if sheet.cells]))
        return [next(read) if sheet.cells else _blank(area) for sheet, area in wanted]

    def _read(self, areas: list[tuple[archive.Part, Area]]) -> list[Values]:
        if not areas:
            return []
        styles = archive.for_memory(self._package.read(self.plan.styles)) if self.plan.styles else None
        raw = wrap(areas, self._texts.part if self._texts else None, styles, date1904=self.plan.date1904)
        name = self._package.name
        try:
            book = CalamineWorkbook.from_filelike(io.BytesIO(raw), load_tables=True)
            return [book.get_table_by_name(f"t{index}").to_python() for index in range(len(areas))]
        except (KeyboardInterrupt, SystemExit):
            raise
        except MemoryError as error:
            raise errors.WorkbookTooLarge(name, "máy không đủ bộ nhớ") from error
        except BaseException as error:  # a panic of the library is no Exception
            raise errors.WorkbookUnreadable(name, "nội dung trang tính bị hỏng") from error


class _TextBudget:
    """Text of all cells together, each cell with its own copy. What is typed into cells is estimated; of shared texts a
    bound that is quickly told does for most workbooks, and only where it is too high are they looked up."""

    def __init__(self, name: str, shared: SharedTexts | None) -> None:
        self._name = name
        self._shared = shared
        self._bound = self._counted = 0
        self._waiting: list[archive.Part] = []

    def take(self, part: archive.Part, cells: bytes, count: int) -> None:
        typed = max(len(cells) - _TAGS_OF_A_CELL * count, 0)
        self._counted += typed
        self._bound += typed + (self._shared.at_most(cells) if self._shared else 0)
        self._waiting.append(part)
        if self._bound <= MAX_TEXT:
            return
        self._counted += sum(map(self._shown, self._waiting))
        self._waiting = []
        if self._counted > MAX_TEXT:
            raise errors.WorkbookTooLarge(self._name, "có quá nhiều chữ trong các ô")
        self._bound = self._counted

    def _shown(self, part: archive.Part) -> int:
        return self._shared.shown(part.content(part.size)) if self._shared else 0


def _blank(area: Area) -> Values:
    return [[""] * (area.right - area.left + 1) for _ in range(area.top, area.bottom + 1)]


def _last_row(cells: bytes) -> int:
    """The highest number of a row that holds something, 0 without any; a program may write rows in any order."""
    return min(max(map(int, _ROW_NUMBER.findall(cells)), default=0), MAX_ROW)
