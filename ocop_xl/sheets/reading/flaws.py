"""Cells whose value the reading library hides: errors (`#N/A`) and formulas that were never calculated.

Both come back from it as blanks. Most sheets have none, so the search starts from byte strings that only such cells
contain and costs next to nothing otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

from ocop_xl.sheets.area import column_index

# None of these looks further than the next tag, so that rubbish costs no more time than sense.
_SAYS_ERROR = rb"<c ([^<>]*)>(?:<f[^<>]*/>)?<v>(#[^<]*)</v>"
_ERROR_TYPE = rb"""\bt=["']e["']"""
_ADDRESS = rb"""\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']"""
_TEXT_TYPE = rb"""\bt\s*=\s*["']str["']"""
_FORMULA = rb"<f(?: [^<>]*[^/<>])?>[^<]*</f>"
_MARK = b"<f/>"
_NO_VALUE = (b"</c>", b"<v></v>", b"<v/>", b"<v />")
_SHARED = rb"<c ([^<>]*)><f [^<>]*/>(?:</c>|<v></v>|<v ?/>)"


class Flaw(NamedTuple):
    """Row from 1, column from 0; `text` is the error as Excel shows it, empty for a formula without a value."""

    row: int
    column: int
    text: str


def error_cells(cells: bytes) -> list[Flaw]:
    """The cells that hold an error, in a sheet's XML without formulas."""
    if b't="e"' not in cells and not (b"'" in cells and b"t='e'" in cells):
        return []
    found = []
    for cell in re.finditer(_SAYS_ERROR, cells):
        if re.search(_ERROR_TYPE, cell[1]):
            row, column = _address(cell[1])
            found.append(Flaw(row, column, cell[2].decode("utf-8", "replace")))
    return found


def without_formulas(xml: bytes) -> tuple[bytes, list[bytes]]:
    """A sheet's XML less the text of its formulas, and the tags of the formula cells that have no value.

    Only values are read, and in a workbook full of live columns the formulas are most of the bytes. The tags are sifted
    by `unvalued_cells` once the input columns are known: in live columns a missing value is normal.
    """
    short = re.sub(_FORMULA, _MARK, xml)
    pieces = short.split(_MARK)
    tags = []
    for before, after in pairwise(pieces):
        if after.startswith(_NO_VALUE):
            start = before.rfind(b"<c ") + 3
            tags.append(before[start : before.find(b">", start)])
    # A formula shared with the cell above has no text of its own; a program that calculates none leaves all without.
    if tags and b'"shared"' in xml:
        tags += re.findall(_SHARED, xml)
    return short, tags


def unvalued_cells(tags: list[bytes], letters: Collection[str]) -> list[Flaw]:
    """Those of the tags that stand in the columns of these letters.

    A text formula (`t="str"`) with an empty value has been calculated: its answer is the empty text.
    """
    starts = tuple(f'r="{letter}'.encode() for letter in letters)
    found = []
    for tag in tags:
        if tag.startswith(starts) and not re.search(_TEXT_TYPE, tag):
            found.append(Flaw(*_address(tag), ""))
    return found


def _address(tag: bytes) -> tuple[int, int]:
    """Row and column, (0, -1) for a cell without an address."""
    address = re.search(_ADDRESS, tag)
    return (int(address[2]), column_index(address[1].decode())) if address else (0, -1)
