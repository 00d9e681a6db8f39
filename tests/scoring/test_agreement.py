"""Python's scores are the workbook's: every set, any answers, in two spreadsheet engines.

The figures that Excel computes on «Kết quả chấm» are recomputed by ironcalc and by LibreOffice from a built workbook,
and held against `score`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import ironcalc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ocop_xl.law.criteria import CriteriaSet, criteria_set
from ocop_xl.law.sectors import PRODUCT_SETS
from ocop_xl.model import Book, Commune, Dossier, ScoreLine, ScoreSheet, spec_of
from ocop_xl.model import choices as c
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.scoring import Answer, Score, score
from ocop_xl.scoring.lay_out import lines_for, new_sheet
from ocop_xl.sheets.building.workbook import build_workbook
from tests.scoring.criteria_answers import Chosen, answers_of_total, answers_to, best, one_short

SETS = [criteria_set(item.code) for item in PRODUCT_SETS]
FIGURES = ("answered", "part_a", "part_b", "part_c", "total", "stars_by_points", "stars_by_minima", "stars")
Sheets = list[tuple[CriteriaSet, Chosen]]


def python_says(chosen_set: CriteriaSet, chosen: Chosen) -> list[object]:
    found: Score = score(chosen_set, {code: Answer(o.points, o.case_letter) for code, o in chosen.items()})
    assert not found.bad
    if not found.answered:
        return [0, "", "", "", "", "", "", ""]
    parts = found.parts
    figures = (found.total, found.stars_by_points, found.stars_by_minima, found.stars)
    return [found.answered, parts["A"], parts["B"], parts["C"], *figures]


def workbook_of(sheets: Sheets, path: Path) -> Path:
    """A workbook with one score sheet for each set of answers. Its stored figures are not asked: engines recompute."""
    book = Book()
    book[Commune], book[Dossier] = [Commune()], [Dossier(id="HS01")]
    for chosen_set, chosen in sheets:
        sheet = new_sheet(book, "HS01", chosen_set, c.SCORER_COMMUNE)
        lines = lines_for(sheet, chosen_set)
        for line in lines:
            level = chosen.get(str(line.criterion))
            line.level = level.label if level else None
        book[ScoreSheet], book[ScoreLine] = [*book[ScoreSheet], sheet], [*book[ScoreLine], *lines]
    path.write_bytes(build_workbook(book, date(2026, 11, 24)))
    return path


def places(count: int) -> Iterator[list[tuple[int, int]]]:
    """Row and column of every figure, one list for each score sheet."""
    columns = spec_of(ScoreSheet).columns
    at = [columns.index(spec_of(ScoreSheet).column(name)) + 1 for name in FIGURES]
    for row in range(HEADER_ROW + 1, HEADER_ROW + 1 + count):
        yield [(row, column) for column in at]


def assert_agreement(sheets: Sheets, computed: list[list[object]]) -> None:
    wrong = [
        f"{chosen_set.code} {[(code, o.points) for code, o in chosen.items()]}: Python {ours}, workbook {theirs}"
        for (chosen_set, chosen), theirs in zip(sheets, computed, strict=True)
        if (ours := python_says(chosen_set, chosen)) != [value if value is not None else "" for value in theirs]
    ]
    assert not wrong, "\n".join(wrong[:5])


def by_ironcalc(path: Path, count: int) -> list[list[object]]:
    engine = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    engine.evaluate()
    number = load_workbook(path, read_only=True).sheetnames.index(spec_of(ScoreSheet).sheet)
    return [[engine.get_cell_value(number, *place) for place in row] for row in places(count)]


EDGES: dict[str, Callable[[CriteriaSet], Chosen]] = {
    "exactly 50": lambda chosen: answers_of_total(chosen, 50, chosen.minima(3)),
    "one minimum of 3 sao short": lambda chosen: one_short(chosen, 3),
    "exactly 90": lambda chosen: answers_of_total(chosen, 90, chosen.minima(3) | chosen.minima(4) | chosen.minima(5)),
    "one minimum of 5 sao short": lambda chosen: one_short(chosen, 5),
    "exactly 70": lambda chosen: answers_of_total(chosen, 70, chosen.minima(3) | chosen.minima(4)),
    "one minimum of 4 sao short": lambda chosen: one_short(chosen, 4),
    "49": lambda chosen: answers_of_total(chosen, 49, chosen.minima(3)),
    "100": best,
}


@pytest.fixture(scope="module", params=[1, pytest.param(4, marks=pytest.mark.thorough)], ids="{} for a set".format)
def edges(request: pytest.FixtureRequest) -> Sheets:
    """Each edge is met by three sets or, thoroughly, by thirteen."""
    kinds = itertools.cycle(EDGES.values())
    return [(chosen, next(kinds)(chosen)) for chosen in SETS for _ in range(request.param)]


@pytest.fixture(scope="module")
def edge_workbook(edges: Sheets, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workbook_of(edges, tmp_path_factory.mktemp("edges") / "so.xlsx")


def test_the_edges_are_what_they_are_called() -> None:
    """By hand: 50, 70 and 90 points with all their minima are 3, 4 and 5 sao; one minimum short costs a rank or more."""
    chosen = criteria_set("QD26-08")
    given = {name: {code: o.points for code, o in edge(chosen).items()} for name, edge in EDGES.items()}
    assert {name: score(chosen, answers).stars for name, answers in given.items()} == {
        "exactly 50": 3,
        "one minimum of 3 sao short": 2,
        "exactly 90": 5,
        "one minimum of 5 sao short": 4,
        "exactly 70": 4,
        "one minimum of 4 sao short": 3,
        "49": 2,
        "100": 5,
    }


def test_ironcalc_agrees_at_the_edges_of_every_set(edges: Sheets, edge_workbook: Path) -> None:
    assert_agreement(edges, by_ironcalc(edge_workbook, len(edges)))


@pytest.mark.thorough
def test_libreoffice_agrees_at_the_edges_of_every_set(edges: Sheets, edge_workbook: Path, office) -> None:  # type: ignore[no-untyped-def]
    sheet = load_workbook(office(edge_workbook, "xlsx"), data_only=True)[spec_of(ScoreSheet).sheet]
    computed = [[sheet.cell(*place).value for place in row] for row in places(len(edges))]
    assert_agreement(edges, computed)


@pytest.mark.thorough
@settings(max_examples=4)
@given(chosen=st.tuples(*(answers_to(one) for one in SETS)))
def test_ironcalc_agrees_on_any_answers(chosen: tuple[Chosen, ...], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every example answers all 26 sets at once."""
    sheets = list(zip(SETS, chosen, strict=True))
    path = workbook_of(sheets, tmp_path_factory.mktemp("any") / "so.xlsx")
    assert_agreement(sheets, by_ironcalc(path, len(sheets)))
