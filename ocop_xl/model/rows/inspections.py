"""Sheet «Kiểm tra»: what the commune follows, reviews and proposes; conclusions are the province's (khoản 4 Điều 9)."""

from datetime import date

from ocop_xl.model import choices
from ocop_xl.model.column import Kind, column, live
from ocop_xl.model.due.inspections import CORRECTION_DUTY, REQUEST_DUTY
from ocop_xl.model.rows.dossiers import PRODUCT_NAME
from ocop_xl.model.table import Row, table


@table(
    sheet="Kiểm tra",
    name="tblKiemTra",
    title="THEO DÕI, KIỂM TRA, RÀ SOÁT",
    purpose="Mỗi dòng một lần kiểm tra một sản phẩm. Xã theo dõi, phối hợp và kiến nghị; kết luận thuộc cơ quan cấp tỉnh.",
)
class Inspection(Row):
    """One look at one product (khoản 5 mục III Kế hoạch 76/KH-UBND)."""

    id: str | None = column("Mã KT", Kind.KEY, "KT và số thứ tự. Ví dụ KT01.", required=True, prefix="KT", width=9)
    inspected: date | None = column("Ngày kiểm tra", Kind.DATE, "", required=True, width=12, names=True)
    kind: str | None = column("Hình thức kiểm tra", Kind.CHOICE, "", required=True, choices=choices.INSPECTION_KIND, width=22, names=True)
    product_id: str | None = column("Mã SP", Kind.REF, "", required=True, refers_to="tblSanPham", width=9, names=True)
    product_name: str | None = live("Tên sản phẩm", Kind.TEXT, PRODUCT_NAME, width=28)
    team: str | None = column("Thành phần", Kind.TEXT, "Đoàn kiểm tra gồm những ai.", width=28, personal=True)
    conditions: str | None = column("Điều kiện sản xuất", Kind.CHOICE, "", choices=choices.GOOD_BAD, width=12)
    quality: str | None = column("Chất lượng", Kind.CHOICE, "", choices=choices.GOOD_BAD, width=12)
    criteria_kept: str | None = column("Duy trì tiêu chí", Kind.CHOICE, "Còn giữ các tiêu chí đã được đánh giá.", choices=choices.GOOD_BAD, width=12)
    mark_use: str | None = column("Sử dụng nhãn OCOP", Kind.CHOICE, "Nhãn, biểu trưng OCOP dùng đúng quy định.", choices=choices.GOOD_BAD, width=12)
    standard: str | None = column("Tiêu chuẩn áp dụng", Kind.CHOICE, "ISO, HACCP, VietGAP, hữu cơ…", choices=choices.STANDARD, width=14)
    finding: str | None = column("Nội dung ghi nhận", Kind.LONG_TEXT, "Ghi điều nhìn thấy, không kết luận thay cấp tỉnh.", width=36)
    severity: str | None = column("Mức độ", Kind.CHOICE, "", choices=choices.SEVERITY, width=14)
    recommendation: str | None = column("Kiến nghị", Kind.LONG_TEXT, "Kiến nghị với chủ thể hoặc với tỉnh.", width=36)
    due: date | None = column("Hạn khắc phục", Kind.DATE, "", width=12)
    done: date | None = column("Ngày khắc phục", Kind.DATE, "", width=12)
    next: date | None = column("Lần sau", Kind.DATE, "Dự kiến ngày kiểm tra lần sau.", width=12, since=2)
    requested: date | None = column("Ngày kiến nghị tỉnh", Kind.DATE, "Ngày gửi kiến nghị tỉnh kiểm tra hoặc thu hồi.", width=12, group="request", since=2)
    answered: date | None = column("Ngày tỉnh trả lời", Kind.DATE, "", width=12, group="request", filled_by="tỉnh", since=2)
    note: str | None = column("Ghi chú", Kind.LONG_TEXT, "", width=26)
    duty: int | None = CORRECTION_DUTY
    waiting_duty: int | None = REQUEST_DUTY
