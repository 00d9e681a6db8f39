"""An old appendix → proposed rows and changes. Reads two things, the book and the file; writes nothing."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.model import Book
from ocop_xl.sheets.importing.drafts import Drafts
from ocop_xl.sheets.importing.ledger import Ledger
from ocop_xl.sheets.importing.producers import Producers
from ocop_xl.sheets.importing.proposal import Proposal
from ocop_xl.sheets.importing.sources.cells import Cell, Grid
from ocop_xl.sheets.importing.sources.open_source import read_grids
from ocop_xl.sheets.importing.table_import import TableImport
from ocop_xl.sheets.importing.tables.find_table import find_tables


def propose(book: Book, source: Path) -> Proposal:
    """Every product table of `source` (.xlsx, .docx, .csv, tabbed text) against the rows of `book`.

    Raises a `WorkbookError` when the file cannot be read or has no product table.
    """
    grids = read_grids(source)
    tables = find_tables(grids, source.name)
    proposal = Proposal(source.name)
    ledger = Ledger(proposal)
    drafts = Drafts(book, ledger, source.name)
    producers = Producers(drafts, ledger)
    for table in tables:
        work = TableImport(table, drafts, ledger, producers)
        work.run()
        proposal.already_known += work.known
    read = {id(table.grid) for table in tables}
    for grid in grids:
        if id(grid) not in read:
            _tell_passed_over(grid, ledger)
    ledger.finish()
    proposal.rows = drafts.new_rows()
    proposal.changes = drafts.changes()
    return proposal


def _tell_passed_over(grid: Grid, ledger: Ledger) -> None:
    filled = sum(1 for _ in grid.filled())
    if filled:
        ledger.unsure(Cell(grid.name), f"bỏ qua {filled} ô", "không phải bảng danh mục sản phẩm")
