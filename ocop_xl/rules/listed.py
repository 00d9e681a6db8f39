"""A finding as a line of «Phát hiện»: the same for a new workbook and for an open one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import FindingLine
from ocop_xl.rules.finding import SEEN_NAME, SEVERITY_NAMES, Finding

BESIDE = "|"
"""Stands around each place in «Các ô», so that `A1` is not found in `A12`."""
_LONGEST_TEXT = 32_767
"""Letters that a cell holds."""


def finding_line(found: Finding, on: date) -> FindingLine:
    """With what the officer has typed beside it; its day is filled in once name and reason are there."""
    line = FindingLine(
        severity=SEEN_NAME if found.set_aside else SEVERITY_NAMES[found.severity],
        place=found.where,
        message=found.message,
        fix=found.fix,
        source=found.source,
        code=found.code,
        cells=None if found.set_aside else BESIDE.join(["", *found.cells, ""]),
        marks=" ".join(found.marks) or None,
    )
    if found.seen is not None:
        line.seen_by, line.seen_why = found.seen.who or None, found.seen.why or None
        line.seen_on = found.seen.on or (on if found.seen.complete else None)
    return line


def cells_listed(text: str) -> list[str]:
    """The places that «Các ô» holds."""
    return [place for place in text.split(BESIDE) if place]


def cells_by_sheet(lines: Iterable[FindingLine]) -> dict[str, str]:
    """The cells to be coloured on each sheet, as `|A5|C7|`: one text, that a colour's formula looks into at once.

    The last ones are left out where a cell would not hold them all, some five thousand on one sheet.
    """
    cells: dict[str, dict[str, None]] = {}
    for place in (place for line in lines for place in cells_listed(line.cells or "")):
        sheet, _, cell = place.rpartition("!")
        cells.setdefault(sheet, {})[cell] = None
    return {sheet: _as_many_as_fit(found) for sheet, found in cells.items()}


def _as_many_as_fit(cells: Iterable[str]) -> str:
    text = BESIDE.join(["", *cells, ""])
    return text if len(text) <= _LONGEST_TEXT else text[: text.rindex(BESIDE, 0, _LONGEST_TEXT) + 1]
