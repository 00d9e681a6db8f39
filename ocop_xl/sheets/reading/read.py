"""From a file to a `Book`: every table found wherever staff have moved it, every cell typed, nothing dropped silently.

A table is known by the name of its Excel Table; where that is gone, by its sheet's name and its headers; where the
sheet was renamed too, by its headers alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ocop_xl.errors import NotOcopBook, ProvinceWorkbook, WorkbookTooLarge
from ocop_xl.model import (
    INPUT_TABLES,
    OUTPUT_TABLES,
    REFERENCE_TABLES,
    CriterionLine,
    FindingLine,
    JournalEntry,
    spec_of,
)
from ocop_xl.model.book import Book, FrameFault, column_letters
from ocop_xl.model.lift import settle, version_of
from ocop_xl.model.table import TableSpec
from ocop_xl.model.version import MODEL_VERSION
from ocop_xl.office.guard import Package, open_package
from ocop_xl.records import NamedTuple
from ocop_xl.sheets import identity
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.reading.cells import Sheet, Sheets, Values
from ocop_xl.sheets.reading.coerce import MAX_PROBLEMS, TooManyProblems
from ocop_xl.sheets.reading.frame import frame_faults
from ocop_xl.sheets.reading.headers import find_header_row, find_label_column, match_headers
from ocop_xl.sheets.reading.outline import SheetPlan, SheetTable, outline
from ocop_xl.sheets.reading.own_criteria import fill_own_sets, names_own_set
from ocop_xl.sheets.reading.rows import Found, fill, fill_table, note_missing
from ocop_xl.sheets.reading.sheet_xml import live_column
from ocop_xl.sheets.vocabulary import COPY_FRONT, PROVINCE_FRONT
from ocop_xl.vietnamese import fold


def read_book(source: str | Path | bytes, *, name: str = "", own_sets: bool = False, journal: bool = False) -> Book:
    """All input tables of a workbook; raises a `WorkbookError`, and nothing else, if it cannot be read.

    The source is a path, or the bytes themselves, which the sentences then call `name`.

    `book[CriterionLine]` gets the criteria sets that the commune has loaded, if a score sheet names one or `own_sets`
    asks for them: «Tiêu chí» is by far the longest sheet. `journal` asks for the lines of «Nhật ký».
    """
    package = open_package(source, name)
    plan = outline(package)
    names = {sheet.name for sheet in plan.sheets}
    if PROVINCE_FRONT in names:
        raise ProvinceWorkbook(package.name)
    sheets = Sheets(package, plan)
    book = Book(source=name if isinstance(source, bytes) else str(source))
    specs = [spec_of(kind) for kind in INPUT_TABLES]
    named = _named_tables(plan.sheets, specs)
    beside = [spec_of(kind) for kind in (FindingLine, JournalEntry)[: 1 + journal]]
    aside = _named_tables(plan.sheets, beside)
    pages = _identity_page(plan.sheets)
    read = _read_named(sheets, named + aside + pages)  # at once: the shared texts are gone through once
    found = {one.spec.name: read[one.spec.name] for one in named}
    tables = [table.name for sheet in plan.sheets for table in sheet.tables]
    version = version_of(tables, [sheet.name for sheet in plan.sheets])
    lost = [spec for spec in specs if spec.name not in found and spec.since <= version]
    if lost:
        taken = {one.plan.name for one in named}
        ours = {fold(spec_of(kind).sheet) for kind in (*OUTPUT_TABLES, *REFERENCE_TABLES)}
        free = [sheet for sheet in plan.sheets if sheet.name not in taken and fold(sheet.name) not in ours]
        found |= _read_lost(sheets, lost, free)
    if not found:
        raise NotOcopBook(package.name)
    try:
        for spec in specs:
            if spec.name in found:
                fill(book, spec, found[spec.name], date1904=plan.date1904)
            else:
                note_missing(book, spec)
        settle(book, version)
        if own_sets or names_own_set(book):
            for criteria in _read_named(sheets, _named_tables(plan.sheets, [spec_of(CriterionLine)])).values():
                fill_own_sets(book, criteria, date1904=plan.date1904)
        book.is_copy = COPY_FRONT in names
        if not book.is_copy:  # a copy is new, and has neither formulas nor a past
            book.frame = frame_faults(book, sheets, {one.spec.name: one.plan for one in named}, found, lost)
            _identify(book, package, [read[one.spec.name].values for one in pages])
        for spec, one in _read_beside(sheets, beside, read):
            fill_aside = _fill_seen if spec.row_type is FindingLine else fill_table
            fill_aside(book, spec, one, date1904=plan.date1904)
    except TooManyProblems as error:
        raise WorkbookTooLarge(package.name, f"có hơn {MAX_PROBLEMS} ô không đọc được") from error
    return book


def _read_beside(sheets: Sheets, specs: list[TableSpec], read: dict[str, Found]) -> Iterator[tuple[TableSpec, Found]]:
    """What the program has written, where it no longer is an Excel Table too: on its own sheet, nowhere else."""
    for spec in specs:
        own = [sheet for sheet in sheets.plan.sheets if fold(sheet.name) == fold(spec.sheet)]
        found = read.get(spec.name) or _read_lost(sheets, [spec], own).get(spec.name)
        if found:
            yield spec, found


def _fill_seen(book: Book, spec: TableSpec, found: Found, *, date1904: bool) -> None:
    """The lines of «Phát hiện» beside which an officer has typed why they may stand."""
    reference = Book(source=book.source)
    fill_table(reference, spec, found, date1904=date1904)
    typed = [line for line in reference[FindingLine] if line.seen_by or line.seen_why]
    if typed:
        book[FindingLine] = typed


def _identity_page(sheets: list[SheetPlan]) -> list[_Named]:
    """The sheet that says who the workbook is: no Excel Table, but read like one that begins in A1."""
    begins = SheetTable(identity.PAGE.name, Area(1, 0, 1, 1), 1, 0)
    return [_Named(identity.PAGE, one, begins) for one in sheets if one.part and one.name == identity.PAGE.sheet]


def _identify(book: Book, package: Package, pages: list[Values]) -> None:
    part = package.find(identity.PROPERTIES)
    found = identity.understood(pages[0] if pages else (), identity.id_in(package.read(part)) if part else "")
    book.identity = found.identity
    if found.problem and book.version == MODEL_VERSION:
        book.frame.append(FrameFault(found.problem, identity.PAGE.sheet))


# --- tables that still are Excel Tables ---------------------------------------------------------------------


class _Named(NamedTuple):
    """A table of the model that still is an Excel Table, and where."""

    spec: TableSpec
    plan: SheetPlan
    table: SheetTable


def _named_tables(sheets: list[SheetPlan], specs: list[TableSpec]) -> list[_Named]:
    """The Excel Tables of the model's names; Excel's names do not heed case."""
    there = {
        table.name.casefold(): (sheet, table)
        for sheet in sheets
        if sheet.part
        for table in sheet.tables
        if table.headers
    }
    return [_Named(spec, *there[name]) for spec in specs if (name := spec.name.casefold()) in there]


def _read_named(sheets: Sheets, named: list[_Named]) -> dict[str, Found]:
    found = _take(sheets, named, closely=False)
    mixed = [one for one in named if _live_among_inputs(one.spec, sheets.look(one.plan), found[one.spec.name])]
    return found | _take(sheets, mixed, closely=True)


def _take(sheets: Sheets, named: list[_Named], *, closely: bool) -> dict[str, Found]:
    looked = [sheets.look(one.plan, closely=closely) for one in named]
    areas = [_with_rows_below(sheet, one.table) for sheet, one in zip(looked, named, strict=True)]
    values = sheets.values(list(zip(looked, areas, strict=True)))
    return {
        one.spec.name: Found(
            one.plan.name, area.top, area.left, cells, sheet.flaws, one.table.area.bottom, bool(one.table.totals)
        )
        for one, sheet, area, cells in zip(named, looked, areas, values, strict=True)
    }


def _live_among_inputs(spec: TableSpec, sheet: Sheet, found: Found) -> bool:
    """Whether a live column's formula was copied to where values are typed: it has been left out there too."""
    letters = {cell[0].decode() for cell in sheet.formulas if cell[1] is not None and live_column(cell[1])}
    at = match_headers(found.values[0], spec.columns) if letters else {}
    return any(column_letters(found.left + at[one.attribute]) in letters for one in spec.inputs if one.attribute in at)


