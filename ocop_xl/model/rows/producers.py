"""Sheet «Chủ thể»: who makes the products."""

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.due.duty import helper
from ocop_xl.model.due.subjects import HELP_DUTY, TRAINING_DUTY
from ocop_xl.model.table import HEADER_ROW, Row, table

PRODUCER_NAME = '=IFERROR(INDEX(tblChuThe[Tên chủ thể],MATCH([@[Mã CT]],tblChuThe[Mã CT],0)),"")'
"""In every table that names a subject by its key."""
_SUPPORTED = 'IF(COUNTIFS(tblHoTro[Mã CT],[@[Mã CT]],tblHoTro[Nội dung hỗ trợ],"{}",tblHoTro[Được tính],"Có")>0,1,0)'
_SUPPORT_KINDS = '=IF([@[Mã CT]]="","",' + "+".join(
    _SUPPORTED.format(kind)
    for kind in (choices.SUPPORT_TRADEMARK, choices.SUPPORT_PACKAGING, choices.SUPPORT_TRACEABILITY)
) + ")"


HAMLET_UNIT = 10**6


def hamlet_number(products: int, row: int) -> int:
    """Of a hamlet, in the first row that names it: the greatest has most products, then the first row."""
    return products * HAMLET_UNIT + HAMLET_UNIT - row


_OF_HAMLET = "SUMIFS(tblChuThe[Số sản phẩm tham gia],tblChuThe[Ấp],[@[Ấp]])"
_NAMES_HAMLET = f'IF([@[Ấp]]="",FALSE,IFERROR(MATCH([@[Ấp]],tblChuThe[Ấp],0)=ROW()-{HEADER_ROW},FALSE))'
_HAMLET_ORDER = f'=IF({_NAMES_HAMLET},IF({_OF_HAMLET}>0,{_OF_HAMLET}*{HAMLET_UNIT}+{HAMLET_UNIT}-ROW(),""),"")'
_RANKED = (
    '=IF([@[Mã CT]]="","",COUNTIFS(tblSanPham[Mã CT],[@[Mã CT]],tblSanPham[Tham gia],"Có",'
    'tblSanPham[Hạng đang tính],">=3"))'
)


@table(
    sheet="Chủ thể",
    name="tblChuThe",
    title="CHỦ THỂ OCOP",
    purpose="Mỗi dòng một chủ thể. Một chủ thể có nhiều sản phẩm vẫn chỉ ghi một dòng.",
)
class Producer(Row):
    """A cooperative, firm or registered household (khoản 3 Điều 2, QĐ 26/2026/QĐ-TTg)."""

    id: str | None = column("Mã CT", Kind.KEY, "CT và số thứ tự, không trùng, không đổi về sau. Ví dụ CT07.", required=True, prefix="CT", width=9)
    name: str | None = column("Tên chủ thể", Kind.TEXT, "Ghi đúng tên trên giấy đăng ký.", required=True, unique=True, width=34, aliases=("Chủ thể", "Tên cơ sở", "Cơ sở", "Cơ sở sản xuất", "Đơn vị", "Tên đơn vị"), names=True)
    legal_form: str | None = column("Loại hình", Kind.CHOICE, "Loại hình theo giấy đăng ký kinh doanh.", required=True, choices=choices.LEGAL_FORM, width=20, aliases=("Loại hình chủ thể", "Loại hình tổ chức", "Hình thức"))
    registration: str | None = column("Số ĐKKD", Kind.TEXT, "Số giấy đăng ký kinh doanh hoặc mã số hộ, HTX, doanh nghiệp.", width=16, unique=True, aliases=("Giấy ĐKKD", "Mã số doanh nghiệp", "Mã số thuế"), filled_by="chủ thể")
    representative: str | None = column("Người đại diện", Kind.TEXT, "Họ và tên người đại diện theo pháp luật.", width=22, personal=True, aliases=("Đại diện", "Chủ hộ", "Giám đốc"), filled_by="chủ thể")
    gender: str | None = column("Giới tính", Kind.CHOICE, "Của người đại diện (Mẫu 02, tiêu chí 3.2).", choices=choices.GENDER, width=9, personal=True, filled_by="chủ thể")
    ethnicity: str | None = column("Dân tộc", Kind.TEXT, "Của người đại diện (Mẫu 02, tiêu chí 3.2).", width=10, personal=True, filled_by="chủ thể")
    position: str | None = column("Chức vụ", Kind.TEXT, "Chức vụ của người đại diện.", width=14, filled_by="chủ thể")
    hamlet: str | None = column("Ấp", Kind.TEXT, "Tên ấp nơi sản xuất.", width=16, filled_by="chủ thể")
    address: str | None = column("Địa chỉ", Kind.TEXT, "Số nhà, đường, ấp.", width=28, personal=True, filled_by="chủ thể")
    phone: str | None = column("Điện thoại", Kind.PHONE, "10 chữ số, bắt đầu bằng 0.", width=14, personal=True, aliases=("SĐT", "Số điện thoại", "ĐT"), filled_by="chủ thể")
    email: str | None = column("Thư điện tử", Kind.EMAIL, "Ví dụ: htx@example.vn.", width=22, personal=True, aliases=("Email",), filled_by="chủ thể")
    workers: int | None = column("Số lao động", Kind.INTEGER, "Tổng số lao động.", minimum=0, maximum=100000, unit="người", width=10, aliases=("Lao động",), filled_by="chủ thể")
    local_workers: int | None = column("Lao động địa phương", Kind.INTEGER, "Số lao động là người trong xã (tiêu chí 3.3).", minimum=0, maximum=100000, unit="người", width=12, filled_by="chủ thể")
    residence: str | None = column("Nơi thường trú", Kind.TEXT, "Nơi thường trú của người đại diện (Mẫu 02, Mẫu 03).", width=28, personal=True, filled_by="chủ thể")
    active_products: int | None = live("Số sản phẩm tham gia", Kind.INTEGER, '=IF([@[Mã CT]]="","",COUNTIFS(tblSanPham[Mã CT],[@[Mã CT]],tblSanPham[Tham gia],"Có"))', width=10)
    trainings: int | None = live("Lượt tập huấn", Kind.INTEGER, '=IF([@[Mã CT]]="","",COUNTIFS(tblTapHuan[Mã CT],[@[Mã CT]],tblTapHuan[Được tính],"Có"))', width=9)
    support_kinds: int | None = live("Số nội dung được hỗ trợ", Kind.INTEGER, _SUPPORT_KINDS, "Trong ba nội dung: nhãn hiệu, bao bì, truy xuất nguồn gốc.", width=11)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
    duty: int | None = TRAINING_DUTY
    help_duty: int | None = HELP_DUTY
    ranked: int | None = helper("Số sản phẩm từ 3 sao", _RANKED)
    hamlet_order: int | None = helper("Thứ tự ấp", _HAMLET_ORDER)
