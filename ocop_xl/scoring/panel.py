"""Several scorers of one dossier: a council's mean, and where two sides are far apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ocop_xl.law.criteria import Criterion
from ocop_xl.records import NamedTuple
from ocop_xl.scoring.score import Score, exact, score_of_points

FAR_APART = 2
"""Points between two scorers on one criterion that call for a second look (ours: no article sets it)."""


def mean_score(scores: Sequence[Score]) -> Score | None:
    """The mean of scores by the same criteria set; None of none.

    The mean of the totals decides (“tổng điểm trung bình”, khoản 3 Điều 3, QĐ 26/2026/QĐ-TTg). It is added up from the
    means of the criteria, against which the minima are held (`reading`, 6); who has not answered a criterion does
    not count in its mean. Scores by another set than the first's are left out.
    """
    if len(scores) < 2:
        return scores[0] if scores else None
    criteria_set = scores[0].criteria_set
    alike = [one for one in scores if one.criteria_set is criteria_set]
    points = {}
    for criterion in criteria_set.criteria:
        given = [one.points[criterion.code] for one in alike if criterion.code in one.points]
        if given:
            points[criterion.code] = sum(given) / len(given)
    reasons = dict.fromkeys(reason for one in alike for reason in one.knocked_out)
    return score_of_points(criteria_set, points, tuple(reasons))


class Difference(NamedTuple):
    """A criterion on which two scorers are far apart; `by` is the first's points less the second's."""

    criterion: Criterion
    first: float
    second: float

    @property
    def by(self) -> float:
        return exact(self.first - self.second)


def differences(first: Score, second: Score, threshold: float = FAR_APART) -> Iterator[Difference]:
    """Criteria that both have answered at least `threshold` points apart, in the sheet's order; none across sets."""
    if first.criteria_set is not second.criteria_set:
        return
    for criterion in first.criteria_set.criteria:
        ours, theirs = first.points.get(criterion.code), second.points.get(criterion.code)
        if ours is not None and theirs is not None and abs(ours - theirs) >= threshold:
            yield Difference(criterion, ours, theirs)
