"""Certificates: filed again in their window, the logo taken down after their end, the product visited meanwhile."""

from ocop_xl.model.column import Kind
from ocop_xl.model.due.duty import BEGUN, PLAN_DATE, Case, duty, helper, term_name
from ocop_xl.model.table import TODAY
from ocop_xl.model.terms import VISIT_EVERY

_OVER = 'OR([@[Trạng thái]]="Bị thu hồi",[@[Trạng thái]]="Đã được thay thế")'
STANDS = f"IF({_OVER},N([@[Ngày thu hồi, thay thế]])>{TODAY},TRUE)"
LAST_DAY = '([@[Ngày hết hạn]]+IF([@[Trạng thái]]="Chờ kết quả phân hạng lại",180,0))'
"""Who re-filed and waits for the result keeps the certificate at most 180 days longer."""
_MADE = '[@[Mã SP]]<>"",IFERROR(INDEX(tblSanPham[Tham gia],MATCH([@[Mã SP]],tblSanPham[Mã SP],0)),"Có")="Có"'
_LATER = (
    'COUNTIFS(tblCongNhan[Mã SP],[@[Mã SP]],tblCongNhan[Ngày hết hạn],">0",'
    f'tblCongNhan[Ngày cấp],">"&[@[Ngày cấp]],tblCongNhan[Ngày cấp],"<="&{TODAY})'
)

LAST = helper(
    "Giấy sau cùng",
    f'=IF(OR([@[Ngày cấp]]="",[@[Ngày hết hạn]]=""),"",'
    f'IF(AND([@[Ngày cấp]]<={TODAY},{STANDS},{_MADE},{_LATER}=0),"Có",""))',
    Kind.TEXT,
)
_INSPECTED = "tblKiemTra[Mã SP]=[@[Mã SP]]"
VISITED = helper(
    "Kiểm tra gần nhất",
    f'=IF([@[Giấy sau cùng]]="","",IFERROR(SUMPRODUCT(MAX(({_INSPECTED})'
    f"*(tblKiemTra[Ngày kiểm tra]<={TODAY})*tblKiemTra[Ngày kiểm tra])),0))",
    Kind.DATE,
)
_SINCE = f"MAX([@[Ngày cấp]],IF(N([@[Kiểm tra gần nhất]])>0,[@[Kiểm tra gần nhất]],N({PLAN_DATE})))"
_PLANNED = (
    f"IF(N([@[Kiểm tra gần nhất]])=0,0,IFERROR(SUMPRODUCT(MAX(({_INSPECTED})"
    "*(tblKiemTra[Ngày kiểm tra]=[@[Kiểm tra gần nhất]])*tblKiemTra[Lần sau])),0))"
)
VISIT_BY = helper(
    "Kiểm tra trước ngày",
    f'=IF([@[Giấy sau cùng]]="","",IF({_PLANNED}>{_SINCE},{_PLANNED},{_SINCE}+{term_name(VISIT_EVERY)}))',
    Kind.DATE,
)
_FILED = (
    'COUNTIFS(tblHoSo[Mã SP],[@[Mã SP]],tblHoSo[Loại hồ sơ],"<>Lần đầu",'
    f'tblHoSo[Ngày nhận],">="&[@[Nộp lại từ ngày]],tblHoSo[Ngày nhận],"<="&{TODAY})=0'
)
_NOT_SEEN_DOWN = (
    'COUNTIFS(tblKiemTra[Mã SP],[@[Mã SP]],tblKiemTra[Sử dụng nhãn OCOP],"Đạt",'
    f'tblKiemTra[Ngày kiểm tra],">"&{LAST_DAY},tblKiemTra[Ngày kiểm tra],"<="&{TODAY})=0'
)
_OPEN = '[@[Giấy sau cùng]]="Có",[@[Trạng thái]]<>"Chờ kết quả phân hạng lại"'
CERTIFICATE_DUTY = duty(
    "tblCongNhan",
    "Mã CN",
    Case(
        "renewal",
        f"AND({_OPEN},N([@[Ngày hết hạn]])>={TODAY},N([@[Nộp lại từ ngày]])<={TODAY},{_FILED})",
        "[@[Nộp lại đến ngày]]",
        BEGUN,
    ),
    Case("logo-down", f'IF([@[Giấy sau cùng]]="Có",AND({LAST_DAY}<{TODAY},{_NOT_SEEN_DOWN}),FALSE)', LAST_DAY, BEGUN),
)
VISIT_DUTY = duty(
    "tblCongNhan",
    "Mã CN",
    Case("visit", '[@[Giấy sau cùng]]&[@[Còn hiệu lực]]="CóCó"', "[@[Kiểm tra trước ngày]]"),
    header="Kiểm tra đến hạn",
)
