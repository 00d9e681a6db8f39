"""«Nhật ký»: the journal at its last line."""

from __future__ import annotations

from ocop_xl.desks.excel import Desk
from ocop_xl.desks.journal import Journal
from ocop_xl.desks.outcome import Outcome


def run(desk: Desk) -> Outcome:
    journal = Journal(desk)
    desk.select(*journal.last_row())
    runs = journal.runs()
    if not runs:
        return Outcome("«Nhật ký» còn trống: phần mềm chưa ghi gì vào sổ.", quiet=True)
    last = runs[-1]
    return Outcome(f"Việc gần nhất: «{last.action}» lúc {last.when}, {len(last.lines)} ô.", quiet=True)
