"""Answers as an officer of the province fills them in: with a spreadsheet program, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from io import BytesIO

from openpyxl import load_workbook

from ocop_xl.exchange.answers import layout
from ocop_xl.exchange.answers.answer import Answer, NewRemark, Place, Result, about_package
from ocop_xl.exchange.answers.reading import answer_in
from ocop_xl.exchange.answers.workbook import answer_workbook
from ocop_xl.exchange.received import Received, received
from ocop_xl.exchange.share import Packing, make_package
from ocop_xl.model import Book
from ocop_xl.model.identity import Identity
from tests.province.communes import DAY, commune, nothing_else

WHEN = DAY + timedelta(days=10)
RECOGNISED = {"Kết quả": "Đã được công nhận", "Điểm của tỉnh": 78.5, "Hạng của tỉnh": 4}
DECISION = {
    "Số quyết định": "99/QĐ-UBND",
    "Ngày quyết định": date(2026, 12, 1),
    "Ngày cấp": date(2026, 12, 2),
}


def sent_book(number: int = 3) -> tuple[Book, Received]:
    """A commune's book that knows its id, and its package as the province reads it."""
    book = commune(number)
    book.identity = Identity("a" * 32)
    package = make_package(book, nothing_else(), Packing(DAY))
    book.identity = Identity("a" * 32, exported=package.exported)
    return book, received("goi.zip", package.content)


def answer_to(
    package: Received,
    results: Sequence[Result] = (),
    remarks: Sequence[tuple[Place, str]] = (),
    closed: Sequence[str] = (),
) -> Answer:
    """Without the file."""
    about = about_package(package, "goi.zip")
    return Answer(about, WHEN, "Sở", tuple(results), tuple(NewRemark(*one) for one in remarks), tuple(closed))


def blank_file(package: Received) -> bytes:
    return answer_workbook(about_package(package, "goi.zip"), package.book, WHEN)


def filled(
    raw: bytes,
    results: Mapping[str, Mapping[str, object]] = {},
    remarks: Sequence[tuple[str, ...]] = (),
    closed: Sequence[int] = (),
    other: Mapping[tuple[str, str], object] = {},
) -> bytes:
    """`results` by dossier and header, `closed` the lines of earlier remarks from 0, `other` any cell by sheet and
    address."""
    workbook = load_workbook(BytesIO(raw))
    sheet = workbook[layout.RESULTS]
    heads = [cell.value for cell in sheet[layout.FIRST]]
    for row in sheet.iter_rows(min_row=layout.FIRST + 1):
        for header, value in results.get(f"{row[0].value}", {}).items():
            row[heads.index(header)].value = value
    for at, remark in enumerate(remarks, layout.FIRST + 1):
        for place, word in enumerate(remark, 1):
            workbook[layout.REMARKS].cell(at, place).value = word or None
    for at in closed:
        workbook[layout.EARLIER].cell(layout.FIRST + 1 + at, len(layout.EARLIER_COLUMNS)).value = "Đóng"
    for (name, address), value in other.items():
        workbook[name][address] = value
    memory = BytesIO()
    workbook.save(memory)
    return memory.getvalue()


def typed(package: Received, *args: object, **facts: object) -> Answer:
    return answer_in(filled(blank_file(package), *args, **facts), "tra-loi.xlsx")  # type: ignore[arg-type]
