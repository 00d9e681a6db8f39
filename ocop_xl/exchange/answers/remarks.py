"""Remarks that stand in the commune's book, and whether what they were about has been changed since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ocop_xl.changes.change import Change
from ocop_xl.changes.contents import UNSAID, Cells
from ocop_xl.changes.wording import in_words
from ocop_xl.model import Book, Remark, Row, spec_of, table_called
from ocop_xl.model.column import Column
from ocop_xl.model.table import TableSpec
from ocop_xl.privacy.masking import COVER, masked
from ocop_xl.vietnamese import tidy

_WHY = "ô mà tỉnh nêu đã đổi"


def now_fixed(book: Book, on: date) -> Iterator[Change]:
    """The day for each open remark whose cell no longer holds what the province has seen. A line with a cell that could
    not be read waits until that is mended."""
    spec = spec_of(Remark)
    unread = {id(cell.row) for cell in book.unread}
    for remark in book[Remark]:
        about = table_called(remark.sheet or "")
        waits = remark.mark and remark.header and not (remark.fixed or remark.closed)
        if remark.id is None or about is None or not waits or id(remark) in unread:
            continue
        row = book.row(about.row_type, remark.row_id or "")
        if row is not None and was_changed(row, remark.header or "", remark.value or ""):
            yield Change(spec.name, remark.id, spec.column("fixed").header, None, on, _WHY)


def seen_in_words(spec: TableSpec, row: Cells, header: str) -> str:
    """What the package said of a cell; "" for a column that the workbook computes, and for no column."""
    column = _column(spec, header)
    value = row[spec.inputs.index(column)] if column else None
    return COVER if value is UNSAID else _words(value, column) if column else ""


def was_changed(row: Row, header: str, seen: str) -> bool:
    """Whether the cell says something else than was seen. Of what was covered nobody can say."""
    column = _column(spec_of(type(row)), header)
    if column is None or COVER in seen:
        return False
    return tidy(_words(getattr(row, column.attribute), column)) != tidy(seen)


def _column(spec: TableSpec, header: str) -> Column | None:
    return next((column for column in spec.inputs if column.header == header), None)


def _words(value: Any, column: Column) -> str:
    return in_words(masked(value, column.attribute)[0] if isinstance(value, str) else value, column)
