"""Registered papers and the cells they were made from: which have changed since, and what the register says of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.changes.change import Change
from ocop_xl.model import Book, Paper, spec_of
from ocop_xl.model.trace import Changed, cells_retaken, changes_since
from ocop_xl.programme.registered.traced_figures import figures_moved, figures_retaken

MARKING = "Kiểm tra toàn bộ"
"""What the journal calls it when a check marks papers."""


def changed_papers(book: Book) -> Iterator[tuple[Paper, list[Changed]]]:
    """Each with what has changed since it was registered; a draft is made anew from the workbook."""
    for row in book[Paper]:
        if row.number is not None and row.trace:
            yield row, list(changes_since(book, row.trace))


def is_stale(book: Book, row: Paper) -> bool:
    """Whether a registered paper says something else than the workbook by now, in a cell or in a figure."""
    text = row.trace if row.number is not None else None
    return text is not None and (any(changes_since(book, text)) or any(figures_moved(book, text)))


def retaken(book: Book, text: str) -> str:
    """The trace of a paper that somebody has looked at: the same cells and figures, as they are now."""
    return figures_retaken(book, cells_retaken(book, text))


def stale_marks(book: Book, on: date) -> list[Change]:
    """What brings the register up to that: the day on which a change was first seen, none once the cells are as they
    were. By it the workbook's own list knows what only a comparison of cells can tell."""
    spec = spec_of(Paper)
    column = spec.column("stale")
    if any(gap.spec is spec and gap.column is column for gap in book.missing):
        return []
    wanted = ((row, row.stale or on if is_stale(book, row) else None) for row in book[Paper] if row.id)
    return [
        Change(spec.name, row.id or "", column.header, row.stale, day, "kiểm tra văn bản đã vào sổ")
        for row, day in wanted
        if day != row.stale
    ]
