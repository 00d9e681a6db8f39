"""The way up on all 26 sheets and, against brute force, on small ones."""

from __future__ import annotations

import time
from collections.abc import Mapping
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_xl.law.criteria import CriteriaSet, Criterion, Option
from ocop_xl.law.stars import RECOGNISED_STARS, STAR_BANDS
from ocop_xl.scoring.advice import way_up
from ocop_xl.scoring.score import Score, score, score_of_points
from tests.scoring.ways import ALL_SETS, TOURISM, every_set, leads_there, small_set


@pytest.mark.parametrize("stars", RECOGNISED_STARS)
@every_set
def test_every_rank_can_be_reached_from_nothing(sheet: CriteriaSet, stars: int) -> None:
    nothing = score(sheet, {})
    way = way_up(nothing, stars)
    assert way.reachable and way.steps
    leads_there(nothing, way)


@st.composite
def scored(draw: st.DrawFn) -> Score:
    """A real sheet: some criteria unanswered, the others by one scorer or as the mean of three."""
    sheet = draw(st.sampled_from(ALL_SETS))
    scorers = draw(st.sampled_from([1, 3]))
    points: dict[str, float] = {}
    for one in sheet.criteria:
        given_points = draw(st.lists(st.sampled_from(one.allowed_points), min_size=scorers, max_size=scorers))
        if draw(st.integers(0, 5)):
            points[one.code] = sum(given_points) / scorers
    return score_of_points(sheet, points)


@given(scored(), st.sampled_from(RECOGNISED_STARS))
def test_taking_the_steps_leads_to_the_rank(now: Score, stars: int) -> None:
    way = way_up(now, stars)
    assert way.reachable  # 3.2 gives one point only: without it every sheet still allows 5 sao
    assert bool(way.steps) == (now.stars < stars) == (not way.reason)
    leads_there(now, way)


def test_it_is_quick_enough_to_answer_while_somebody_types() -> None:
    longest = max(ALL_SETS, key=lambda one: len(one.criteria))
    fastest = []
    for sheet in (longest, TOURISM):
        nothing = score(sheet, {})
        way_up(nothing, 5)
        times = []
        for _ in range(5):
            start = time.process_time()
            way_up(nothing, 5)
            times.append(time.process_time() - start)
        fastest.append(min(times))
    assert max(fastest) < 0.020, fastest


# --- brute force over small sheets ---------------------------------------------------------------------------


@st.composite
def small_sheets(draw: st.DrawFn) -> tuple[Score, tuple[str, ...]]:
    """4–6 criteria of 2–4 levels, together at most 100 points, with minima and cases; answers as given by a council
    of up to three, or not at all; criteria to leave alone."""
    number = draw(st.integers(4, 6))
    criteria, points = [], {}
    for at in range(number):
        values = sorted(draw(st.sets(st.integers(0, 100 // number), min_size=2, max_size=4)))
        stars = draw(st.lists(st.sampled_from([None, None, None, 3, 4, 5]), min_size=4, max_size=4))
        letters = draw(st.sampled_from(["", "", "ab"])) or [""]
        options = [
            Option(value, "Mức", star, case=f"{letter}. Trường hợp" if letter else "")
            for letter in letters
            for value, star in zip(values if letter != "b" else values[1:] or values, stars, strict=False)
        ]
        criteria.append(tuple(options))
        given_points = draw(st.lists(st.sampled_from([0, *values]), max_size=3))
        if given_points:
            points[str(at + 1)] = sum(given_points) / len(given_points)
    fixed = draw(st.sets(st.sampled_from([str(at + 1) for at in range(number)]), max_size=1))
    return score_of_points(small_set(*criteria), points), tuple(fixed)


def brute_force(now: Score, stars: int, fixed: tuple[str, ...]) -> dict[str, Option] | None:
    """The cheapest of all combinations of levels, by the order that `cheapest` and `way_up` document."""
    wants = {
        one.code: max(one.minimum(rank) for rank in RECOGNISED_STARS if rank <= stars)
        for one in now.criteria_set.criteria
    }
    band = next(band.at_least for band in STAR_BANDS if band.stars == stars)
    missed = {miss.criterion: miss.stars for miss in reversed(now.missed) if miss.stars <= stars}
    earlier_first = sorted(now.criteria_set.criteria, key=lambda one: missed.get(one.code, 9))
    has = {one.code: Fraction(now.points.get(one.code, 0)).limit_denominator(9) for one in earlier_first}
    best: tuple[tuple[object, ...], dict[str, Option]] | None = None
    for letter in ("a", "b"):
        climbs = [_climbs(one, has[one.code], letter, one.code in fixed) for one in earlier_first]
        for taken in product(*climbs):
            points = [level.points if level else has[one.code] for one, level in zip(earlier_first, taken, strict=True)]
            if sum(points) < band or any(p < wants[one.code] for one, p in zip(earlier_first, points, strict=True)):
                continue
            rungs = [climb[level] for climb, level in zip(climbs, taken, strict=True)]
            steps = sum(level is not None for level in taken)
            key = (steps, sum(rungs), -sum(points), letter, [-rung for rung in rungs])
            if best is None or key < best[0]:
                best = key, {one.code: level for one, level in zip(earlier_first, taken, strict=True) if level}
    return best and best[1]


def _climbs(one: Criterion, has: Fraction, letter: str, fixed: bool) -> Mapping[Option | None, int]:
    """Staying (None), or a level above → rungs to it."""
    above = [level for level in one.levels if level.case_letter in ("", letter) and level.points > has]
    if fixed:
        return {None: 0}
    return {None: 0} | {
        level: len({lower.points for lower in above if lower.points <= level.points}) for level in above
    }


@given(small_sheets(), st.sampled_from(RECOGNISED_STARS))
def test_no_combination_of_levels_is_cheaper(small: tuple[Score, tuple[str, ...]], stars: int) -> None:
    now, fixed = small
    way = way_up(now, stars, fixed)
    cheapest = brute_force(now, stars, fixed)
    assert way.reachable == (cheapest is not None)
    if cheapest is not None:
        assert {step.criterion.code: step.to for step in way.steps} == cheapest
        leads_there(now, way)
    else:
        assert way.reason.startswith(f"Không lên được {stars} sao: ")
