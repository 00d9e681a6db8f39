"""Who a workbook is: an id that all its copies share, and what later comparisons of two copies need to know."""

from __future__ import annotations

from collections.abc import Mapping

from ocop_xl.records import NamedTuple

PROPERTY = "ocop_so"
"""Custom property of the file that holds the id a second time."""


class Identity(NamedTuple):
    """`bases`: what the workbook held at moments of its past (`changes.bases`), as text; "" where that is lost.
    `exported`: what has been handed out, by kind, in the words of whoever did it, so that a second export knows the
    first."""

    book_id: str
    bases: str = ""
    exported: Mapping[str, str] = {}  # plain, so that a book crosses processes
