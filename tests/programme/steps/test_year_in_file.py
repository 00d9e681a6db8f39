"""The officer's year through the closed file: written month by month, read back, and what is due is the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ocop_xl.demo.books import vinh_phong
from ocop_xl.programme.agenda.agenda import agenda
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes
from tests.programme.steps.playing import months_of, together
from tests.programme.steps.year import YEAR

BEGIN = date(2026, 1, 1)


@pytest.mark.thorough
def test_each_month_leaves_in_the_file_what_it_leaves_in_memory(tmp_path: Path) -> None:
    """`test_year` shows there, day by day, that each duty appears on its day and disappears when done."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(build_workbook(vinh_phong(), BEGIN))
    book = read_book(path)
    for day, acts in months_of(YEAR):
        changes, in_memory = together(book, acts)
        apply_changes(path, book, changes)
        book = read_book(path)
        assert [due[:9] for due in agenda(book, day)] == [due[:9] for due in agenda(in_memory, day)], day
