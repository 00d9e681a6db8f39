"""A workbook's formulas recomputed by two independent spreadsheet programs, held against the values stored beside them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import ironcalc
from defusedxml.ElementTree import fromstring
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class FormulaCell(NamedTuple):
    """`number` is the sheet's, from 0; `stored` the value beside the formula: a date is its serial number, a blank cell
    an empty text."""

    number: int
    sheet: str
    place: str
    formula: str
    stored: float | bool | str


Engine = Callable[[FormulaCell], object]


def formulas(path: Path, sheets: Collection[str] = ()) -> Iterator[FormulaCell]:
    """Every formula cell of the workbook, or of these sheets; but those that ask how this PC reads a date, which no two
    engines need to answer alike."""
    with ZipFile(path) as package:
        links = fromstring(package.read("xl/_rels/workbook.xml.rels"))
        targets = {link.get("Id"): link.get("Target", "").removeprefix("/xl/") for link in links}
        for number, sheet in enumerate(fromstring(package.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")):
            name = sheet.get("name", "")
            if not sheets or name in sheets:
                for cell in fromstring(package.read(f"xl/{targets[sheet.get(_ID)]}")).iter(f"{_MAIN}c"):
                    formula = cell.find(f"{_MAIN}f")
                    if formula is not None and "DATEVALUE" not in (formula.text or ""):
                        yield FormulaCell(number, name, cell.get("r", ""), formula.text or "", _value(cell))


def _value(cell: Element) -> float | bool | str:
    text = cell.findtext(f"{_MAIN}v") or ""
    match cell.get("t", "n"):
        case "n" if text:
            return float(text)
        case "b":
            return text == "1"
    return text


def by_ironcalc(path: Path) -> Engine:
    """Its TODAY() is the day in UTC: books whose figures are asked say their own «Ngày tính»."""
    engine = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    engine.evaluate()
    return lambda cell: engine.get_cell_value(cell.number, *row_and_column(cell.place))


def by_libreoffice(recalculated: Path) -> Engine:
    """From a workbook that LibreOffice has recomputed and saved (fixture `office`)."""
    computed = {(cell.sheet, cell.place): cell.stored for cell in formulas(recalculated)}
    return lambda cell: computed[cell.sheet, cell.place]


def differences(cells: Collection[FormulaCell], engine: Engine) -> str:
    """A line for each cell whose stored value the engine does not come to, at most 20; `""` when they agree."""
    wrong = [
        f"{cell.sheet}!{cell.place} {cell.formula}: stored {cell.stored!r}, computed {computed!r}"
        for cell in cells
        if not same(cell.stored, computed := engine(cell))
    ]
    return "\n".join(wrong[:20])


def same(ours: object, theirs: object) -> bool:
    """Equal as an officer sees them: a blank cell is an empty text, and 0 is not blank."""
    ours, theirs = ("" if value is None else value for value in (ours, theirs))
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return abs(ours - theirs) < 1e-9
    return ours == theirs


def row_and_column(place: str) -> tuple[int, int]:
    """`C5` → (5, 3)."""
    letters, row = coordinate_from_string(place)
    return row, column_index_from_string(letters)
