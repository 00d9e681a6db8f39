"""«Tổng hợp»: one workbook of what many communes have sent."""

from __future__ import annotations

from ocop_xl.buttons.outcome import Outcome
from ocop_xl.buttons.province.folders import in_status_bar, received_folder, results_of
from ocop_xl.desks.desk import Desk
from ocop_xl.jobs.province_words import consolidated_in_words
from ocop_xl.province.consolidate import consolidate

_WORKBOOK = "tong-hop.xlsx"


def run(desk: Desk) -> Outcome:
    folder = received_folder(desk)
    if folder is None:
        return Outcome("Đã thôi, chưa tổng hợp gì.", quiet=True)
    out = results_of(folder)
    if not desk.confirm(f"Tổng hợp mọi tệp trong «{folder.name}» vào tệp «{_WORKBOOK}» của thư mục «{out}»?"):
        return Outcome("Đã thôi, chưa tổng hợp gì.", quiet=True)
    out.mkdir(exist_ok=True)
    made = consolidate([folder], out / _WORKBOOK, processes=1, tell=in_status_bar(desk))
    return Outcome("\n".join(consolidated_in_words(made)))
