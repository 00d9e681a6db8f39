"""The master workbook of Vĩnh Phong, as the repository keeps it and `ocop-xl demo` builds it."""

from __future__ import annotations

from datetime import date

from ocop_xl.demo.books import vinh_phong
from ocop_xl.demo.sample import sample_fields
from ocop_xl.rules.check import check
from ocop_xl.sheets.building.workbook import build_workbook


def demo_workbook(on: date) -> bytes:
    """As it stands on that day, with what the check finds."""
    book = vinh_phong()
    book.lay_out()  # findings name the cells
    return build_workbook(book, on, check(book, on), sample_fields())
