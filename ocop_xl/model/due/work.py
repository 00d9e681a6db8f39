"""What the plan gives to units and hamlets, help that was begun, money of a year."""

from ocop_xl.model.column import Kind
from ocop_xl.model.due.duty import BEGUN, Case, by_today, duty, filled, helper, term_name
from ocop_xl.model.table import TODAY
from ocop_xl.model.terms import LAST_QUARTER, SUPPORT_END

FIRST_YEAR, LAST_YEAR = 2018, 2060
"""Bounds of a year that a row can be of."""
_OVER = (
    'OR([@[Tình trạng việc]]="Không thực hiện",'
    f'IF({filled("Ngày xong")},[@[Ngày xong]]<={TODAY},[@[Tình trạng việc]]="Hoàn thành"))'
)
_OF_TASK = "INDEX(tblNhiemVu[{header}],MATCH([@[Mã NV]],tblNhiemVu[Mã NV],0))"

TASK_OVER = helper("Đã thôi làm", f'=IF({_OVER},"Có","")', Kind.TEXT)
TASK_DUTY = duty(
    "tblNhiemVu",
    "Mã NV",
    Case(
        "task",
        f'AND({filled("Hạn")},[@[Đã thôi làm]]="",'
        'IF([@[Mã NV]]="",TRUE,COUNTIFS(tblPhanCong[Mã NV],[@[Mã NV]])=0))',
        "[@[Hạn]]",
    ),
)
PART_BY = helper(
    "Hạn của nơi này",
    f'=IF({filled("Hạn")},[@[Hạn]],IFERROR(IF(N({_OF_TASK.format(header="Hạn")})>0,{_OF_TASK.format(header="Hạn")},""),""))',
    Kind.DATE,
)
PART_DUTY = duty(
    "tblPhanCong",
    "Mã PC",
    Case(
        "task-part",
        f'AND({filled("Hạn của nơi này")},NOT({_OVER}),IFERROR({_OF_TASK.format(header="Đã thôi làm")},"")="")',
        "[@[Hạn của nơi này]]",
    ),
)
SUPPORT_DUTY = duty(
    "tblHoTro",
    "Mã HT",
    Case(
        "support",
        f"AND({by_today('Ngày bắt đầu')},NOT({_OVER}))",
        f"[@[Ngày bắt đầu]]+{term_name(SUPPORT_END)}",
        BEGUN,
    ),
)
MONEY_DUTY = duty(
    "tblKinhPhi",
    "Mã KP",
    Case(
        "money",
        f"AND(N([@[Năm]])>={FIRST_YEAR},N([@[Năm]])<={LAST_YEAR},N([@[Được giao]])-N([@[Đã chi]])>0)",
        "DATE([@[Năm]],12,31)",
        f"DATE([@[Năm]],{LAST_QUARTER},1)",
    ),
)
