"""Whether a book has every table and every required column: figures and papers from half a book would mislead."""

from __future__ import annotations

from ocop_xl.errors import Refusal
from ocop_xl.model import Book


def refuse_if_incomplete(book: Book, name: str) -> None:
    """A figure counted over a lost table would be false."""
    missing = book.lacking()
    if missing:
        raise Refusal(f"Sổ «{name}» thiếu {missing}. Hãy khôi phục rồi làm lại; lệnh check cho biết chi tiết.")
