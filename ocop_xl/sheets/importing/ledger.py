"""Keeps account of every source cell: where it went, or why it went nowhere."""

from __future__ import annotations

from ocop_xl.model.table import Row, spec_of
from ocop_xl.sheets.importing.proposal import Note, Placed, Proposal, Unplaced
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.find_table import FoundTable

HEADER, SECTION = "tiêu đề cột", "tiêu đề mục"


class Ledger:
    """Writes into the proposal; a cell that was used anywhere is not listed as unplaced."""

    def __init__(self, proposal: Proposal) -> None:
        self._proposal = proposal
        self._placed: set[str] = set()
        self._left: dict[str, Unplaced] = {}

    def place(self, cell: Cell, row: Row | None, what: str) -> None:
        """`what` is the header of the column that took the cell's value."""
        table = spec_of(type(row)).name if row is not None else ""
        row_id = str(getattr(row, "id", "") or "") if row is not None else ""
        self._placed.add(cell.address)
        self._proposal.placed.append(Placed(cell.address, cell.text, table, row_id, what))

    def leave(self, cell: Cell, why: str) -> None:
        self._left.setdefault(cell.address, Unplaced(cell.address, cell.text, why))

    def unsure(self, cell: Cell, assumed: str, why: str) -> None:
        note = Note(cell.address, cell.text, assumed, why)
        if note not in self._proposal.unsure:
            self._proposal.unsure.append(note)

    def suggest(self, cell: Cell, assumed: str, why: str) -> None:
        self._proposal.suggestions.append(Note(cell.address, cell.text, assumed, why))

    def close_table(self, table: FoundTable) -> None:
        """What no column took is listed: cells of columns that we do not know, extra cells of section rows."""
        known = {column.index for column in table.columns}
        for row in table.grid.rows[table.header_row :]:
            for index, cell in enumerate(row):
                if not cell.blank and cell.address not in self._placed:
                    self.leave(cell, "cột này sổ không có" if index not in known else "không thuộc dòng sản phẩm nào")

    def finish(self) -> None:
        self._proposal.unplaced = [cell for cell in self._left.values() if cell.address not in self._placed]
