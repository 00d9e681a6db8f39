"""What a dossier is asked to supply, and a dossier that comes back from the province (BS-…)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from ocop_xl.law.clocks import commune_deadline
from ocop_xl.model import Dossier
from ocop_xl.model import choices as c
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View

SOURCE = "khoản 2 Điều 7, QĐ 26/2026/QĐ-TTg"


@rule(
    "BS-001",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — sau hạn xã phải gửi tỉnh ({due:%d/%m/%Y}) của hồ sơ nhận ngày {received:%d/%m/%Y}.",
    fix="Hãy đặt hạn bổ sung sớm hơn, để xã còn kịp đánh giá và gửi tỉnh.",
    source=SOURCE + "; thời gian bổ sung nằm trong 15 ngày làm việc là cách hiểu của phần mềm",
)
def supplement_due_too_late(view: View, on: date) -> Iterable[Saw]:
    """The law stops no clock for a supplement: a later day makes the commune itself late."""
    for row in view.having(Dossier, "received", "supply_due", broken=_too_late):
        yield saw(row, "supply_due", received=row.received, due=commune_deadline(row.received or on))


def _too_late(days: tuple[date | None, date | None]) -> bool:
    received, due = days
    return received is not None and due is not None and due > commune_deadline(received)


@rule(
    "BS-002",
    Severity.ERROR,
    "«{header}» đang là “{saw}” — trước «Ngày yêu cầu bổ sung» ({asked:%d/%m/%Y}).",
    fix="Hãy sửa một trong hai ngày.",
    source=SOURCE,
)
def supplied_before_asked(view: View, on: date) -> Iterable[Saw]:
    """What was asked for is due, and comes, after it was asked for."""
    for attribute in ("supply_due", "supplied"):
        for row in view.out_of_order(Dossier, "asked", attribute):
            yield saw(row, attribute, asked=row.asked)


@rule(
    "BS-003",
    Severity.WARNING,
    "«{header}» đang trống — hồ sơ bị tỉnh trả lại thì phải ghi lý do.",
    fix="Hãy ghi lý do theo văn bản trả lại, để lần sau không thiếu nữa.",
    source=SOURCE,
)
def returned_without_reason(view: View, on: date) -> Iterable[Saw]:
    """The subject has to know what to mend before the next round."""
    if (Dossier, "return_reason") not in view.absent:
        for row in view.having(Dossier, "state", "returned", "return_reason", broken=_no_reason):
            yield saw(row, "return_reason")


def _no_reason(cells: tuple[Any, ...]) -> bool:
    state, returned, reason = cells
    return not reason and (state == c.DOSSIER_RETURNED or returned is not None)
