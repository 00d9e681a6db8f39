"""The years in which a product is to be registered (SP-…)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Product, spec_of
from ocop_xl.programme.period import plan_period
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View

PLAN = "Phụ lục Kế hoạch 76/KH-UBND"
_YEAR = spec_of(Product).column("to_year")


@rule(
    "SP-008",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — ngoài giai đoạn {start}–{end} của Kế hoạch.",
    fix="Hãy sửa năm trong lộ trình, hoặc sửa giai đoạn ở trang «Thông tin xã».",
    source=PLAN,
)
def road_map_outside_the_plan(view: View, on: date) -> Iterable[Saw]:
    """What lies outside the period is neither funded nor reported by this plan."""
    period = plan_period(view.commune)
    if period is None:
        return
    for attribute in ("from_year", "to_year"):
        for row in view.having(
            Product, attribute, broken=lambda year: year and _YEAR.holds(year) and year not in period
        ):
            yield saw(row, attribute, start=period.first, end=period.last)


@rule(
    "SP-009",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — sớm hơn «Lộ trình từ năm» ({start}).",
    fix="Hãy sửa một trong hai năm.",
    source=PLAN,
)
def road_map_backwards(view: View, on: date) -> Iterable[Saw]:
    """A road map leads forward."""
    for row in view.having(
        Product, "from_year", "to_year", broken=lambda y: None not in y and all(map(_YEAR.holds, y)) and y[1] < y[0]
    ):
        yield saw(row, "to_year", start=row.from_year)


@rule(
    "SP-010",
    Severity.WARNING,
    "Lộ trình đang là “{start}–{end}” ở {rows} — ghi cả giai đoạn, chưa có năm cụ thể.",
    fix="Hãy ghi năm đăng ký dự kiến của từng sản phẩm, để xếp được đợt đánh giá và kinh phí từng năm.",
    source=PLAN + "; cách hiểu của phần mềm",
)
def road_map_is_the_whole_period(view: View, on: date) -> Iterable[Saw]:
    """A period is not a year; one decision for the plan, so one finding that names the rows."""
    period = plan_period(view.commune)
    if period is None or period.first == period.last:
        return
    rows = list(view.having(Product, "from_year", "to_year", broken=lambda years: years == period))
    if rows:
        named = ", ".join(row.id or f"dòng {row.at}" for row in rows)
        start, end = period
        yield saw(rows[0], "from_year", saw=f"{start}–{end}", start=start, end=end, rows=named)
