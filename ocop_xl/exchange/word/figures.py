"""The figures behind a chart: a workbook made anew of the points that the chart draws, at the same places."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime

from ocop_xl.exchange.word.names import value
from ocop_xl.exchange.word.tree import Element, Name, name_of
from ocop_xl.records import NamedTuple

_SHEET = "Sheet1"
_ADDRESS = re.compile(r"(?:'[^']*'|[^!'(),\s]+)!\$?([A-Z]{1,2})\$?(\d{1,5})(?::\$?([A-Z]{1,2})\$?(\d{1,5}))?")
_ASIDE = 700
"""The first column for points whose place cannot be read: a name, several areas."""
_CREATED = datetime(2020, 1, 1)
_MOST_ROWS = 99_999
Cells = dict[tuple[int, int], str | float]


class _Area(NamedTuple):
    """Rows and columns from 0."""

    top: int
    left: int
    bottom: int
    right: int

    def formula(self) -> str:
        """As a chart writes it."""
        first, last = _cell(self.top, self.left), _cell(self.bottom, self.right)
        return f"{_SHEET}!{first}" if first == last else f"{_SHEET}!{first}:{last}"


def figures(chart: Element) -> Cells:
    """Every point that the chart draws; in its tree every formula comes to point to the points' new place."""
    cells: Cells = {}
    aside = _ASIDE
    for reference in [one for one in chart.iter() if name_of(one.tag).local in ("numRef", "strRef", "multiLvlStrRef")]:
        formula = next((one for one in reference if name_of(one.tag) == Name("c", "f")), None)
        if formula is None:
            continue
        levels = list(_levels(reference))
        area = _area(formula.text or "", levels, aside)
        aside += len(levels) if area.left >= aside else 0
        formula.text = area.formula()
        _place(cells, area, levels)
    return cells


def workbook(cells: Cells) -> bytes:
    """What «Edit Data» opens."""
    from xlsxwriter import Workbook

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(content, options) as book:
        book.set_properties({"created": _CREATED})
        sheet = book.add_worksheet(_SHEET)
        for (row, column), what in sorted(cells.items()):
            write = sheet.write_number if isinstance(what, float) else sheet.write_string
            write(row, column, what)
    return content.getvalue()


def _place(cells: Cells, area: _Area, levels: list[dict[int, str | float]]) -> None:
    """Points stand one below the other, or in a single row beside one another; of levels the innermost is rightmost."""
    flat = area.top == area.bottom and len(levels) == 1
    for number, points in enumerate(levels):
        for at, what in points.items():
            row, column = (area.top, area.left + at) if flat else (area.top + at, area.right - number)
            if row <= area.bottom and column <= area.right:
                cells[row, column] = what


def _levels(reference: Element) -> Iterator[dict[int, str | float]]:
    """The points by their numbers; categories of several levels from the innermost outward."""
    levels = [one for one in reference.iter() if name_of(one.tag) == Name("c", "lvl")] or [reference]
    as_number = name_of(reference.tag).local == "numRef"
    for level in levels:
        points: dict[int, str | float] = {}
        for one in level.iter():
            if name_of(one.tag) == Name("c", "pt") and value(one, "idx").isdecimal():
                text = next((part.text or "" for part in one if name_of(part.tag) == Name("c", "v")), "")
                points[int(value(one, "idx"))] = _number(text) if as_number else text
        yield points


def _number(text: str) -> str | float:
    try:
        number = float(text)
    except ValueError:
        return text
    return number if abs(number) < 1e300 else text


def _area(formula: str, levels: list[dict[int, str | float]], aside: int) -> _Area:
    """Where the formula says; where it is no plain area, in columns of their own."""
    found = _ADDRESS.fullmatch(formula)
    if found:
        top, left = int(found[2]) - 1, _column(found[1])
        bottom, right = (int(found[4]) - 1, _column(found[3])) if found[3] else (top, left)
        if 0 <= top <= bottom and left <= right < _ASIDE and (len(levels) == right - left + 1 or top == bottom):
            return _Area(top, left, bottom, right)
    last = max((at for points in levels for at in points), default=0)
    return _Area(0, aside, min(last, _MOST_ROWS), aside + max(len(levels), 1) - 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _cell(row: int, column: int) -> str:
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"${letters}${row + 1}"
