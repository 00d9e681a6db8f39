"""The one row that the user means: refused, with what to select instead, where she stands on none or on several."""

from __future__ import annotations

from collections.abc import Sequence

from ocop_xl.changes.wording import is_blank
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.live_book import LiveBook, LiveTable
from ocop_xl.errors import Refusal
from ocop_xl.model import Row, spec_of

_AGAIN = "rồi bấm lại"
_NAMED = 4
"""Sheets that a refusal names."""


def one_row(desk: Desk, live: LiveBook, kinds: Sequence[type[Row]]) -> Row:
    """The row of one of these tables in which the user stands; of a form its one row, wherever she stands on it."""
    such = ", ".join(f"«{spec_of(kind).sheet}»" for kind in kinds[:_NAMED])
    selected = desk.selected
    if selected is None:
        raise Refusal(f"Chưa chọn ô nào; hãy chọn một ô của dòng muốn làm, ở các trang như {such}, {_AGAIN}.")
    sheet, area = selected
    kind, table = next(((kind, one) for kind, one in live.tables.items() if one.sheet == sheet), (None, None))
    if kind is None or table is None or kind not in kinds:
        raise Refusal(
            f"Ở trang «{sheet}» không có bước nào để làm; hãy chọn một dòng ở các trang như {such}, {_AGAIN}."
        )
    if table.spec.form:
        return live.book.commune
    if area.bottom > area.top:
        many = area.bottom - area.top + 1
        raise Refusal(f"Đang chọn {many} dòng trang «{sheet}»; hãy chọn một ô của đúng một dòng {_AGAIN}.")
    row = next((row for row in live.book[kind] if row.at == area.top), None)
    if row is None:
        raise Refusal(f"Dòng {area.top} trang «{sheet}» {_what(table, area.top)}; hãy chọn một dòng đã ghi {_AGAIN}.")
    return row


def _what(table: LiveTable, at: int) -> str:
    """Why a place of a sheet is no row."""
    if at <= table.area.top:
        return "là dòng tiêu đề" if at == table.area.top else "nằm trên bảng"
    if table.totals and at == table.area.bottom + 1:
        return "là dòng tổng"
    blank = all(is_blank(table.cell(at, place)) for _, place in table.inputs)
    return "còn trống" if blank else "nằm dưới bảng, bấm «Sửa khung nhập» thì bảng dài thêm đến đó"
