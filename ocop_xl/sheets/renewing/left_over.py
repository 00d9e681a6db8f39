"""What an older workbook holds besides the rows that were read: the commune's own columns and sheets, and the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, time, timedelta
from math import isfinite

from ocop_xl.model import ALL_TABLES, INPUT_TABLES, Book, CriterionLine, FindingLine, Row, spec_of
from ocop_xl.model.book import Placement
from ocop_xl.model.table import TableSpec
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.area import area_of, column_index
from ocop_xl.sheets.building.own_content import OwnCell, OwnColumn, OwnContent, OwnSheet
from ocop_xl.sheets.building.pages import pages
from ocop_xl.sheets.identity import PAGE
from ocop_xl.sheets.renewing.formulas import stays_in_its_row, stays_on_its_sheet
from ocop_xl.sheets.renewing.made_by_us import made_by_us
from ocop_xl.sheets.renewing.old_file import LeftOver, OldCell, OldFile, OldSheet
from ocop_xl.sheets.renewing.old_notes import notes_left, take_notes, threads
from ocop_xl.sheets.renewing.own_names import take_names
from ocop_xl.sheets.vocabulary import FIELDS, GUIDE, ONE_PRODUCT, PASSING_PAGES, SCORE_FORM
from ocop_xl.vietnamese import fold

_WRITTEN_WHOLE = frozenset(
    fold(name)
    for name in (
        spec_of(FindingLine).sheet,
        spec_of(CriterionLine).sheet,
        FIELDS,
        SCORE_FORM,
        PAGE.sheet,
        ONE_PRODUCT,
        *PASSING_PAGES,
    )
)
"""Sheets that the program fills anew whenever it is asked; nothing on them is anybody's, but own criteria sets."""


HOLDS_NOTHING = ("error_cell", "no_value")
"""What a cell may be that has nothing to carry: it is blank in the new workbook."""


class Sorted(NamedTuple):
    own: OwnContent
    left: list[LeftOver]


def sort_out(book: Book, old: OldFile) -> Sorted:
    """Every cell of the old file is in the book, the commune's own, made by the program, or named."""
    own, left = OwnContent(), list[LeftOver]()
    later = {fold(spec_of(kind).sheet) for kind in ALL_TABLES if spec_of(kind).since > book.version}
    ours = {fold(name) for name in (*(page.name for page in pages()), GUIDE, *PASSING_PAGES)} - later
    kinds: dict[str, list[type[Row]]] = {}
    for kind, placement in book.placements.items():
        kinds.setdefault(fold(placement.sheet), []).append(kind)
    told = _WRITTEN_WHOLE | ours | kinds.keys()
    left += take_names(old, [sheet.name for sheet in old.sheets if fold(sheet.name) not in told], own)
    for sheet in old.sheets:
        here = kinds.get(fold(sheet.name))
        if fold(sheet.name) in _WRITTEN_WHOLE:
            left += notes_left(sheet.name, sheet.cells)
        elif here:
            left += _of_our_sheet(book, sheet, here, own)
        elif fold(sheet.name) in ours:
            left += _of_made_sheet(sheet)
        else:
            own.sheets.append(_own_sheet(sheet, own.names, left))
        if sheet.pictures and (here or fold(sheet.name) not in told):
            left.append(LeftOver(sheet.name, "", f"{sheet.pictures} hình, biểu đồ", "hình và biểu đồ không sang"))
        left += threads(sheet)
    return Sorted(own, left)


def as_they_stood(book: Book, sheets: Iterable[OldSheet]) -> dict[tuple[int, str], object]:
    """Cells that are no value of their column, by the row's identity and the attribute. A date stays a date and a
    number a number, so that the new workbook is told the same of them as the old one."""
    stood = {(fold(sheet.name), cell.address): cell.value for sheet in sheets for cell in sheet.cells}
    kept: dict[tuple[int, str], object] = {}
    for cell in book.unread:
        placement, attribute = book.placement(type(cell.row)), cell.column.attribute
        if cell.problem not in HOLDS_NOTHING:
            value = stood.get((fold(placement.sheet), placement.cell(cell.row, attribute)))
            writable = isinstance(value, (date, time, timedelta)) or (
                isinstance(value, (int, float)) and isfinite(value)
            )
            kept[id(cell.row), attribute] = value if writable else cell.text
    return kept


def _copy_of_ours(sheet: OldSheet) -> bool:
    """A sheet that somebody has copied inside the workbook: its table is one of ours, under a number."""
    names = tuple(spec_of(kind).name.casefold() for kind in ALL_TABLES)
    return any(name.casefold().startswith(names) for name, _ in sheet.tables)


# --- sheets of the model ------------------------------------------------------------------------------------


def _of_our_sheet(book: Book, sheet: OldSheet, kinds: list[type[Row]], own: OwnContent) -> Iterator[LeftOver]:
    placed = {place for kind in kinds for place in _placed(book, kind)}
    rest = list(sheet.cells)
    known = {letters for kind in kinds for letters in book.placement(kind).letters.values()}
    for kind in kinds:
        if _is_at_home(kind, sheet):
            rest = _take_own_columns(book, sheet, kind, known, rest, own)
    yield from notes_left(sheet.name, take_notes(book, kinds, rest, own))
    for cell in rest:
        if (cell.value is None and not cell.formula) or (cell.row, cell.letters) in placed:
            continue
        why = _why_not_carried(book, kinds, sheet, cell)
        if why:
            yield LeftOver(sheet.name, cell.address, _shown(cell), why)


