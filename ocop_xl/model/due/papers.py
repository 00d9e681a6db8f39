"""Registered papers whose figures have changed since: seen by the last check, looked at by somebody."""

from ocop_xl.model.due.duty import BEGUN, Case, by_today, duty, term_name
from ocop_xl.model.terms import PAPER_LOOK

STALE = "Số liệu đổi, thấy ngày"
LOOK_DUTY = duty(
    "tblVanBan",
    "Mã VB",
    Case("paper-look", by_today(STALE), f"[@[{STALE}]]+{term_name(PAPER_LOOK)}", BEGUN),
)
