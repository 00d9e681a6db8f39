"""Cells that could not be read as their column wants, and sheets or columns that the file lacks (DO-…).

The reader has kept the text of such a cell aside and left the cell blank; here it is quoted, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.privacy.profiles import TO_PROVINCE
from ocop_xl.records import NamedTuple
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import RuleFunction, rule
from ocop_xl.rules.spoken_for import STARS_HAVE_THEIR_OWN_RULE
from ocop_xl.rules.view import View

SOURCE = "khuôn sổ OCOP (ocop_xl)"


class _Unread(NamedTuple):
    """One of `model.book.PROBLEMS`, and what is said of its cells."""

    code: str
    problem: str
    message: str
    fix: str
    why: str
    source: str = SOURCE


_UNREAD = (
    _Unread(
        "DO-001",
        "not_a_number",
        "không phải là số.",
        "Hãy gõ lại bằng chữ số, không kèm chữ hay đơn vị.",
        "A word in a number column counts as nothing in every total.",
    ),
    _Unread(
        "DO-002",
        "not_whole",
        "chỉ nhận số nguyên.",
        "Hãy gõ lại số không có phần lẻ.",
        "People, sets of papers and years come whole.",
    ),
    _Unread(
        "DO-003",
        "not_a_date",
        "không phải là ngày có thật.",
        "Hãy gõ lại ngày/tháng/năm, ví dụ 20/03/2026.",
        "Deadlines can be reckoned only from real dates.",
    ),
    _Unread(
        "DO-004",
        "ambiguous_date",
        "có thể hiểu là hai ngày khác nhau.",
        "Hãy gõ lại đủ ngày/tháng/năm bốn chữ số, ví dụ 20/03/2026.",
        "Which of two days is meant is never guessed: a wrong one would shift a deadline by months.",
    ),
    _Unread(
        "DO-005",
        "not_stars",
        "không phải là số sao.",
        "Hãy gõ số sao từ 1 đến 5, ví dụ 3.",
        "Ranks are counted and compared, so they must be read as numbers.",
    ),
    _Unread(
        "DO-006",
        "not_a_set",
        "không phải là một trong 26 bộ sản phẩm.",
        "Hãy chọn bộ sản phẩm trong danh sách.",
        "The set decides by which criteria a product is judged.",
        "Phụ lục II, QĐ 26/2026/QĐ-TTg",
    ),
    _Unread(
        "DO-007",
        "error_cell",
        "ô bị lỗi công thức nên không có giá trị.",
        "Hãy sửa công thức hoặc gõ giá trị vào ô.",
        "`#N/A` and its like read as blank cells would hide a mistake.",
    ),
    _Unread(
        "DO-008",
        "no_value",
        "công thức chưa được tính nên chưa có giá trị.",
        "Hãy mở sổ bằng Excel hoặc LibreOffice, lưu lại rồi kiểm tra lần nữa, hoặc gõ thẳng giá trị.",
        "A file written by a program may hold formulas that nobody has computed yet.",
    ),
)


def _cells(problem: str) -> RuleFunction:
    def cells(view: View, on: date) -> Iterable[Saw]:
        for cell in view.book.unread:
            if cell.problem == problem and (type(cell.row), cell.column.attribute) not in STARS_HAVE_THEIR_OWN_RULE:
                yield saw(cell.row, cell.column.attribute, saw=cell.text)

    return cells


for _one in _UNREAD:
    rule(
        _one.code,
        Severity.ERROR,
        f"«{{header}}» đang là “{{saw}}” — {_one.message}",
        fix=_one.fix,
        source=_one.source,
        why=_one.why,
    )(_cells(_one.problem))


@rule(
    "DO-009",
    Severity.ERROR,
    "Không tìm thấy bảng «{sheet}» — sổ phải có đủ các bảng.",
    fix="Hãy lấy lại trang «{sheet}» từ bản sao lưu, hoặc chép dữ liệu sang một sổ mới.",
    source=SOURCE,
)
def missing_table(view: View, on: date) -> Iterable[Saw]:
    """A deleted sheet must not look like a sheet without rows."""
    for lost in view.book.missing:
        if lost.column is None:
            yield saw(None, sheet=lost.spec.sheet, table=lost.spec.name)


@rule(
    "DO-010",
    Severity.ERROR,
    "Không tìm thấy cột bắt buộc «{header}» — tên cột phải giữ như trong sổ gốc.",
    fix="Hãy đặt lại tên cột «{header}» ở dòng tiêu đề của trang «{sheet}».",
    source=SOURCE,
)
def missing_required_column(view: View, on: date) -> Iterable[Saw]:
    """Said once for the column, not once for each of its rows."""
    return _lost_columns(view, required=True)


@rule(
    "DO-011",
    Severity.WARNING,
    "Không tìm thấy cột «{header}» — các ô của cột này được coi là trống.",
    fix="Hãy đặt lại tên cột «{header}» ở dòng tiêu đề của trang «{sheet}», nếu sổ còn dùng cột này.",
    source=SOURCE,
)
def missing_column(view: View, on: date) -> Iterable[Saw]:
    """A commune may do without an optional column, if it knows that it does."""
    return _lost_columns(view, required=False)


def _lost_columns(view: View, *, required: bool) -> Iterable[Saw]:
    """What a copy for the province leaves out on purpose is not lost."""
    for lost in view.book.missing:
        column = lost.column
        if column is None or column.live or column.required != required:
            continue
        if not view.book.is_copy or column in TO_PROVINCE.columns(lost.spec):
            yield saw(None, sheet=lost.spec.sheet, table=lost.spec.name, header=column.header)


_BECAME = (
    ("DO-012", "became_date", "một ngày", "Excel turns 12-11/QĐ or 5/12 into a day as it is typed."),
    ("DO-013", "became_boolean", "TRUE hoặc FALSE", "A word of Excel's own is no text."),
    ("DO-014", "became_number", "số dạng E", "Of a number with more than 15 digits the last ones are gone."),
)
"""What a spreadsheet made of a text, of which nobody can tell what was typed."""

for _code, _problem, _kind, _why in _BECAME:
    rule(
        _code,
        Severity.WARNING,
        f"«{{header}}» đang là “{{saw}}” — ô ghi bằng chữ nhưng phần mềm bảng tính đã đổi thành {_kind}; "
        "văn bản để trống chỗ này.",
        fix="Hãy đặt định dạng ô là «Text» rồi gõ lại đúng như trên giấy tờ.",
        source=SOURCE,
        why=_why,
    )(_cells(_problem))
