"""The law's clocks as functions of a cell, for an officer's own tables; optional, our workbook uses none of them.

xlwings makes Excel functions of them (“Import Functions”, module `ocop_xl.excel.functions`). Where it stands without
Excel, or not at all, they are plain functions. Arguments and results are `Any`: to xlwings every other note of a type
is an order to convert, and a word it does not know breaks the function. Names are ASCII because VBA repeats them.
A blank cell gives a blank; what cannot be counted gives one sentence in the cell, never an error value.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

from ocop_xl.law import clocks, stars
from ocop_xl.sheets.reading.days import day_of_serial, day_of_text, within_reach

_F = TypeVar("_F", bound=Callable[..., Any])
_MOST_DAYS = 1_000
"""Working days that one cell counts; more would hold up Excel."""


def _in_excel(function: _F) -> _F:
    """Marked for xlwings; where it is missing nobody asks for the mark."""
    try:
        from xlwings import func
    except ImportError:
        return function
    return func(category="OCOP")(function)


class _NotSo(ValueError):
    """The text is the sentence that the cell shows."""


@_in_excel
def ocop_sao(diem: Any) -> Any:
    """Số sao theo tổng điểm (khoản 3 Điều 3, QĐ 26/2026/QĐ-TTg); chưa xét mức tối thiểu của từng tiêu chí."""
    return _answer(diem, lambda: stars.stars_for_points(_number(diem, "tổng điểm, từ 0 đến 100")))


@_in_excel
def ocop_het_han(ngay_cap: Any) -> Any:
    """Ngày hết hạn của giấy chứng nhận: 36 tháng từ ngày cấp (khoản 3 Điều 4, QĐ 26/2026/QĐ-TTg)."""
    return _answer(ngay_cap, lambda: _as_cell(clocks.certificate_end(_day(ngay_cap))))


@_in_excel
def ocop_nop_lai_tu(ngay_het_han: Any) -> Any:
    """Ngày đầu được nộp hồ sơ phân hạng lại (điểm a khoản 6 Điều 7, QĐ 26/2026/QĐ-TTg)."""
    return _answer(ngay_het_han, lambda: _as_cell(clocks.renewal_window(_day(ngay_het_han))[0]))


@_in_excel
def ocop_nop_lai_den(ngay_het_han: Any) -> Any:
    """Ngày cuối được nộp hồ sơ phân hạng lại (điểm a khoản 6 Điều 7, QĐ 26/2026/QĐ-TTg)."""
    return _answer(ngay_het_han, lambda: _as_cell(clocks.renewal_window(_day(ngay_het_han))[1]))


@_in_excel
def ocop_ngay_lam_viec(tu_ngay: Any, so_ngay: Any) -> Any:
    """Ngày làm việc thứ mấy sau một ngày; ngày đầu không tính, trừ thứ Bảy, Chủ nhật và ngày lễ."""
    return _answer(tu_ngay, lambda: _as_cell(clocks.working_days_after(_day(tu_ngay), _count(so_ngay))))


@_in_excel
def ocop_han_xa(ngay_nhan: Any) -> Any:
    """Hạn UBND xã đánh giá và chuyển hồ sơ: 15 ngày làm việc (khoản 2 Điều 7, QĐ 26/2026/QĐ-TTg)."""
    return _answer(ngay_nhan, lambda: _as_cell(clocks.commune_deadline(_day(ngay_nhan))))


def _answer(asked: Any, work: Callable[[], Any]) -> Any:
    if asked is None or (isinstance(asked, str) and not asked.strip()):
        return ""
    try:
        return work()
    except ValueError as error:
        return str(error)


def _number(cell: Any, what: str) -> float:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise _NotSo(f"Ô này cần một số ({what}); hãy chọn đúng một ô có số.")
    return cell


def _count(cell: Any) -> int:
    number = _number(cell, "số ngày làm việc")
    if number != int(number) or not 1 <= number <= _MOST_DAYS:
        raise _NotSo(f"Số ngày làm việc phải là số nguyên từ 1 đến {_MOST_DAYS}; hãy sửa lại.")
    return int(number)


def _day(cell: Any) -> date:
    """A date of Excel, a cell that lost its date format, or a date in letters, day before month."""
    found: date | str | None = None
    if isinstance(cell, datetime):
        found = cell.date()
    elif isinstance(cell, date):
        found = cell
    elif isinstance(cell, str):
        found = day_of_text(cell)
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        found = day_of_serial(cell, date1904=False)
    if not isinstance(found, date) or not within_reach(found):
        raise _NotSo("Ô này cần một ngày, ví dụ 20/03/2026; hãy chọn đúng một ô có ngày.")
    return found


def _as_cell(day: date) -> datetime:
    """Excel's dates carry a clock."""
    return datetime(day.year, day.month, day.day)
