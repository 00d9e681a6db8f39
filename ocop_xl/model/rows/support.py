"""Sheet «Hỗ trợ»: what is done for the subjects (targets of khoản 2 mục II of the plan)."""

from datetime import date

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.due.work import SUPPORT_DUTY
from ocop_xl.model.rows.dossiers import PRODUCT_NAME
from ocop_xl.model.rows.producers import PRODUCER_NAME
from ocop_xl.model.table import TODAY, Row, table

_COUNTS = f'=IF(AND([@[Mã HT]]="",[@[Tình trạng việc]]=""),"",IF(AND([@[Tình trạng việc]]="Hoàn thành",N([@[Ngày xong]])<={TODAY}),"Có","Chưa"))'


@table(
    sheet="Hỗ trợ",
    name="tblHoTro",
    title="HỖ TRỢ CHỦ THỂ VÀ SẢN PHẨM",
    purpose="Mỗi dòng một nội dung hỗ trợ: nhãn hiệu, bao bì, truy xuất nguồn gốc, tư vấn hồ sơ, công nghệ.",
)
class Support(Row):
    """One piece of help given to one subject, for one of its products if it is for a product."""

    id: str | None = column("Mã HT", Kind.KEY, "HT và số thứ tự. Ví dụ HT01.", required=True, prefix="HT", width=9)
    kind: str | None = column("Nội dung hỗ trợ", Kind.CHOICE, "", required=True, choices=choices.SUPPORT_KIND, width=20, names=True)
    producer_id: str | None = column("Mã CT", Kind.REF, "", required=True, refers_to="tblChuThe", width=9, names=True)
    producer_name: str | None = live("Tên chủ thể", Kind.TEXT, PRODUCER_NAME, width=30)
    product_id: str | None = column("Mã SP", Kind.REF, "Để trống nếu hỗ trợ chung cho chủ thể.", refers_to="tblSanPham", width=9, names=True)
    product_name: str | None = live("Tên sản phẩm", Kind.TEXT, PRODUCT_NAME, width=28)
    start: date | None = column("Ngày bắt đầu", Kind.DATE, "", width=12)
    done: date | None = column("Ngày xong", Kind.DATE, "Việc được tính vào chỉ tiêu từ ngày này.", width=12, group="state")
    state: str | None = column("Tình trạng việc", Kind.CHOICE, "Chỉ việc đã «Hoàn thành» được tính vào chỉ tiêu.", required=True, choices=choices.WORK_STATE, width=14, group="state")
    contractor: str | None = column("Đơn vị thực hiện", Kind.TEXT, "Đơn vị tư vấn, thiết kế… được chọn.", width=26, since=2)
    contract: str | None = column("Hợp đồng", Kind.TEXT, "Số, ngày hợp đồng.", width=20, since=2)
    cost: float | None = column("Kinh phí", Kind.MONEY, "Triệu đồng.", minimum=0, unit="triệu đồng", width=12)
    funding: str | None = column("Nguồn kinh phí", Kind.CHOICE, "", choices=choices.FUNDING_SOURCE, width=26)
    counts: str | None = live("Được tính", Kind.TEXT, _COUNTS, "«Có» khi việc đã hoàn thành vào ngày tính.", width=9, since=2)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
    duty: int | None = SUPPORT_DUTY
