"""The way up: which criteria to raise, and to which level, for a product to reach the rank its subject wants.

    >>> from ocop_xl.law import criteria_set
    >>> from ocop_xl.scoring.score import score
    >>> way = way_up(score(criteria_set("QD26-08"), {}), 3)
    >>> way.reachable, len(way.steps), way.total_after
    (True, 12, 50)

A rank asks for its points and for the minima of all ranks up to it (`reading`). Of all ways the cheapest is given;
`cheapest` says what that means. No criterion is lowered, none is left between two levels.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from math import lcm

from ocop_xl.law.criteria import CriteriaSet, Criterion, Option
from ocop_xl.law.evidence import EvidenceLine
from ocop_xl.law.proofs import proofs_of
from ocop_xl.law.stars import RECOGNISED_STARS, STAR_BANDS
from ocop_xl.records import NamedTuple
from ocop_xl.scoring.cheapest import Choice, Plan, Rise, cheapest
from ocop_xl.scoring.score import Score, exact
from ocop_xl.vietnamese import fold

NOT_FOR_POINTS = {
    "Đại diện pháp luật của chủ thể là nữ; hoặc đồng bào dân tộc thiểu số; hoặc người khuyết tật": (
        "giới tính, dân tộc hay khuyết tật của người đại diện không phải là việc để thay đổi lấy điểm"
    ),
    "Loại hình tổ chức sản xuất - kinh doanh": (
        "đổi loại hình chỉ để lấy điểm dễ làm mất hiệu lực các giấy tờ đã cấp (nhãn hiệu, an toàn thực phẩm)"
    ),
    "Vị trí": "vị trí của điểm du lịch không thay đổi được",
}
"""Names of criteria that nobody is advised to change, and why: **our reading**, the decision says nothing of it."""

_LARGEST_COUNCIL = 1000
"""Points are taken for means of at most so many scorers: whole numbers or ratios, which compare exactly."""


class Step(NamedTuple):
    """One criterion to raise. `has`: points now, None if unanswered. `gain`: points on top of those.

    `for_rank`: the lowest rank whose minimum it mends, None when it is only for points.
    """

    criterion: Criterion
    has: float | None
    to: Option
    gain: float
    for_rank: int | None
    proofs: tuple[EvidenceLine, ...]


class Way(NamedTuple):
    """Steps to `stars`, in the order to show them: missed minima, lowest rank first, in the sheet's order; then those
    for points, fewest rungs first, of equal ones the larger gain, at last the sheet's order.

    `reason`: a Vietnamese sentence where there are no steps: the rank is there already, or cannot be reached.
    """

    stars: int
    reachable: bool
    steps: tuple[Step, ...]
    total_before: float
    total_after: float
    reason: str = ""


def kept_as_is(criteria_set: CriteriaSet) -> dict[str, str]:
    """Code → reason of the set's criteria that `NOT_FOR_POINTS` names."""
    reasons = {fold(name): reason for name, reason in NOT_FOR_POINTS.items()}
    names = {one.code: fold(one.name) for one in criteria_set.criteria}
    return {code: reasons[name] for code, name in names.items() if name in reasons}


def way_up(score: Score, stars: int, fixed: Collection[str] = (), case: str = "") -> Way:
    """The cheapest steps to 3, 4 or 5 sao. ValueError for another rank, an unknown criterion or an unknown case.

    `fixed`: codes of further criteria to leave as they are. `case`: the letter (`a`) of the case answered, where the
    sheet has cases; without it the cheapest case is taken, of equal ones the first, and kept to in all criteria.
    """
    cases = _checked(score.criteria_set, stars, fixed, case)
    total = score.total
    if score.knocked_out:
        return Way(stars, False, (), total, total, _excluded(score))
    if score.stars >= stars:
        return Way(stars, True, (), total, total, _there_already(score, stars))
    kept = {*fixed, *kept_as_is(score.criteria_set)}
    by_case = [_lines(score, stars, kept, letter) for letter in cases]
    lacking = _band(stars) - sum(map(_ratio, score.points.values()), Fraction())
    found = [(plan, lines) for lines in by_case if (plan := _plan(lines, lacking))]
    if not found:
        return Way(stars, False, (), total, total, _out_of_reach(score, stars, by_case))
    plan, lines = min(found, key=lambda one: one[0].cost)
    steps = tuple(_steps(plan, lines))
    after = {**score.points, **{step.criterion.code: step.to.points for step in steps}}
    return Way(stars, True, steps, total, exact(sum(after.values())))


def _checked(criteria_set: CriteriaSet, stars: int, fixed: Collection[str], case: str) -> tuple[str, ...]:
    """The cases to try, `("",)` for a sheet without any."""
    if stars not in RECOGNISED_STARS:
        raise ValueError(f"Hạng muốn đạt là “{stars}”: chỉ tính đường lên 3, 4 hoặc 5 sao.")
    unknown = [code for code in fixed if code not in {one.code for one in criteria_set.criteria}]
    if unknown:
        raise ValueError(f"Bộ tiêu chí {criteria_set.code} không có tiêu chí {', '.join(unknown)} để giữ nguyên.")
    letters = sorted({level.case_letter for one in criteria_set.criteria for level in one.levels} - {""})
    if case and case not in letters:
        raise ValueError(f"Bộ tiêu chí {criteria_set.code} không có trường hợp “{case}”; hãy để trống hoặc chọn lại.")
    return (case,) if case else tuple(letters) or ("",)


