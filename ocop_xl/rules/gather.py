"""The same thing in forty rows is one line: with the number of cells and the first of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ocop_xl.rules.finding import Finding

_ALONE = 3
"""So many cells with one reason are still told one by one."""
_NAMED = 5
"""Cells that the words name; all of them stand in `cells`."""
_AT_MOST = 1000
"""Cells of one line: their places have to fit into one cell of «Phát hiện»."""


def gathered(findings: Sequence[Finding]) -> list[Finding]:
    """One finding for each reason that more than `_ALONE` cells share, where the first of them stood. What an officer
    has typed beside some of them keeps these apart."""
    groups: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for one in findings:
        groups[one.reason, one.seen].append(one)
    lines: list[Finding] = []
    for one in findings:
        group = groups[one.reason, one.seen]
        if len(group) <= _ALONE:
            lines.append(one)
        elif one is group[0]:
            lines += _together(group)
    return lines


def _together(group: Sequence[Finding]) -> Iterator[Finding]:
    for start in range(0, len(group), _AT_MOST):
        part = group[start : start + _AT_MOST]
        yield part[0]._replace(
            message=f"{part[0].message} Như vậy ở {len(part)} ô: {_places(part)}.",
            cells=tuple(cell for one in part for cell in one.cells),
            marks=tuple(mark for one in part for mark in one.marks),
        )


def _places(part: Sequence[Finding]) -> str:
    """`F5, F6, F7, F8, F9 và 7 ô khác`; with the sheet before it where it changes."""
    named, sheet = [], part[0].sheet
    for one in part[:_NAMED]:
        named.append(one.cell if one.cell and one.sheet == sheet else one.where)
        sheet = one.sheet
    more = f" và {len(part) - _NAMED} ô khác" if len(part) > _NAMED else ""
    return ", ".join(named) + more
