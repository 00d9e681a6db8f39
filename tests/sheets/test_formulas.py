"""Excel's formulas and Python's figures agree, cell by cell, in two independent spreadsheet engines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import ironcalc
import pytest
from openpyxl import load_workbook
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from ocop_xl.demo.books import empty_commune
from ocop_xl.model import Commune
from ocop_xl.sheets.building.workbook import build_workbook
from tests.busy_commune import busy_commune, untidy_commune

TODAY = date.today()  # the workbook's own day is TODAY(): both engines know no other


@pytest.fixture(
    scope="module",
    params=["busy", "untidy", *(pytest.param(one, marks=pytest.mark.thorough) for one in ("empty", "another day"))],
)
def workbook(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook whose cached values are Python's; «Ngày tính» set in one case, so that the day is not today."""
    day = date(2029, 2, 28) if request.param == "another day" else TODAY
    makers = {"empty": lambda day: empty_commune(), "untidy": untidy_commune}
    book = makers.get(request.param, busy_commune)(day)
    if request.param == "another day":
        book[Commune][0].as_of = day
    path = tmp_path_factory.mktemp("formulas") / "so.xlsx"
    path.write_bytes(build_workbook(book, day))
    return path


def formulas(path: Path) -> Iterator[tuple[int, str, str, str, object]]:
    """Sheet number and name, cell, formula and the value that Python stored for every formula cell."""
    asked, stored = load_workbook(path), load_workbook(path, data_only=True)
    for number, sheet in enumerate(asked.worksheets):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield (
                        number,
                        sheet.title,
                        cell.coordinate,
                        str(cell.value),
                        stored.worksheets[number][cell.coordinate].value,
                    )


def same(ours: object, theirs: object) -> bool:
    if isinstance(ours, (datetime, date)):
        ours = ours.toordinal() - 693594
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return abs(ours - theirs) < 1e-9
    return (ours or "") == (theirs or "")


def test_ironcalc_computes_what_python_stored(workbook: Path) -> None:
    engine = ironcalc.load_from_xlsx(str(workbook), "en", "UTC", "en")
    engine.evaluate()
    checked, wrong = 0, []
    for number, sheet, place, formula, ours in formulas(workbook):
        cell = row_and_column(place)
        theirs = engine.get_cell_value(number, *cell)
        checked += 1
        if not same(ours, theirs):
            wrong.append(f"{sheet}!{place} {formula}: Python {ours!r}, ironcalc {theirs!r}")
    assert not wrong, "\n".join(wrong[:20])
    assert checked > 900


def test_libreoffice_computes_what_python_stored(workbook: Path, office) -> None:  # type: ignore[no-untyped-def]
    recalculated = load_workbook(office(workbook, "xlsx"), data_only=True)
    wrong = []
    for number, sheet, place, formula, ours in formulas(workbook):
        theirs = recalculated.worksheets[number][place].value
        if isinstance(theirs, (datetime, date)):
            theirs = theirs.toordinal() - 693594
        if not same(ours, theirs):
            wrong.append(f"{sheet}!{place} {formula}: Python {ours!r}, LibreOffice {theirs!r}")
    assert not wrong, "\n".join(wrong[:20])


def row_and_column(place: str) -> tuple[int, int]:
    letters, row = coordinate_from_string(place)
    return row, column_index_from_string(letters)
