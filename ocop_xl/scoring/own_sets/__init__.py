"""A commune's own criteria set, such as one of Quyết định 148/QĐ-TTg: from lines of «Tiêu chí» to a `CriteriaSet`.

The package ships the 26 sets of Quyết định 26/2026/QĐ-TTg; whoever scores by another one loads it from a sheet.

    >>> from ocop_xl.model import CriterionLine
    >>> own_set([CriterionLine(set_code="QD148-08", criterion="1.1")]) is None
    True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ocop_xl.law.criteria import CriteriaSet, Criterion, Group, Part
from ocop_xl.law.sectors import is_shipped
from ocop_xl.model import CriterionLine
from ocop_xl.scoring.lines import lines_of
from ocop_xl.scoring.own_sets.checks import problems_of
from ocop_xl.scoring.own_sets.lines import PARTS, by_criterion, group_code, is_heading, option_of
from ocop_xl.scoring.own_sets.problems import SetProblem
from ocop_xl.vietnamese import tidy

__all__ = ["SetProblem", "by_set", "is_own", "own_set", "problems_of", "sheet_lines"]

_NUMBERED = r"\d+(?:\.\d+)*\.?\s+(.+)"


def is_own(code: str | None) -> bool:
    """Whether a set of that code, if there is one, was loaded by the commune."""
    return bool(code) and not is_shipped(code)


def by_set(lines: Sequence[CriterionLine]) -> dict[str, list[CriterionLine]]:
    """Lines by the code of their set in capitals, "" for lines without one."""
    found: dict[str, list[CriterionLine]] = {}
    for line in lines:
        found.setdefault((line.set_code or "").upper(), []).append(line)
    return found


def own_set(lines: Sequence[CriterionLine]) -> CriteriaSet | None:
    """The set that lines of one code describe; None as long as `problems_of` finds anything.

    Its number is 0 and it names no decision: the sheet does not say which one it comes from.
    """
    if not lines or problems_of(lines):
        return None
    code = (lines[0].set_code or "").upper()
    return CriteriaSet(
        code=code,
        number=0,
        name=f"Bộ tiêu chí {code}",
        sector="",
        group="",
        document="",
        annex="",
        effective_from=date.min,
        source="trang «Tiêu chí» của sổ",
        samples=0,
        disqualify_if="",
        doubts=(),
        corrections=(),
        parts=tuple(_part(part, lines) for part in PARTS),
    )


def sheet_lines(lines: Sequence[CriterionLine]) -> list[CriterionLine]:
    """The lines as they have to stand on «Tiêu chí» for its formulas; none as long as the set has problems."""
    found = own_set(lines)
    if found is None:
        return []
    evidence = {code: of_one[0].evidence for code, of_one in by_criterion(lines).items()}
    made = lines_of(found)
    for line in made:
        if line.levels:
            line.evidence = evidence[line.criterion or ""]
    return made


def _part(part: str, lines: Sequence[CriterionLine]) -> Part:
    criteria = {code: of_one for code, of_one in by_criterion(lines).items() if of_one[0].part == part}
    groups = tuple(
        _group(code, lines, criteria) for code in dict.fromkeys(group_code(criterion) for criterion in criteria)
    )
    return Part(part, f"Phần {part}", sum(group.max for group in groups), groups)


def _group(code: str, lines: Sequence[CriterionLine], criteria: dict[str, list[CriterionLine]]) -> Group:
    mine = tuple(
        _criterion(criterion, of_one) for criterion, of_one in criteria.items() if group_code(criterion) == code
    )
    named = (criteria[one.code][0].group for one in mine)
    headed = (line.name for line in lines if is_heading(line) and line.criterion == code)
    name = next((tidy(text) for text in (*named, *headed) if text), f"Nhóm {code}")
    numbered = re.fullmatch(_NUMBERED, name)
    return Group(code, numbered[1] if numbered else name, sum(one.max for one in mine), mine)


def _criterion(code: str, lines: Sequence[CriterionLine]) -> Criterion:
    first = lines[0]
    return Criterion(
        code=code,
        name=first.name or "",
        max=int(first.maximum or 0),
        options=tuple(option_of(line) for line in lines),
        notes=tuple(dict.fromkeys(line.remark for line in lines if line.remark)),
        commune_assessed=False,
        part=first.part or "",
        group=group_code(code),
        parent=None,
    )
