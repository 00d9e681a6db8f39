"""Ways up to a rank: the sheets they are looked for on, and the proof that one leads there."""

from __future__ import annotations

from datetime import date

import pytest

from ocop_xl.law import criteria_set
from ocop_xl.law.criteria import CriteriaSet, Criterion, Group, Option, Part
from ocop_xl.law.sectors import PRODUCT_SETS
from ocop_xl.scoring.advice import Way
from ocop_xl.scoring.score import Score, exact, score_of_points

ALL_SETS = [criteria_set(item.code) for item in PRODUCT_SETS]
TOURISM = criteria_set("QD26-26")
every_set = pytest.mark.parametrize("sheet", ALL_SETS, ids=lambda one: one.code)


def small_set(*criteria: tuple[Option, ...]) -> CriteriaSet:
    """A sheet of criteria `1`, `2`, … with these levels."""
    made = tuple(
        Criterion(str(number), f"Tiêu chí {number}", max(o.points for o in options), options, (), False, "A", "1", None)
        for number, options in enumerate(criteria, 1)
    )
    group = Group("1", "NHÓM", sum(one.max for one in made), made)
    part = Part("A", "PHẦN A", group.max, (group,))
    day = date(2026, 5, 22)
    return CriteriaSet(
        "NHO", 1, "Bộ nhỏ", "Ngành", "Nhóm", "26/2026/QĐ-TTg", "", day, "", 5, "", (), (), (part,)
    )  # fmt: skip


def leads_there(now: Score, way: Way) -> None:
    """The steps, taken, give the rank, meet every minimum up to it and lower nothing."""
    after = {**now.points, **{step.criterion.code: step.to.points for step in way.steps}}
    then = score_of_points(now.criteria_set, after)
    assert then.stars >= way.stars
    assert not [miss for miss in then.missed if miss.stars <= way.stars]
    assert then.total == way.total_after and now.total == way.total_before
    assert len({step.criterion.code for step in way.steps}) == len(way.steps)
    for step in way.steps:
        assert step.to in step.criterion.levels
        assert step.has == now.points.get(step.criterion.code)
        assert step.gain == exact(step.to.points - (step.has or 0)) > 0
        ranks = [miss.stars for miss in now.missed if miss.criterion == step.criterion.code]
        assert step.for_rank == next((rank for rank in ranks if rank <= way.stars), None)
