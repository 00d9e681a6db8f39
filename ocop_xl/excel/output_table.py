"""A table that the program writes, filled anew in one block: longer or shorter as its rows are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ocop_xl.excel.host import Desk
from ocop_xl.excel.outcome import Refused
from ocop_xl.model import Row, spec_of
from ocop_xl.sheets.area import Area


def write_rows(desk: Desk, kind: type[Row], rows: Sequence[Sequence[Any]], *, links: str = "") -> None:
    """Let the table hold these rows and no others, values in the model's order; `links` names a column of formulas.

    One block turns the old list into the new one, so that whatever stops us the table holds either.
    """
    spec = spec_of(kind)
    sheet, area = place_of(desk, kind)
    desk.show_all_rows(sheet, spec.name)
    bottom = area.top + max(len(rows), 1)
    if bottom > area.bottom:
        area = desk.resize(sheet, spec.name, area, bottom)
    width = len(spec.columns)
    body = Area(area.top + 1, area.left, area.bottom, area.left + width - 1)
    if links:
        place = area.left + spec.columns.index(spec.column(links))
        desk.set_format(sheet, body._replace(left=place, right=place), "General")
    blank = [""] * width
    desk.write(sheet, body, [*rows, *[blank] * (area.bottom - area.top - len(rows))])
    if links:
        desk.forget_links(sheet, body._replace(left=place, right=place))
    desk.resize(sheet, spec.name, area, bottom)


def place_of(desk: Desk, kind: type[Row]) -> tuple[str, Area]:
    """Sheet and area of an output table; refused when the workbook has lost it."""
    spec = spec_of(kind)
    found = desk.tables().get(spec.name.casefold())
    if found is None or found[1].right - found[1].left + 1 < len(spec.columns):
        raise Refused(
            f"Sổ không còn đủ bảng của trang «{spec.sheet}»; hãy lấy lại trang này từ bản sao lưu rồi bấm lại."
        )
    return found
