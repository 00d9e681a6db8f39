"""What a commune has added to its workbook – columns in our tables, sheets of its own – written as it stood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from ocop_xl.model import Row
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.building.style import INPUT, LINE, Styles
from ocop_xl.sheets.notes import Note

_NOTE_WIDTH, _NOTE_LINE, _NOTE_LETTERS = 260, 16, 38
"""Of a note: its width and a line's height in pixels, and the letters of a line."""
T = TypeVar("T")


class OwnCell(NamedTuple):
    """A cell as it stood: what it showed, the formula that may go along ("" for none), the note on it."""

    value: object
    formula: str = ""
    note: Note | None = None


class OwnColumn(NamedTuple):
    """A column that the commune has added to one of our tables, by the place of its rows in the book."""

    header: str
    cells: Mapping[int, OwnCell]


class OwnSheet(NamedTuple):
    """A sheet of the commune's own: cells by (row, column) counting from 0, widths by column."""

    name: str
    cells: Mapping[tuple[int, int], OwnCell]
    widths: Mapping[int, float]
    state: str = "visible"
    """As a file says it; "hidden" and "veryHidden" stay out of sight."""


@dataclass(slots=True)
class OwnContent:
    """`names` with what they stand for. By the row's identity and the attribute: `unread`, cells of our tables as they
    stood that hold no value of their column, and `notes`."""

    columns: dict[type[Row], list[OwnColumn]] = field(default_factory=dict)
    sheets: list[OwnSheet] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    unread: dict[tuple[int, str], object] = field(default_factory=dict)
    notes: dict[tuple[int, str], Note] = field(default_factory=dict)

    def stand_for(self, copied: Row, row: Row) -> None:
        """What is kept of `row` is kept of its copy too."""
        self.unread.update(_of_copy(self.unread, copied, row))
        self.notes.update(_of_copy(self.notes, copied, row))


def _of_copy(kept: Mapping[tuple[int, str], T], copied: Row, row: Row) -> dict[tuple[int, str], T]:
    return {(id(copied), name): one for (which, name), one in kept.items() if which == id(row)}


def add_own_sheet(workbook: Any, styles: Styles, own: OwnSheet) -> None:
    sheet = workbook.add_worksheet(own.name)
    if own.state == "hidden":
        sheet.hide()
    elif own.state == "veryHidden":
        sheet.very_hidden()
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


def write_note(sheet: Any, at: int, place: int, note: Note) -> None:
    """Wide and high enough for its words: a note that Excel makes shows five lines and hides the rest."""
    lines = sum(1 + len(line) // _NOTE_LETTERS for line in note.text.split("\n"))
    size = {"width": _NOTE_WIDTH, "height": _NOTE_LINE * (1 + lines)}
    sheet.write_comment(at, place, note.text, {"author": note.author, "font_size": 9, **size})


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
    elif value is None and look:
        sheet.write_blank(at, place, None, style)
    elif value is not None:
        sheet.write_string(at, place, str(value), style)
    if cell.note is not None:
        write_note(sheet, at, place, cell.note)


def _format_of(value: object) -> dict[str, object]:
    if isinstance(value, datetime):
        return {"num_format": "dd/mm/yyyy hh:mm" if value.hour or value.minute else "dd/mm/yyyy"}
    if isinstance(value, date):
        return {"num_format": "dd/mm/yyyy"}
    return {"num_format": "hh:mm"} if isinstance(value, (time, timedelta)) else {}
