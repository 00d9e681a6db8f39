"""The open workbook as one of two copies, and the choice of the other."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.desks.desk import Desk
from ocop_xl.desks.identity import read_identity
from ocop_xl.desks.live_book import LiveBook
from ocop_xl.jobs.copies import Copy, copy_of

_FILES = "Sổ OCOP (*.xlsx),*.xlsx"


def pick_other(desk: Desk, question: str) -> Path | None:
    return desk.pick_file(question, _FILES)


def mine(desk: Desk, live: LiveBook) -> Copy:
    return copy_of(live.book, desk.name, read_identity(desk))
