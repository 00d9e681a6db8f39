"""The same thing in forty rows, or in five cells of one row, is one line: with the number of cells and the first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from ocop_xl.rules.finding import Finding

_ALONE = 3
"""So many cells with one reason are still told one by one."""
_NAMED = 5
"""Cells that the words name; all of them stand in `cells`."""
_BETWEEN_SENTENCES = re.compile(r"(?<=\.) ")
_AT_MOST = 1000
"""Cells of one line: their places have to fit into one cell of «Phát hiện»."""


def gathered(findings: Sequence[Finding]) -> list[Finding]:
    """One finding for each reason that more than `_ALONE` cells share, where the first of them stood; then one for a
    row that breaks one rule in more than `_ALONE` of its cells. What an officer has typed beside some of them keeps
    these apart."""
    by_reason = _as_lines(findings, lambda one: (one.reason, one.seen))
    return _as_lines(by_reason, _row_of)


def _row_of(one: Finding) -> object:
    """The row that a single cell stands in, for its rule; of all else, itself."""
    number = "".join(filter(str.isdigit, one.cell))
    return (one.code, one.sheet, one.table, number, one.seen) if number and len(one.cells) == 1 else id(one)


def _as_lines(findings: Sequence[Finding], group_of: Callable[[Finding], object]) -> list[Finding]:
    groups: dict[object, list[Finding]] = defaultdict(list)
    for one in findings:
        groups[group_of(one)].append(one)
    lines: list[Finding] = []
    for one in findings:
        group = groups[group_of(one)]
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
            fix=_shared_advice(part),
            cells=tuple(cell for one in part for cell in one.cells),
            marks=tuple(mark for one in part for mark in one.marks),
        )


def _shared_advice(part: Sequence[Finding]) -> str:
    """The sentences of advice that hold for every cell; the first cell's own where none does."""
    sentences = _BETWEEN_SENTENCES.split(part[0].fix)
    return " ".join(one for one in sentences if all(one in other.fix for other in part)) or part[0].fix


def _places(part: Sequence[Finding]) -> str:
    """`F5, F6, F7, F8, F9 và 7 ô khác`; with the sheet before it where it changes."""
    named, sheet = [], part[0].sheet
    for one in part[:_NAMED]:
        named.append(one.cell if one.cell and one.sheet == sheet else one.where)
        sheet = one.sheet
    more = f" và {len(part) - _NAMED} ô khác" if len(part) > _NAMED else ""
    return ", ".join(named) + more
