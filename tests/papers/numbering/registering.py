"""Enters papers into the register of a closed workbook, as `papers --register` does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ocop_xl.papers.make import plan_papers
from ocop_xl.papers.numbering.numbers import Taking
from ocop_xl.papers.numbering.register import into_closed_file, register_papers
from ocop_xl.papers.paper_job import Papers
from ocop_xl.sheets.reading.read import read_book
from tests.papers.plan_book import ON

REPORT, CONFERENCE, PLAN, ANNEX = "bao-cao-tien-do", "bao-cao-hoi-nghi", "ke-hoach", "phu-luc-san-pham"
NOTHING_YET = {"BC-UBND": 0, "KH-UBND": 0, "BB-UBND": 0, "TB-UBND": 0, "GM-UBND": 0, "UBND-PKT": 0, "BB-UBND/2025": 0}
"""What văn thư says who has given no number in the year."""
FORCED = Taking(told=NOTHING_YET, anyway=True)


def enter(workbook: Path, *kinds: str, on: date = ON, templates: Path | None = None, taking: Taking = FORCED) -> Papers:
    book = read_book(workbook)
    plan = plan_papers(book, on, kinds, templates)
    enter_rows = into_closed_file(workbook, book)
    return register_papers(book, on, plan, workbook.parent / "van-ban", enter_rows, taking=taking)
