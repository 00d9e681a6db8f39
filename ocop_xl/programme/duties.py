"""What must be done about a certificate or a task on a day, in the words that the workbook shows."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.clocks import commune_deadline, renewal_window
from ocop_xl.model import Dossier, Recognition, Task
from ocop_xl.model import choices as c
from ocop_xl.programme.ranks import in_force, stands

TASK_SOON_DAYS, DOSSIER_SOON_DAYS = 15, 5
"""A due day is called near when it is at most this far off: our choice."""


def certificate_duty(row: Recognition, on: date) -> str:
    """Blank for what is withdrawn, replaced, undated or not yet issued; whoever re-filed waits for the result (khoản 3
    Điều 12; điểm a khoản 6 Điều 7, QĐ 26/2026/QĐ-TTg)."""
    if row.issued is None or row.ends is None or row.issued > on or not stands(row, on):
        return ""
    if row.state == c.RECOGNITION_WAITING:
        return "► Chờ kết quả" if in_force(row, on) else "✘ Đã hết hạn"
    opens, closes = renewal_window(row.ends)
    if row.ends < on:
        return "✘ Đã hết hạn"
    if closes < on:
        return "⚠ Quá hạn nộp lại"
    return "► Nộp lại ngay" if opens <= on else "✔ Còn hạn"


def task_duty(row: Task, on: date) -> str:
    if row.due is None or (row.done and row.done <= on):
        return ""
    if row.state == c.WORK_DROPPED or (row.state == c.WORK_DONE and row.done is None):
        return ""
    if row.due < on:
        return "⚠ Quá hạn"
    return "► Sắp đến hạn" if (row.due - on).days <= TASK_SOON_DAYS else ""


def dossier_duty(row: Dossier, on: date) -> str:
    """Whether a received dossier still waits to be sent on (khoản 2 Điều 7: 15 working days)."""
    settled = (c.DOSSIER_SENT, c.DOSSIER_RECOGNISED, c.DOSSIER_RETURNED)
    if row.received is None or row.received > on:
        return ""
    if row.sent <= on if row.sent else row.state in settled:
        return ""
    due = commune_deadline(row.received)
    if due < on:
        return "⚠ Quá hạn gửi tỉnh"
    return "► Sắp đến hạn" if (due - on).days <= DOSSIER_SOON_DAYS else "✔ Còn hạn"
