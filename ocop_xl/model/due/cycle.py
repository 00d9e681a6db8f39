"""The six steps of «Chu trình»: each by its day, one after the other."""

from ocop_xl.model.due.duty import BEGUN, Case, by_today, duty, filled, helper, term_name
from ocop_xl.model.table import TODAY
from ocop_xl.model.terms import SOON

_FINISHED = (
    f'OR([@[Kết quả]]="Không áp dụng",IF({filled("Ngày xong")},[@[Ngày xong]]<={TODAY},[@[Kết quả]]="Hoàn thành"))'
)
_NUMBER = "IFERROR(VALUE(LEFT([@[Bước]],1)),0)"

STEP_LEFT = helper("Bước còn làm", f'=IF(OR({_NUMBER}=0,{_FINISHED}),"",{_NUMBER})')
STEP_DUTY = duty(
    "tblChuTrinh",
    "Mã bước",
    Case(
        "cycle-step",
        f"AND({filled('Hạn xong')},NOT({_FINISHED}))",
        "[@[Hạn xong]]",
        f"IF({filled('Ngày bắt đầu')},[@[Ngày bắt đầu]],[@[Hạn xong]]-{term_name(SOON)})",
    ),
    Case(
        "cycle-order",
        f'AND([@[Mã SP]]<>"",{by_today("Ngày xong")},[@[Kết quả]]<>"Không áp dụng",'
        f'COUNTIFS(tblChuTrinh[Mã SP],[@[Mã SP]],tblChuTrinh[Bước còn làm],"<"&{_NUMBER})>0)',
        "[@[Ngày xong]]",
        BEGUN,
    ),
)
