"""A cell that could not be read looks blank to whoever asks the book, and holds what somebody typed."""

from __future__ import annotations

from collections.abc import Iterable

from ocop_xl.changes.change import Change
from ocop_xl.errors import Refusal
from ocop_xl.model import Book, table_named


def refuse_if_unread(book: Book, changes: Iterable[Change]) -> None:
    """Asked before anything is shown or written: a change whose author saw a blank there would lose it. Formulas that
    show nothing are the writers' own to refuse."""
    unread = {(id(cell.row), cell.column.header): cell for cell in book.unread if cell.text}
    for change in changes if unread else ():
        spec = table_named(change.table)
        cell = unread.get((id(book.row(spec.row_type, change.row_id)), change.column))
        if cell is not None and change.before is None:
            where = book.placement(spec.row_type).cell(cell.row, cell.column.attribute)
            raise Refusal(
                f"Ô {where} trang «{spec.sheet}», cột «{change.column}», đang là “{cell.text}”: phần mềm không đọc "
                "được nên không ghi đè; hãy sửa hoặc xóa ô ấy rồi làm lại."
            )
