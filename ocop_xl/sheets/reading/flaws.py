"""Cells whose value the reading library hides: errors (`#N/A`) and formulas that were never calculated.

Both come back from it as blanks; `sheet_xml` finds them in the XML.
"""

from __future__ import annotations

from typing import NamedTuple


class Flaw(NamedTuple):
    """Row from 1, column from 0; `text` is the error as Excel shows it, empty for a formula without a value."""

    row: int
    column: int
    text: str
