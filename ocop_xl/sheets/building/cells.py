"""What any sheet that we build is made of: a value in its cell, a row of the height of its texts, a head."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from textwrap import wrap
from typing import Any

from xlsxwriter.worksheet import Worksheet

from ocop_xl.model.table import PURPOSE_ROW, TITLE_ROW
from ocop_xl.sheets.building.style import Styles
from ocop_xl.sheets.vocabulary import quoted

_LINE_HEIGHT, _TITLE_HEIGHT = 15, 30  # points
HEAD_HEIGHT = _TITLE_HEIGHT + 2 * _LINE_HEIGHT
"""Of what stands above a table: title, purpose, the way back."""
_LETTERS = 1.05
"""Letters of running text for each unit of a column's width, which is that of a digit."""


class FittedSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet with rows that are as high as their texts and grow with what is typed.

    Excel fits a row when somebody types, not when it opens a file: until then the row has the height suggested here.
    LibreOffice fits it at both. XlsxWriter's own heights are fixed for good.

    Formulas are written as the file keeps them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._suggested: set[int] = set()

    def suggest_height(self, row: int, points: float) -> None:
        self.set_row(row, points)
        self._suggested.add(row + 1)

    def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, Any]]) -> None:
        if tag == "row" and dict(attributes)["r"] in self._suggested:
            attributes = [fact for fact in attributes if fact[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        """XlsxWriter goes over each formula with thirty patterns, for functions newer than the file format: a third of
        a build. Ours use none, and those of a commune's own columns have their prefix from the file they stood in."""
        return formula.removeprefix("=")


def write_value(sheet: Any, at: int, place: int, value: object, style: Any) -> None:
    """Text is always written as text: what begins with `=` stays what was typed."""
    if value is None or value == "":
        sheet.write_blank(at, place, None, style)
    elif isinstance(value, str):
        sheet.write_string(at, place, value, style)
    elif isinstance(value, date):
        sheet.write_datetime(at, place, value, style)
    else:
        sheet.write_number(at, place, value, style)


def write_page_head(sheet: Any, styles: Styles, title: str, purpose: str, front: str) -> None:
    """Title, purpose and the way back to the sheet `front`."""
    sheet.hide_gridlines(2)
    sheet.set_row(TITLE_ROW - 1, _TITLE_HEIGHT)
    sheet.write_string(TITLE_ROW - 1, 0, title, styles.title)
    sheet.write_string(PURPOSE_ROW - 1, 0, purpose, styles.purpose)
    sheet.write_url(PURPOSE_ROW, 0, f"internal:{quoted(front)}!A1", styles.link, f"← {front}")


def leave_out_of_prints(sheet: Any) -> None:
    """Hundreds of pages to look things up stay out when the whole workbook is printed: the area to print is a cell
    without content in the head. What is selected can still be printed."""
    sheet.print_area(PURPOSE_ROW, 9, PURPOSE_ROW, 9)


def fit_height(sheet: FittedSheet, number: int, texts: Sequence[tuple[object, int]]) -> None:
    """Suggest the height that the longest wrapped text of a row needs; beside each text stands its column's width."""
    sheet.suggest_height(number - 1, height_of(lines_needed(texts)))


def height_of(lines: int) -> int:
    """Of a row, in points."""
    return _LINE_HEIGHT * lines + 6


def lines_needed(texts: Iterable[tuple[object, int]]) -> int:
    return max((_lines(text, width) for text, width in texts if isinstance(text, str)), default=1)


@lru_cache(maxsize=8_192)
def _lines(text: str, width: int) -> int:
    """Remembered: criteria and helps are the same in every workbook, and wrapping them is a tenth of building one."""
    room = int(width * _LETTERS)
    if len(text) <= room and "\n" not in text:
        return 1
    return sum(1 if len(line) <= room else len(wrap(line, room)) for line in text.split("\n"))
