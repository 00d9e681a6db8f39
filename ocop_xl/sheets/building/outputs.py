"""Sheets that staff read: figures, findings, journal, criteria."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ocop_xl.model import INPUT_TABLES, CriterionLine, FindingLine, JournalEntry, Measure, spec_of
from ocop_xl.model.book import column_letters
from ocop_xl.model.rows.commune import NO_BACKUP
from ocop_xl.model.table import HEADER_ROW, PURPOSE_ROW, TableSpec
from ocop_xl.programme.measures import MEASURES
from ocop_xl.rules.finding import Finding
from ocop_xl.rules.listed import cells_by_sheet, finding_line
from ocop_xl.rules.summary import summary
from ocop_xl.scoring.lines import CriteriaLines
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.missing import write_missing
from ocop_xl.sheets.building.style import GREEN, INPUT, LINE, LIVE
from ocop_xl.sheets.building.validation import GROWTH
from ocop_xl.sheets.vocabulary import LEVEL_COUNTS, LEVELS, MARKS, mark_name, quoted

_MARKS_AT = 40
"""Column, counted from 0, in which the table of marks begins."""


def add_measures_sheet(maker: SheetMaker) -> None:
    """«Số liệu»: the formula of each figure in its cell, and in words beside it what it counts."""
    rows = [Measure(name=spec.name, unit=spec.unit, how=spec.rule) for spec in MEASURES.values()]
    sheet = maker.table_sheet(Measure, rows, spare=0)
    column = spec_of(Measure).column("value")
    style = maker.styles.cell(column, fill=LIVE)
    for at, spec in enumerate(MEASURES.values(), HEADER_ROW):
        value = spec.reckon(maker.book, maker.on).value
        sheet.write_formula(at, 1, spec.formula, style, "" if value is None else value)
    write_missing(maker, sheet)


def add_findings_sheet(maker: SheetMaker, findings: Sequence[Finding]) -> None:
    """«Phát hiện»: what the last check found; a click on the place goes to the cell."""
    rows = [finding_line(found, maker.on) for found in findings]
    sheet = maker.table_sheet(FindingLine, rows, spare=0)
    sheet.write_string(HEADER_ROW - 2, 2, summary(findings, maker.on), maker.styles.make(bold=True))
    link = maker.styles.make(font_color=GREEN, underline=1, border=1, border_color=LINE, bg_color=INPUT)
    for at, found in enumerate(findings, HEADER_ROW):
        target = f"internal:{quoted(found.sheet)}!{found.cell or 'A1'}"
        sheet.write_url(at, 1, target, link, found.where)
    _add_marks(maker, sheet, rows)


def _add_marks(maker: SheetMaker, sheet: Any, lines: Sequence[FindingLine]) -> None:
    """The table of marks: far to the right, past the columns that a commune may add, and hidden."""
    specs = [spec_of(kind) for kind in INPUT_TABLES]
    last, cells = _MARKS_AT + len(specs) - 1, cells_by_sheet(lines)
    headers = {"style": None, "autofilter": False, "columns": [{"header": spec.name} for spec in specs]}
    sheet.add_table(PURPOSE_ROW - 1, _MARKS_AT, PURPOSE_ROW, last, {"name": MARKS, **headers})
    sheet.set_column(_MARKS_AT, last, None, None, {"hidden": True})
    for place, spec in enumerate(specs, _MARKS_AT):
        sheet.write(PURPOSE_ROW, place, cells.get(spec.sheet, ""))
        where = f"${column_letters(place)}${PURPOSE_ROW + 1}"
        maker.workbook.define_name(mark_name(spec.name), f"={quoted(spec_of(FindingLine).sheet)}!{where}")


def add_journal_sheet(maker: SheetMaker) -> None:
    sheet = maker.table_sheet(JournalEntry, maker.book[JournalEntry])
    sheet.write_string(HEADER_ROW - 2, 2, maker.book.commune.backed_up or NO_BACKUP, maker.styles.make(bold=True))


def add_criteria_sheet(maker: SheetMaker) -> None:
    """«Tiêu chí»: every level of every set, to look up and filter.

    Locked, without a password: the formulas of «Chấm điểm» count on its order, and the law is not typed over.
    """
    lines = maker.book.derived(CriteriaLines).lines
    sheet = maker.table_sheet(CriterionLine, lines, spare=0)
    sheet.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})
    name_columns(maker, spec_of(CriterionLine), {"level": LEVELS, "levels": LEVEL_COUNTS}, len(lines))


def name_columns(maker: SheetMaker, spec: TableSpec, names: Mapping[str, str], rows: int) -> None:
    """Names for columns of a table: data validation knows no structured references."""
    for attribute, name in names.items():
        letters = column_letters(spec.columns.index(spec.column(attribute)))
        span = f"${letters}${HEADER_ROW + 1}:${letters}${HEADER_ROW + rows + GROWTH}"
        maker.workbook.define_name(name, f"={quoted(spec.sheet)}!{span}")
