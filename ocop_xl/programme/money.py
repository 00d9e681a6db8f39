"""Money: what the rows of «Hỗ trợ» come to, beside what «Kinh phí» says was spent. Million đồng."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from ocop_xl.model import Book, Budget, Support
from ocop_xl.programme.participation import finished


def paid_by_source(book: Book, on: date) -> dict[tuple[str, int], float]:
    """What the help cost that was finished by the day, by the source it names and the year it was finished in."""
    paid: dict[tuple[str, int], float] = defaultdict(float)
    for work in book[Support]:
        if work.funding and work.done and finished(work, on):
            paid[work.funding, work.done.year] += work.cost or 0
    return dict(paid)


def paid_for_supports(book: Book, budget: Budget, on: date) -> float:
    """Of that, what falls to one row of «Kinh phí»."""
    return paid_by_source(book, on).get((budget.source or "", budget.year or 0), 0.0)
