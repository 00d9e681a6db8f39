"""What is said to have ended says when (DU-…): figures of the days before depend on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Channel, Product, Recognition, Row
from ocop_xl.model import choices as c
from ocop_xl.records import NamedTuple
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View


class _Ending(NamedTuple):
    """The words of a state column after which a row counts no more, and the column of the day."""

    kind: type[Row]
    state: str
    ended: tuple[str, ...]
    day: str


_ENDINGS = (
    _Ending(Product, "status", (c.STATUS_PAUSED, c.STATUS_STOPPED), "stopped"),
    _Ending(Channel, "state", tuple(word for word in c.CHANNEL_STATE.values if word != c.CHANNEL_OPEN), "until"),
    _Ending(Recognition, "state", (c.RECOGNITION_REPLACED, c.RECOGNITION_WITHDRAWN), "ended"),
)


@rule(
    "DU-001",
    Severity.INFO,
    "«{header}» đang trống — dòng này “{state}” mà chưa ghi từ ngày nào, nên mọi ngày trước đó cũng không tính nó.",
    fix="Hãy ghi ngày, nếu cần số liệu của những ngày trước khi dừng.",
    source="khuôn sổ OCOP (ocop_xl)",
)
def ended_without_a_day(view: View, on: date) -> Iterable[Saw]:
    """An end without its day holds on every day: last year's report would lack the shop that closed this spring."""
    for kind, state, ended, day in _ENDINGS:
        if (kind, day) in view.absent:
            continue
        undated = {(word, None) for word in ended}
        for row in view.having(kind, state, day, broken=undated.__contains__):
            if (id(row), day) not in view.unread:
                yield saw(row, day, state=getattr(row, state))
