"""«Khám máy»: what this computer lacks, in plain words."""

from __future__ import annotations

from ocop_xl.buttons.command import run_command
from ocop_xl.desks.excel import Desk
from ocop_xl.desks.outcome import Outcome
from ocop_xl.errors import Refusal


def run(desk: Desk) -> Outcome:
    desk.status("Đang khám máy…")
    try:
        book: tuple[str, ...] = (str(desk.path),)
    except Refusal:
        book = ()
    _, said = run_command("doctor", *book)
    *looked_at, verdict = said.split("\n")
    return Outcome("\n".join([verdict, *looked_at]))
