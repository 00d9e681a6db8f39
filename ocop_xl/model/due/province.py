"""What the province has remarked on: mended in the cell, or answered."""

from ocop_xl.model.due.duty import BEGUN, Case, by_today, duty, term_name
from ocop_xl.model.terms import REMARK_ANSWER

REMARK_DUTY = duty(
    "tblYKienTinh",
    "Mã YK",
    Case(
        "remark",
        f'AND([@[Ý kiến]]<>"",{by_today("Ngày góp ý")},[@[Trả lời của xã]]="",NOT({by_today("Ngày sửa ô")}),'
        f"NOT({by_today('Ngày đóng')}))",
        f"[@[Ngày góp ý]]+{term_name(REMARK_ANSWER)}",
        BEGUN,
    ),
)
