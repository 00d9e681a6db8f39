"""The workbook's own frame: formulas, figures, names and tables that no longer are the model's (KN-…).

The program computes every figure itself; where the workbook no longer does, front sheet and papers tell different
numbers and nobody sees why. Each kind is told once a sheet, with its cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ocop_xl.records import NamedTuple
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import RuleFunction, rule
from ocop_xl.rules.view import View

SOURCE = "khuôn sổ OCOP (ocop_xl)"
_SHOWN = 6
"""Cells or names that a message spells out; the others are counted."""


class _Parted(NamedTuple):
    """One of `model.book.FRAME_FAULTS`, and what is said of it."""

    code: str
    problem: str
    severity: Severity
    message: str
    fix: str
    why: str


_PARTED = (
    _Parted(
        "KN-001",
        "overwritten",
        Severity.ERROR,
        "Trang «{sheet}» có {count} ô công thức bị gõ đè ({cells}; cột {named}) — các ô này không còn tự tính, "
        "số của sổ sẽ khác số của phần mềm.",
        "Hãy bấm «Sửa khung nhập» ở trang «{sheet}» để đặt lại công thức.",
        "A rank pasted over its formula counts on the front sheet and in no paper.",
    ),
    _Parted(
        "KN-002",
        "other_formula",
        Severity.WARNING,
        "Trang «{sheet}» có {count} ô tự tính mang công thức khác mẫu ({cells}; cột {named}) — "
        "số của sổ có thể khác số của phần mềm.",
        "Hãy xóa công thức ở các ô này rồi bấm «Sửa khung nhập» ở trang «{sheet}», trừ khi cố ý sửa.",
        "A formula may be changed on purpose, but the program goes by the model's.",
    ),
    _Parted(
        "KN-003",
        "lost_formula",
        Severity.ERROR,
        "Trang «{sheet}» có {count} ô tự tính bị xóa công thức ở dòng đã điền ({cells}; cột {named}) — "
        "sổ đếm thiếu các dòng này.",
        "Hãy bấm «Sửa khung nhập» ở trang «{sheet}» để đặt lại công thức.",
        "A filled row whose live cells are empty counts in no figure of the workbook.",
    ),
    _Parted(
        "KN-004",
        "figure_lost",
        Severity.ERROR,
        "Trang «{sheet}» có {count} con số không còn công thức của sổ ({named}) — ô {cells} không tự tính nữa.",
        "Hãy lập lại sổ: ocop-xl new SO_MOI.xlsx --from SO_NAY.xlsx; mọi ô đã gõ được mang sang, sổ này giữ nguyên.",
        "A figure that was typed over stays what it was when everything else has moved on.",
    ),
    _Parted(
        "KN-005",
        "name_lost",
        Severity.ERROR,
        "Sổ thiếu hoặc hỏng {count} tên vùng ({named}) — «{sheet}» và các danh sách chọn dùng tên này không tính được.",
        "Hãy lập lại sổ: ocop-xl new SO_MOI.xlsx --from SO_NAY.xlsx; mọi ô đã gõ được mang sang, sổ này giữ nguyên.",
        "A formula that meets an unknown name inside IFERROR shows 0, not an error.",
    ),
    _Parted(
        "KN-006",
        "plain_range",
        Severity.WARNING,
        "{count} bảng không còn là bảng của Excel («{named}») — phần mềm vẫn đọc nhưng không ghi được, "
        "công thức của sổ không đếm.",
        "Hãy lập lại sổ: ocop-xl new SO_MOI.xlsx --from SO_NAY.xlsx; mọi ô đã gõ được mang sang, sổ này giữ nguyên.",
        "Google Sheets and «Convert to Range» leave the cells and take the tables away.",
    ),
    _Parted(
        "KN-007",
        "copied_table",
        Severity.ERROR,
        "Trang «{sheet}» có {count} dòng giống bảng «{named}» nhưng nằm ngoài bảng ấy (từ ô {cell}) — "
        "các dòng này không được kiểm tra, không được tính.",
        "Hãy chuyển dòng cần giữ sang bảng ở trang «{named}» rồi xóa bảng thừa.",
        "A copied sheet looks like the real one, and what is typed there is nowhere.",
    ),
    _Parted(
        "KN-008",
        "identity_lost",
        Severity.INFO,
        "Sổ không còn trang ẩn «{sheet}» giữ mã sổ và nội dung gốc — ghép hai bản sao của sổ sẽ phải hỏi từng chỗ "
        "hai bản khác nhau.",
        "Hãy bấm «Sửa khung nhập» hoặc đóng gói gửi tỉnh, phần mềm sẽ lập lại trang này.",
        "Some programs drop hidden sheets, and what two copies come from is gone with it.",
    ),
    _Parted(
        "KN-009",
        "identity_foreign",
        Severity.WARNING,
        "Trang ẩn «{sheet}» giữ mã sổ và nội dung gốc đã bị sửa, hoặc chép từ sổ khác sang — phần mềm không dùng trang "
        "này để ghép hai bản sao.",
        "Hãy bấm «Sửa khung nhập» hoặc đóng gói gửi tỉnh, phần mềm sẽ lập lại trang này.",
        "A merge that goes by the past of another workbook would take rows away that nobody has deleted.",
    ),
)


def _parted(problem: str) -> RuleFunction:
    def parted(view: View, on: date) -> Iterable[Saw]:
        for fault in view.book.frame:
            if fault.problem == problem:
                yield saw(
                    None,
                    sheet=fault.sheet,
                    table=fault.table,
                    cell=fault.cells[0] if fault.cells else "",
                    count=len(fault.cells or fault.named),
                    cells=_listed(fault.cells),
                    named=_listed(fault.named),
                )

    return parted


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")


for _one in _PARTED:
    rule(_one.code, _one.severity, _one.message, fix=_one.fix, source=SOURCE, why=_one.why)(_parted(_one.problem))
