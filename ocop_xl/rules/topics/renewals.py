"""Renewal: which certificate has ended, may be re-filed now, or was not re-filed in time (GH-…)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.law.clocks import renewal_window
from ocop_xl.model import Recognition
from ocop_xl.rules.duties import late_rows, open_rows
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View

LAW = "QĐ 26/2026/QĐ-TTg"


@rule(
    "GH-001",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — giấy đã hết hạn, sản phẩm không được dùng nhãn OCOP và không tính vào chỉ tiêu.",
    fix="Hãy báo chủ thể ngừng dùng nhãn OCOP và nộp hồ sơ phân hạng lại; nếu đã có giấy mới thì ghi thêm một dòng.",
    source="khoản 3 Điều 4 và khoản 3 Điều 12, " + LAW,
)
def ended(view: View, on: date) -> Iterable[Saw]:
    """Ended certificates whose logo stays on the shelf are the commonest fault found by inspections."""
    return (saw(row, "ends") for row in late_rows(view, on, Recognition, "logo-down"))


@rule(
    "GH-002",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — đang trong thời gian nộp lại hồ sơ, từ {opens:%d/%m/%Y} đến {closes:%d/%m/%Y}.",
    fix="Hãy báo chủ thể nộp hồ sơ trước khi hết thời gian này.",
    source="điểm a khoản 6 Điều 7, " + LAW,
)
def window_is_open(view: View, on: date) -> Iterable[Saw]:
    """Two months, once in three years: easy to miss."""
    for row in open_rows(view, on, Recognition, "renewal"):
        opens, closes = renewal_window(row.ends or on)
        if on <= closes:
            yield saw(row, "ends", opens=opens, closes=closes)


@rule(
    "GH-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — hạn nộp hồ sơ phân hạng lại đã qua ngày {closes:%d/%m/%Y} mà chưa có hồ sơ.",
    fix="Hãy báo chủ thể nộp ngay; giấy chỉ còn giá trị đến khi có kết quả, tối đa 180 ngày sau khi hết hạn.",
    source="điểm a khoản 6 Điều 7 và khoản 3 Điều 12, " + LAW,
)
def window_was_missed(view: View, on: date) -> Iterable[Saw]:
    """There is still a way, and it is short."""
    for row in late_rows(view, on, Recognition, "renewal"):
        yield saw(row, "ends", closes=renewal_window(row.ends or on)[1])
