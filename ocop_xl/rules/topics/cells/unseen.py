"""Cells that Python reads but the workbook's own formulas do not see (EX-…).

Pasting brings numbers and dates as text. Read leniently they would count here and not there, and the front sheet would
disagree with the papers; so each is to be typed anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ocop_xl.records import NamedTuple
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import ONE_COLUMN, RuleFunction, rule
from ocop_xl.rules.view import View
from ocop_xl.vietnamese import tidy

SOURCE = "khuôn sổ OCOP (ocop_xl)"


class _Unseen(NamedTuple):
    """One of `model.book.UNSEEN`, what is said of its cells, and how their text is quoted."""

    code: str
    problem: str
    message: str
    fix: str
    why: str
    quoted: Callable[[str], str] = str
    reason: tuple[str, ...] = ONE_COLUMN


_UNSEEN = (
    _Unseen(
        "EX-001",
        "text_number",
        "«{header}» đang là “{saw}” ở dạng chữ — Excel không tính được số ghi bằng chữ.",
        "Hãy xóa ô rồi gõ lại chỉ chữ số, ví dụ 3; khi dán thì dùng Dán giá trị.",
        "A rank of text counts in no target of the workbook.",
    ),
    _Unseen(
        "EX-002",
        "text_date",
        "«{header}» đang là “{saw}” ở dạng chữ — Excel không tính được hạn từ ngày ghi bằng chữ.",
        "Hãy xóa ô rồi gõ lại ngày/tháng/năm, ví dụ 20/03/2026.",
        "Excel reads such a text in its own order, day and month exchanged, or not at all.",
    ),
    _Unseen(
        "EX-003",
        "outside_table",
        "«{header}» có “{saw}” ở dòng nằm ngoài bảng — dòng ngoài bảng không được kiểm tra, không được tính.",
        "Hãy chuyển dòng này lên dòng trống đầu tiên của bảng.",
        "What is typed after a blank line below the table belongs to no table.",
        reason=("table",),
    ),
    _Unseen(
        "EX-004",
        "untidy_text",
        "«{header}» ở ô này có dấu cách thừa, ký tự ẩn hoặc dấu tách rời quanh “{saw}” — "
        "công thức của sổ không nhận ra.",
        "Hãy chọn lại trong danh sách, hoặc xóa ô rồi gõ lại.",
        "Keys, choices and levels are compared letter by letter; a space that nobody sees makes another word.",
        tidy,
    ),
    _Unseen(
        "EX-005",
        "below_table",
        "«{header}» có “{saw}” ở dòng ngay dưới bảng — phần mềm đọc dòng này nhưng công thức của sổ không đếm.",
        "Hãy bấm «Sửa khung nhập» ở trang này để bảng dài thêm, hoặc kéo góc dưới bên phải của bảng xuống hết dòng.",
        "LibreOffice does not stretch a table as Excel does: the front sheet and the papers would disagree.",
        reason=("table",),
    ),
)


def _cells(problem: str, quoted: Callable[[str], str]) -> RuleFunction:
    def cells(view: View, on: date) -> Iterable[Saw]:
        for cell in view.book.unseen:
            if cell.problem == problem:
                yield saw(cell.row, cell.column.attribute, saw=quoted(cell.text))

    return cells


for _one in _UNSEEN:
    rule(_one.code, Severity.ERROR, _one.message, fix=_one.fix, source=SOURCE, why=_one.why, reason=_one.reason)(
        _cells(_one.problem, _one.quoted)
    )