def _placed(book: Book, kind: type[Row]) -> Iterator[tuple[int, str]]:
    """Where the cells stand that the book has, and those that it could not read but carries as text."""
    spec, placement = spec_of(kind), book.placement(kind)
    if placement.rows is not None:
        yield from ((at, placement.value_letters) for at in placement.rows.values())
        return
    for row in book[kind]:
        for column in spec.read:
            letters = placement.letters.get(column.attribute)
            if letters and not column.live and getattr(row, column.attribute) is not None:
                yield row.at, letters
    for cell in book.unread:
        letters = placement.letters.get(cell.column.attribute)
        if letters and type(cell.row) is kind and cell.problem not in HOLDS_NOTHING:
            yield cell.row.at, letters


def _is_at_home(kind: type[Row], sheet: OldSheet) -> bool:
    """Whether the rows are this sheet's own, not lifted from another table's."""
    spec = spec_of(kind)
    named = any(name.casefold() == spec.name.casefold() for name, _ in sheet.tables)
    return not spec.form and kind in INPUT_TABLES and (named or fold(sheet.name) == fold(spec.sheet))


def _take_own_columns(
    book: Book, sheet: OldSheet, kind: type[Row], known: set[str], cells: list[OldCell], own: OwnContent
) -> list[OldCell]:
    """Columns of the table that the model does not know, by the rows of the book; returns the other cells."""
    spec, placement = spec_of(kind), book.placement(kind)
    rows = {row.at: place for place, row in enumerate(book[kind])}
    span = _span(sheet, spec)
    filled = {cell.letters for cell in cells if cell.row in rows}
    headers = {
        cell.letters: str(cell.value).strip()
        for cell in cells
        if cell.row == placement.header_row and cell.value is not None
        if cell.letters not in known and _inside(cell, span)
        if cell.letters in filled or not made_by_us(cell.value)
    }
    taken: dict[str, dict[int, OwnCell]] = {letters: {} for letters in headers}
    rest = []
    for cell in cells:
        if cell.letters in headers and cell.row in rows:
            formula = cell.formula if stays_in_its_row(cell.formula, own.names) else ""
            taken[cell.letters][rows[cell.row]] = OwnCell(cell.value, formula, cell.note)
        elif cell.letters not in headers or cell.row != placement.header_row:
            rest.append(cell)
        elif cell.note:
            rest.append(cell._replace(value=None))
    columns = [OwnColumn(headers[letters], taken[letters]) for letters in sorted(headers, key=column_index)]
    if columns:
        own.columns.setdefault(kind, []).extend(columns)
    return rest


def _span(sheet: OldSheet, spec: TableSpec) -> tuple[int, int] | None:
    """First and last column of the Excel Table, counting from 0; None where it is a table no longer."""
    for name, ref in sheet.tables:
        area = area_of(ref)
        if name.casefold() == spec.name.casefold() and area:
            return area.left, area.right
    return None


def _inside(cell: OldCell, span: tuple[int, int] | None) -> bool:
    return span is None or span[0] <= cell.column - 1 <= span[1]


def _why_not_carried(book: Book, kinds: list[type[Row]], sheet: OldSheet, cell: OldCell) -> str:
    """ "" for what the program wrote itself: headers, labels, help, figures."""
    placements = [book.placement(kind) for kind in kinds]
    known = {letters for placement in placements for letters in placement.letters.values()}
    live = {
        placement.letters[column.attribute]
        for kind, placement in zip(kinds, placements, strict=True)
        for column in spec_of(kind).columns
        if column.live and column.attribute in placement.letters
    }
    if cell.letters in live and not _is_header(cell, placements):
        return "" if cell.formula else "gõ đè lên ô tự tính; sổ mới tính lại ô này"
    if made_by_us(cell.value) or (cell.letters in known and _is_header(cell, placements)):
        return ""
    if cell.formula:
        return "công thức chưa có giá trị" if cell.value is None else "công thức nằm ngoài bảng"
    if isinstance(cell.value, str) and cell.value.startswith("#"):
        return "ô báo lỗi, không có giá trị"
    return "nằm ngoài bảng"


def _is_header(cell: OldCell, placements: Iterable[Placement]) -> bool:
    return any(cell.row == placement.header_row for placement in placements)


def _of_made_sheet(sheet: OldSheet) -> Iterator[LeftOver]:
    """Sheets that the program writes: it writes them anew. A text that it never wrote is somebody's."""
    for cell in sheet.cells:
        if isinstance(cell.value, str) and not cell.formula and not made_by_us(cell.value):
            yield LeftOver(sheet.name, cell.address, cell.value, "gõ thêm ở trang phần mềm lập")
    yield from notes_left(sheet.name, sheet.cells)


# --- the commune's own sheets -------------------------------------------------------------------------------


def _own_sheet(sheet: OldSheet, names: Collection[str], left: list[LeftOver]) -> OwnSheet:
    cells: dict[tuple[int, int], OwnCell] = {}
    copied = _copy_of_ours(sheet)
    if copied:
        left.append(LeftOver(sheet.name, "A1", sheet.name, "trang chép lại từ trang của sổ; sổ mới chỉ giữ giá trị"))
    for cell in sheet.cells:
        formula = cell.formula if stays_on_its_sheet(cell.formula, names) else ""
        if cell.formula and not formula and not copied:
            why = "công thức trỏ sang nơi khác; sổ mới giữ giá trị"
            left.append(LeftOver(sheet.name, cell.address, cell.formula, why))
        cells[cell.row - 1, cell.column - 1] = OwnCell(cell.value, formula, cell.note)
    return OwnSheet(sheet.name, cells, sheet.widths, sheet.state)


def _shown(cell: OldCell) -> str:
    return cell.formula or str(cell.value)
