"""From answers to a score: `score(criteria_set, answers)`.

    >>> from ocop_xl.law import criteria_set
    >>> mine = score(criteria_set("QD26-08"), {"1.1": 3, "2.2": 2})
    >>> mine.total, mine.stars, len(mine.unanswered)
    (5, 1, 30)

A full sheet of good answers, by far the most frequent, is judged all criteria at once (`_Masks`); any other is gone
through answer by answer (`_carefully`) and comes to the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from ocop_xl.law.criteria import CriteriaSet
from ocop_xl.law.stars import FULL_SCORE, RECOGNISED_STARS, stars_for_points
from ocop_xl.records import NamedTuple
from ocop_xl.scoring.reading import rank, stars_by_minima


class Answer(NamedTuple):
    """Points with the letter of the case they were given under (set 26); elsewhere the points alone do."""

    points: float
    case: str = ""


class BadAnswer(NamedTuple):
    """An answer that counts for nothing. `problem` is one of `PROBLEMS`."""

    criterion: str
    given: object
    problem: str


UNKNOWN_CRITERION = "unknown_criterion"  # the set has no such line
NOT_A_NUMBER = "not_a_number"
NEGATIVE = "negative"
NO_SUCH_LEVEL = "no_such_level"  # no level of the criterion gives these points
MIXED_CASES = "mixed_cases"  # some lines are answered for one case, some for the other
PROBLEMS = (UNKNOWN_CRITERION, NOT_A_NUMBER, NEGATIVE, NO_SUCH_LEVEL, MIXED_CASES)


class Missed(NamedTuple):
    """A minimum that is not met: the rank it bars, the points it wants, the points there are (None: unanswered)."""

    criterion: str
    stars: int
    wants: int
    has: float | None


class Score:
    """What a set of answers comes to. `points` are the good answers by criterion, `bad` the others.

    `stars` is the lower of `stars_by_points` and `stars_by_minima`, 0 for an excluded product; while criteria are
    unanswered it is what the answers give so far.
    """

    __slots__ = (
        "bad",
        "criteria_set",
        "knocked_out",
        "points",
        "stars",
        "stars_by_minima",
        "stars_by_points",
        "total",
    )

    def __init__(
        self,
        criteria_set: CriteriaSet,
        points: Mapping[str, float],
        total: float,
        by_minima: int,
        knocked_out: tuple[str, ...],
        bad: tuple[BadAnswer, ...],
    ) -> None:
        self.criteria_set = criteria_set
        self.points = points
        self.total = total
        self.stars_by_points = by_points = _BANDS[total] if type(total) is int else stars_for_points(total)
        self.stars_by_minima = by_minima
        self.stars = rank(by_points, by_minima, knocked_out)
        self.knocked_out = knocked_out
        self.bad = bad

    def __repr__(self) -> str:
        return f"Score({self.criteria_set.code}, total={self.total}, stars={self.stars}, answered={self.answered})"

    @property
    def parts(self) -> dict[str, float]:
        """Points of each part: `{"A": …, "B": …, "C": …}`."""
        return self._added((part.code for part in self.criteria_set.parts), "part")

    @property
    def groups(self) -> dict[str, float]:
        """Points of each group, by the group's code."""
        groups = (group.code for part in self.criteria_set.parts for group in part.groups)
        return self._added(groups, "group")

    @property
    def answered(self) -> int:
        return len(self.points)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Criteria without a good answer, in the sheet's order."""
        return tuple(one.code for one in self.criteria_set.criteria if one.code not in self.points)

    @property
    def missed(self) -> tuple[Missed, ...]:
        """Every minimum that is not met, rank by rank, in the sheet's order."""
        return tuple(
            Missed(code, stars, wants, self.points.get(code))
            for stars in RECOGNISED_STARS
            for code, wants in self.criteria_set.minima(stars).items()
            if self.points.get(code, 0) < wants
        )

    def _added(self, codes: Iterable[str], attribute: str) -> dict[str, float]:
        sums: dict[str, float] = dict.fromkeys(codes, 0)
        for one in self.criteria_set.criteria:
            sums[getattr(one, attribute)] += self.points.get(one.code, 0)
        return {code: exact(total) for code, total in sums.items()}


_BANDS = tuple(stars_for_points(points) for points in range(FULL_SCORE + 1))


def score(criteria_set: CriteriaSet, answers: Mapping[str, object], knocked_out: Sequence[str] = ()) -> Score:
    """Score answers: criterion code → points, or an `Answer` where the sheet has cases. Never raises for an answer.

    `knocked_out`: the reasons for which the product is excluded, as the officer recorded them.
    Source: khoản 3 Điều 3 and Phụ lục II, QĐ 26/2026/QĐ-TTg; `reading` says how we understand them.
    """
    masks = _masks(criteria_set)
    try:
        points = masks.in_order(answers)
        levels = int.from_bytes(bytes(points).translate(masks.one_hot))
    except (KeyError, TypeError, ValueError):  # an unanswered criterion, a text, a negative number, a case
        return _carefully(criteria_set, answers, knocked_out)
    if levels & masks.no_level or len(answers) != len(points):
        return _carefully(criteria_set, answers, knocked_out)
    three, four, five = masks.misses
    by_minima = stars_by_minima(levels & three, levels & four, levels & five)
    return Score(criteria_set, dict(answers), sum(points), by_minima, tuple(knocked_out), ())  # type: ignore[arg-type]


