"""Ideas: answered in time, and followed by a product when chosen."""

from ocop_xl.model.due.duty import BEGUN, Case, by_today, duty, filled, term_name
from ocop_xl.model.table import TODAY
from ocop_xl.model.terms import IDEA_ANSWER, IDEA_PRODUCT

_DECIDED = (
    'AND(OR([@[Kết quả xem xét]]="Được chọn",[@[Kết quả xem xét]]="Chưa được chọn"),'
    f"N([@[Ngày xem xét]])<={TODAY})"
)
_BEGUN = f"IF({filled('Ngày xem xét')},N([@[Ngày xem xét]]),N([@[Ngày nhận]]))"

IDEA_DUTY = duty(
    "tblYTuong",
    "Mã YT",
    Case(
        "idea-answer",
        f"AND({by_today('Ngày nhận')},NOT({_DECIDED}))",
        f"[@[Ngày nhận]]+{term_name(IDEA_ANSWER)}",
        BEGUN,
    ),
    Case(
        "idea-product",
        f'AND({_BEGUN}>0,{_BEGUN}<={TODAY},[@[Kết quả xem xét]]="Được chọn",{_DECIDED},[@[Mã SP]]="")',
        f"{_BEGUN}+{term_name(IDEA_PRODUCT)}",
        BEGUN,
    ),
)
