"""Renewal: which certificate has ended, may be re-filed now, or was not re-filed in time (GH-…)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ocop_xl.law.clocks import renewal_window
from ocop_xl.model import Product, Recognition
from ocop_xl.model import choices as c
from ocop_xl.programme.duties import certificate_duty
from ocop_xl.programme.ranks import last_day
from ocop_xl.programme.renewal import filed_again
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.topics.recognitions import by_product, newest
from ocop_xl.rules.view import View

LAW = "QĐ 26/2026/QĐ-TTg"


def _latest(view: View) -> Iterator[Recognition]:
    """Every product's last certificate, while the product is still made."""
    products = view.by_id(Product)
    for product_id, rows in view.derived(by_product).items():
        product = products.get(product_id)
        if product is None or product.status != c.STATUS_STOPPED:
            yield newest(rows)


def _with_duty(view: View, on: date, sign: str) -> Iterator[tuple[Recognition, date, date]]:
    """Certificates whose duty on the day begins with that sign, with the window, as far as nobody has re-filed."""
    for row in _latest(view):
        if row.ends is None or row.state == c.RECOGNITION_WAITING or not certificate_duty(row, on).startswith(sign):
            continue
        opens, closes = renewal_window(row.ends)
        if not filed_again(view.book, row, opens):
            yield row, opens, closes


@rule(
    "GH-001",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — giấy đã hết hạn, sản phẩm không được dùng nhãn OCOP và không tính vào chỉ tiêu.",
    fix="Hãy báo chủ thể ngừng dùng nhãn OCOP và nộp hồ sơ phân hạng lại; nếu đã có giấy mới thì ghi thêm một dòng.",
    source="khoản 3 Điều 4 và khoản 3 Điều 12, " + LAW,
)
def ended(view: View, on: date) -> Iterable[Saw]:
    """Ended certificates whose logo stays on the shelf are the commonest fault found by inspections."""
    for row in _latest(view):
        end = last_day(row)
        if end and end < on and row.state not in (c.RECOGNITION_WITHDRAWN, c.RECOGNITION_REPLACED):
            yield saw(row, "ends")


@rule(
    "GH-002",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — đang trong thời gian nộp lại hồ sơ, từ {opens:%d/%m/%Y} đến {closes:%d/%m/%Y}.",
    fix="Hãy báo chủ thể nộp hồ sơ trước khi hết thời gian này.",
    source="điểm a khoản 6 Điều 7, " + LAW,
)
def window_is_open(view: View, on: date) -> Iterable[Saw]:
    """Two months, once in three years: easy to miss."""
    for row, opens, closes in _with_duty(view, on, "►"):
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
    for row, _, closes in _with_duty(view, on, "⚠"):
        yield saw(row, "ends", closes=closes)
