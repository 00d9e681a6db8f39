"""Money: what the rows of «Hỗ trợ» come to, beside what «Kinh phí» says was spent. Million đồng."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Budget, Support
from ocop_xl.programme.participation import finished


def paid_for_supports(book: Book, budget: Budget, on: date) -> float:
    """Of the help that was finished in that year, by the day, and names that source: what it cost."""
    return sum(
        (
            work.cost or 0
            for work in book[Support]
            if budget.source and work.funding == budget.source and work.done and work.done.year == budget.year
            if finished(work, on)
        ),
        0.0,
    )
