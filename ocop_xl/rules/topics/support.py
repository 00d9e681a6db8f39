"""Support: finished work has its day, and goes to the product of the subject it names (HT-…)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Product, Promotion, Support
from ocop_xl.model import choices as c
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View

SOURCE = "khoản 2 mục II Kế hoạch 76/KH-UBND"


@rule(
    "HT-001",
    Severity.WARNING,
    "«{header}» đang trống — việc hỗ trợ đã “Hoàn thành” thì phải có ngày xong.",
    fix="Hãy ghi ngày xong, hoặc sửa «Tình trạng việc».",
    source=SOURCE,
)
def finished_without_a_day(view: View, on: date) -> Iterable[Saw]:
    """Finished support counts towards a target; a report asks when it was given."""
    return (saw(row, "done") for row in view[Support] if row.state == c.WORK_DONE and row.done is None)


@rule(
    "HT-002",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — trước ngày bắt đầu ({start:%d/%m/%Y}).",
    fix="Hãy sửa một trong hai ngày.",
    source=SOURCE,
)
def finished_before_started(view: View, on: date) -> Iterable[Saw]:
    """Work ends after it begins."""
    for row in view.out_of_order(Support, "start", "done"):
        yield saw(row, "done", start=row.start)


@rule(
    "HT-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — sản phẩm này của chủ thể {owner}, còn dòng này ghi {producer}.",
    fix="Hãy sửa «Mã SP» hoặc «Mã CT».",
    source=SOURCE,
)
def product_of_another_subject(view: View, on: date) -> Iterable[Saw]:
    """Support and promotion are counted once by subject and once by product; the two must agree."""
    products = view.by_id(Product)
    rows: list[Support | Promotion] = [*view[Support], *view[Promotion]]
    for row in rows:
        product = products.get(row.product_id or "")
        if product and product.producer_id and row.producer_id and product.producer_id != row.producer_id:
            yield saw(row, "product_id", owner=product.producer_id, producer=row.producer_id)
