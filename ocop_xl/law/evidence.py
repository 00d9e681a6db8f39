"""The papers that stand behind a self-assessment: the 15 lines of Mẫu 02, Phụ lục III, QĐ 26/2026/QĐ-TTg.

The wording is a short form of ours; numbers and order are the form's.
"""

from __future__ import annotations

from ocop_xl.records import NamedTuple

ARTICLE = "Mẫu 02, Phụ lục III, QĐ 26/2026/QĐ-TTg"


class EvidenceLine(NamedTuple):
    """A line of the list that goes with every dossier; `label` is how drop-downs and papers show it."""

    number: int
    text: str

    @property
    def label(self) -> str:
        return f"{self.number:02d}. {self.text}"


_TEXTS = (
    "Giấy đăng ký kinh doanh",
    "Giấy chứng nhận cơ sở đủ điều kiện sản xuất",
    "Nguồn gốc nguyên liệu, vùng nguyên liệu, liên kết chuỗi (giấy xác nhận, hợp đồng, thanh lý, hóa đơn)",
    "Hồ sơ môi trường, công nghệ bền vững",
    "Sử dụng lao động địa phương (danh sách lao động đóng bảo hiểm, kèm nơi thường trú)",
    "Tăng trưởng sản xuất kinh doanh (phân loại HTX hoặc báo cáo tài chính 02 năm)",
    "Sở hữu trí tuệ",
    "Thị trường, xúc tiến thương mại",
    "Quảng bá sản phẩm (trang web, mạng xã hội…)",
    "Câu chuyện sản phẩm",
    "Công bố chất lượng sản phẩm",
    "Phiếu kiểm nghiệm chất lượng, an toàn thực phẩm",
    "Mã số mã vạch, tem truy xuất nguồn gốc",
    "Hệ thống quản lý chất lượng",
    "Giải thưởng, bình chọn",
)
EVIDENCE_LINES: tuple[EvidenceLine, ...] = tuple(EvidenceLine(*line) for line in enumerate(_TEXTS, start=1))
