"""The books on which every formula is asked, each reckoned on its own «Ngày tính»."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ocop_xl.demo.books import DEMO_DAY, empty_commune
from ocop_xl.model import Book
from tests.busy_commune import busy_commune, untidy_commune
from tests.edge_commune import EDGE_DAY, edge_commune
from tests.planted_duties import planted_commune

MAKERS: dict[str, Callable[[date], Book]] = {
    "untidy": untidy_commune,
    "edges": edge_commune,
    "busy": busy_commune,
    "empty": lambda on: empty_commune(),
    "duties": lambda on: planted_commune(),
}
BOOKS = ("edges",)
"""That of `make test`: what stands at the edges of every rule; the others are asked thoroughly."""


def built_for(name: str, on: date | None = None) -> tuple[Book, date]:
    """The book as of that day, whatever the calendar says: a spreadsheet engine's day need not be this machine's."""
    on = on or (EDGE_DAY if name == "edges" else DEMO_DAY)
    book = MAKERS[name](on)
    book.commune.as_of = on
    return book, on
