"""Papers told: blank cells gathered for reading, and the kinds that still wait for something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.paper_job import Papers

_CELL_GAP = re.compile(r"(?P<column>.+ \(ô .+![A-Z]+)(?P<row>\d+)\)")


def waiting(papers: Papers) -> list[PaperKind]:
    """The kinds of which there was no paper to make."""
    return [kind for kind in KINDS if kind.name in papers.nothing]


def gathered(gaps: Sequence[str]) -> list[str]:
    """The gaps for reading: blank cells of one column become one line, `Chưa ghi «Hạn» (13 ô: Nhiệm vụ!E5…E17)`."""
    lines: dict[str, list[str]] = {}
    for gap in gaps:
        found = _CELL_GAP.fullmatch(gap)
        line, row = (found["column"], found["row"]) if found else (gap, "")
        lines.setdefault(line, []).append(row)
    return [_one_line(line, rows) for line, rows in lines.items()]


def _one_line(line: str, rows: Sequence[str]) -> str:
    if not rows[0]:
        return line
    what, _, cells = line.rpartition(" (ô ")
    if len(rows) == 1:
        return f"{what} (ô {cells}{rows[0]})"
    letters = cells.rpartition("!")[2]
    return f"{what} ({len(rows)} ô: {cells}{rows[0]}…{letters}{rows[-1]})"
