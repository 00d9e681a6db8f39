"""Whom a paper goes to: «Kính gửi» and «Nơi nhận» of the papers whose addressee the law fixes.

The commune's default «Nơi nhận» is the plan's; a letter to the province or a notice to one producer has its own.
"""

from __future__ import annotations

import re

from ocop_xl.model import Book
from ocop_xl.papers.context import Values, gap, recipient_lines
from ocop_xl.papers.facts import Gap


def address(book: Book, values: Values, to: str, *others: str) -> None:
    """A letter: `to` stands in «Kính gửi», so «Nơi nhận» begins with «Như trên» (Phụ lục I, NĐ 30/2020/NĐ-CP)."""
    values["van_ban"]["kinh_gui"] = to
    values["noi_nhan"] = {"cac_dong": _lines(book, "Như trên", *others), "co_kinh_gui": True}


_SUPERIORS = re.compile(
    r"(Sở|Bộ|Chi cục|Cục|UBND tỉnh|Ủy ban nhân dân tỉnh|Tỉnh ủy|Văn phòng điều phối)\b", re.IGNORECASE
)
"""Beginnings of the recipients that stand above a commune: our reading, NĐ 30/2020/NĐ-CP only says «cấp trên»."""


def report_to_superiors(book: Book, values: Values) -> None:
    """A report for those above: of the commune's «Nơi nhận» they stand in «Kính gửi», the others below as always."""
    lines = recipient_lines(book.commune.recipients or "")
    names = [line.removeprefix("- ").rstrip(";.") for line in lines]
    above = [name for name in names if _SUPERIORS.match(name)]
    if above and not values["noi_nhan"]["co_kinh_gui"]:
        rest = [name for name in names if name not in above]
        values["van_ban"]["kinh_gui"] = "; ".join(above)
        values["noi_nhan"] = {"cac_dong": recipient_lines("\n".join(["Như trên", *rest])), "co_kinh_gui": True}


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
