"""A table that the program writes, filled anew in one block: longer or shorter as its rows are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ocop_xl.changes.wording import is_blank
from ocop_xl.desks.desk import Desk
from ocop_xl.errors import Refusal
from ocop_xl.model import Row, spec_of
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.reading.headers import match_headers


def write_rows(
    desk: Desk, kind: type[Row], rows: Sequence[Sequence[Any]], *, links: str = "", at_least: int = 0
) -> None:
    """Let the table hold these rows and no others, values in the model's order; `links` names a column of formulas.

    `at_least` are the columns that a workbook of an earlier shape has; it gets as many as its table holds.
    One block turns the old list into the new one, so that whatever stops us the table holds either.
    """
    spec = spec_of(kind)
    sheet, area = place_of(desk, kind, at_least)
    width = min(len(spec.columns), area.right - area.left + 1)
    desk.refuse_if_locked(sheet)
    bottom = area.top + max(len(rows), 1)
    _look_around(desk, kind, area, bottom, width)
    desk.show_all_rows(sheet, spec.name)
    if bottom > area.bottom:
        area = desk.resize(sheet, spec.name, area, bottom)
    body = Area(area.top + 1, area.left, area.bottom, area.left + width - 1)
    if links:
        place = area.left + spec.columns.index(spec.column(links))
        desk.set_format(sheet, body._replace(left=place, right=place), "General")
    blank = [""] * width
    desk.write(sheet, body, [*(row[:width] for row in rows), *[blank] * (area.bottom - area.top - len(rows))])
    if links:
        desk.forget_links(sheet, body._replace(left=place, right=place))
    desk.resize(sheet, spec.name, area, bottom)


def _look_around(desk: Desk, kind: type[Row], area: Area, bottom: int, width: int) -> None:
    """The table's columns must stand as they were built, and nothing of the user's below it in the way."""
    sheet, _ = place_of(desk, kind, width)
    there = desk.read(sheet, area._replace(bottom=max(area.bottom, bottom)))
    if not stands_as_built(there[0][:width], kind, width):
        raise Refusal(changed_columns(kind))
    if not all(is_blank(cell) for row in there[area.bottom - area.top + 1 :] for cell in row):
        raise Refusal(occupied(sheet))


def stands_as_built(headers: Sequence[Any], kind: type[Row], width: int | None = None) -> bool:
    """Whether the first columns are the table's, in their order; only the first `width`, if it is given."""
    columns = spec_of(kind).columns[:width]
    return match_headers(headers, columns) == {column.attribute: at for at, column in enumerate(columns)}


def changed_columns(kind: type[Row]) -> str:
    sheet = spec_of(kind).sheet
    return (
        f"Trang «{sheet}» đã bị đổi, chèn hay bớt cột nên phần mềm không ghi gì; "
        "hãy trả các cột về như cũ (cột riêng thì để sau cột cuối) rồi bấm lại."
    )


def occupied(sheet: str) -> str:
    return f"Ngay dưới bảng ở trang «{sheet}» có nội dung khác; hãy chuyển nội dung đó đi chỗ khác rồi bấm lại."


def place_of(desk: Desk, kind: type[Row], at_least: int = 0) -> tuple[str, Area]:
    """Sheet and area of an output table; refused when the workbook has lost it, or all but `at_least` columns of it."""
    spec = spec_of(kind)
    found = desk.tables().get(spec.name.casefold())
    if found is None or found[1].right - found[1].left + 1 < (at_least or len(spec.columns)):
        raise Refusal(
            f"Sổ không còn đủ bảng của trang «{spec.sheet}»; hãy lấy lại trang này từ bản sao lưu rồi bấm lại."
        )
    return found
