"""What somebody types into a copy of a workbook."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.changes.change import Change, Value
from ocop_xl.model import table_named
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.patch import apply_changes


def edit(path: Path, *cells: tuple[str, str, str, Value]) -> None:
    """Each cell by table, key, header and value."""
    book = read_book(path)
    changes = []
    for table, row_id, header, value in cells:
        spec = table_named(table)
        changes.append(Change(table, row_id, header, book.value(spec, row_id, spec.by_header(header)), value, "gõ"))
    apply_changes(path, book, changes)
