"""Inspections: dates in order, on recognised products, and no conclusion in the province's place (KT-…)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Inspection, Product
from ocop_xl.model import choices as c
from ocop_xl.programme.ranks import rank_on
from ocop_xl.rules.duties import late_rows
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View
from ocop_xl.vietnamese import nfc

LAW = "QĐ 26/2026/QĐ-TTg"
PLAN = "khoản 5 mục III Kế hoạch 76/KH-UBND"
_PROVINCIAL = r"thu hồi|hạ (?:sao|hạng|bậc)|xử phạt|phạt tiền|đình chỉ|tước (?:giấy|danh)|hủy (?:giấy|kết quả)"
_ONLY_PROPOSED = r"kiến nghị|đề nghị|đề xuất|tham mưu"


@rule(
    "KT-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — trước ngày kiểm tra ({inspected:%d/%m/%Y}).",
    fix="Hãy sửa một trong hai ngày.",
    source=PLAN,
)
def due_before_inspected(view: View, on: date) -> Iterable[Saw]:
    """Nobody can mend a fault before it is found."""
    for row in view.out_of_order(Inspection, "inspected", "due"):
        yield saw(row, "due", inspected=row.inspected)


@rule(
    "KT-002",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — đã quá hạn mà chưa ghi ngày khắc phục.",
    fix="Hãy kiểm tra lại tại cơ sở rồi ghi ngày khắc phục, hoặc báo cơ quan cấp tỉnh.",
    source=PLAN,
)
def overdue(view: View, on: date) -> Iterable[Saw]:
    """What was asked for and not followed up was asked for in vain."""
    for row in late_rows(view, on, Inspection, "correction"):
        if not (row.inspected and row.due and row.due < row.inspected):  # KT-001 tells
            yield saw(row, "due")


@rule(
    "KT-003",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — trước ngày kiểm tra ({inspected:%d/%m/%Y}).",
    fix="Hãy sửa một trong hai ngày.",
    source=PLAN,
)
def done_before_inspected(view: View, on: date) -> Iterable[Saw]:
    """A fault mended before the visit was no fault on the visit."""
    for row in view.out_of_order(Inspection, "inspected", "done"):
        yield saw(row, "done", inspected=row.inspected)


@rule(
    "KT-004",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — ngày {inspected:%d/%m/%Y} sản phẩm này không có hạng còn hiệu lực.",
    fix="Hãy chọn hình thức “{before_filing}”, hoặc ghi quyết định công nhận.",
    source="khoản 4 Điều 9, " + LAW,
)
def product_not_recognised(view: View, on: date) -> Iterable[Saw]:
    """Inspection is of recognised products; what comes before is a review on the way to a dossier."""
    products = view.by_id(Product)
    for row in view[Inspection]:
        product = products.get(row.product_id or "")
        if product is None or row.inspected is None or row.kind == c.INSPECTION_BEFORE_FILING:
            continue
        if rank_on(view.book, product, row.inspected).stars is None:
            yield saw(row, "product_id", inspected=row.inspected, before_filing=c.INSPECTION_BEFORE_FILING)


@rule(
    "KT-005",
    Severity.WARNING,
    "«{header}» đang có chữ “{word}” — kết luận này thuộc thẩm quyền cấp tỉnh, không thuộc UBND xã.",
    fix="Hãy ghi điều đã nhìn thấy ở cột này và chuyển việc đề nghị tỉnh xử lý sang cột «Kiến nghị».",
    source="khoản 4 Điều 9 và Điều 8, " + LAW,
)
def conclusion_of_the_province(view: View, on: date) -> Iterable[Saw]:
    """The commune follows and proposes; a conclusion beyond its power can be contested. The words are our choice."""
    for row in view[Inspection]:
        text = nfc(row.finding or "").casefold()
        found = re.search(_PROVINCIAL, text)
        if found and not re.search(_ONLY_PROPOSED, text):
            yield saw(row, "finding", word=found[0])


@rule(
    "KT-006",
    Severity.WARNING,
    "«{header}» đang trống — mức độ là “{severity}” thì phải ghi kiến nghị.",
    fix="Hãy ghi xã kiến nghị cơ sở, hoặc cơ quan cấp tỉnh, làm gì.",
    source=PLAN,
)
def serious_without_a_request(view: View, on: date) -> Iterable[Saw]:
    """What was found and asked of nobody stays as it is."""
    for row in view.having(Inspection, "severity", "recommendation", broken=_serious_and_blank):
        yield saw(row, "recommendation", severity=row.severity)


@rule(
    "KT-007",
    Severity.WARNING,
    "«{header}» đang trống — mức độ là “{severity}” thì phải có hạn khắc phục.",
    fix="Hãy ghi hạn khắc phục; đã khắc phục ngay thì ghi «Ngày khắc phục».",
    source=PLAN,
)
def serious_without_a_day(view: View, on: date) -> Iterable[Saw]:
    """Without a day nothing is ever overdue."""
    for row in view.having(Inspection, "severity", "due", broken=_serious_and_blank):
        if row.done is None and (id(row), "due") not in view.unread:
            yield saw(row, "due", severity=row.severity)


def _serious_and_blank(pair: tuple[str | None, object]) -> bool:
    return pair[0] in c.SEVERITY_TO_MEND and not pair[1]
