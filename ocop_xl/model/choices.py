"""The lists behind the drop-downs. What the law fixes comes from `law`; the rest is the commune's usual wording."""

from __future__ import annotations

from ocop_xl.law import evidence, funding, legal_forms, sectors, stars, withdrawal
from ocop_xl.law.cycle import CYCLE_STEPS
from ocop_xl.records import NamedTuple


class Choices(NamedTuple):
    """A named list: `name` is its heading on the sheet «Danh mục», `values` what a cell may hold, in this order."""

    name: str
    values: tuple[str, ...]
    source: str = ""

    @property
    def allowed(self) -> frozenset[str]:
        return frozenset(self.values)

    def __contains__(self, value: object) -> bool:
        return value in self.values


COMMUNE_KIND = Choices("Cấp hành chính", ("xã", "phường", "đặc khu"))
PRODUCT_SECTION = Choices("Mục", ("A. Sản phẩm mới", "B. Nâng hạng sản phẩm", "C. Duy trì hạng"), "Phụ lục Kế hoạch")
SECTION_NEW, SECTION_UPGRADE, SECTION_KEEP = PRODUCT_SECTION.values
SECTOR = Choices("Nhóm sản phẩm", sectors.SECTORS, "Điều 2 và Phụ lục I, QĐ 26/2026/QĐ-TTg")
PRODUCT_SET = Choices(
    "Bộ sản phẩm",
    tuple(sectors.label(item.number) for item in sectors.PRODUCT_SETS),
    "Phụ lục II, QĐ 26/2026/QĐ-TTg",
)
STARS = Choices("Hạng sao", ("3 sao", "4 sao", "5 sao"), "khoản 3 Điều 3, QĐ 26/2026/QĐ-TTg")
PRODUCT_STATUS = Choices(
    "Trạng thái sản phẩm",
    ("Đang phát triển", "Đang hoàn thiện hồ sơ", "Đã nộp hồ sơ", "Đã được công nhận", "Tạm dừng", "Ngừng sản xuất"),
)
STATUS_PAUSED, STATUS_STOPPED = PRODUCT_STATUS.values[-2:]
TRADEMARK = Choices("Nhãn hiệu", ("Chưa có", "Đã nộp đơn", "Đơn được chấp nhận hợp lệ", "Đã được bảo hộ"))
YES_NO = Choices("Có / Không", ("Có", "Không"))
YES, NO = YES_NO.values
LEGAL_FORM = Choices(
    "Loại hình", tuple(form.name for form in legal_forms.LEGAL_FORMS), "khoản 3 Điều 2, QĐ 26/2026/QĐ-TTg"
)
GENDER = Choices("Giới tính", ("Nam", "Nữ"), "Mẫu 02, QĐ 26/2026/QĐ-TTg")
IDEA_DECISION = Choices("Kết quả xem xét", ("Được chọn", "Chưa được chọn", "Đang xem xét"))
CYCLE_STEP = Choices("Bước chu trình", CYCLE_STEPS, "Chu trình OCOP 06 bước")
STEP_RESULT = Choices("Kết quả bước", ("Chưa làm", "Đang làm", "Hoàn thành", "Không áp dụng"))
DOSSIER_KIND = Choices("Loại hồ sơ", ("Lần đầu", "Nâng hạng", "Phân hạng lại"), "Điều 6, Điều 7, QĐ 26/2026/QĐ-TTg")
DOSSIER_FIRST, DOSSIER_UPGRADE, DOSSIER_AGAIN = DOSSIER_KIND.values
DOSSIER_STATE = Choices(
    "Tình trạng hồ sơ",
    ("Đang soạn", "Đã tiếp nhận", "Yêu cầu bổ sung", "Đã gửi tỉnh", "Đã được công nhận", "Bị trả lại"),
)
DOSSIER_DRAFT, DOSSIER_RECEIVED, DOSSIER_TO_COMPLETE, DOSSIER_SENT, DOSSIER_RECOGNISED, DOSSIER_RETURNED = (
    DOSSIER_STATE.values
)
DOSSIER_SETTLED = (DOSSIER_RECOGNISED, DOSSIER_RETURNED)
EVIDENCE_LINE = Choices(
    "Minh chứng", tuple(line.label for line in evidence.EVIDENCE_LINES), "Mẫu 02, QĐ 26/2026/QĐ-TTg"
)
EVIDENCE_STATE = Choices("Có minh chứng", ("Có", "Thiếu", "Không áp dụng"))
EVIDENCE_PRESENT, EVIDENCE_MISSING, EVIDENCE_NOT_NEEDED = EVIDENCE_STATE.values
SCORER = Choices("Bên chấm", ("Chủ thể tự chấm", "UBND xã rà soát", "Hội đồng cấp tỉnh"))
SCORER_SUBJECT, SCORER_COMMUNE, SCORER_COUNCIL = SCORER.values
SCORER_BY_CODE = {"chu-the": SCORER_SUBJECT, "xa": SCORER_COMMUNE, "hoi-dong": SCORER_COUNCIL}
"""As a command names them."""
KNOCK_OUT = Choices(
    "Lý do bị loại",
    (
        "Hồ sơ bị loại (giả mạo, thiếu giấy bắt buộc)",
        "Nguyên liệu nhập khẩu hoặc không rõ nguồn gốc",
        "Giống hệt sản phẩm của nhà sản xuất khác",
        "Có tạp chất không chấp nhận được",
    ),
    "ghi chú của các bảng chấm, Phụ lục II, QĐ 26/2026/QĐ-TTg; câu rút gọn",
)
KNOCK_OUT_DOSSIER, KNOCK_OUT_MATERIAL, KNOCK_OUT_COPY, KNOCK_OUT_IMPURITY = KNOCK_OUT.values
AUTHORITY = Choices("Cơ quan công nhận", stars.AUTHORITIES)
AUTHORITY_DISTRICT, AUTHORITY_PROVINCE, AUTHORITY_OLD_MINISTRY, AUTHORITY_MINISTRY = AUTHORITY.values
LEGAL_BASIS = Choices("Căn cứ công nhận", ("148/QĐ-TTg", "1489/QĐ-TTg", "26/2026/QĐ-TTg"))
RECOGNITION_STATE = Choices(
    "Trạng thái công nhận", ("Đang có hiệu lực", "Chờ kết quả phân hạng lại", "Đã được thay thế", "Bị thu hồi")
)
RECOGNITION_ACTIVE, RECOGNITION_WAITING, RECOGNITION_REPLACED, RECOGNITION_WITHDRAWN = RECOGNITION_STATE.values
WITHDRAWAL_GROUND = Choices(
    "Căn cứ thu hồi",
    tuple(ground.label for ground in withdrawal.WITHDRAWAL_GROUNDS),
    "khoản 1 Điều 8, QĐ 26/2026/QĐ-TTg",
)
INSPECTION_KIND = Choices("Hình thức kiểm tra", ("Theo dõi định kỳ", "Đột xuất", "Phối hợp với đoàn của tỉnh", "Rà soát trước khi nộp hồ sơ"))
INSPECTION_BEFORE_FILING = INSPECTION_KIND.values[3]
GOOD_BAD = Choices("Đánh giá", ("Đạt", "Chưa đạt", "Không kiểm tra"))
GOOD = GOOD_BAD.values[0]
STANDARD = Choices("Tiêu chuẩn áp dụng", ("Chưa áp dụng", "ISO", "HACCP", "VietGAP", "GlobalGAP", "GMP", "Hữu cơ", "Khác"))
SEVERITY = Choices("Mức độ", ("Không có", "Nhẹ", "Cần khắc phục", "Nghiêm trọng"))
SEVERITY_TO_MEND = SEVERITY.values[2:]
SUPPORT_KIND = Choices("Nội dung hỗ trợ", ("Nhãn hiệu", "Bao bì", "Truy xuất nguồn gốc", "Tư vấn hồ sơ", "Công nghệ"))
SUPPORT_TRADEMARK, SUPPORT_PACKAGING, SUPPORT_TRACEABILITY, SUPPORT_ADVICE, SUPPORT_TECHNOLOGY = SUPPORT_KIND.values
WORK_STATE = Choices("Tình trạng việc", ("Chưa làm", "Đang làm", "Hoàn thành", "Không thực hiện"))
WORK_TODO, WORK_DOING, WORK_DONE, WORK_DROPPED = WORK_STATE.values
ATTENDEE = Choices("Thành phần dự tập huấn", ("Chủ thể", "Cán bộ xã", "Cán bộ ấp"), "khoản 2 mục III Kế hoạch 76/KH-UBND")
ATTENDEE_SUBJECT, ATTENDEE_COMMUNE, ATTENDEE_HAMLET = ATTENDEE.values
MEETING_KIND = Choices(
    "Loại cuộc họp",
    ("Họp lấy ý kiến về hồ sơ", "Hội nghị đánh giá năm", "Hội nghị triển khai", "Họp khác"),
    "khoản 3c, khoản 7 mục III Kế hoạch 76/KH-UBND",
)
MEETING_ON_DOSSIERS, MEETING_YEARLY, MEETING_LAUNCH, MEETING_OTHER = MEETING_KIND.values
PROMOTION_KIND = Choices("Loại sự kiện", ("Hội chợ", "Triển lãm", "Kết nối cung cầu", "Tuần hàng, ngày hội", "Khác"))
CHANNEL_KIND = Choices(
    "Loại kênh",
    ("Sàn thương mại điện tử", "Trang web, mạng xã hội", "Điểm giới thiệu và bán", "Điểm trưng bày", "Đại lý, cửa hàng"),
)
CHANNEL_ECOMMERCE, CHANNEL_ONLINE, CHANNEL_SALES_POINT, CHANNEL_DISPLAY, CHANNEL_SHOP = CHANNEL_KIND.values
CHANNEL_STATE = Choices("Tình trạng kênh", ("Đang hoạt động", "Tạm dừng", "Đã đóng"))
CHANNEL_OPEN = CHANNEL_STATE.values[0]
MEDIA_KIND = Choices(
    "Hình thức truyền thông",
    ("Hội nghị", "Cổng thông tin điện tử", "Mạng xã hội", "Truyền thanh", "Tạp chí, bản tin", "Tài liệu, sổ tay", "Khác"),
)
FUNDING_SOURCE = Choices("Nguồn kinh phí", funding.FUNDING_SOURCES, "mục IV Kế hoạch 76/KH-UBND")
MEASURE = Choices(
    "Cách đếm chỉ tiêu",
    (
        "Số sản phẩm tham gia",
        "Số sản phẩm từ 3 sao",
        "Số sản phẩm từ 4 sao",
        "Số sản phẩm được hỗ trợ",
        "Số tổ chức kinh tế tham gia",
        "Tỷ lệ chủ thể được tập huấn",
        "Tỷ lệ chủ thể được hỗ trợ đủ ba nội dung",
        "Số điểm giới thiệu và bán",
        "Tỷ lệ sản phẩm lên sàn",
    ),
    "khoản 2 mục II Kế hoạch 76/KH-UBND; cách đếm là cách hiểu của phần mềm",
)
(
    MEASURE_PRODUCTS,
    MEASURE_FROM_3_STARS,
    MEASURE_FROM_4_STARS,
    MEASURE_SUPPORTED,
    MEASURE_ORGANISATIONS,
    MEASURE_TRAINED,
    MEASURE_FULLY_SUPPORTED,
    MEASURE_SALES_POINTS,
    MEASURE_ONLINE,
) = MEASURE.values
UNIT = Choices("Đơn vị tính", ("sản phẩm", "tổ chức", "%", "điểm bán"))
PAPER_KIND = Choices(
    "Loại văn bản",
    ("Kế hoạch", "Báo cáo", "Tờ trình", "Công văn", "Thông báo", "Giấy mời", "Biên bản", "Phụ lục", "Phiếu", "Quyết định"),
    "Điều 7, NĐ 30/2020/NĐ-CP",
)
PAPER_REPORT = PAPER_KIND.values[1]


def all_choices() -> tuple[Choices, ...]:
    """Every list, in the order of the sheet «Danh mục»."""
    return tuple(value for value in globals().values() if isinstance(value, Choices))
