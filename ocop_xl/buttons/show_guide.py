"""«Hướng dẫn»: the workbook's own guide."""

from __future__ import annotations

from ocop_xl.buttons.outcome import Outcome
from ocop_xl.desks.desk import Desk
from ocop_xl.errors import Refusal
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.vocabulary import GUIDE


def run(desk: Desk) -> Outcome:
    if GUIDE not in desk.sheet_names():
        raise Refusal(f"Sổ không còn trang «{GUIDE}»; hãy lấy lại trang này từ bản sao lưu hoặc một sổ mới.")
    desk.select(GUIDE, Area(1, 0, 1, 0))
    return Outcome(f"Đang ở trang «{GUIDE}».", quiet=True)
