"""The cells that «Phát hiện» names are coloured where they stand, by one conditional format for each input sheet."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ocop_xl.model import INPUT_TABLES, Product, spec_of
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press


def marks(path: Path, sheet: str) -> list[tuple[str, str]]:
    """Cells and formula of the formats that look into «Phát hiện»."""
    formats = load_workbook(BytesIO(path.read_bytes()))[sheet].conditional_formatting
    return [(str(one.sqref), rule.formula[0]) for one in formats for rule in one.rules if "noi_phat_hien" in str(rule)]


@pytest.mark.thorough
def test_every_input_sheet_has_one_over_its_whole_table(demo_file: Path) -> None:
    workbook = load_workbook(demo_file)
    for kind in INPUT_TABLES:
        spec = spec_of(kind)
        first, last = workbook[spec.sheet].tables[spec.name].ref.split(":")
        letters, row = first.rstrip("0123456789"), int(first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        formula = f'COUNTIF(noi_phat_hien,"*|{spec.sheet}!"&ADDRESS(ROW(),COLUMN(),4)&"|*")>0'
        assert marks(demo_file, spec.sheet) == [(f"{letters}{row + 1}:{last}", formula)]


def test_it_marks_what_the_last_check_listed(live: Live, live_app: Any, demo_file: Path) -> None:
    """The format's own formula, computed by LibreOffice for a cell that is right, then wrong, then right again."""
    book = live(demo_file)
    potential = cell(book, Product, 1, "potential")
    probe = book.sheets["Sản phẩm"].range("BA1")
    formula = marks(demo_file, "Sản phẩm")[0][1].replace("ROW()", str(potential.row))
    seen = []
    for stars in (3, 6, 3):
        potential.value = stars
        press(book, "check_all")
        probe.formula = f"={formula.replace('COLUMN()', str(potential.column))}"
        seen.append(bool(probe.value))
        probe.clear()
    assert seen == [False, True, False]
