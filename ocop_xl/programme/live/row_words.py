"""What the columns that staff see beside a row say of its term: «Việc cần làm», «Nhắc việc». The list of what is due is
`programme/agenda`; these words are about one row alone, so that the row shows them where it stands."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.clocks import commune_deadline, renewal_window
from ocop_xl.model import Commune, Dossier, Recognition, Task
from ocop_xl.model import choices as c
from ocop_xl.model.terms import DOSSIER_NEAR, TASK_NEAR
from ocop_xl.programme.agenda.sources.dossiers import to_be_sent
from ocop_xl.programme.agenda.sources.work import over
from ocop_xl.programme.ranks import in_force, stands

FILE_NOW, TOO_LATE, ENDED, WAITS = "► Nộp lại ngay", "⚠ Quá hạn nộp lại", "✘ Đã hết hạn", "► Chờ kết quả"
LATE, SENT_LATE, NEAR, IN_TIME = "⚠ Quá hạn", "⚠ Quá hạn gửi tỉnh", "► Sắp đến hạn", "✔ Còn hạn"


def certificate_words(row: Recognition, on: date) -> str:
    """Blank for what is withdrawn, replaced, undated or not yet issued; whoever re-filed waits for the result (khoản 3
    Điều 12; điểm a khoản 6 Điều 7, QĐ 26/2026/QĐ-TTg)."""
    if row.issued is None or row.ends is None or row.issued > on or not stands(row, on):
        return ""
    if row.state == c.RECOGNITION_WAITING:
        return WAITS if in_force(row, on) else ENDED
    opens, closes = renewal_window(row.ends)
    if row.ends < on:
        return ENDED
    if closes < on:
        return TOO_LATE
    return FILE_NOW if opens <= on else IN_TIME


def task_words(row: Task, commune: Commune, on: date) -> str:
    if row.due is None or over(row, on):
        return ""
    if row.due < on:
        return LATE
    return NEAR if (row.due - on).days <= TASK_NEAR.of(commune) else ""


def dossier_words(row: Dossier, commune: Commune, on: date) -> str:
    """Of one that still has to be sent on."""
    if row.received is None or not to_be_sent(row, on):
        return ""
    due = commune_deadline(row.received)
    if due < on:
        return SENT_LATE
    return NEAR if (due - on).days <= DOSSIER_NEAR.of(commune) else IN_TIME
