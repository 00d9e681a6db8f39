"""Sheet «Phát hiện» of the live workbook: what the last check found, each line with a link to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ocop_xl.changes.change import Formula
from ocop_xl.desks.excel import Desk
from ocop_xl.desks.live_book import read_table
from ocop_xl.desks.output_table import place_of, write_rows
from ocop_xl.model import FindingLine, spec_of
from ocop_xl.rules.finding import SEVERITY_NAMES, Finding
from ocop_xl.sheets.area import Area, area_of
from ocop_xl.sheets.vocabulary import quoted

_LONGEST_LITERAL = 255
"""Letters of a text inside a formula; Excel refuses more."""
SHEET = spec_of(FindingLine).sheet


def show_findings(desk: Desk, findings: Sequence[Finding], in_short: str) -> None:
    """Put the findings into the table, or the one line `in_short` if there are none; it also stands above the table."""
    lines: list[list[Any]] = [_line(found) for found in findings]
    write_rows(desk, FindingLine, lines or [["✔ Đúng", "", in_short, "", "", ""]], links="place")
    _, area = place_of(desk, FindingLine)
    if area.top > 1:
        place = area.left + 2
        desk.write(SHEET, Area(area.top - 1, place, area.top - 1, place), [[in_short]])


def _line(found: Finding) -> list[Any]:
    return [SEVERITY_NAMES[found.severity], _link(found), found.message, found.fix, found.source, found.code]


def _link(found: Finding) -> str:
    if not found.sheet:
        return found.where
    target = f"#{quoted(found.sheet.replace(chr(39), chr(39) * 2))}!{found.cell or 'A1'}"
    if len(target) > _LONGEST_LITERAL or len(found.where) > _LONGEST_LITERAL:
        return found.where
    return Formula(f"=HYPERLINK({_literal(target)},{_literal(found.where)})")


def _literal(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def places(desk: Desk) -> list[tuple[str, Area, str]]:
    """Sheet, cell and words of every finding listed; none when nothing is listed."""
    table = read_table(desk, FindingLine)
    if table is None:
        return []
    found = []
    for row in table.values[1:]:
        at = {name: str(row[place - table.area.left]) for name, place in table.places.items()}
        sheet, _, cell = at.get("place", "").rpartition("!")
        sheet, cell = (sheet, cell) if sheet else (cell, "A1")
        area = area_of(cell)
        if sheet and area:
            found.append((sheet, area, f"{at.get('message', '')} {at.get('fix', '')}".strip()))
    return found
