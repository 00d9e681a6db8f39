"""Old appendices in .xlsx: values by python-calamine, error cells by a look into the sheet parts."""

from __future__ import annotations

from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, load_workbook

from ocop_xl.errors import WorkbookTooLarge, WorkbookUnreadable
from ocop_xl.model.book import column_letters
from ocop_xl.office.archive import for_memory, pack
from ocop_xl.office.guard import open_package
from ocop_xl.sheets.area import extent
from ocop_xl.sheets.importing.sources.cells import Cell, Grid
from ocop_xl.sheets.plain_xml import SpellingRefusals, plain
from ocop_xl.sheets.reading.outline import outline
from ocop_xl.sheets.reading.sheet_xml import SheetXml, sheet_xml

MOST_CELLS = 400_000
"""An appendix of 20 columns and 20,000 rows; whatever is larger is no appendix of a commune."""
_FRAME = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")


def read_xlsx(data: bytes, file: str) -> list[Grid]:
    """One grid a sheet, hidden sheets too: nothing of the file is passed over in silence."""
    package = open_package(data, file)
    plan = outline(package)
    wanted = (*_FRAME, plan.strings, plan.styles, *(sheet.part for sheet in plan.sheets))
    parts = {part: package.read(part) for name in dict.fromkeys(wanted) if name and (part := package.find(name))}
    sheets = {sheet.name: parts[sheet.part] for sheet in plan.sheets if sheet.part in parts}
    looked = {name: _looked_into(file, name, sheet) for name, sheet in sheets.items()}
    parts |= {sheet.part: looked[sheet.name].xml for sheet in plan.sheets if sheet.part in parts}
    if plan.strings in parts:
        with SpellingRefusals(file, "phần chữ dùng chung"):
            parts[plan.strings] = plain(parts[plan.strings])
    try:
        # An archive of the parts that were looked into; the library sees nothing else of the file.
        with load_workbook(BytesIO(pack({part: for_memory(content) for part, content in parts.items()}))) as book:
            return [_grid(book.get_sheet_by_name(name), _errors(sheet)) for name, sheet in looked.items()]
    except (CalamineError, ValueError, OSError):
        raise WorkbookUnreadable(file, "nội dung bảng tính có lỗi") from None


def _looked_into(file: str, name: str, sheet: bytes) -> SheetXml:
    with SpellingRefusals(file, f"trang «{name}»"):
        xml = sheet_xml(sheet, live=True)
    area = extent(xml.cells)
    if area is not None and area.size > MOST_CELLS:
        raise WorkbookTooLarge(file, f"trang «{name}» trải trên vùng {area.ref}")
    return xml


def _grid(sheet: CalamineSheet, errors: dict[str, str]) -> Grid:
    grid = Grid(sheet.name)
    if sheet.start is None:
        return grid
    top, left = sheet.start
    by_place: dict[tuple[int, int], Cell] = {}
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), top):
        cells = []
        for column, value in enumerate(values, left):
            place = f"{column_letters(column)}{row + 1}"
            cell = Cell(f"{sheet.name}!{place}", errors.get(place, None if value == "" else value))
            by_place[row, column] = cell
            cells.append(cell)
        grid.rows.append(cells)
    _mark_merges(sheet, by_place)
    return grid


def _mark_merges(sheet: CalamineSheet, cells: dict[tuple[int, int], Cell]) -> None:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        first = cells.get((top, left))
        if first is None or (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
            continue
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                covered = cells.get((row, column))
                if covered is not None and covered is not first:
                    covered.merged_into = first


def _errors(sheet: SheetXml) -> dict[str, str]:
    """`#REF!` and its like by cell; calamine reads such cells as blank, which would lose them."""
    return {f"{column_letters(flaw.column)}{flaw.row}": flaw.text for flaw in sheet.flaws if flaw.text}
