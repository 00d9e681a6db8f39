"""Sheet «Xem trước»: what a button is about to write, there only while the user decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ocop_xl.excel.host import Desk
from ocop_xl.sheets.area import Area

SHEET = "Xem trước"


@contextmanager
def preview_sheet(desk: Desk, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[None]:
    """Show the rows on a sheet of their own; afterwards the sheet is gone and the selection as before."""
    before = desk.selected
    desk.new_sheet(SHEET)
    try:
        area = Area(1, 0, 1 + len(rows), len(headers) - 1)
        desk.set_format(SHEET, area, "@")
        desk.write(SHEET, area, [list(headers), *map(list, rows)])
        desk.dress_preview(SHEET, area)
        desk.select(SHEET, Area(1, 0, 1, 0))
        yield
    finally:
        desk.drop_sheet(SHEET)
        if before is not None:
            desk.select(*before)
