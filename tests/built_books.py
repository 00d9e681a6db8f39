"""The workbooks that many tests start from, each built once in a run: building one takes as long as a dozen tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from ocop_xl.model import Book
from ocop_xl.sheets.building.workbook import build_workbook


@cache
def built(make: Callable[[], Book], on: date) -> bytes:
    """The workbook of the book that `make` makes, as it stands on that day."""
    return build_workbook(make(), on)
