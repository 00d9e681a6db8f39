"""Sheets that staff read: figures, findings, journal, criteria."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ocop_xl.law import criteria_set, sectors
from ocop_xl.model import CriterionLine, FindingLine, JournalEntry, Measure, spec_of
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.programme.measures import MEASURES
from ocop_xl.rules.finding import SEVERITY_NAMES, Finding
from ocop_xl.sheets.build.data_sheet import SheetMaker
from ocop_xl.sheets.build.names import quoted
from ocop_xl.sheets.build.style import GREEN, INPUT, LINE, LIVE


def add_measures_sheet(maker: SheetMaker) -> None:
    """«Số liệu»: the formula of each figure in its cell, and in words beside it what it counts."""
    rows = [Measure(0, spec.name, None, spec.unit, spec.rule) for spec in MEASURES.values()]
    sheet = maker.table_sheet(Measure, rows, spare=0)
    column = spec_of(Measure).column("value")
    style = maker.styles.cell(column, fill=LIVE)
    for at, spec in enumerate(MEASURES.values(), HEADER_ROW):
        value = spec.count(maker.book, maker.on).value
        sheet.write_formula(at, 1, spec.formula, style, "" if value is None else value)


def add_findings_sheet(maker: SheetMaker, findings: Sequence[Finding]) -> None:
    """«Phát hiện»: what the last check found; a click on the place goes to the cell."""
    rows = [FindingLine(0, SEVERITY_NAMES[f.severity], f.where, f.message, f.fix, f.source, f.code) for f in findings]
    sheet = maker.table_sheet(FindingLine, rows, spare=0)
    link = maker.styles.make(font_color=GREEN, underline=1, border=1, border_color=LINE, bg_color=INPUT)
    for at, found in enumerate(findings, HEADER_ROW):
        target = f"internal:{quoted(found.sheet)}!{found.cell or 'A1'}"
        sheet.write_url(at, 1, target, link, found.where)


def add_journal_sheet(maker: SheetMaker) -> None:
    maker.table_sheet(JournalEntry, maker.book[JournalEntry])


def add_criteria_sheet(maker: SheetMaker) -> None:
    """«Tiêu chí»: every option of the 26 sets, to look up and filter."""
    maker.table_sheet(CriterionLine, criterion_lines(), spare=0)


@cache
def criterion_lines() -> list[CriterionLine]:
    lines = []
    for item in sectors.PRODUCT_SETS:
        chosen = criteria_set(item.code)
        for criterion in chosen.criteria:
            for option in criterion.options:
                remark = " ".join(criterion.notes) if option is criterion.options[0] else ""
                if option.abbr:
                    remark = f"{remark} (Câu rút gọn.)".strip()
                if option.implied:
                    remark = f"{remark} (Mức không in trong bảng, suy ra.)".strip()
                lines.append(
                    CriterionLine(
                        0,
                        item.number,
                        criterion.part,
                        criterion.group,
                        criterion.code,
                        criterion.name,
                        criterion.max,
                        option.points,
                        option.text,
                        option.min_star,
                        remark or None,
                    )
                )
    return lines
