"""The targets spread over the years, against each other and against the whole period (LT-…)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from ocop_xl.model import Target
from ocop_xl.model.rows.plan import YEAR_LEVELS
from ocop_xl.programme.period import level_of, plan_period
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule, shown
from ocop_xl.rules.topics.plan import TARGETS
from ocop_xl.rules.view import View


def _levels(row: Target) -> list[tuple[int, float]]:
    """The years over which the target is spread, with what each promises."""
    return [(year, level) for year in YEAR_LEVELS if (level := level_of(row, year)) is not None]


@rule(
    "LT-001",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — thấp hơn mức của năm {year} ({level}).",
    fix="Hãy sửa một trong hai mức: mức của mỗi năm là mức phải có vào cuối năm ấy, tính cộng dồn.",
    source=TARGETS,
)
def level_falls(view: View, on: date) -> Iterable[Saw]:
    """What stood at the end of one year is not given up in the next; increments typed as levels show here."""
    for row in view[Target]:
        for (before, high), (year, low) in pairwise(_levels(row)):
            if low < high:
                yield saw(row, YEAR_LEVELS[year], year=before, level=shown(high))


@rule(
    "LT-002",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — năm cuối của kế hoạch mà chưa tới «Mức tối thiểu» ({minimum}).",
    fix="Hãy nâng mức của năm cuối; nếu đang ghi phần tăng thêm của từng năm thì ghi lại thành mức cộng dồn.",
    source=TARGETS,
)
def last_year_short_of_the_period(view: View, on: date) -> Iterable[Saw]:
    """Every year kept, and the period's target missed."""
    period = plan_period(view.commune)
    if period is None:
        return
    for row in view[Target]:
        level = level_of(row, period.last)
        if level is not None and row.minimum is not None and level < row.minimum:
            yield saw(row, YEAR_LEVELS[period.last], minimum=shown(row.minimum))


@rule(
    "LT-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — cao hơn mức của cả giai đoạn ({most}).",
    fix="Hãy sửa mức của năm, hoặc mức của cả giai đoạn.",
    source=TARGETS,
)
def year_above_the_period(view: View, on: date) -> Iterable[Saw]:
    """No year asks for more than the whole period aspires to; a share never for more than all."""
    for row in view[Target]:
        levels = [level for level in (row.minimum, row.aspiration) if level is not None]
        for year, level in _levels(row) if levels else ():
            if level > max(levels):
                yield saw(row, YEAR_LEVELS[year], most=shown(max(levels)))


@rule(
    "LT-004",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — năm này ở ngoài giai đoạn của kế hoạch ({first}–{last}).",
    fix="Hãy để trống mức của năm này, hoặc sửa giai đoạn ở trang «Thông tin xã».",
    source=TARGETS,
)
def year_outside_the_plan(view: View, on: date) -> Iterable[Saw]:
    """The plan promises nothing for a year that it does not cover."""
    period = plan_period(view.commune)
    if period is None:
        return
    for row in view[Target]:
        for year, _ in _levels(row):
            if year not in period:
                yield saw(row, YEAR_LEVELS[year], first=period.first, last=period.last)
