"""The plan's own book, ready to sign: the position that the plan does not print is filled in."""

from __future__ import annotations

from datetime import date

from ocop_xl.demo import books
from ocop_xl.model import Book

ON = date(2026, 11, 5)


def vinh_phong() -> Book:
    """A new book every time, for a test to change as it likes."""
    book = books.vinh_phong()
    book.lay_out()
    book.commune.signer_position = "CHỦ TỊCH"
    book.commune.recipients = "- Sở NN và MT tỉnh;\n- CT và PCT UBND xã;\n- Lưu: VT, PKT."
    return book
