"""Trainings: who attended a class attended it once (TH-…)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date

from ocop_xl.model import Training
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View
from ocop_xl.vietnamese import fold


@rule(
    "TH-001",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — {producer} đã được ghi ở {first}: cùng lớp, cùng người dự.",
    fix="Hãy bỏ một dòng; nếu là hai người khác nhau, hãy ghi «Người dự» ở cả hai dòng.",
    source="khoản 2 mục II Kế hoạch 76/KH-UBND",
)
def attended_twice(view: View, on: date) -> Iterable[Saw]:
    """«Lượt tập huấn» counts rows: a row pasted twice is a class more."""
    first: dict[Hashable, Training] = {}
    for row in view[Training]:
        if row.producer_id and row.class_id:
            place = (row.producer_id, row.class_id, fold(row.attendee or ""))
            earlier = first.setdefault(place, row)
            if earlier is not row:
                where = earlier.id or f"dòng {earlier.at}"
                yield saw(row, "class_id", producer=row.producer_id, first=where)
