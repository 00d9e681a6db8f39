"""A finding as a line of «Phát hiện»: the same for a new workbook and for an open one."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import FindingLine
from ocop_xl.rules.finding import SEEN_NAME, SEVERITY_NAMES, Finding

BESIDE = "|"
"""Stands around each place in «Các ô», so that `A1` is not found in `A12`."""


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
