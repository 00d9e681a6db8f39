"""What a row of «Cuộc họp» tells an invitation and minutes; without a row, dots that say who writes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ocop_xl.model import Book, Meeting
from ocop_xl.papers.context import Values, gap
from ocop_xl.papers.facts import Gap
from ocop_xl.papers.kinds.parts.narrative import clause, paragraphs
from ocop_xl.papers.wording import full_date

INVITATION = {
    "kinh_moi": ("invited", "người, đơn vị được mời họp"),
    "chu_tri": ("chair", "người chủ trì cuộc họp"),
    "thoi_gian": ("hour", "thời gian họp"),
    "dia_diem": ("place", "địa điểm họp"),
}
MINUTES = {
    "bat_dau": ("hour", "thời gian bắt đầu"),
    "dia_diem": ("place", "địa điểm họp"),
    "thanh_phan": ("attended", "thành phần dự họp"),
    "chu_tri": ("chair", "người chủ trì"),
    "thu_ky": ("secretary", "thư ký cuộc họp"),
    "ket_thuc": ("ended", "thời gian kết thúc"),
}
"""Fact → the meeting's column that tells it, and its name where there is no row."""
_UNLESS_BLANK = {"attended": "invited"}
"""«Để trống thì như thành phần mời»."""


_SAID = {"y_kien": "opinions", "ket_luan": "conclusion"}


def meetings(book: Book, kind: str) -> list[Meeting]:
    """Those of the kind that have a day."""
    return [row for row in book[Meeting] if row.kind == kind and row.held]


def next_meeting(book: Book, kind: str, on: date) -> Meeting | None:
    """On the day or later."""
    return min((row for row in meetings(book, kind) if held_on(row) >= on), key=held_on, default=None)


def last_meeting(book: Book, kind: str, on: date) -> Meeting | None:
    """By the day; of two on one day the later row."""
    return max((row for row in reversed(meetings(book, kind)) if held_on(row) <= on), key=held_on, default=None)


def held_on(row: Meeting) -> date:
    return row.held or date.min


def meeting_facts(book: Book, row: Meeting | None, facts: Mapping[str, tuple[str, str]], told_by: str) -> Values:
    """What the row tells, a blank cell as a gap that names it; without a row dots that say who writes them."""
    if row is None:
        return {name: Gap(f"Chưa có {what}: {told_by}") for name, (_, what) in facts.items()} | {"ngay": ""}
    return {name: _cell(book, row, cell) for name, (cell, _) in facts.items()} | {"ngay": full_date(held_on(row))}


def _cell(book: Book, row: Meeting, attribute: str) -> str:
    """A cell inside a sentence: its lines are the items of a list."""
    lines = [clause(line) for line in (getattr(row, attribute) or "").splitlines()]
    if said := "; ".join(line for line in lines if line):
        return said
    other = _UNLESS_BLANK.get(attribute)
    return (other and _cell(book, row, other)) or gap(book, row, attribute)


def name_of(told: str) -> str:
    """The name under a signature: «Họ tên, chức vụ» up to its comma."""
    return told.partition(",")[0].strip() if told else told


def said_at(book: Book, row: Meeting | None) -> dict[str, list[str]]:
    """Opinions and conclusion, paragraph by paragraph; nothing without a row."""
    return {name: _paragraphs(book, row, cell) if row else [] for name, cell in _SAID.items()}


def _paragraphs(book: Book, row: Meeting, attribute: str) -> list[str]:
    return paragraphs(getattr(row, attribute) or "") or [gap(book, row, attribute)]
