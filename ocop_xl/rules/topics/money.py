"""Money: nothing spent that was not allocated, every source once a year (KP-…). Million đồng."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Budget
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule, shown
from ocop_xl.rules.view import View

SOURCE = "mục IV Kế hoạch 76/KH-UBND"


@rule(
    "KP-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — nhiều hơn «Được giao», đang là “{allocated}”.",
    fix="Hãy đối chiếu sổ kế toán rồi sửa một trong hai số.",
    source=SOURCE,
)
def spent_above_allocated(view: View, on: date) -> Iterable[Saw]:
    """What is spent was allocated first; a blank allocation is none."""
    for row in view[Budget]:
        if row.spent and row.spent > (row.allocated or 0):
            yield saw(row, "spent", allocated=shown(row.allocated))


@rule(
    "KP-002",
    Severity.INFO,
    "«{header}» đang là “{saw}” — nhiều hơn «Dự kiến», đang là “{planned}”.",
    fix="Hãy xem lại số dự kiến để báo cáo khớp nhau, nếu cần.",
    source=SOURCE,
)
def allocated_above_planned(view: View, on: date) -> Iterable[Saw]:
    """Welcome, and worth a second look: often a zero too many."""
    for row in view[Budget]:
        if row.allocated and row.planned is not None and row.allocated > row.planned:
            yield saw(row, "allocated", planned=shown(row.planned))


@rule(
    "KP-003",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — nguồn này của năm {year} đã có ở {first}.",
    fix="Hãy gộp hai dòng thành một, hoặc sửa năm, nguồn.",
    source=SOURCE,
)
def source_twice_in_a_year(view: View, on: date) -> Iterable[Saw]:
    """Totals by year and source take each row once."""
    for row, earlier in view.repeated(Budget, "year", "source"):
        yield saw(row, "source", year=row.year, first=earlier.id or f"dòng {earlier.at}")
