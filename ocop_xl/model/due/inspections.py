"""Visits: corrections by their day, answers of the province."""

from ocop_xl.model.due.duty import BEGUN, WAITING, Case, by_today, duty, filled, term_name
from ocop_xl.model.table import TODAY
from ocop_xl.model.terms import PROVINCE_ANSWER, SOON

CORRECTION_DUTY = duty(
    "tblKiemTra",
    "Mã KT",
    Case(
        "correction",
        f"AND({filled('Hạn khắc phục')},N([@[Ngày kiểm tra]])<={TODAY},NOT({by_today('Ngày khắc phục')}))",
        "[@[Hạn khắc phục]]",
        f"IF({filled('Ngày kiểm tra')},[@[Ngày kiểm tra]],[@[Hạn khắc phục]]-{term_name(SOON)})",
    ),
)
REQUEST_DUTY = duty(
    "tblKiemTra",
    "Mã KT",
    Case(
        "province-answer",
        f"AND({by_today('Ngày kiến nghị tỉnh')},NOT({by_today('Ngày tỉnh trả lời')}))",
        f"[@[Ngày kiến nghị tỉnh]]+{term_name(PROVINCE_ANSWER)}",
        BEGUN,
    ),
    header=WAITING,
)
