"""Terms that no law fixes: **our readings** (cách hiểu của phần mềm), here and nowhere else.

Each is a setting of «Thông tin xã»; a blank or impossible cell leaves the default.
"""

from __future__ import annotations

from typing import Any

from ocop_xl.model.column import Kind, column
from ocop_xl.model.table import Row
from ocop_xl.records import NamedTuple

LONGEST = 999


class Term(NamedTuple):
    """So many days, unless `unit` says otherwise. `says` ends the sentence of the setting's help."""

    attribute: str
    header: str
    default: int
    says: str
    unit: str = "ngày"
    longest: int = LONGEST

    @property
    def heading(self) -> str:
        """As «Thông tin xã» shows it, with its unit."""
        return f"{self.header} ({self.unit})"

    def of(self, commune: Row) -> int:
        """What the commune has set, else the default."""
        typed = getattr(commune, self.attribute)
        return typed if typed is not None and 1 <= typed <= self.longest else self.default


IDEA_ANSWER = Term("idea_answer", "Trả lời ý tưởng trong", 30, "từ ngày nhận phiếu đến ngày xem xét")
IDEA_PRODUCT = Term("idea_product", "Lập sản phẩm trong", 15, "từ ngày chọn ý tưởng đến khi có dòng ở trang Sản phẩm")
SUPPORT_END = Term("support_end", "Xong hỗ trợ trong", 90, "từ ngày bắt đầu một việc hỗ trợ")
VISIT_EVERY = Term("visit_every", "Kiểm tra mỗi", 365, "giữa hai lần kiểm tra sản phẩm còn giấy; Kế hoạch (khoản 5 mục III) không nêu")
PROVINCE_ANSWER = Term("province_answer", "Hỏi lại tỉnh sau", 15, "từ ngày kiến nghị; khoản 4 Điều 8 chỉ nêu 15 ngày cho việc thu hồi")
REPORT_EVERY = Term(
    "report_every", "Báo cáo tiến độ mỗi", 6, "Kế hoạch (khoản 1 mục V) chỉ nêu «thường xuyên»", unit="tháng", longest=12
)
NOTICE = Term("renewal_notice", "Báo chủ thể trước kỳ nộp lại", 45, "thông báo nhắc hạn gửi trước ngày đầu được nộp hồ sơ phân hạng lại")
BUSINESS_PLAN = Term("business_plan", "Lập phương án trong", 30, "từ ngày chọn ý tưởng đến hạn bước 3 của chu trình mà phần mềm đề xuất")
CARRYING_OUT = Term("carrying_out", "Triển khai phương án ít nhất", 90, "trước ngày nộp hồ sơ mà phần mềm đề xuất cho bước 4")
PROMOTION = Term("promotion", "Xúc tiến sau kết quả", 90, "từ ngày có kết quả của đợt đến hạn bước 6 mà phần mềm đề xuất")
FIRST_CLASS = Term("first_class", "Tập huấn lần đầu trong", 60, "từ ngày nhận sản phẩm đến hạn việc cử chủ thể mới dự lớp")
CORRECTION = Term("correction", "Khắc phục trong", 30, "từ ngày kiểm tra đến hạn khắc phục mà phần mềm đề xuất")
PAPER_LOOK = Term("paper_look", "Đối chiếu văn bản trong", 15, "từ ngày kiểm tra thấy số liệu của văn bản đã vào sổ thay đổi")
PACKAGE_EVERY = Term("package_every", "Gửi gói cho tỉnh mỗi", 90, "giữa hai gói ở trang Sổ gửi; trước gói đầu tính từ ngày kế hoạch")
REMARK_ANSWER = Term("remark_answer", "Trả lời ý kiến tỉnh trong", 15, "từ ngày tỉnh góp ý đến khi sửa ô hoặc trả lời")
NEAR = Term("near", "Đến hạn khi còn", 7, "việc được tô là đến hạn")
SOON = Term("soon", "Nhắc trước", 30, "việc không có ngày bắt đầu riêng được nhắc trước chừng ấy")
TASK_NEAR = Term("task_near", "Nhiệm vụ sắp đến hạn khi còn", 15, "cột «Nhắc việc» của trang Nhiệm vụ")
DOSSIER_NEAR = Term("dossier_near", "Hồ sơ sắp đến hạn khi còn", 5, "cột «Việc cần làm» của trang Hồ sơ")
TERMS = (
    IDEA_ANSWER,
    IDEA_PRODUCT,
    SUPPORT_END,
    VISIT_EVERY,
    PROVINCE_ANSWER,
    REPORT_EVERY,
    NOTICE,
    BUSINESS_PLAN,
    CARRYING_OUT,
    PROMOTION,
    FIRST_CLASS,
    CORRECTION,
    PAPER_LOOK,
    PACKAGE_EVERY,
    REMARK_ANSWER,
    NEAR,
    SOON,
    TASK_NEAR,
    DOSSIER_NEAR,
)
LAST_QUARTER = 10
"""The month from which money that is not spent, and the yearly conference, are duties."""


def setting(term: Term) -> Any:
    """The column of «Thông tin xã» for a term."""
    help = f"Số {term.unit}, để trống là {term.default}: {term.says} (cách hiểu của phần mềm)."
    return column(
        term.heading, Kind.INTEGER, help, minimum=1, maximum=term.longest, unit=term.unit, since=2
    )
