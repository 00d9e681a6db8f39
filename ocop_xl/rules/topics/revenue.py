"""Revenue: a product's year once (DT-…)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Revenue
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View


@rule(
    "DT-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — doanh thu năm {saw} của {product} đã có ở {first}.",
    fix="Hãy gộp hai dòng thành một, hoặc sửa năm, sản phẩm.",
    source="khuôn sổ OCOP (ocop_xl)",
)
def year_twice(view: View, on: date) -> Iterable[Saw]:
    """Totals by year take each row once."""
    for row, earlier in view.repeated(Revenue, "product_id", "year"):
        yield saw(row, "year", product=row.product_id, first=earlier.id or f"dòng {earlier.at}")
