"""Sales channels: a shop that is counted can be found (KB-…)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Channel
from ocop_xl.model import choices as c
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View

SOURCE = "khoản 2 mục II Kế hoạch 76/KH-UBND"


@rule(
    "KB-001",
    Severity.WARNING,
    "«{header}» đang trống — gian hàng “{name}” được tính vào chỉ tiêu lên sàn mà chưa có đường dẫn.",
    fix="Hãy dán đường dẫn gian hàng, hoặc sửa «Tình trạng kênh».",
    source=SOURCE,
)
def shop_without_a_link(view: View, on: date) -> Iterable[Saw]:
    """«50% sản phẩm lên sàn» must be possible to check."""
    for row in view[Channel]:
        if row.kind == c.CHANNEL_ECOMMERCE and row.state == c.CHANNEL_OPEN and not row.link:
            yield saw(row, "link", name=row.name or row.id)


@rule(
    "KB-002",
    Severity.WARNING,
    "«{header}» đang trống — gian hàng trên sàn phải ghi của sản phẩm nào.",
    fix="Hãy chọn mã sản phẩm; mỗi sản phẩm trong gian hàng ghi một dòng.",
    source=SOURCE,
)
def shop_without_a_product(view: View, on: date) -> Iterable[Saw]:
    """The target counts products on e-commerce, not shops."""
    for row in view[Channel]:
        if row.kind == c.CHANNEL_ECOMMERCE and row.state == c.CHANNEL_OPEN and not row.product_id:
            yield saw(row, "product_id")
