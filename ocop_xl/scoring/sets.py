"""Which criteria set scores what."""

from __future__ import annotations

from ocop_xl.law.criteria import CriteriaSet, NoCriteriaSet, criteria_set
from ocop_xl.model import Book


def set_named(book: Book, code: str | None) -> CriteriaSet | None:
    """The set of that code, shipped or loaded into the book; None if there is none."""
    try:
        return criteria_set((code or "").upper())
    except NoCriteriaSet:
        return None
