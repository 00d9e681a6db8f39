"""What a period (a month, a quarter, a year) brought to the plan's targets.

A target is a standing figure; what a period did to it is that figure on its last day less the same figure on the day
before its first. No second way of counting: both come from `measure_targets`.
"""

from __future__ import annotations

from datetime import date, timedelta

from ocop_xl.model import Book
from ocop_xl.programme.targets import TargetResult, measure_targets
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import figure


class TargetFlow(NamedTuple):
    """One target: `result` on the period's last day, `before` on the day before its first."""

    before: TargetResult
    result: TargetResult

    @property
    def change(self) -> float | None:
        """In the target's unit, in percentage points for a share; None while one of the figures is missing."""
        if self.before.actual is None or self.result.actual is None:
            return None
        return round(self.result.actual - self.before.actual, 6)

    def __str__(self) -> str:
        """`Trong kỳ: +2 sản phẩm (trước kỳ: 5 sản phẩm)`"""
        before = self.before.actual
        known = "chưa có số liệu" if before is None else self.before.amount(before)
        return f"Trong kỳ: {self._changed()} (trước kỳ: {known})"

    def _changed(self) -> str:
        if self.change is None:
            return "chưa tính được"
        unit = "điểm phần trăm" if self.result.unit == "%" else self.result.unit
        return f"{'+' if self.change > 0 else ''}{figure(self.change)} {unit}".rstrip()


def measure_flow(book: Book, first: date, last: date) -> list[TargetFlow]:
    """Every target of the sheet «Chỉ tiêu» over the days from `first` to `last`, both included."""
    before = measure_targets(book, first - timedelta(days=1))
    return [TargetFlow(*pair) for pair in zip(before, measure_targets(book, last), strict=True)]
