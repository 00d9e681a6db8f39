"""A full sheet is judged all criteria at once, any other answer by answer: both come to the same, and nothing raises."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_xl.law.criteria import CriteriaSet, criteria_set
from ocop_xl.law.sectors import PRODUCT_SETS
from ocop_xl.scoring import Answer, BadAnswer, Missed, Score, score
from ocop_xl.scoring.score import MIXED_CASES, NEGATIVE, NO_SUCH_LEVEL, NOT_A_NUMBER, UNKNOWN_CRITERION, score_of_points
from tests.scoring.criteria_answers import answers_to, best

SETS = [criteria_set(item.code) for item in PRODUCT_SETS]
FOOD, TOURISM = criteria_set("QD26-08"), criteria_set("QD26-26")


def figures(found: Score) -> tuple[object, ...]:
    readings = (found.stars_by_points, found.stars_by_minima, found.stars)
    return found.total, found.parts, found.groups, readings, found.missed, found.unanswered


@given(st.data(), st.sampled_from(SETS))
def test_all_at_once_is_the_same_as_one_by_one(data: st.DataObject, chosen: CriteriaSet) -> None:
    some = data.draw(answers_to(chosen))
    points = {code: level.points for code, level in (best(chosen) | some).items()}
    full = score(chosen, points)
    assert figures(full) == figures(score_of_points(chosen, points))
    assert full.total == sum(points.values()) == sum(full.parts.values()) == sum(full.groups.values())
    assert full.stars == min(full.stars_by_points, full.stars_by_minima)


@given(st.data(), st.sampled_from(SETS))
def test_the_order_of_answers_does_not_matter(data: st.DataObject, chosen: CriteriaSet) -> None:
    some = data.draw(answers_to(chosen))
    given_order = {code: level.points for code, level in some.items()}
    other = dict(data.draw(st.permutations(list(given_order.items()))))
    assert figures(score(chosen, given_order)) == figures(score(chosen, other))


ANYTHING = st.one_of(
    st.integers(-3, 300), st.floats(), st.text(max_size=5), st.none(), st.booleans(), st.tuples(), st.lists(st.none())
)


@given(st.dictionaries(st.sampled_from([one.code for one in FOOD.criteria] + ["9.9", "", "1.1 "]), ANYTHING))
def test_whatever_is_answered_only_levels_count(answers: dict[str, object]) -> None:
    found = score(FOOD, answers)
    criteria = {one.code: one for one in FOOD.criteria}
    assert all(points in criteria[code].allowed_points for code, points in found.points.items())
    assert found.total == sum(found.points.values())
    assert sorted(found.points.keys() | {bad.criterion for bad in found.bad}) == sorted(answers)


@pytest.mark.parametrize(
    ("criterion", "given_", "problem"),
    [
        ("9.9", 1, UNKNOWN_CRITERION),
        ("1.1", "khá", NOT_A_NUMBER),
        ("1.1", None, NOT_A_NUMBER),
        ("1.1", float("nan"), NOT_A_NUMBER),
        ("1.1", -1, NEGATIVE),
        ("5.1", 4, NO_SUCH_LEVEL),  # 0, 1, 2, 3 or 5
        ("1.1", 2.5, NO_SUCH_LEVEL),
        ("1.1", Answer(3, "a"), NO_SUCH_LEVEL),  # set 8 has no cases
    ],
)
def test_a_bad_answer_is_told_and_counts_for_nothing(criterion: str, given_: object, problem: str) -> None:
    found = score(FOOD, {"2.2": 2, criterion: given_})
    assert [bad.problem for bad in found.bad] == [problem]
    assert isinstance(found.bad[0], BadAnswer) and found.total == 2


def test_two_cases_on_one_tourism_sheet_do_not_count() -> None:
    """Tiêu chí 8, 9 and 15 of set 26: “Lựa chọn một trong hai trường hợp”."""
    same = score(TOURISM, {"8": Answer(3, "a"), "9": Answer(2, "a"), "1.1": Answer(0)})
    assert (same.bad, same.points["8"] + same.points["9"]) == ((), 5)
    mixed = score(TOURISM, {"8": Answer(3, "a"), "9": Answer(2, "b")})
    assert {bad.criterion: bad.problem for bad in mixed.bad} == {"8": MIXED_CASES, "9": MIXED_CASES}
    assert mixed.total == 0


def test_an_unanswered_minimum_is_missed_and_says_what_it_wants() -> None:
    found = score(FOOD, {"2.2": 1})
    assert Missed("2.2", 3, 2, 1) in found.missed and Missed("3.5", 3, 1, None) in found.missed
    assert len(found.unanswered) == 31


def test_an_excluded_product_has_no_rank() -> None:
    points = {code: level.points for code, level in best(FOOD).items()}
    found = score(FOOD, points, ["Có tạp chất không chấp nhận được"])
    assert (found.total, found.stars_by_points, found.stars_by_minima, found.stars) == (100, 5, 5, 0)


@pytest.mark.parametrize("chosen", SETS, ids=lambda one: one.code)
def test_a_full_sheet_takes_the_quick_way(chosen: CriteriaSet, monkeypatch: pytest.MonkeyPatch) -> None:
    points = {code: level.points for code, level in best(chosen).items()}

    def refuse(*_: object) -> Score:
        raise AssertionError("answer by answer")

    monkeypatch.setattr(import_module("ocop_xl.scoring.score"), "score_of_points", refuse)
    assert score(chosen, points).total == 100
