"""Whether lines of one own criteria set can be scored by.

Cells first, then criteria, then the whole: a slip in one cell is told once, not again through every sum that it spoils.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ocop_xl.law.sectors import is_shipped
from ocop_xl.law.stars import FULL_SCORE, RECOGNISED_STARS
from ocop_xl.model import CriterionLine, spec_of
from ocop_xl.scoring.own_sets import problems as kinds
from ocop_xl.scoring.own_sets.lines import (
    PARTS,
    by_criterion,
    group_code,
    is_heading,
    option_of,
    points_of,
    runs,
    words_of,
)
from ocop_xl.scoring.own_sets.problems import SetProblem

_SET_CODE = r"(?=.{1,20}\Z)[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*"
_CRITERION = r"[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}"
_WILDCARD = r"[*?~]"
_NEEDED = ("part", "criterion", "name", "maximum", "points", "level")
_SHARED = ("name", "maximum", "part")
_REPEATED = ("criterion", *_SHARED)


def problems_of(lines: Sequence[CriterionLine]) -> list[SetProblem]:
    """What keeps these lines, all of one set code, from being a criteria set, in their order."""
    found = [*_cells_of(lines), *_scattered(lines)]
    spoilt = {problem.line.criterion for problem in found}
    found += _set_code(lines)
    criteria = by_criterion(lines)
    for code, of_one in criteria.items():
        if code not in spoilt:
            found += _criterion(of_one)
    found += _empty_headings(lines, criteria)
    if all(problem.attribute == "set_code" for problem in found):
        found += _whole(lines, criteria)
    rows = {id(line): at for at, line in enumerate(lines)}
    columns = {column.attribute: at for at, column in enumerate(spec_of(CriterionLine).columns)}
    return sorted(found, key=lambda problem: (rows[id(problem.line)], columns[problem.attribute]))


def _problem(kind: str, line: CriterionLine, attribute: str, **facts: object) -> SetProblem:
    return SetProblem(kind, line, attribute, {"criterion": line.criterion, "maximum": _plain(line.maximum)} | facts)


def _plain(number: float | None) -> str:
    return f"{number or 0:g}".replace(".", ",")


# --- cells --------------------------------------------------------------------------------------------------


def _set_code(lines: Sequence[CriterionLine]) -> Iterator[SetProblem]:
    """The code is the same in every line, so it is told once."""
    if lines:
        code = lines[0].set_code or ""
        if is_shipped(code):
            yield _problem(kinds.SHIPPED_CODE, lines[0], "set_code")
        elif not re.fullmatch(_SET_CODE, code.upper()):
            yield _problem(kinds.BAD_SET_CODE, lines[0], "set_code")


def _cells_of(lines: Sequence[CriterionLine]) -> Iterator[SetProblem]:
    """What was told of one line is not told again of the lines of the same criterion that only repeat it."""
    told: set[tuple[object, ...]] = set()
    for line in lines:
        found = {
            (problem.kind, name, line.criterion, getattr(line, name)): problem
            for problem in _cells(line)
            if (name := problem.attribute)
        }
        yield from (problem for key, problem in found.items() if key not in told or key[1] not in _REPEATED)
        told = set(found)


def _cells(line: CriterionLine) -> Iterator[SetProblem]:
    if not is_heading(line):
        values = {name: getattr(line, name) for name in _NEEDED} | {"points": points_of(line)}
        yield from (_problem(kinds.MISSING, line, name) for name in _NEEDED if values[name] in (None, ""))
        yield from _level_cells(line)
    if line.part and line.part not in PARTS:
        yield _problem(kinds.BAD_PART, line, "part")
    if line.criterion and not re.fullmatch(_CRITERION, line.criterion):
        yield _problem(kinds.BAD_CRITERION, line, "criterion")
    most = line.maximum
    if most is not None and not (float(most).is_integer() and 1 <= most <= FULL_SCORE):
        yield _problem(kinds.BAD_MAXIMUM, line, "maximum")


def _level_cells(line: CriterionLine) -> Iterator[SetProblem]:
    points, words = points_of(line), words_of(line)
    if points is not None:
        if not float(points).is_integer():
            yield _problem(kinds.NOT_WHOLE, line, "points")
        elif points < 0:
            yield _problem(kinds.NEGATIVE, line, "points")
        elif line.maximum is not None and points > line.maximum:
            yield _problem(kinds.ABOVE_MAXIMUM, line, "points")
        if words.points is not None and words.points != points:
            yield _problem(kinds.OTHER_POINTS, line, "level", said=words.points, points=_plain(points))
    if found := re.search(_WILDCARD, words.text):
        yield _problem(kinds.WILDCARD, line, "level", sign=found[0])
    if line.min_star is not None and line.min_star not in RECOGNISED_STARS:
        yield _problem(kinds.BAD_STAR, line, "min_star")
    elif line.min_star and points == 0:
        yield _problem(kinds.STAR_WITHOUT_POINTS, line, "min_star")


# --- criteria -----------------------------------------------------------------------------------------------


def _criterion(lines: Sequence[CriterionLine]) -> Iterator[SetProblem]:
    first = lines[0]
    for line in lines[1:]:
        for name in _SHARED:
            mine, other = getattr(line, name), getattr(first, name)
            if mine != other:
                yield _problem(
                    kinds.DIFFERS, line, name, first=first.at, other=_plain(other) if name == "maximum" else other
                )
    yield from _repeated_levels(lines)
    yield from _top_levels(lines)
    yield from _stars(lines)


def _repeated_levels(lines: Sequence[CriterionLine]) -> Iterator[SetProblem]:
    """Compared as the formulas of the workbook do: by the label, without heeding case."""
    seen: dict[str, CriterionLine] = {}
    for line in lines:
        earlier = seen.setdefault(option_of(line).label.upper(), line)
        if earlier is not line:
            yield _problem(kinds.LEVEL_TWICE, line, "level", first=earlier.at)


def _top_levels(lines: Sequence[CriterionLine]) -> Iterator[SetProblem]:
    """The best level of each case gives the criterion's maximum."""
    best: dict[str, int] = {}
    for option in map(option_of, lines):
        best[option.case] = max(best.get(option.case, 0), option.points)
    if len(best) > 1 and best.get("") == 0:  # “no level reached”, which belongs to every case
        del best[""]
    for points in best.values():
        if points < (lines[0].maximum or 0):
            yield _problem(kinds.NO_TOP_LEVEL, lines[0], "maximum", best=points)


