"""Whom a paper goes to: «Kính gửi» and «Nơi nhận» of the papers whose addressee the law fixes.

The commune's default «Nơi nhận» is the plan's; a letter to the province or a notice to one producer has its own.
"""

from __future__ import annotations

from ocop_xl.model import Book
from ocop_xl.papers.context import Values, gap
from ocop_xl.papers.facts import Gap


def address(book: Book, values: Values, to: str, *others: str) -> None:
    """A letter: `to` stands in «Kính gửi», so «Nơi nhận» begins with «Như trên» (Phụ lục I, NĐ 30/2020/NĐ-CP)."""
    values["van_ban"]["kinh_gui"] = to
    values["noi_nhan"] = {"cac_dong": _lines(book, "Như trên", *others), "co_kinh_gui": True}


def copy_to(book: Book, values: Values, *names: str) -> None:
    """A paper without «Kính gửi» that goes to these."""
    values["noi_nhan"] = {"cac_dong": _lines(book, *names), "co_kinh_gui": False}


def province(book: Book) -> str:
    """`Ủy ban nhân dân tỉnh An Giang`."""
    name = book.commune.province
    return f"Ủy ban nhân dân tỉnh {name}" if name else gap(book, book.commune, "province")


def province_short(book: Book) -> str:
    name = book.commune.province
    return f"UBND tỉnh {name}" if name else gap(book, book.commune, "province")


def _lines(book: Book, *names: str) -> list[str]:
    symbol = book.commune.office_symbol
    kept = f"- Lưu: VT, {symbol}." if symbol else gap(book, book.commune, "office_symbol")
    return [*(name if isinstance(name, Gap) else f"- {name};" for name in names), kept]
