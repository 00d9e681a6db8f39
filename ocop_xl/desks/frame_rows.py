"""Rows of a table that have no key to be known by: its header, and rows that nobody has filled in yet."""

from __future__ import annotations

import re

from ocop_xl.desks.live_book import LiveBook, LiveTable

HEADER = "(tiêu đề)"
_ROW = re.compile(r"\(dòng (\d+)\)")


def row_without_key(row: int) -> str:
    """Stands for the key of a row of the sheet, in a `Change` and in the journal."""
    return f"(dòng {row})"


def is_frame(row_id: str) -> bool:
    return row_id == HEADER or _ROW.fullmatch(row_id) is not None


def frame_row(row_id: str, table: LiveTable) -> int | None:
    """The row of the sheet that such an id means; None for a key and for a row that the table does not reach."""
    if row_id == HEADER:
        return table.area.top
    found = _ROW.fullmatch(row_id)
    row = int(found[1]) if found else 0
    return row if table.area.top < row <= table.area.bottom else None


def row_ids(live: LiveBook, table: LiveTable) -> dict[int, str]:
    """By row of the sheet its key, or what stands for it where there is none or another row has it too."""
    ids = {row: row_without_key(row) for row in range(table.area.top + 1, table.area.bottom + 1)}
    assert table.spec.key is not None
    known = {getattr(row, table.spec.key.attribute): row.at for row in reversed(live.book[table.spec.row_type])}
    return ids | {at: key for key, at in known.items() if key is not None and at in ids}
