"""What a figure of «Số liệu» is: a formula for the workbook and a function for Python that come to the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import copysign, floor

from ocop_xl.model import Book
from ocop_xl.records import NamedTuple

ACTIVE = 'tblSanPham[Tham gia],"Có"'
"""Condition of COUNTIFS: the product takes part."""
PRODUCING = 'tblChuThe[Số sản phẩm tham gia],">0"'
"""Condition of COUNTIFS: the subject has a product that takes part."""


class Counted(NamedTuple):
    """A figure and the words that say what was counted; None when there is nothing to divide by."""

    value: float | None
    how: str


Count = Callable[[Book, date], Counted]


class MeasureSpec(NamedTuple):
    """`formula` computes in the workbook what `reckon` computes here; `rule` says in a sentence what is counted."""

    name: str
    unit: str
    formula: str
    rule: str
    reckon: Count


def plain_count(count: Callable[[Book, date], int]) -> Count:
    """A figure that needs no other words than itself."""

    def counted(book: Book, on: date) -> Counted:
        value = count(book, on)
        return Counted(value, f"{value}.")

    return counted


def share(part: int, whole: int) -> float | None:
    """Percent, not rounded: 2 of 6 is two thirds of the half that the plan asks for, 33,3 is 66,6 % of it."""
    return 100 * part / whole if whole else None


def share_formula(part: str, whole: str) -> str:
    """A percentage as a formula; blank, not 0, where there is nothing to take a part of."""
    return f'=IF({whole}=0,"",100*{part}/{whole})'


def tenths(value: float) -> float:
    """With one decimal as people read it, a half upwards as a spreadsheet's ROUND: 6.25 is 6.3, not `round`'s 6.2."""
    if float(value).is_integer():
        return value
    return copysign(floor(float(f"{abs(10 * value):.12g}") + 0.5) / 10, value)
