"""What the province has remarked on and nobody has done anything about yet (YK-…)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Remark, table_called
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule, shown
from ocop_xl.rules.view import View


@rule(
    "YK-001",
    Severity.INFO,
    "«{header}» đang là “{saw}” — tỉnh có ý kiến {remark} ngày {day}: “{text}”.",
    fix="Hãy sửa ô này, hoặc ghi «Trả lời của xã» ở dòng ý kiến ấy trên trang «Ý kiến tỉnh».",
    source="cách hiểu của phần mềm",
    reason=("text",),
)
def open_remark(view: View, on: date) -> Iterable[Saw]:
    """A remark is seen where it can be settled: at its cell, not only on its own sheet."""
    for remark in view[Remark]:
        spec = table_called(remark.sheet or "")
        if spec is None or remark.fixed or remark.reply or remark.closed or not remark.text:
            continue
        row = view.book.row(spec.row_type, remark.row_id or "") if spec.form or spec.key else None
        column = next((one for one in spec.inputs if one.header == remark.header), spec.key)
        if row is not None and column is not None:
            yield saw(row, column.attribute, day=shown(remark.day), text=remark.text, remark=remark.id or "chưa có mã")
