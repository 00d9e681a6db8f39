"""Money: nothing spent that was not allocated, every source once a year (KP-…). Million đồng."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Budget
from ocop_xl.model.column import Kind
from ocop_xl.programme.money import paid_by_source
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.our_readings import TYPED_IN_DONG_FROM
from ocop_xl.rules.rule import rule, shown
from ocop_xl.rules.view import View, columns_of

SOURCE = "mục IV Kế hoạch 76/KH-UBND"
_MONEY = columns_of(Kind.MONEY)


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


@rule(
    "KP-004",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — ô này tính bằng triệu đồng, nên là {billions} tỷ đồng; có vẻ đã gõ bằng đồng.",
    fix="Hãy ghi {millions} nếu là {saw} đồng; ô này chỉ ghi số triệu đồng.",
    source=SOURCE + "; mức đáng ngờ là cách hiểu của phần mềm",
)
def typed_in_dong(view: View, on: date) -> Iterable[Saw]:
    """Twelve million typed as 12000000 makes twelve thousand billion: one such cell is the whole total."""
    for kind, attribute in _MONEY:
        for row in view.having(kind, attribute, broken=lambda money: money is not None and money >= TYPED_IN_DONG_FROM):
            money = getattr(row, attribute)
            yield saw(row, attribute, billions=shown(money / 1000), millions=shown(money / 1_000_000))


@rule(
    "KP-005",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — hỗ trợ đã xong năm {year} từ nguồn này là {paid}, nhiều hơn {more} triệu đồng.",
    fix="Hãy ghi đủ số đã chi, hoặc sửa «Kinh phí», «Nguồn kinh phí» ở trang Hỗ trợ.",
    source=SOURCE,
)
def supports_above_spent(view: View, on: date) -> Iterable[Saw]:
    """«Đã chi» holds what the helps of that source and year came to; more may have been spent, less cannot."""
    paid_for = paid_by_source(view.book, on)
    for row in view[Budget] if paid_for else ():
        paid = paid_for.get((row.source or "", row.year or 0), 0.0)
        more = round(paid - (row.spent or 0), 6)
        if more > 0 and (id(row), "spent") not in view.unread:
            yield saw(row, "spent", year=row.year, paid=shown(round(paid, 6)), more=shown(more))
