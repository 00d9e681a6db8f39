"""Cells that could not be read as their column wants, and sheets or columns that the file lacks (DO-…).

The reader has kept the text of such a cell aside and left the cell blank; here it is quoted, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Book
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.spoken_for import STARS_HAVE_THEIR_OWN_RULE

SOURCE = "khuôn sổ OCOP (ocop_xl)"
_QUOTED = "«{header}» đang là “{saw}” — "


def _cells(book: Book, problem: str) -> Iterable[Saw]:
    for cell in book.unread:
        if cell.problem != problem or (type(cell.row), cell.column.attribute) in STARS_HAVE_THEIR_OWN_RULE:
            continue
        yield saw(cell.row, cell.column.attribute, saw=cell.text)


@rule(
    "DO-001",
    Severity.ERROR,
    _QUOTED + "không phải là số.",
    fix="Hãy gõ lại bằng chữ số, không kèm chữ hay đơn vị.",
    source=SOURCE,
)
def not_a_number(book: Book, on: date) -> Iterable[Saw]:
    """A word in a number column counts as nothing in every total."""
    return _cells(book, "not_a_number")


@rule(
    "DO-002",
    Severity.ERROR,
    _QUOTED + "chỉ nhận số nguyên.",
    fix="Hãy gõ lại số không có phần lẻ.",
    source=SOURCE,
)
def not_whole(book: Book, on: date) -> Iterable[Saw]:
    """People, sets of papers and years come whole."""
    return _cells(book, "not_whole")


@rule(
    "DO-003",
    Severity.ERROR,
    _QUOTED + "không phải là ngày có thật.",
    fix="Hãy gõ lại ngày/tháng/năm, ví dụ 20/03/2026.",
    source=SOURCE,
)
def not_a_date(book: Book, on: date) -> Iterable[Saw]:
    """Deadlines can be reckoned only from real dates."""
    return _cells(book, "not_a_date")


@rule(
    "DO-004",
    Severity.ERROR,
    _QUOTED + "có thể hiểu là hai ngày khác nhau.",
    fix="Hãy gõ lại đủ ngày/tháng/năm bốn chữ số, ví dụ 20/03/2026.",
    source=SOURCE,
)
def ambiguous_date(book: Book, on: date) -> Iterable[Saw]:
    """Which of two days is meant is never guessed: a wrong one would shift a deadline by months."""
    return _cells(book, "ambiguous_date")


@rule(
    "DO-005",
    Severity.ERROR,
    _QUOTED + "không phải là số sao.",
    fix="Hãy gõ số sao từ 1 đến 5, ví dụ 3.",
    source=SOURCE,
)
def not_stars(book: Book, on: date) -> Iterable[Saw]:
    """Ranks are counted and compared, so they must be read as numbers."""
    return _cells(book, "not_stars")


@rule(
    "DO-006",
    Severity.ERROR,
    _QUOTED + "không phải là một trong 26 bộ sản phẩm.",
    fix="Hãy chọn bộ sản phẩm trong danh sách.",
    source="Phụ lục II, QĐ 26/2026/QĐ-TTg",
)
def not_a_set(book: Book, on: date) -> Iterable[Saw]:
    """The set decides by which criteria a product is judged."""
    return _cells(book, "not_a_set")


@rule(
    "DO-007",
    Severity.ERROR,
    _QUOTED + "ô bị lỗi công thức nên không có giá trị.",
    fix="Hãy sửa công thức hoặc gõ giá trị vào ô.",
    source=SOURCE,
)
def error_cell(book: Book, on: date) -> Iterable[Saw]:
    """`#N/A` and its like read as blank cells would hide a mistake."""
    return _cells(book, "error_cell")


@rule(
    "DO-008",
    Severity.ERROR,
    _QUOTED + "công thức chưa được tính nên chưa có giá trị.",
    fix="Hãy mở sổ bằng Excel hoặc LibreOffice, lưu lại rồi kiểm tra lần nữa, hoặc gõ thẳng giá trị.",
    source=SOURCE,
)
def formula_without_value(book: Book, on: date) -> Iterable[Saw]:
    """A file written by a program may hold formulas that nobody has computed yet."""
    return _cells(book, "no_value")


@rule(
    "DO-009",
    Severity.ERROR,
    "Không tìm thấy bảng «{sheet}» — sổ phải có đủ các bảng.",
    fix="Hãy lấy lại trang «{sheet}» từ bản sao lưu, hoặc chép dữ liệu sang một sổ mới.",
    source=SOURCE,
)
def missing_table(book: Book, on: date) -> Iterable[Saw]:
    """A deleted sheet must not look like a sheet without rows."""
    for lost in book.missing:
        if lost.column is None:
            yield saw(None, sheet=lost.spec.sheet, table=lost.spec.name)


@rule(
    "DO-010",
    Severity.ERROR,
    "Không tìm thấy cột bắt buộc «{header}» — tên cột phải giữ như trong sổ gốc.",
    fix="Hãy đặt lại tên cột «{header}» ở dòng tiêu đề của trang «{sheet}».",
    source=SOURCE,
)
def missing_required_column(book: Book, on: date) -> Iterable[Saw]:
    """Said once for the column, not once for each of its rows."""
    return _lost_columns(book, required=True)


@rule(
    "DO-011",
    Severity.WARNING,
    "Không tìm thấy cột «{header}» — các ô của cột này được coi là trống.",
    fix="Hãy đặt lại tên cột «{header}» ở dòng tiêu đề của trang «{sheet}», nếu sổ còn dùng cột này.",
    source=SOURCE,
)
def missing_column(book: Book, on: date) -> Iterable[Saw]:
    """A commune may do without an optional column, if it knows that it does."""
    return _lost_columns(book, required=False)


def _lost_columns(book: Book, *, required: bool) -> Iterable[Saw]:
    for lost in book.missing:
        column = lost.column
        if column is not None and not column.live and column.required == required:
            yield saw(None, sheet=lost.spec.sheet, table=lost.spec.name, header=column.header)
