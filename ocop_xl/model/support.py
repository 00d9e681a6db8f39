"""Sheets «Tập huấn» and «Hỗ trợ»: what is done for the subjects (targets of khoản 2 mục II of the plan)."""

from datetime import date

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.dossiers import PRODUCT_NAME
from ocop_xl.model.table import Row, table

PRODUCER_NAME = '=IFERROR(INDEX(tblChuThe[Tên chủ thể],MATCH([@[Mã CT]],tblChuThe[Mã CT],0)),"")'


@table(
    sheet="Tập huấn",
    name="tblTapHuan",
    title="ĐÀO TẠO, TẬP HUẤN",
    purpose="Mỗi dòng một chủ thể dự một lớp, để đếm được bao nhiêu chủ thể đã được tập huấn.",
)
class Training(Row):
    """One subject's attendance at one class."""

    id: str | None = column("Mã TH", Kind.KEY, "TH và số thứ tự. Ví dụ TH01.", required=True, prefix="TH", width=9)
    held: date | None = column("Ngày", Kind.DATE, "", required=True, width=12)
    course: str | None = column("Tên lớp", Kind.TEXT, "", required=True, width=36)
    organiser: str | None = column("Đơn vị tổ chức", Kind.TEXT, "", width=26)
    producer_id: str | None = column("Mã CT", Kind.REF, "", required=True, refers_to="tblChuThe", width=9)
    producer_name: str | None = live("Tên chủ thể", Kind.TEXT, PRODUCER_NAME, width=30)
    attendee: str | None = column("Người dự", Kind.TEXT, "", width=22, personal=True)
    days: float | None = column("Số ngày", Kind.DECIMAL, "", minimum=0, maximum=60, width=8)
    result: str | None = column("Kết quả", Kind.TEXT, "", width=20)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)


@table(
    sheet="Hỗ trợ",
    name="tblHoTro",
    title="HỖ TRỢ CHỦ THỂ VÀ SẢN PHẨM",
    purpose="Mỗi dòng một nội dung hỗ trợ: nhãn hiệu, bao bì, truy xuất nguồn gốc, tư vấn hồ sơ, công nghệ.",
)
class Support(Row):
    """One piece of help given to one subject, for one of its products if it is for a product."""

    id: str | None = column("Mã HT", Kind.KEY, "HT và số thứ tự. Ví dụ HT01.", required=True, prefix="HT", width=9)
    kind: str | None = column("Nội dung hỗ trợ", Kind.CHOICE, "", required=True, choices=choices.SUPPORT_KIND, width=20)
    producer_id: str | None = column("Mã CT", Kind.REF, "", required=True, refers_to="tblChuThe", width=9)
    producer_name: str | None = live("Tên chủ thể", Kind.TEXT, PRODUCER_NAME, width=30)
    product_id: str | None = column("Mã SP", Kind.REF, "Để trống nếu hỗ trợ chung cho chủ thể.", refers_to="tblSanPham", width=9)
    product_name: str | None = live("Tên sản phẩm", Kind.TEXT, PRODUCT_NAME, width=28)
    start: date | None = column("Ngày bắt đầu", Kind.DATE, "", width=12)
    done: date | None = column("Ngày xong", Kind.DATE, "", width=12)
    state: str | None = column("Tình trạng việc", Kind.CHOICE, "Chỉ việc đã «Hoàn thành» được tính vào chỉ tiêu.", required=True, choices=choices.WORK_STATE, width=14)
    cost: float | None = column("Kinh phí", Kind.MONEY, "Triệu đồng.", minimum=0, unit="triệu đồng", width=12)
    funding: str | None = column("Nguồn kinh phí", Kind.CHOICE, "", choices=choices.FUNDING_SOURCE, width=26)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
