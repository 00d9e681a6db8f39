"""What any sheet that we build is made of: a value in its cell, a row of the height of its texts, a head."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ocop_xl.model.table import PURPOSE_ROW, TITLE_ROW
from ocop_xl.sheets.building.style import Styles
from ocop_xl.sheets.vocabulary import quoted

_LINE_HEIGHT = 15  # points


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
    sheet.set_row(TITLE_ROW - 1, 30)
    sheet.write_string(TITLE_ROW - 1, 0, title, styles.title)
    sheet.write_string(PURPOSE_ROW - 1, 0, purpose, styles.purpose)
    sheet.write_url(PURPOSE_ROW, 0, f"internal:{quoted(front)}!A1", styles.link, f"← {front}")


def fit_height(sheet: Any, number: int, texts: Sequence[tuple[object, int]]) -> None:
    """Give a row the height its longest wrapped text needs: not every program fits rows when it opens a file."""
    lines = max((_lines(text, width) for text, width in texts if isinstance(text, str)), default=1)
    if lines > 1:
        sheet.set_row(number - 1, _LINE_HEIGHT * lines + 6)


def _lines(text: str, width: int) -> int:
    return sum(1 + int(len(line) / (width * 1.05)) for line in text.split("\n"))
