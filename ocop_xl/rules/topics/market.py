"""Sales channels: a shop that is counted can be found (KB-…)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date

from ocop_xl.model import Channel
from ocop_xl.model import choices as c
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View
from ocop_xl.vietnamese import fold

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


@rule(
    "KB-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — kênh này của {product} đã có ở {first}.",
    fix="Hãy bỏ một dòng; nếu là hai kênh khác nhau, hãy ghi đường dẫn hoặc địa chỉ của từng kênh.",
    source=SOURCE,
)
def channel_twice(view: View, on: date) -> Iterable[Saw]:
    """Points of sale and shops are counted by rows: a row pasted twice is a shop more."""
    first: dict[Hashable, Channel] = {}
    for row in view[Channel]:
        if row.name:
            earlier = first.setdefault((row.kind, fold(row.name), row.product_id), row)
            if earlier is not row and not _elsewhere(earlier, row):
                product = row.product_id or "xã"
                yield saw(row, "name", product=product, first=earlier.id or f"dòng {earlier.at}")


def _elsewhere(one: Channel, other: Channel) -> bool:
    """Two shops of one name that are told apart by what both say of their place."""
    places = ((one.link, other.link), (one.address, other.address))
    return any(here and there and fold(here) != fold(there) for here, there in places)
