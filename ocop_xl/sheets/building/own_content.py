"""What a commune has added to its workbook – columns in our tables, sheets of its own – written as it stood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from ocop_xl.model import Row
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.building.style import INPUT, LINE, Styles


class OwnCell(NamedTuple):
    """A cell as it stood: what it showed, and the formula that may go along; "" for none."""

    value: object
    formula: str = ""


class OwnColumn(NamedTuple):
    """A column that the commune has added to one of our tables, by the place of its rows in the book."""

    header: str
    cells: Mapping[int, OwnCell]


class OwnSheet(NamedTuple):
    """A sheet of the commune's own: cells by (row, column) counting from 0, widths by column."""

    name: str
    cells: Mapping[tuple[int, int], OwnCell]
    widths: Mapping[int, float]


@dataclass(slots=True)
class OwnContent:
    """`unread`: cells of our tables that hold no value of their column, kept as they stood; by the row's identity and
    the attribute."""

    columns: dict[type[Row], list[OwnColumn]] = field(default_factory=dict)
    sheets: list[OwnSheet] = field(default_factory=list)
    unread: dict[tuple[int, str], object] = field(default_factory=dict)

    def stand_for(self, copied: Row, row: Row) -> None:
        """The cells of `row` that hold no value are those of its copy too."""
        found = {(id(copied), name): cell for (which, name), cell in self.unread.items() if which == id(row)}
        self.unread.update(found)


def add_own_sheet(workbook: Any, styles: Styles, own: OwnSheet) -> None:
    sheet = workbook.add_worksheet(own.name)
    for column, width in own.widths.items():
        sheet.set_column(column, column, width)
    for (row, column), cell in own.cells.items():
        write_own(sheet, row, column, cell, styles, {})


def write_unread(sheet: Any, at: int, place: int, value: object, style: Any, styles: Styles) -> None:
    """No value of its column. A date keeps its own look: under the column's it would be a bare number."""
    if isinstance(value, str):
        sheet.write_string(at, place, value, style)
    else:
        write_in_table(sheet, at, place, OwnCell(value), styles)


def write_in_table(sheet: Any, at: int, place: int, cell: OwnCell | None, styles: Styles) -> None:
    """A cell of an own column, which looks like its neighbours; blank ones too."""
    look: dict[str, object] = {"bg_color": INPUT, "border": 1, "border_color": LINE, "text_wrap": True}
    if cell is None:
        sheet.write_blank(at, place, None, styles.make(**look))
    else:
        write_own(sheet, at, place, cell, styles, look)


def write_own(sheet: Any, at: int, place: int, cell: OwnCell, styles: Styles, look: dict[str, object]) -> None:
    """Text stays text, whatever it begins with; a formula comes with what it showed."""
    value = cell.value
    style = styles.make(**(look | _format_of(value)))
    shown = value if isinstance(value, (str, int, float)) else ""
    if cell.formula:
        sheet.write_formula(at, place, cell.formula, style, shown)
    elif isinstance(value, bool):
        sheet.write_boolean(at, place, value, style)
    elif isinstance(value, (int, float)):
        sheet.write_number(at, place, value, style)
    elif isinstance(value, (date, time, timedelta)):
        sheet.write_datetime(at, place, value, style)
    elif value is not None:
        sheet.write_string(at, place, str(value), style)


def _format_of(value: object) -> dict[str, object]:
    if isinstance(value, datetime):
        return {"num_format": "dd/mm/yyyy hh:mm" if value.hour or value.minute else "dd/mm/yyyy"}
    if isinstance(value, date):
        return {"num_format": "dd/mm/yyyy"}
    return {"num_format": "hh:mm"} if isinstance(value, (time, timedelta)) else {}
