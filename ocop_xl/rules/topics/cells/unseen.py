"""Cells that Python reads but the workbook's own formulas do not see (EX-…).

Pasting brings numbers and dates as text. Read leniently they would count here and not there, and the front sheet would
disagree with the papers; so each is to be typed anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Book
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.vietnamese import tidy

SOURCE = "khuôn sổ OCOP (ocop_xl)"


def _cells(book: Book, kind: str) -> Iterable[Saw]:
    for cell in book.unseen:
        if cell.problem == kind:
            yield saw(cell.row, cell.column.attribute, saw=cell.text)


@rule(
    "EX-001",
    Severity.ERROR,
    "«{header}» đang là “{saw}” ở dạng chữ — Excel không tính được số ghi bằng chữ.",
    fix="Hãy xóa ô rồi gõ lại chỉ chữ số, ví dụ 3; khi dán thì dùng Dán giá trị.",
    source=SOURCE,
)
def number_typed_as_text(book: Book, on: date) -> Iterable[Saw]:
    """A rank of text counts in no target of the workbook."""
    return _cells(book, "text_number")


@rule(
    "EX-002",
    Severity.ERROR,
    "«{header}» đang là “{saw}” ở dạng chữ — Excel không tính được hạn từ ngày ghi bằng chữ.",
    fix="Hãy xóa ô rồi gõ lại ngày/tháng/năm, ví dụ 20/03/2026.",
    source=SOURCE,
)
def date_typed_as_text(book: Book, on: date) -> Iterable[Saw]:
    """Excel reads such a text in its own order, day and month exchanged, or not at all."""
    return _cells(book, "text_date")


@rule(
    "EX-003",
    Severity.ERROR,
    "«{header}» có “{saw}” ở dòng nằm ngoài bảng — dòng ngoài bảng không được kiểm tra, không được tính.",
    fix="Hãy chuyển dòng này lên dòng trống đầu tiên của bảng.",
    source=SOURCE,
)
def row_outside_its_table(book: Book, on: date) -> Iterable[Saw]:
    """What is typed after a blank line below the table belongs to no table."""
    return _cells(book, "outside_table")


@rule(
    "EX-004",
    Severity.ERROR,
    "«{header}» ở ô này có dấu cách thừa, ký tự ẩn hoặc dấu tách rời quanh “{saw}” — công thức của sổ không nhận ra.",
    fix="Hãy chọn lại trong danh sách, hoặc xóa ô rồi gõ lại.",
    source=SOURCE,
)
def untidy_word(book: Book, on: date) -> Iterable[Saw]:
    """Keys, choices and levels are compared letter by letter; a space that nobody sees makes another word."""
    for one in _cells(book, "untidy_text"):
        yield saw(one.row, one.attribute, saw=tidy(str(one.facts["saw"])))


@rule(
    "EX-005",
    Severity.ERROR,
    "«{header}» có “{saw}” ở dòng ngay dưới bảng — phần mềm đọc dòng này nhưng công thức của sổ không đếm.",
    fix="Hãy bấm «Sửa khung nhập» ở trang này để bảng dài thêm, hoặc kéo góc dưới bên phải của bảng xuống hết dòng.",
    source=SOURCE,
)
def row_below_its_table(book: Book, on: date) -> Iterable[Saw]:
    """LibreOffice does not stretch a table as Excel does: the front sheet and the papers would disagree."""
    return _cells(book, "below_table")