def _with_rows_below(sheet: Sheet, table: SheetTable) -> Area:
    """The table's columns from its header to the sheet's last row, or to the next table below it."""
    area = table.area
    below = [
        other.area.top - 1
        for other in sheet.plan.tables
        if other.area.top > area.bottom and other.area.left <= area.right and area.left <= other.area.right
    ]
    bottom = min([sheet.last_row or area.bottom, *below])
    return area._replace(bottom=max(bottom, area.top))


# --- tables that lost their name ----------------------------------------------------------------------------


def _read_lost(sheets: Sheets, lost: list[TableSpec], plans: list[SheetPlan]) -> dict[str, Found]:
    """Look for each lost table on the sheet of its name, then on any other of these."""
    looked = [sheets.look(plan, closely=True) for plan in plans if plan.part]
    areas = [(sheet, sheet.whole) for sheet in looked if sheet.whole]
    if not areas:
        return {}
    spare = [
        Found(sheet.plan.name, area.top, area.left, values, sheet.flaws)
        for (sheet, area), values in zip(areas, sheets.values(areas), strict=True)
    ]
    found = {}
    for by_name in (True, False):
        for spec in lost:
            if spec.name in found:
                continue
            for candidate in spare:
                if by_name and fold(candidate.sheet) != fold(spec.sheet):
                    continue
                start = _header_position(spec, candidate)
                if start is not None:
                    found[spec.name] = _from_row(candidate, start)
                    spare.remove(candidate)
                    break
    return found


def _header_position(spec: TableSpec, candidate: Found) -> int | None:
    if spec.form:
        return None if find_label_column(candidate.values, spec.columns) is None else 0
    return find_header_row(candidate.values, spec.columns)


def _from_row(found: Found, start: int) -> Found:
    return Found(found.sheet, found.top + start, found.left, found.values[start:], found.flaws)
