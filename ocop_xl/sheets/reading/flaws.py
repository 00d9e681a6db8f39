"""Cells whose value the reading library hides: errors (`#N/A`) and formulas that were never calculated.

Both come back from it as blanks; `sheet_xml` finds them in the XML.
"""

from __future__ import annotations

from typing import Any

from ocop_xl.changes.wording import in_words
from ocop_xl.model.column import Column
from ocop_xl.records import NamedTuple


class Flaw(NamedTuple):
    """Row from 1, column from 0; `text` is the error as Excel shows it, empty for a formula without a value."""

    row: int
    column: int
    text: str


def cell_in_words(cell: Any, column: Column) -> str:
    """The journal's words for what a cell holds; an error as it is shown."""
    return cell.text if isinstance(cell, Flaw) else in_words(cell, column)
