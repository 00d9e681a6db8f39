"""Sheet «Phát hiện» of the live workbook: what the last check found, each line with a link to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ocop_xl.changes.change import Formula
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.live_book import read_live, read_table
from ocop_xl.desks.output_table import place_of, write_rows
from ocop_xl.model import FindingLine, spec_of
from ocop_xl.records import NamedTuple
from ocop_xl.rules.finding import SEEN_NAME, Finding
from ocop_xl.rules.listed import cells_by_sheet, cells_listed, finding_line
from ocop_xl.sheets.area import Area, area_of
from ocop_xl.sheets.vocabulary import MARKS, quoted

FIRST_SHAPE = 6
"""Columns of «Phát hiện» in workbooks from before «Đã xem»: such a workbook still gets its findings."""
_LONGEST_LITERAL = 255
"""Letters of a text inside a formula; Excel refuses more."""
SHEET = spec_of(FindingLine).sheet


def show_findings(desk: Desk, findings: Sequence[Finding], in_short: str, on: date) -> None:
    """Put the findings into the table, or the one line `in_short` if there are none; it also stands above the table."""
    lines = [_line(found, on) for found in findings] or [FindingLine(severity="✔ Đúng", message=in_short)]
    names = [column.attribute for column in spec_of(FindingLine).columns]
    cells = [["" if (value := getattr(line, name)) is None else value for name in names] for line in lines]
    write_rows(desk, FindingLine, cells, links="place", at_least=FIRST_SHAPE)
    _, area = place_of(desk, FindingLine, FIRST_SHAPE)
    if area.top > 1:
        place = area.left + 2
        desk.write(SHEET, Area(area.top - 1, place, area.top - 1, place), [[in_short]])
    _mark_cells(desk, lines)


def _mark_cells(desk: Desk, lines: Sequence[FindingLine]) -> None:
    """Tell the colours of the input sheets which cells are listed; those of the first workbooks look for themselves."""
    tables = desk.tables()
    if MARKS.casefold() not in tables:
        return
    sheet, area = tables[MARKS.casefold()]
    [names, *_] = desk.read(sheet, area)
    cells = cells_by_sheet(lines)
    marks = [cells.get(tables[str(name).casefold()][0], "") if str(name).casefold() in tables else "" for name in names]
    desk.write(sheet, area._replace(top=area.top + 1, bottom=area.top + 1), [marks])


def _line(found: Finding, on: date) -> FindingLine:
    line = finding_line(found, on)
    line.place = _link(found)
    return line


def _link(found: Finding) -> str:
    if not found.sheet:
        return found.where
    target = f"#{quoted(found.sheet.replace(chr(39), chr(39) * 2))}!{found.cell or 'A1'}"
    if len(target) > _LONGEST_LITERAL or len(found.where) > _LONGEST_LITERAL:
        return found.where
    return Formula(f"=HYPERLINK({_literal(target)},{_literal(found.where)})")


def _literal(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def lines_typed_on(desk: Desk) -> list[FindingLine]:
    """The list as it stands, with the names and reasons that officers have put beside it."""
    return read_live(desk, [FindingLine]).book[FindingLine]


class Place(NamedTuple):
    """A cell that a line speaks of; `line` counts the lines from 0."""

    sheet: str
    area: Area
    words: str
    line: int


def places(desk: Desk) -> list[Place]:
    """Every cell of every finding listed that has not been set aside; none when nothing is listed."""
    table = read_table(desk, FindingLine)
    if table is None:
        return []
    found = []
    for line, row in enumerate(table.values[1:]):
        at = {name: str(row[place - table.area.left]) for name, place in table.places.items()}
        words = f"{at.get('message', '')} {at.get('fix', '')}".strip()
        listed = [] if at.get("severity") == SEEN_NAME else cells_listed(at.get("cells", "")) or [at.get("place", "")]
        for one in listed:
            sheet, _, cell = one.rpartition("!")
            sheet, cell = (sheet, cell) if sheet else (cell, "A1")
            area = area_of(cell)
            if sheet and area:
                found.append(Place(sheet, area, words, line))
    return found
