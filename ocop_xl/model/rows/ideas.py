"""Sheets «Ý tưởng» and «Chu trình»: from a registered idea through the six steps of the OCOP cycle."""

from datetime import date

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.due.cycle import STEP_DUTY, STEP_LEFT
from ocop_xl.model.due.ideas import IDEA_DUTY
from ocop_xl.model.table import Row, table


@table(
    sheet="Ý tưởng",
    name="tblYTuong",
    title="Ý TƯỞNG SẢN PHẨM ĐĂNG KÝ",
    purpose="Phiếu đăng ký ý tưởng nhận được, kết quả xem xét và sản phẩm hình thành từ ý tưởng.",
)
class Idea(Row):
    """An idea registered with the commune (khoản 3a mục III Kế hoạch 76/KH-UBND)."""

    id: str | None = column("Mã YT", Kind.KEY, "YT và số thứ tự. Ví dụ YT01.", required=True, prefix="YT", width=9)
    received: date | None = column("Ngày nhận", Kind.DATE, "Ngày nhận phiếu đăng ký.", required=True, width=12, names=True)
    title: str | None = column("Ý tưởng", Kind.TEXT, "Tên ý tưởng, sản phẩm đăng ký.", required=True, width=34, names=True)
    proposer: str | None = column("Người đăng ký", Kind.TEXT, "Chủ thể hoặc cá nhân đăng ký.", required=True, width=26, personal=True)
    producer_id: str | None = column("Mã CT", Kind.REF, "Nếu đã có trong trang Chủ thể.", refers_to="tblChuThe", width=9)
    reviewed: date | None = column("Ngày xem xét", Kind.DATE, "Kết quả được tính từ ngày này.", width=12, group="decision")
    decision: str | None = column("Kết quả xem xét", Kind.CHOICE, "", choices=choices.IDEA_DECISION, width=16, group="decision")
    reason: str | None = column("Lý do", Kind.LONG_TEXT, "Vì sao chọn hoặc chưa chọn.", width=34)
    product_id: str | None = column("Mã SP", Kind.REF, "Sản phẩm hình thành từ ý tưởng.", refers_to="tblSanPham", width=9)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
    duty: int | None = IDEA_DUTY


@table(
    sheet="Chu trình",
    name="tblChuTrinh",
    title="CHU TRÌNH OCOP SÁU BƯỚC",
    purpose="Mỗi sản phẩm sáu dòng, mỗi dòng một bước: bắt đầu, hạn, hoàn thành, ai làm, kết quả.",
)
class CycleStep(Row):
    """One step of one product's way through the cycle."""

    id: str | None = column("Mã bước", Kind.KEY, "Mã SP và số bước, ví dụ SP01-3.", required=True, width=10, derived_from="product_id")
    product_id: str | None = column("Mã SP", Kind.REF, "", required=True, refers_to="tblSanPham", width=9, names=True)
    product_name: str | None = live("Tên sản phẩm", Kind.TEXT, '=IFERROR(INDEX(tblSanPham[Tên sản phẩm],MATCH([@[Mã SP]],tblSanPham[Mã SP],0))&"","")', width=28)
    step: str | None = column("Bước", Kind.CHOICE, "", required=True, choices=choices.CYCLE_STEP, width=36, names=True)
    start: date | None = column("Ngày bắt đầu", Kind.DATE, "", width=12)
    due: date | None = column("Hạn xong", Kind.DATE, "", width=12)
    done: date | None = column("Ngày xong", Kind.DATE, "", width=12, group="state")
    responsible: str | None = column("Người thực hiện", Kind.TEXT, "", width=20)
    result: str | None = column("Kết quả", Kind.CHOICE, "", choices=choices.STEP_RESULT, width=14, group="state")
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
    step_left: int | None = STEP_LEFT
    duty: int | None = STEP_DUTY