def score_of_points(
    criteria_set: CriteriaSet,
    points: Mapping[str, float],
    knocked_out: Sequence[str] = (),
    bad: Sequence[BadAnswer] = (),
) -> Score:
    """The score of points that need not be levels, such as a council's means."""
    misses = [
        any(points.get(code, 0) < wants for code, wants in criteria_set.minima(stars).items())
        for stars in RECOGNISED_STARS
    ]
    total = exact(sum(points.values()))
    return Score(criteria_set, points, total, stars_by_minima(*misses), tuple(knocked_out), tuple(bad))


def exact(value: float) -> float:
    """Without what adding binary fractions leaves behind: 69,99999999 is 70. Whole numbers become `int`."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


# --- answer by answer ---------------------------------------------------------------------------------------


def _carefully(criteria_set: CriteriaSet, answers: Mapping[str, object], knocked_out: Sequence[str]) -> Score:
    """The good answers are counted, the others told."""
    levels = {one.code: {(level.points, level.case_letter) for level in one.levels} for one in criteria_set.criteria}
    points: dict[str, float] = {}
    bad: list[BadAnswer] = []
    cases: dict[str, list[str]] = {}
    for code, given in answers.items():
        problem = _problem(levels, code, given)
        if problem:
            bad.append(BadAnswer(code, given, problem))
            continue
        number, case = given if isinstance(given, Answer) else (given, "")
        points[code] = exact(number)  # type: ignore[arg-type]
        if case:
            cases.setdefault(case, []).append(code)
    if len(cases) > 1:
        for code in (code for codes in cases.values() for code in codes):
            bad.append(BadAnswer(code, answers[code], MIXED_CASES))
            del points[code]
    return score_of_points(criteria_set, points, knocked_out, bad)


def _problem(levels: Mapping[str, set[tuple[int, str]]], code: str, given: object) -> str:
    if code not in levels:
        return UNKNOWN_CRITERION
    number, case = given if isinstance(given, Answer) else (given, None)
    if not isinstance(number, (int, float)) or number != number:
        return NOT_A_NUMBER
    if number < 0:
        return NEGATIVE
    there = any(number == points and case in (None, letter) for points, letter in levels[code])
    return "" if there else NO_SUCH_LEVEL


# --- all criteria at once -----------------------------------------------------------------------------------
#
# A sheet's points, in its order, are one byte each. A table turns a byte into one with a single bit, which one
# depending on the points; read as one long integer, the whole sheet is then held against a mask in a single step.


class _Masks(NamedTuple):
    """`in_order` picks the points in the set's order, `one_hot` turns points into a bit. One byte per criterion:
    `no_level` has the bits of points that no level gives, `misses` those below the minimum of 3, 4 and 5 sao."""

    in_order: Callable[[Mapping[str, object]], tuple[Any, ...]]
    one_hot: bytes
    no_level: int
    misses: tuple[int, int, int]


_made: dict[int, tuple[CriteriaSet, _Masks]] = {}
"""By identity: hashing a criteria set would cost more than scoring by it."""


def _masks(criteria_set: CriteriaSet) -> _Masks:
    found = _made.get(id(criteria_set))
    if found is None:
        found = _made[id(criteria_set)] = criteria_set, _make_masks(criteria_set)
    return found[1]


def _make_masks(criteria_set: CriteriaSet) -> _Masks:
    """Points that find no bit in the byte light all of them, and so some that `no_level` forbids."""
    criteria = criteria_set.criteria
    room = 7 if any(len(one.allowed_points) > 7 for one in criteria) else 8
    different = sorted({points for one in criteria for points in one.allowed_points})[:room]
    bits = {points: 1 << place for place, points in enumerate(different)}
    one_hot = bytes(bits.get(points, 0xFF) for points in range(256))

    def mask(points: Iterable[Iterable[int]]) -> int:
        """A byte for each criterion, with the bits of its points."""
        return int.from_bytes(bytes(sum(bits[p] for p in of_one if p in bits) for of_one in points))

    three, four, five = (mask(range(one.minimum(stars)) for one in criteria) for stars in RECOGNISED_STARS)
    allowed = mask(one.allowed_points for one in criteria)
    no_level = allowed ^ int.from_bytes(b"\xff" * len(criteria))
    return _Masks(itemgetter(*(one.code for one in criteria)), one_hot, no_level, (three, four, five))
