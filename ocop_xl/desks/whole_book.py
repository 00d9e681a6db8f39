"""The live book for actions that would mislead on half of one."""

from __future__ import annotations

from ocop_xl.desks.desk import Desk
from ocop_xl.desks.live_book import LiveBook, read_live
from ocop_xl.errors import Refusal
from ocop_xl.model import Dossier, Product, Row, ScoreLine, ScoreSheet
from ocop_xl.model.keys import key_typed
from ocop_xl.model.table import spec_of


def read_whole(desk: Desk) -> LiveBook:
    """All input tables; refused when a table or a required column is missing."""
    desk.status("Đang đọc sổ…")
    live = read_live(desk)
    missing = live.book.lacking()
    if missing:
        raise Refusal(
            f"Sổ thiếu {missing}; tên cột bị xóa thì bấm «Sửa khung nhập», trang hay cột đã xóa thì lấy lại từ "
            "bản sao của sổ, rồi làm lại."
        )
    return live


def selected_row(desk: Desk, live: LiveBook, *kinds: type[Row]) -> Row | None:
    """The row of one of these tables in which the user stands."""
    selected = desk.selected
    if selected is None:
        return None
    sheet, area = selected
    for kind in kinds:
        table = live.tables.get(kind)
        if table is not None and table.sheet == sheet:
            return next((row for row in live.book[kind] if row.at == area.top), None)
    return None


def selected_dossier(desk: Desk, live: LiveBook) -> str:
    """The dossier that the user's row is, belongs to or, for a product, was opened last; "" if it names none."""
    match selected_row(desk, live, Dossier, ScoreSheet, ScoreLine, Product):
        case Dossier(id=str(found)) | ScoreSheet(dossier_id=str(found)):
            return found
        case ScoreLine(sheet_id=str(sheet_id)):
            sheet = live.book.by_id(ScoreSheet).get(sheet_id)
            return (sheet.dossier_id if sheet else None) or ""
        case Product(id=str(product_id)):
            mine = [row.id for row in live.book[Dossier] if row.product_id == product_id and row.id]
            return mine[-1] if mine else ""
    return ""


def ask_for_key(desk: Desk, live: LiveBook, kind: type[Row], question: str) -> str | None:
    """A key of that table, asked for until there is such a row; None when the user gives up."""
    spec = spec_of(kind)
    keys = live.book.by_id(kind)
    if not keys:
        raise Refusal(f"Trang «{spec.sheet}» chưa có dòng nào; hãy thêm ở trang này trước.")
    text = f"{question} (ví dụ {next(iter(keys))})"
    while True:
        answer = desk.ask(text)
        if answer is None:
            return None
        found = key_typed(live.book, kind, answer)
        if found is not None:
            return found
        text = f"Trang «{spec.sheet}» không có mã “{answer}”. {question} (có: {', '.join(list(keys)[:12])})"
