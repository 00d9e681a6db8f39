"""«Bảng theo dõi»: which commune has sent what, as a workbook and as a page."""

from __future__ import annotations

from datetime import date

from ocop_xl.buttons.outcome import Outcome
from ocop_xl.buttons.province.folders import in_status_bar, received_folder, results_of
from ocop_xl.desks.desk import Desk
from ocop_xl.errors import Refusal
from ocop_xl.jobs.province_words import board_in_words
from ocop_xl.model.column import Column, Kind
from ocop_xl.province.board.board import make_board
from ocop_xl.province.board.units import units_in
from ocop_xl.province.board.write import places_of, write_board
from ocop_xl.sheets.reading.coerce import coerce, shown

_LISTS = "Danh sách xã (*.xlsx;*.csv),*.xlsx;*.csv"
_DUE = Column("Hạn gửi", Kind.DATE)
_STOPPED = Outcome("Đã thôi, chưa lập bảng theo dõi.", quiet=True)


def run(desk: Desk) -> Outcome:
    folder = received_folder(desk)
    listed = desk.pick_file("Chọn danh sách xã (có cột «Mã xã», «Tên xã»)", _LISTS) if folder else None
    if folder is None or listed is None:
        return _STOPPED
    typed = desk.ask("Hạn gửi (ngày/tháng/năm); không có hạn thì để trống:")
    if typed is None:
        return _STOPPED
    due, out = _day(typed), results_of(folder)
    board = make_board(
        [folder],
        units_in(listed),
        date.today(),
        due,
        ours=[*places_of(out), listed],
        keep_in=out,
        processes=1,
        tell=in_status_bar(desk),
    )
    return Outcome("\n".join(board_in_words(board, write_board(board, out))))


def _day(typed: str) -> date | None:
    (day,), problems = coerce(_DUE, [typed])
    if day is None and problems:
        raise Refusal(f"Không đọc được hạn gửi «{shown(typed)}»; hãy ghi như 25/11/2026 rồi bấm lại.")
    return day if isinstance(day, date) else None
