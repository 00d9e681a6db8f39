"""Papers that were registered and no longer say what the workbook says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import moved
from ocop_xl.model import Book, Paper, terms
from ocop_xl.programme.agenda.source import Open, source


@source(
    "paper-look",
    Paper,
    "Đối chiếu văn bản {id} «{title}»: số liệu đã đổi sau khi vào sổ",
    article="Điều 18 và Phụ lục I, NĐ 30/2020/NĐ-CP; số ngày là cách hiểu của phần mềm",
    step="look-at-paper",
)
def paper_to_look_at(book: Book, on: date) -> Iterator[Open]:
    """What was issued does not follow the workbook: somebody decides whether it still stands. The last check tells
    which ones, so that the workbook lists the same without Python."""
    for row in book[Paper]:
        if row.stale and row.stale <= on:
            yield Open(row, moved(row.stale, terms.PAPER_LOOK.of(book.commune)), row.stale)
