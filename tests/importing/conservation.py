"""The law of conservation: each filled cell of a source, and each line around its tables, is used or listed."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.model import Book, Channel, Producer, Product, Recognition, Training, TrainingClass
from ocop_xl.sheets.importing.proposal import Proposal
from ocop_xl.sheets.importing.sources.open_source import open_source
from ocop_xl.sheets.importing.tables.find_table import find_tables


def unaccounted(source: Path, proposal: Proposal) -> set[str]:
    """Addresses that are neither used nor listed. A sheet that holds no list is listed as a whole."""
    read = open_source(source)
    tables = find_tables(read).tables
    of_a_list = {id(table.grid) for table in tables}
    passed_over = {
        cell.address for grid in read.grids if id(grid) not in of_a_list for row in grid.rows for cell in row
    }
    filled = {cell.address for cell in read.cells()} - passed_over
    return filled - {cell.address for cell in (*proposal.placed, *proposal.unplaced, *proposal.around)}


def with_proposed(book: Book, proposal: Proposal) -> Book:
    """The book after the proposal's new rows were taken in; filled cells of old rows are not its matter."""
    after = Book()
    for kind in (Producer, Product, Recognition, TrainingClass, Training, Channel):
        after[kind] = [*book[kind], *proposal.of(kind)]
    return after
