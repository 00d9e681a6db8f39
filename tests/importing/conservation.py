"""The law of conservation: each filled cell of a source's tables is used or listed as not placed."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.model import Book, Producer, Product, Recognition
from ocop_xl.sheets.importing.proposal import Proposal
from ocop_xl.sheets.importing.sources.open_source import read_grids
from ocop_xl.sheets.importing.tables.find_table import find_tables


def unaccounted(source: Path, proposal: Proposal) -> set[str]:
    """Addresses that are neither used nor listed."""
    tables = find_tables(read_grids(source), source.name)
    filled = {cell.address for table in tables for cell in table.grid.filled(table.header_row)}
    return filled - {cell.address for cell in (*proposal.placed, *proposal.unplaced)}


def with_proposed(book: Book, proposal: Proposal) -> Book:
    """The book after the proposal's new rows were taken in; filled cells of old rows are not its matter."""
    after = Book()
    for kind in (Producer, Product, Recognition):
        after[kind] = [*book[kind], *proposal.of(kind)]
    return after
