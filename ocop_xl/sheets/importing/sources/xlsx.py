"""Old appendices in .xlsx: values by python-calamine, errors by a look into the parts, what is hidden by openpyxl."""

from __future__ import annotations

from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, load_workbook

from ocop_xl.errors import WorkbookTooLarge, WorkbookUnreadable
from ocop_xl.model import INPUT_TABLES, spec_of
from ocop_xl.model.book import column_letters
from ocop_xl.office.archive import for_memory, pack
from ocop_xl.office.guard import Package, open_package
from ocop_xl.sheets.area import extent
from ocop_xl.sheets.importing.sources.cells import MOST_CELLS, Cell, Grid, Source
from ocop_xl.sheets.plain_xml import SpellingRefusals, plain
from ocop_xl.sheets.reading.outline import Outline, outline
from ocop_xl.sheets.reading.sheet_xml import SheetXml, sheet_xml
from ocop_xl.sheets.reading.texts import SharedTexts, shared_texts

_FRAME = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")
_OWN_SHEETS = frozenset(spec_of(kind).sheet for kind in INPUT_TABLES)
_FEWEST_OWN = 6
"""So many of our sheets' names make a workbook one of ours, whatever program saved it."""
_STRUCK = b"strike"
_UNSEEN_IN_SHEET = (b'hidden="1"', b'hidden="true"', b' ht="0"', b"legacyDrawing", _STRUCK)


def read_xlsx(data: bytes, file: str) -> Source:
    """One grid a sheet, hidden sheets too: nothing of the file is passed over in silence."""
    package = open_package(data, file)
    plan = outline(package)
    parts = _parts(package, plan)
    unseen = _something_unseen(parts, plan)
    sheets = {sheet.name: parts[sheet.part] for sheet in plan.sheets if sheet.part in parts}
    texts = None
    if plan.strings in parts:
        with SpellingRefusals(file, "phần chữ dùng chung"):
            parts[plan.strings] = plain(parts[plan.strings])
        texts = shared_texts(file, parts[plan.strings])
    looked = {name: _looked_into(file, name, sheet, texts) for name, sheet in sheets.items()}
    parts |= {sheet.part: looked[sheet.name].xml for sheet in plan.sheets if sheet.part in parts}
    try:
        # An archive of the parts that were looked into; the library sees nothing else of the file.
        with load_workbook(BytesIO(pack({part: for_memory(content) for part, content in parts.items()}))) as book:
            grids = [grid_of(book.get_sheet_by_name(name), _errors(sheet)) for name, sheet in looked.items()]
    except (CalamineError, ValueError, OSError):
        raise WorkbookUnreadable(file, "nội dung bảng tính có lỗi") from None
    source = Source(file, grids, own_book=len(_OWN_SHEETS & {sheet.name for sheet in plan.sheets}) >= _FEWEST_OWN)
    if unseen and not source.own_book:
        from ocop_xl.sheets.importing.sources.unseen import mark_unseen

        mark_unseen(source, data)
    return source


def _looked_into(file: str, name: str, sheet: bytes, texts: SharedTexts | None) -> SheetXml:
    with SpellingRefusals(file, f"trang «{name}»"):
        xml = sheet_xml(sheet, texts, live=True)
    area = extent(xml.cells)
    if area is not None and area.size > MOST_CELLS:
        raise WorkbookTooLarge(file, f"trang «{name}» trải trên vùng {area.ref}")
    return xml


def _parts(package: Package, plan: Outline) -> dict[str, bytes]:
    wanted = (*_FRAME, plan.strings, plan.styles, *(sheet.part for sheet in plan.sheets))
    return {part: package.read(part) for name in dict.fromkeys(wanted) if name and (part := package.find(name))}


def _something_unseen(parts: dict[str, bytes], plan: Outline) -> bool:
    """A look at the bytes, so that only a file with something to tell is opened a second time."""
    if b"state=" in parts.get("xl/workbook.xml", b""):
        return True
    if any(_STRUCK in parts.get(part or "", b"") for part in (plan.styles, plan.strings)):
        return True
    return any(mark in parts[sheet.part] for sheet in plan.sheets if sheet.part in parts for mark in _UNSEEN_IN_SHEET)


def grid_of(sheet: CalamineSheet, errors: dict[str, str]) -> Grid:
    """The sheet's cells with their addresses; `errors` by place, for what the library reads as blank."""
    grid = Grid(sheet.name)
    if sheet.start is None:
        return grid
    top, left = sheet.start
    letters = [f"{sheet.name}!{column_letters(column)}" for column in range(left, left + sheet.width)]
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), top + 1):
        grid.rows.append(
            [
                Cell(f"{place}{row}", None if value == "" else value)
                for place, value in zip(letters, values, strict=False)
            ]
        )
    _put_errors(grid, errors)
    _mark_merges(sheet, grid, top, left)
    return grid


def _put_errors(grid: Grid, errors: dict[str, str]) -> None:
    if errors:
        for row in grid.rows:
            for cell in row:
                if (error := errors.get(cell.address.rpartition("!")[2])) is not None:
                    cell.put(error)


def _mark_merges(sheet: CalamineSheet, grid: Grid, first_row: int, first_column: int) -> None:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        top, bottom = top - first_row, min(bottom - first_row, len(grid.rows) - 1)
        left, right = left - first_column, right - first_column
        if top < 0 or left < 0 or top >= len(grid.rows) or left >= len(grid.rows[top]):
            continue
        first = grid.rows[top][left]
        for row in grid.rows[top : bottom + 1]:
            for covered in row[left : right + 1]:
                if covered is not first:
                    covered.merged_into = first


def _errors(sheet: SheetXml) -> dict[str, str]:
    """`#REF!` and its like by cell; calamine reads such cells as blank, which would lose them."""
    return {f"{column_letters(flaw.column)}{flaw.row}": flaw.text for flaw in sheet.flaws if flaw.text}
