"""What a click costs, against a process that only imports xlwings; the workbook answers from memory."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bench.clicks import Case, cases, click, floor
from tests.processor_time import processor_seconds

SLOW_TO_LOAD = {
    "calendar",
    "dataclasses",
    "decimal",
    "hashlib",
    "jinja2",
    "logging",
    "openpyxl",
    "python_calamine",
    "statistics",
}
SLOW_TO_LOAD |= {"xlsxwriter", "xml", "zipfile"}
"""A millisecond and more each, where xlwings does not load it by itself."""
CHECKING = {"changes", "law", "model", "privacy", "programme", "rules", "scoring", "sheets"}
DOORS = {"buttons", "desks", "excel"}
FILES = {"errors", "faults", "records", "vietnamese"}
PAPERS = CHECKING - {"privacy"} | {"jobs", "office", "papers"}
ROOMS = {
    "agenda": {"changes", "law", "model", "programme", "sheets"},
    "check_all": CHECKING,
    "make_papers": PAPERS - {"rules"},
    "next_step": CHECKING - {"privacy"} | {"jobs"},
}
"""Rooms that a button needs, of those behind the doors."""


@pytest.fixture(scope="module")
def clicks(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    return cases(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("clicks"))))


def test_a_button_loads_the_rooms_that_it_needs(clicks: list[Case]) -> None:
    for case in clicks:
        _, report = click(case)
        assert any(case.words in told for told in report["told"]) or not case.words
        rooms = {name.split(".")[1] for name in report["modules"] if name.startswith("ocop_xl.")}
        assert rooms <= ROOMS[case.action] | DOORS | FILES, case.name


def test_a_check_loads_nothing_slow_and_nothing_that_writes_cells(clicks: list[Case]) -> None:
    [check] = [case for case in clicks if case.action == "check_all"]
    loaded = set(click(check)[1]["modules"])
    assert not {"ocop_xl.desks.apply", "ocop_xl.sheets.writing", "ocop_xl.programme.registered.named_figures"} & loaded
    assert not loaded & SLOW_TO_LOAD


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("action", "most"), [("agenda", 1.3), ("next_step", 1.3), ("check_all", 1.3), ("make_papers", 1.7)]
)
def test_a_click_costs_hardly_more_than_importing_xlwings(clicks: list[Case], action: str, most: float) -> None:
    """Processor seconds of seven clicks, one after the other with as many floors."""
    case = next(case for case in clicks if case.action == action)
    mine = bare = 0.0
    for _ in range(7):
        begun = processor_seconds()
        _, report = click(case)
        clicked = processor_seconds()
        floor()
        mine += clicked - begun - report["host_work"]
        bare += processor_seconds() - clicked
    assert mine < most * bare
