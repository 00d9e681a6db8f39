"""Excel's formulas and Python's figures agree, cell by cell, in two independent spreadsheet engines."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ocop_xl.demo.books import empty_commune
from ocop_xl.sheets.building.workbook import build_workbook
from tests.conftest import Convert
from tests.engines import by_ironcalc, by_libreoffice, differences, formulas
from tests.formula_books import BOOKS, MAKERS, built_for


@pytest.fixture(
    scope="module",
    params=[pytest.param((name, None), marks=() if name in BOOKS else pytest.mark.thorough) for name in MAKERS]
    + [
        pytest.param(("busy", date(2029, 2, 28)), marks=pytest.mark.thorough),
        pytest.param(("duties", date(2026, 3, 10)), marks=pytest.mark.thorough),
        pytest.param(("duties", date(2027, 6, 21)), marks=pytest.mark.thorough),
    ],
    ids=lambda given: f"{given[0]} {given[1] or ''}".strip(),
)
def workbook(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook whose cached values are Python's."""
    book, day = built_for(*request.param)
    path = tmp_path_factory.mktemp("formulas") / "so.xlsx"
    path.write_bytes(build_workbook(book, day))
    return path


def test_ironcalc_computes_what_python_stored(workbook: Path) -> None:
    cells = list(formulas(workbook))
    assert len(cells) > 900
    assert differences(cells, by_ironcalc(workbook)) == ""


def test_libreoffice_computes_what_python_stored(workbook: Path, office: Convert) -> None:
    cells = list(formulas(workbook))
    assert len(cells) > 900
    assert differences(cells, by_libreoffice(office(workbook, "xlsx"))) == ""


def test_without_a_day_of_its_own_the_workbook_takes_today(tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(build_workbook(empty_commune(), today := datetime.now(UTC).date()))
    (cell,) = (cell for cell in formulas(path, ["Tổng quan"]) if "TODAY()" in cell.formula)
    computed = by_ironcalc(path)(cell)
    assert computed in (today.toordinal() - 693594, datetime.now(UTC).date().toordinal() - 693594)  # or past midnight
