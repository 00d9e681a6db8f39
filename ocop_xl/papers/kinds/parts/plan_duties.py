"""The duties of a plan: those of its contents (section III) with unit and day, and who does what (section V).

Sections are the plan's own, III.1 to III.7 and V.1 to V.5, as Kế hoạch 76/KH-UBND numbers them and as our plan does.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from ocop_xl.model import Book, Task
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, gap, row_values
from ocop_xl.papers.kinds.parts.narrative import clause
from ocop_xl.papers.wording import short_date

CONTENTS, ORGANISATION = "III", "V"
UNITS = ("V.1", "V.2", "V.3", "V.4", "V.5")
"""Đơn vị thường trực; phòng, ban; ấp; chủ thể; Mặt trận Tổ quốc: the template has their own text for each."""
_DONE = "Đã hoàn thành"


def settled(row: Task) -> bool:
    return row.done is not None or row.state in (c.WORK_DONE, c.WORK_DROPPED)


def content_duties(book: Book, on: date, year: int | None) -> list[Values]:
    """A line for each duty of section III; a plan of a year leaves out what is settled or due later."""
    rows = [row for row in _of(book, CONTENTS) if year is None or _falls_in(row, year)]
    lines = []
    for number, row in enumerate(rows, 1):
        line = row_values(book, row, on)
        line |= {"stt": str(number), "muc": _section(book, row), "thoi_han": _term(row, on, year)}
        lines.append(line)
    return lines


def unit_duties(book: Book, on: date, year: int | None) -> Values:
    """`v1` … `v5` with the duties of each, a line for each paragraph of the plan, and `khac` for further sections.

    `co` tells whether the workbook has duties of that section at all: without any the template's own text stands.
    """
    rows = _of(book, ORGANISATION)
    own: Values = {section.replace(".", "").lower(): _group(book, rows, section, on, year) for section in UNITS}
    others = dict.fromkeys(row.section or "" for row in rows if row.section not in UNITS)
    own["khac"] = [_group(book, rows, section, on, year) for section in others]
    return own


def _group(book: Book, rows: list[Task], section: str, on: date, year: int | None) -> Values:
    mine = [row for row in rows if row.section == section]
    left = [row for row in mine if year is None or _falls_in(row, year)]
    unit = next((row.unit for row in mine if row.unit), None) or (gap(book, mine[0], "unit") if mine else "")
    return {"co": bool(mine), "ten": unit, "viec": [*_paragraphs(book, left, on, year)]}


def _paragraphs(book: Book, rows: list[Task], on: date, year: int | None) -> Iterator[Values]:
    """One line for each dash of the plan: several duties of one are parted by `;` as the plan has them."""
    numbered = [(row.paragraph or f"#{at}", row) for at, row in enumerate(rows)]
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        parts = [_said(book, row, on, year) for _, row in group]
        line = row_values(book, rows[0], on)
        line["noi_dung"] = "; ".join([parts[0], *(part[:1].lower() + part[1:] for part in parts[1:])]) + "."
        yield line


def _said(book: Book, row: Task, on: date, year: int | None) -> str:
    if not row.content:
        return gap(book, row, "content")
    day = _day(row, on, year)
    return f"{clause(row.content)}{f' (hạn: {day})' if day else ''}"


def _of(book: Book, part: str) -> list[Task]:
    return [row for row in book[Task] if (row.section or "").partition(".")[0].strip().upper() == part]


def _falls_in(row: Task, year: int) -> bool:
    return not settled(row) and (row.due is None or row.due.year <= year)


def _section(book: Book, row: Task) -> str:
    section = row.section or gap(book, row, "section")
    return f"{section}, đoạn {row.paragraph}" if row.paragraph else section


def _term(row: Task, on: date, year: int | None) -> str:
    """The day, while it is in the plan's time and not past; else the plan's time as a whole (wording ours)."""
    if year is None and settled(row):
        return _DONE
    return _day(row, on, year) or (f"Trong năm {year}" if year else "Trong giai đoạn")


def _day(row: Task, on: date, year: int | None) -> str:
    if row.due is None or row.due < on or settled(row) or (year is not None and row.due.year != year):
        return ""
    return short_date(row.due)
