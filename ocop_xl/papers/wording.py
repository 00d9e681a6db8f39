"""Figures and dates as official papers write them (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

from datetime import date


def full_date(day: date) -> str:
    """`23 tháng 11 năm 2026`; days below 10 and the months 1 and 2 get a leading zero (điểm b khoản 4 mục II)."""
    return f"{day.day:02d} tháng {_month(day)} năm {day.year}"


def short_date(day: date) -> str:
    """`20/3/2026`, zeros as in the full date."""
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month < 3 else str(day.month)


def count(number: int) -> str:
    """`07`, `12`: counted things in running text, as the plan writes them."""
    return f"{number:02d}"


def upper_first(text: str) -> str:
    """A clause that begins a sentence or a cell."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """A title inside a sentence: `Triển khai …` → `triển khai …`; `UBND …` stays."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
