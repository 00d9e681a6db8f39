"""«Khám máy»: what this computer lacks, in plain words."""

from __future__ import annotations

from ocop_xl.buttons.outcome import Outcome
from ocop_xl.desks.desk import Desk
from ocop_xl.errors import Refusal
from ocop_xl.machine.doctor import diagnose
from ocop_xl.machine.machine import this_machine
from ocop_xl.machine.report import looks, verdict


def run(desk: Desk) -> Outcome:
    desk.status("Đang khám máy…")
    try:
        book = desk.path
    except Refusal:
        book = None
    found = diagnose(this_machine(), book)
    return Outcome("\n".join([verdict(found), *looks(found)]))