def _stars(lines: Sequence[CriterionLine]) -> Iterator[SetProblem]:
    marked = {
        stars: min(chosen, key=lambda line: points_of(line) or 0)
        for stars in RECOGNISED_STARS
        if (chosen := [line for line in lines if line.min_star == stars])
    }
    below: tuple[int, float] | None = None
    for stars, line in marked.items():
        points = points_of(line) or 0
        if below and points < below[1]:
            facts = {"high": stars, "low": below[0], "less": _plain(points), "more": _plain(below[1])}
            yield _problem(kinds.STARS_FALL, line, "min_star", **facts)
        below = (stars, points)


def _scattered(lines: Sequence[CriterionLine]) -> Iterator[SetProblem]:
    seen: dict[str, CriterionLine] = {}
    for run in runs(lines):
        code = run[0].criterion
        if code:
            earlier = seen.setdefault(code, run[0])
            if earlier is not run[0]:
                yield _problem(kinds.SCATTERED, run[0], "criterion", first=earlier.at)


def _empty_headings(lines: Sequence[CriterionLine], criteria: dict[str, list[CriterionLine]]) -> Iterator[SetProblem]:
    for line in lines:
        if is_heading(line) and line.criterion and not _below(line.criterion, criteria):
            yield _problem(kinds.NO_LEVELS, line, "criterion")


def _below(heading: str, criteria: dict[str, list[CriterionLine]]) -> list[CriterionLine]:
    """The first lines of the criteria that a heading stands above, its own among them."""
    return [of_one[0] for code, of_one in criteria.items() if code == heading or code.startswith(f"{heading}.")]


# --- the whole set ------------------------------------------------------------------------------------------


def _whole(lines: Sequence[CriterionLine], criteria: dict[str, list[CriterionLine]]) -> Iterator[SetProblem]:
    firsts = [of_one[0] for of_one in criteria.values()]
    yield from _groups(firsts)
    yield from (
        _problem(kinds.NO_SUCH_PART, lines[0], "part", part=part)
        for part in PARTS
        if lines and not any(line.part == part for line in firsts)
    )
    for line in lines:
        if is_heading(line) and line.maximum is not None and (line.criterion or line.part):
            covered = _below(line.criterion, criteria) if line.criterion else [x for x in firsts if x.part == line.part]
            name = f"mục {line.criterion}" if line.criterion else f"phần {line.part}"
            if covered and (total := _sum(covered)) != line.maximum:
                yield _problem(kinds.HEADING_SUM, line, "maximum", heading=name, total=_plain(total))
    if lines and (total := _sum(firsts)) != FULL_SCORE:
        yield _problem(kinds.TOTAL, lines[0], "maximum", total=_plain(total))


def _groups(firsts: Sequence[CriterionLine]) -> Iterator[SetProblem]:
    """Points are added up by the first number of a criterion's code: it must not mean two groups."""
    seen: dict[str, CriterionLine] = {}
    for line in firsts:
        group = group_code(line.criterion or "")
        earlier = seen.setdefault(group, line)
        if earlier.part != line.part:
            yield _problem(kinds.GROUP_IN_TWO_PARTS, line, "part", group=group, other=earlier.part, first=earlier.at)


def _sum(lines: Sequence[CriterionLine]) -> float:
    return sum(line.maximum or 0 for line in lines)
