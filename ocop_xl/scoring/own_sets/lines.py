"""One line of a commune's own criteria set: a heading, or a level with its points and its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from ocop_xl.law.criteria import Option
from ocop_xl.model import CriterionLine
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import tidy

PARTS = ("A", "B", "C")
"""«Kết quả chấm» adds up these three."""
_LABEL = r"(?:([ab])\)\s*)?([0-9]{1,3})\s*điểm\s*[-–—:]\s*(.+)"


class Words(NamedTuple):
    """A level's text taken apart; `points` is None where the text does not begin with them."""

    case: str
    points: int | None
    text: str


def words_of(line: CriterionLine) -> Words:
    """`a) 3 điểm – Có hợp đồng` → ("a", 3, "Có hợp đồng"); plain words are all text."""
    level = tidy(line.level or "")
    found = re.fullmatch(_LABEL, level, re.IGNORECASE)
    return Words((found[1] or "").lower(), int(found[2]), found[3]) if found else Words("", None, level)


def points_of(line: CriterionLine) -> float | None:
    """The level's points, from their column, else from its text."""
    return words_of(line).points if line.points is None else line.points


def option_of(line: CriterionLine) -> Option:
    """The level of a line in which nothing is wrong. Words too long for a drop-down end in “…”."""
    case, _, text = words_of(line)
    option = Option(int(points_of(line) or 0), text, line.min_star, case=case)
    return option if option.label.endswith(text) else option._replace(abbr=True)


def is_heading(line: CriterionLine) -> bool:
    """A part's, a group's or a criterion's own row, as printed tables have them: no points and no level."""
    return line.points is None and not line.level


def group_code(criterion: str) -> str:
    """6.1.1 → 6."""
    return criterion.partition(".")[0]


def by_criterion(lines: Iterable[CriterionLine]) -> dict[str, list[CriterionLine]]:
    """Level lines by criterion, both in the order of the sheet."""
    found: dict[str, list[CriterionLine]] = {}
    for line in lines:
        if not is_heading(line):
            found.setdefault(line.criterion or "", []).append(line)
    return found


def runs(lines: Iterable[CriterionLine]) -> list[list[CriterionLine]]:
    """Level lines of one criterion that stand together."""
    levels = (line for line in lines if not is_heading(line))
    return [list(run) for _, run in groupby(levels, key=lambda line: line.criterion)]
