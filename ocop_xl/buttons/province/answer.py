"""«Lập trả lời»: for each commune, or for one, the workbook in which the province writes what it answers."""

from __future__ import annotations

from datetime import date

from ocop_xl.buttons.outcome import Outcome
from ocop_xl.buttons.province.folders import in_status_bar, received_folder, results_of
from ocop_xl.desks.desk import Desk
from ocop_xl.jobs.province_words import answers_in_words
from ocop_xl.province.answering import make_answers

_FOLDER = "tra-loi"
_STOPPED = Outcome("Đã thôi, chưa lập tệp trả lời nào.", quiet=True)


def run(desk: Desk) -> Outcome:
    folder = received_folder(desk)
    if folder is None:
        return _STOPPED
    code = desk.ask("Trả lời xã nào? Ghi mã xã; để trống là mọi xã đã gửi gói:")
    if code is None:
        return _STOPPED
    out = results_of(folder) / _FOLDER
    made, aside = make_answers([folder], out, date.today(), code, processes=1, tell=in_status_bar(desk))
    return Outcome("\n".join(answers_in_words(made, aside)))
