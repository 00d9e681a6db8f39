"""Pressing a button in a test: the desk over a live workbook, and what the user was told."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ocop_xl.buttons.actions import action_of
from ocop_xl.buttons.outcome import Outcome
from ocop_xl.desks.excel import ExcelDesk
from ocop_xl.model import Row, spec_of


def press(book: Any, action: str) -> tuple[Outcome, ExcelDesk]:
    """Run the button's own function as the runner does; the desk counts its blocks."""
    found = action_of(action)
    assert found is not None
    desk = ExcelDesk(book)
    with desk.at_work():
        outcome: Outcome = import_module(f"ocop_xl.buttons.{found.module}").run(desk)
    return outcome, desk


def rows(book: Any, kind: type[Row]) -> list[dict[str, Any]]:
    """The filled rows of a table as they stand in the open workbook, by the model's names."""
    spec = spec_of(kind)
    headers, *lines = book.sheets[spec.sheet].tables[spec.name].range.options(ndim=2).value
    names = {column.header: column.attribute for column in spec.columns}
    found = [dict(zip((names.get(header, header) for header in headers), line, strict=True)) for line in lines]
    return [row for row in found if any(row[c.attribute] is not None for c in spec.inputs if c.attribute in row)]


def cell(book: Any, kind: type[Row], number: int, attribute: str) -> Any:
    """The cell of the table's n-th row, counted from 1; 0 is its header."""
    spec = spec_of(kind)
    area = book.sheets[spec.sheet].tables[spec.name].range
    at = spec.columns.index(spec.column(attribute))
    return book.sheets[spec.sheet].range((area.row + number, area.column + at))
