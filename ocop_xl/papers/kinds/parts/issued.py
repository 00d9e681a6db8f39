"""Papers that stand in the register already: by which number and day another paper cites them."""

from __future__ import annotations

import re
from datetime import date

from ocop_xl.model import Book, Paper
from ocop_xl.papers.facts import Gap
from ocop_xl.papers.wording import full_date

_KEY = re.compile(r"[^,\s]+")


def issued(book: Book, template: str, key: str) -> Paper | None:
    """The latest paper of that template that was made from the row of that key."""
    made = (row for row in book[Paper] if (row.template or "").startswith(f"{template} ") and row.issued)
    of_row = [row for row in made if key in _KEY.findall(row.rows or "")]
    return max(of_row, key=lambda row: row.issued or date.min, default=None)


def cited(book: Book, template: str, key: str, what: str) -> str:
    """`số 02/BC-UBND ngày 27 tháng 11 năm 2026`; dots that say what is to be issued first."""
    row = issued(book, template, key)
    if row is None:
        return Gap(f"{what} chưa vào sổ (trang Văn bản): hãy lập và lấy số văn bản ấy trước")
    if row.number is None or row.issued is None:
        return Gap(f"{what} còn chờ số (dòng {row.id}, trang Văn bản)")
    return f"số {row.number:02d}/{row.symbol} ngày {full_date(row.issued)}"
