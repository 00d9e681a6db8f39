"""Whether a book has every table and every required column: figures and papers from half a book would mislead."""

from __future__ import annotations

from ocop_xl.errors import Refusal
from ocop_xl.model import Book


def lacking(book: Book) -> str:
    """What is missing, for a sentence: `trang «Hồ sơ», cột «Tiềm năng» của trang «Sản phẩm»`; "" for a whole book."""
    parts = []
    for gap in book.missing:
        if gap.column is None:
            parts.append(f"trang «{gap.spec.sheet}»")
        elif gap.column.required:
            parts.append(f"cột «{gap.column.header}» của trang «{gap.spec.sheet}»")
    return ", ".join(parts)


def refuse_if_incomplete(book: Book, name: str) -> None:
    missing = lacking(book)
    if missing:
        raise Refusal(f"Sổ «{name}» thiếu {missing}. Hãy khôi phục rồi làm lại; lệnh check cho biết chi tiết.")
