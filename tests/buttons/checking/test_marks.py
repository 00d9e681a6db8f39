"""The cells that «Phát hiện» names are coloured where they stand, by one conditional format for each input sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ocop_xl.model import INPUT_TABLES, FindingLine, Product, spec_of
from ocop_xl.rules.listed import cells_by_sheet
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press, rows
from tests.opened import sheet_of


def marks(path: Path, sheet: str) -> list[tuple[str, str]]:
    """Cells and formula of the formats that look into «Phát hiện»."""
    formats = sheet_of(path, sheet).conditional_formatting
    return [(str(one.sqref), rule.formula[0]) for one in formats for rule in one.rules if "dau_" in str(rule)]


@pytest.mark.thorough
def test_every_input_sheet_has_one_over_its_whole_table(demo_file: Path) -> None:
    workbook = load_workbook(demo_file)
    for kind in INPUT_TABLES:
        spec = spec_of(kind)
        first, last = workbook[spec.sheet].tables[spec.name].ref.split(":")
        letters, row = first.rstrip("0123456789"), int(first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        formula = f'ISNUMBER(FIND("|"&ADDRESS(ROW(),COLUMN(),4)&"|",dau_{spec.name}))'
        assert marks(demo_file, spec.sheet) == [(f"{letters}{row + 1}:{last}", formula)]


@pytest.mark.thorough
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


def marked(book: Any) -> dict[str, set[str]]:
    """Sheet by sheet the cells that the texts on «Phát hiện» name, of the tables that have any."""
    names, texts = book.sheets["Phát hiện"].tables["tblDauO"].range.options(ndim=2).value
    return {name: set(text.strip("|").split("|")) for name, text in zip(names, texts, strict=True) if text}


def listed(book: Any) -> dict[str, set[str]]:
    """The same from «Các ô», the column that the list itself keeps."""
    found: dict[str, set[str]] = {}
    tables = {spec_of(kind).sheet: spec_of(kind).name for kind in INPUT_TABLES}
    for row in rows(book, FindingLine):
        for place in (row["cells"] or "").strip("|").split("|"):
            sheet, _, at = place.rpartition("!")
            if sheet in tables:
                found.setdefault(tables[sheet], set()).add(at)
    return found


def test_exactly_the_cells_of_the_list_are_marked(live: Live, live_app: Any, demo_file: Path) -> None:
    """As it was built, and after a check that finds more."""
    book = live(demo_file)
    built = marked(book)
    assert built == listed(book) and built
    cell(book, Product, 1, "potential").value = 6
    press(book, "check_all")
    after = marked(book)
    assert after == listed(book)
    assert after["tblSanPham"] > built["tblSanPham"]


def test_a_text_of_marks_fits_into_a_cell_and_ends_with_a_whole_place() -> None:
    lines = [FindingLine(cells="|".join(["", *(f"Sản phẩm!AB{row}" for row in range(10_000, 16_000)), ""]))]
    [text] = cells_by_sheet(lines).values()
    assert 32_700 < len(text) <= 32_767
    assert text.startswith("|AB10000|AB10001|") and text.endswith("|") and len(text.rsplit("|", 2)[1]) == 7
