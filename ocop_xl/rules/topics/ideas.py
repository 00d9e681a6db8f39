"""Registered ideas: reviewed after they came, and followed by a product when chosen (YT-…)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Idea
from ocop_xl.model import choices as c
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View

SOURCE = "điểm a khoản 3 mục III Kế hoạch 76/KH-UBND"
_CHOSEN, _NOT_CHOSEN = c.IDEA_DECISION.values[:2]


@rule(
    "YT-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — trước «Ngày nhận» ({received:%d/%m/%Y}).",
    fix="Hãy sửa một trong hai ngày.",
    source=SOURCE,
)
def reviewed_before_received(view: View, on: date) -> Iterable[Saw]:
    """An idea is looked at after it has come."""
    for row in view.out_of_order(Idea, "received", "reviewed"):
        yield saw(row, "reviewed", received=row.received)


@rule(
    "YT-002",
    Severity.INFO,
    "«{header}» đang trống — ý tưởng “{title}” đã được chọn nhưng chưa có sản phẩm.",
    fix="Hãy thêm sản phẩm vào trang «Sản phẩm» rồi ghi mã của nó ở đây.",
    source=SOURCE,
)
def chosen_without_product(view: View, on: date) -> Iterable[Saw]:
    """A chosen idea that became nothing is lost from sight."""
    return (saw(r, "product_id", title=r.title) for r in view[Idea] if r.decision == _CHOSEN and not r.product_id)


@rule(
    "YT-003",
    Severity.INFO,
    "«{header}» đang trống — kết quả xem xét là “{decision}” nhưng chưa ghi lý do.",
    fix="Hãy ghi ngắn gọn vì sao, để trả lời người đăng ký.",
    source=SOURCE,
)
def decided_without_reason(view: View, on: date) -> Iterable[Saw]:
    """Who registered an idea may ask why it was not taken."""
    return (saw(r, "reason", decision=r.decision) for r in view[Idea] if r.decision == _NOT_CHOSEN and not r.reason)
