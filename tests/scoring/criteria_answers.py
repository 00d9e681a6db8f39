"""Answers to a criteria set: any at all, or some that come to an exact total."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from ocop_xl.law.criteria import CriteriaSet, Criterion, Option

Chosen = dict[str, Option]
"""Criterion code → the level chosen."""


def answers_to(criteria_set: CriteriaSet) -> st.SearchStrategy[Chosen]:
    """Any levels of any of the criteria; where there are cases, of one case only."""
    letters = sorted({o.case_letter for one in criteria_set.criteria for o in one.options} - {""}) or [""]

    def of_case(letter: str) -> st.SearchStrategy[Chosen]:
        levels = {one.code: st.sampled_from(open_levels(one, letter)) for one in criteria_set.criteria}
        return st.fixed_dictionaries({}, optional=levels)

    return st.sampled_from(letters).flatmap(of_case)


def open_levels(criterion: Criterion, letter: str = "a") -> list[Option]:
    """The levels of a criterion that go with one case."""
    return [level for level in criterion.levels if level.case_letter in ("", letter)]


def answers_of_total(criteria_set: CriteriaSet, total: int, least: Mapping[str, int]) -> Chosen:
    """Some levels, none below `least`, that come to that total; the last criteria give way first."""
    ways: dict[int, Chosen] = {0: {}}
    for one in criteria_set.criteria:
        levels = [level for level in open_levels(one) if level.points >= least.get(one.code, 0)]
        ways = {
            sum_ + level.points: chosen | {one.code: level}
            for sum_, chosen in ways.items()
            for level in reversed(levels)
            if sum_ + level.points <= total
        }
    return ways[total]


def best(criteria_set: CriteriaSet) -> Chosen:
    """The top level of every criterion: 100 points."""
    return {one.code: max(open_levels(one), key=lambda level: level.points) for one in criteria_set.criteria}


def one_short(criteria_set: CriteriaSet, stars: int) -> Chosen:
    """The best answers but for one: the last minimum of that rank is missed by a level. Set 26 has none for 5 sao."""
    if not criteria_set.minima(stars):
        return best(criteria_set)
    code, wants = list(criteria_set.minima(stars).items())[-1]
    criterion = next(one for one in criteria_set.criteria if one.code == code)
    below = [level for level in open_levels(criterion) if level.points < wants]
    return best(criteria_set) | {code: max(below, key=lambda level: level.points)}