def _band(stars: int) -> int:
    return next(band.at_least for band in STAR_BANDS if band.stars == stars)


def _ratio(points: float) -> Fraction:
    return Fraction(points).limit_denominator(_LARGEST_COUNCIL)


# --- from a score to choices, from a plan to steps ----------------------------------------------------------


class _Line(NamedTuple):
    """A criterion as it stands. `levels`: those it may climb to, rising, one for each number of points.

    `misses`: the lowest rank whose minimum it misses, `wants` the minimum to reach.
    """

    criterion: Criterion
    has: float | None
    levels: tuple[Option, ...]
    misses: int | None
    wants: int

    @property
    def points(self) -> float:
        return self.has or 0

    @property
    def first(self) -> int:
        """Which of the levels is the lowest to climb to."""
        return sum(level.points < self.wants for level in self.levels)

    @property
    def blocked(self) -> bool:
        return self.misses is not None and self.first == len(self.levels)


def _lines(score: Score, stars: int, kept: Collection[str], case: str) -> list[_Line]:
    """Criteria that can or must be raised, in the sheet's order: missed minima, lowest rank first, then the others."""
    lines = []
    ranks = [rank for rank in RECOGNISED_STARS if rank <= stars]
    for criterion in score.criteria_set.criteria:
        has = score.points.get(criterion.code)
        minima = {rank: criterion.minimum(rank) for rank in ranks}
        misses = next((rank for rank, wants in minima.items() if (has or 0) < wants), None)
        levels = () if criterion.code in kept else _above(criterion, has or 0, case)
        if levels or misses:
            lines.append(_Line(criterion, has, levels, misses, max(minima.values()) if misses else 0))
    return sorted(lines, key=lambda line: line.misses or max(RECOGNISED_STARS) + 1)


def _above(criterion: Criterion, points: float, case: str) -> tuple[Option, ...]:
    """Levels that give more; of several with the same points the one printed first."""
    by_points: dict[int, Option] = {}
    for level in criterion.levels:
        if level.points > points and level.case_letter in ("", case):
            by_points.setdefault(level.points, level)
    return tuple(by_points[points] for points in sorted(by_points))


def _plan(lines: Sequence[_Line], lacking: Fraction) -> Plan | None:
    """Reckoned in the largest unit of which all points are whole multiples."""
    if any(line.blocked for line in lines):
        return None
    unit = lcm(lacking.denominator, *(_ratio(line.points).denominator for line in lines))
    return cheapest([_choice(line, unit) for line in lines], int(lacking * unit))


def _choice(line: _Line, unit: int) -> Choice:
    now = int(_ratio(line.points) * unit)
    rises = [Rise(rungs, level.points * unit - now) for rungs, level in enumerate(line.levels, 1)]
    return Choice(tuple(rises[line.first :]), line.misses is not None)


def _steps(plan: Plan, lines: Sequence[_Line]) -> Iterator[Step]:
    """The minima as they stand, then the others by rungs, gain and the sheet's order."""
    taken = [(line, line.first + pick) for line, pick in zip(lines, plan.picks, strict=True) if pick is not None]
    taken.sort(key=lambda one: (0, 0.0) if one[0].misses else (one[1] + 1, -_gain(*one)))
    for line, at in taken:
        yield Step(line.criterion, line.has, line.levels[at], _gain(line, at), line.misses, proofs_of(line.criterion))


def _gain(line: _Line, at: int) -> float:
    return exact(line.levels[at].points - line.points)


# --- why there are no steps ---------------------------------------------------------------------------------


def _excluded(score: Score) -> str:
    reasons = "; ".join(score.knocked_out)
    return f"Sản phẩm bị loại ({reasons}) nên không được xếp hạng; hãy xử lý lý do bị loại rồi tính lại."


def _there_already(score: Score, stars: int) -> str:
    return (
        f"Sản phẩm đang ở mức {score.stars} sao với {_number(score.total)} điểm, "
        f"không cần nâng tiêu chí nào để được {stars} sao."
    )


def _out_of_reach(score: Score, stars: int, by_case: Sequence[Sequence[_Line]]) -> str:
    """Told of the case that comes nearest: fewest minima barred, then most points."""
    lines = min(by_case, key=lambda lines: (sum(line.blocked for line in lines), -_all_gains(lines)))
    barred = [f"{line.criterion.code} (cần từ {line.wants} điểm)" for line in lines if line.blocked]
    if barred:
        why = f"tiêu chí {', '.join(barred)} chưa đạt mức tối thiểu mà không nâng được hoặc phải giữ nguyên"
    else:
        most = _number(score.total + _all_gains(lines))
        why = f"nâng mọi tiêu chí nâng được cũng chỉ tới {most} điểm, mà hạng này cần từ {_band(stars)} điểm"
    return f"Không lên được {stars} sao: {why}; hãy bớt tiêu chí giữ nguyên hoặc chọn hạng thấp hơn."


def _all_gains(lines: Sequence[_Line]) -> float:
    return sum(_gain(line, -1) for line in lines if line.levels)


def _number(points: float) -> str:
    return f"{exact(points):g}".replace(".", ",")
