"""«Nhật ký»: the journal at its last line."""

from __future__ import annotations

from ocop_xl.buttons.outcome import Outcome
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.journal import Journal


def run(desk: Desk) -> Outcome:
    journal = Journal(desk)
    desk.select(*journal.last_row())
    runs = journal.runs()
    if not runs:
        return Outcome("«Nhật ký» còn trống: phần mềm chưa ghi gì vào sổ.", quiet=True)
    last = runs[-1]
    return Outcome(f"Việc gần nhất: «{last.action}» lúc {last.when}, {len(last.lines)} ô.", quiet=True)
