"""Whether the workbook's own figures still are the model's: live cells, figures, names, tables and copies of tables.

Staff paste values over formulas, delete names, turn tables into ranges or copy a sheet, and the front sheet parts from
the papers without an error anywhere. What reading has counted on its way tells most of it; only where a count is short
are the cells of a sheet looked at one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from html import escape, unescape

from ocop_xl.errors import WorkbookError
from ocop_xl.model import ALL_TABLES, Measure, spec_of
from ocop_xl.model.book import Book, FrameFault, column_letters
from ocop_xl.model.table import HEADER_ROW, TableSpec
from ocop_xl.model.version import MODEL_VERSION
from ocop_xl.programme.measures import MEASURES
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.area import Area, column_index
from ocop_xl.sheets.front_tiles import TILES
from ocop_xl.sheets.identity import PAGE
from ocop_xl.sheets.reading.cells import Sheet, Sheets
from ocop_xl.sheets.reading.headers import find_header_row, likely_tables, match_headers
from ocop_xl.sheets.reading.outline import SheetPlan
from ocop_xl.sheets.reading.rows import Found
from ocop_xl.sheets.reading.sheet_xml import live_column, spelt
from ocop_xl.sheets.vocabulary import (
    AGENDA,
    FIELDS,
    FRONT,
    GUIDE,
    LISTS,
    MARKS,
    ONE_PRODUCT,
    PASSING_PAGES,
    SCORE_FORM,
    defined_names,
)
from ocop_xl.vietnamese import fold

_OURS = frozenset(map(fold, (FRONT, GUIDE, LISTS, SCORE_FORM, ONE_PRODUCT, AGENDA, FIELDS, PAGE.sheet, *PASSING_PAGES)))
_SPECS = tuple(spec_of(kind) for kind in ALL_TABLES)


def frame_faults(
    book: Book, sheets: Sheets, named: Mapping[str, SheetPlan], found: Mapping[str, Found], lost: Iterable[TableSpec]
) -> list[FrameFault]:
    """What has parted, table by table; `named` are the sheets of tables that still are Excel Tables.

    The formulas of an older workbook are those of its time: only what nobody's formula is any more is told.
    """
    today = book.version == MODEL_VERSION
    specs = {spec.name: spec for spec in _SPECS}
    faults = [
        fault
        for name, plan in named.items()
        if not specs[name].form
        for fault in _live_cells(book, specs[name], sheets, plan, found[name])
        if today or fault.problem != "other_formula"
    ]
    ranges = tuple(found[spec.name].sheet for spec in lost if spec.name in found)
    if ranges:
        faults.append(FrameFault("plain_range", ranges[0], named=ranges))
    if today:
        faults += _figures(sheets)
    gone = tuple(sorted(defined_names(book.version) - sheets.plan.names))
    if gone:
        faults.append(FrameFault("name_lost", FRONT, named=gone))
    with suppress(WorkbookError):  # a sheet that nobody counts on may be as large as it likes
        faults += _copies(sheets, {one.sheet for one in found.values()}, set(ranges))
    return faults


# --- live columns -------------------------------------------------------------------------------------------


def _live_cells(book: Book, spec: TableSpec, sheets: Sheets, plan: SheetPlan, found: Found) -> Iterator[FrameFault]:
    """Cells of live columns that hold a value, another formula or, in a filled row, nothing."""
    sheet = sheets.look(plan)
    rows = range(found.top + 1, found.bottom - found.totals + 1)
    letters_of = book.placement(spec.row_type).letters
    computing = _computing(sheet, spec.name)
    short = [
        (column, letters)
        for column in spec.columns
        if column.live and (letters := letters_of.get(column.attribute))
        if computing[letters, column.attribute] < len(rows)
    ]
    if not short:
        return
    formulas = sheets.formulas(plan)
    filled = {row.at for row in book[spec.row_type]}
    errors = {(flaw.row, flaw.column - found.left) for flaw in found.flaws}
    parted: dict[str, list[tuple[int, int, str]]] = {}
    for column, letters in short:
        place = column_index(letters) - found.left
        for row in rows:
            text = formulas.get((letters, row))
            if text is not None:
                problem = "other_formula" if text and live_column(text) != (spec.name, column.attribute) else ""
            elif (row, place) in errors or (
                row - found.top < len(found.values) and found.values[row - found.top][place] != ""
            ):
                problem = "overwritten"
            else:
                problem = "lost_formula" if row in filled else ""
            if problem:
                parted.setdefault(problem, []).append((row, place, column.header))
    for problem, places in parted.items():
        places.sort()
        cells = tuple(f"{column_letters(found.left + place)}{row}" for row, place, _ in places)
        yield FrameFault(problem, found.sheet, spec.name, cells, tuple(dict.fromkeys(header for *_, header in places)))


def _computing(sheet: Sheet, table: str) -> Counter[tuple[str, str]]:
    """By column letters and attribute, the cells that compute what the model says of it, or share the formula of
    another cell that does."""
    counts: Counter[tuple[str, str]] = Counter()
    shared: Counter[str] = Counter()
    for (letters, text), count in sheet.formulas.items():
        live = live_column(text) if text is not None else None
        if text is None:
            shared[letters.decode()] += count
        elif live is not None and live[0] == table:
            counts[letters.decode(), live[1]] += count
    for column, attribute in counts:
        counts[column, attribute] += shared[column]
    return counts


# --- figures ------------------------------------------------------------------------------------------------


def _figures(sheets: Sheets) -> Iterator[FrameFault]:
    """Formulas of «Số liệu» and of the tiles on «Tổng quan» that stand nowhere on their sheet; the cells are those
    where the builder puts them."""
    for title, wanted in _figures_and_tiles().items():
        plan = next((plan for plan in sheets.plan.sheets if plan.name == title and plan.part), None)
        if plan and sheets.writes(plan, [one.written for one in wanted]):
            continue
        texts = sheets.look(plan).formulas if plan else {}
        there = {text for _, text in texts if text is not None}
        gone = [one for one in wanted if not _computes(there, one)]
        if gone:
            yield FrameFault("figure_lost", title, "", tuple(one.cell for one in gone), tuple(one.name for one in gone))


class _Figure(NamedTuple):
    """A formula that has to stand on its sheet: where the builder puts it, its name, and how the builder writes it."""

    cell: str
    name: str
    formula: str
    written: bytes


@cache
def _figures_and_tiles() -> dict[str, list[_Figure]]:
    """By sheet."""
    figures = [(f"B{at}", name, spec.formula) for at, (name, spec) in enumerate(MEASURES.items(), HEADER_ROW + 1)]
    cards = [(card.cell, card.label, card.formula) for card in TILES]
    return {
        title: [_Figure(*one, escape(one[2].removeprefix("="), quote=False).encode()) for one in wanted]
        for title, wanted in ((spec_of(Measure).sheet, figures), (FRONT, cards))
    }


def _computes(texts: Collection[bytes], figure: _Figure) -> bool:
    """Whether one of the texts is the formula: as the builder writes it, or as another program spells it."""
    if figure.written in texts:
        return True
    return any(spelt(unescape(text.decode("utf-8", "replace"))) == spelt(figure.formula) for text in texts)


# --- copies -------------------------------------------------------------------------------------------------


def _copies(sheets: Sheets, used: set[str], ranges: set[str]) -> Iterator[FrameFault]:
    """Filled rows below the headers of one of our tables that belong to no table of ours."""
    names = {MARKS.casefold(), *(spec.name.casefold() for spec in _SPECS)}
    areas: list[tuple[Sheet, Area]] = []
    for plan in (plan for plan in sheets.plan.sheets if plan.part and plan.name not in ranges):
        other: list[Area | None] = [
            table.area for table in plan.tables if table.headers and table.name.casefold() not in names
        ]
        foreign = plan.name not in used and not plan.tables and fold(plan.name) not in pages_of_ours()
        if other or foreign:
            sheet = sheets.look(plan, closely=True)
            areas += [(sheet, area) for area in (other or [sheet.whole]) if area is not None]
    for (sheet, area), values in zip(areas, sheets.values(areas), strict=True):
        fault = _copy(sheet.plan.name, area, values)
        if fault is not None:
            yield fault


def pages_of_ours() -> frozenset[str]:
    """The folded names of all sheets that the program makes."""
    return _OURS | {fold(spec.sheet) for spec in _SPECS}


def _copy(sheet: str, area: Area, values: Sequence[Sequence[object]]) -> FrameFault | None:
    for spec in likely_tables(values, (spec for spec in _SPECS if not spec.form)):
        start = find_header_row(values, spec.columns)
        if start is None:
            continue
        at = match_headers(values[start], spec.columns)
        places = [at[column.attribute] for column in spec.inputs if column.attribute in at]
        cells = [
            f"{column_letters(area.left + place)}{area.top + number}"
            for number, row in enumerate(values[start + 1 :], start + 1)
            if (place := next((p for p in places if str(row[p]).strip()), None)) is not None
        ]
        if cells:
            return FrameFault("copied_table", sheet, spec.name, tuple(cells), (spec.sheet,))
    return None
