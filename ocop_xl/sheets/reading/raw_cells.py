"""Cells of a file as they are typed, for who must say what a cell held, not what it means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ocop_xl.office.guard import Package
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.reading.cells import Sheets
from ocop_xl.sheets.reading.outline import outline

Place = tuple[str, int, int]
"""Title of the sheet, row from 1, column from 0."""


def raw_cells(package: Package, places: Iterable[Place]) -> dict[Place, Any]:
    """What the cells of these places hold; blank ones are `""`, errors `Flaw`s."""
    wanted: dict[str, list[Place]] = {}
    for place in places:
        wanted.setdefault(place[0], []).append(place)
    sheets = Sheets(package, outline(package))
    plans = [plan for plan in sheets.plan.sheets if plan.part and plan.name in wanted]
    looked = [(sheets.look(plan, closely=True), _hull(wanted[plan.name])) for plan in plans]
    found: dict[Place, Any] = {}
    for (sheet, area), values in zip(looked, sheets.values(looked) if looked else (), strict=True):
        mine = wanted[sheet.plan.name]
        found |= {place: values[place[1] - area.top][place[2] - area.left] for place in mine}
        flaws = {(sheet.plan.name, flaw.row, flaw.column): flaw for flaw in sheet.flaws if flaw.text}
        found |= {place: flaws[place] for place in mine if place in flaws}
    return found


def _hull(places: list[Place]) -> Area:
    rows, columns = [place[1] for place in places], [place[2] for place in places]
    return Area(min(rows), min(columns), max(rows), max(columns))
