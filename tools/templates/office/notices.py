"""Notices and letters to subjects and to the province."""

from __future__ import annotations

from docx.document import Document as WordDocument

from tools.templates.blocks import Each, Heading, Rows, When, letter, paper
from tools.templates.forms.ruled import MIDDLE
from tools.templates.layout import CELL

_CERTIFICATE = (
    "{{ giay.so_sao }} theo Quyết định số {{ giay.so_quyet_dinh }} ngày {{ giay.ngay_quyet_dinh }} của "
    "{{ giay.co_quan_cong_nhan }}"
)
_CONTACT = (
    "Cần hướng dẫn thêm, xin liên hệ {{ xa.don_vi_soan_thao }}{% if xa.can_bo_phu_trach %}, ông (bà) "
    "{{ xa.can_bo_phu_trach }}{% endif %}{% if xa.dien_thoai_can_bo_phu_trach %}, điện thoại "
    "{{ xa.dien_thoai_can_bo_phu_trach }}{% endif %}./."
)


def ended() -> WordDocument:
    return paper(
        "Thông báo giấy chứng nhận OCOP đã hết hiệu lực",
        "TB-UBND",
        "THÔNG BÁO",
        "Giấy chứng nhận OCOP của sản phẩm {{ san_pham.ten_san_pham }} đã hết hiệu lực",
        "{{ xa.co_quan_ban_hanh }} thông báo đến {{ chu_the.ten_day_du }} như sau:",
        f"1. Sản phẩm {{{{ san_pham.ten_san_pham }}}} được công nhận {_CERTIFICATE}; giấy chứng nhận cấp ngày "
        "{{ giay.ngay_cap }}, có giá trị {{ thoi_han.so_thang }} tháng ({{ thoi_han.dieu_khoan }}), đã hết hiệu "
        "lực từ sau "
        "{{ het_hieu_luc }}.{% if not ho_so_moi %} Đến nay {{ xa.co_quan_ban_hanh }} chưa nhận được hồ sơ đánh giá, "
        "phân hạng lại.{% endif %}",
        "2. Đề nghị chủ thể ngừng sử dụng nhãn hiệu, biểu trưng, thông tin OCOP trên bao bì, nhãn, biển hiệu, "
        "gian hàng và "
        "tài liệu quảng bá của sản phẩm, cho đến khi sản phẩm được công nhận lại.",
        "3. Muốn được công nhận lại, chủ thể lập phiếu đăng ký (Mẫu 01), báo cáo tự đánh giá (Mẫu 02) kèm minh "
        "chứng còn "
        "giá trị, nộp tại {{ xa.don_vi_soan_thao }}.",
        end=_CONTACT,
    )


def authority_request() -> WordDocument:
    return letter(
        "Công văn kiến nghị kiểm tra, xem xét thu hồi giấy chứng nhận OCOP",
        "kiến nghị kiểm tra, xem xét đối với sản phẩm {{ san_pham.ten_san_pham }}",
        "{{ ngay_kiem_tra[0]|upper }}{{ ngay_kiem_tra[1:] }}, {{ xa.co_quan_ban_hanh }} theo dõi, rà soát sản phẩm "
        "{{ san_pham.ten_san_pham }} của {{ chu_the.ten_day_du }}, địa chỉ: {{ chu_the.dia_chi }} (Biên bản {{ "
        "bien_ban }}).",
        When(
            "co_giay",
            (
                f"Sản phẩm đang được công nhận {_CERTIFICATE}, giấy chứng nhận có giá trị đến ngày "
                "{{ giay.ngay_het_han }}.",
            ),
            ("Đến ngày ký văn bản này sổ theo dõi không có giấy chứng nhận còn hiệu lực của sản phẩm.",),
        ),
        "Nội dung ghi nhận (mức độ: {{ kiem_tra.muc_do|lower }}):",
        Each("ghi_nhan", "- {{ doan }}"),
        "Việc kiểm tra, kết luận thuộc thẩm quyền của cơ quan quy định tại {{ kiem_tra_theo }}. {{ "
        "xa.co_quan_ban_hanh }} "
        "kiến nghị {{ tinh }}:",
        "1. Kiểm tra, kết luận về các nội dung nêu trên.",
        When(
            "can_cu_thu_hoi",
            (
                "2. Trường hợp kết luận có căn cứ, xem xét thu hồi giấy chứng nhận theo {{ thu_hoi_theo }}, "
                "trong đó có:",
                Each("can_cu_thu_hoi", "- Điểm {{ doan.diem }}: {{ doan.ten }}."),
            ),
            ("2. Trường hợp kết luận có căn cứ, xem xét thu hồi giấy chứng nhận theo {{ thu_hoi_theo }}.",),
        ),
        end="{{ xa.co_quan_ban_hanh }} kính đề nghị {{ tinh }} xem xét, thông báo kết quả./.",
    )


_REASON = ("{%p if ly_do %}", "Lý do:", "{%p endif %}", Each("ly_do", "- {{ doan }}"))


def idea_result() -> WordDocument:
    return paper(
        "Thông báo kết quả xét ý tưởng sản phẩm",
        "TB-UBND",
        "THÔNG BÁO",
        "Kết quả xem xét ý tưởng “{{ y_tuong.y_tuong }}”",
        "Ngày {{ y_tuong.ngay_nhan }}, {{ xa.don_vi_soan_thao }} nhận phiếu đăng ký ý tưởng “{{ y_tuong.y_tuong "
        "}}” của "
        "{{ nguoi_dang_ky }}. Kết quả xem xét {{ ngay_xet }}:",
        When(
            "duoc_chon",
            (
                "1. Ý tưởng được chọn tham gia Chương trình mỗi xã một sản phẩm{% if san_pham %}, sản phẩm: {{ "
                "san_pham }}"
                "{% endif %}.",
                *_REASON,
                "2. Đề nghị người đăng ký lập phương án sản xuất kinh doanh, phối hợp với {{ xa.don_vi_soan_thao "
                "}} thực "
                "hiện các bước tiếp theo của Chu trình OCOP.",
            ),
            (
                "1. Ý tưởng chưa được chọn.",
                *_REASON,
                "2. Người đăng ký có thể hoàn thiện và đăng ký lại; {{ xa.don_vi_soan_thao }} hướng dẫn khi có "
                "yêu cầu.",
            ),
        ),
        end=_CONTACT,
    )


def returned() -> WordDocument:
    return letter(
        "Công văn trả hồ sơ đăng ký đánh giá, phân hạng sản phẩm OCOP",
        "trả hồ sơ đăng ký đánh giá, phân hạng sản phẩm {{ san_pham.ten_san_pham }}",
        "{{ xa.co_quan_ban_hanh }} nhận hồ sơ {{ ho_so.loai_ho_so|lower }} của {{ chu_the.ten_day_du }} đăng ký "
        "đánh giá, "
        "phân hạng sản phẩm {{ san_pham.ten_san_pham }} ngày {{ ho_so.ngay_nhan }} theo {{ dieu_khoan }}. Hồ sơ "
        "được trả "
        "lại {{ ngay_tra }}.",
        "Lý do:",
        Each("ly_do", "- {{ doan }}"),
        "{{ xa.co_quan_ban_hanh }} trả lại hồ sơ để chủ thể hoàn thiện. Để kịp đợt đánh giá gần nhất, đề nghị "
        "nộp lại chậm "
        "nhất ngày {{ nop_lai }}.",
        end=_CONTACT,
    )


def package_letter() -> WordDocument:
    return letter(
        "Công văn gửi gói số liệu OCOP",
        "gửi gói số liệu Chương trình OCOP",
        "{{ xa.co_quan_ban_hanh }} gửi gói số liệu thực hiện Chương trình mỗi xã một sản phẩm (OCOP) giai đoạn "
        "{{ giai_doan }}, tính đến {{ van_ban.ngay }}.",
        "Mã gói: {{ ma_goi }}. Người nhận đối chiếu mã này với mã của tệp đã nhận; mã khác nhau là tệp đã thay đổi.",
        "Gói chỉ có giá trị số liệu, không có công thức và không có cột dữ liệu cá nhân.",
        end="{{ xa.co_quan_ban_hanh }} kính gửi để tổng hợp./.",
    )


def training_letter() -> WordDocument:
    return letter(
        "Công văn cử người dự tập huấn",
        "cử người dự lớp “{{ lop.ten_lop }}”",
        "{{ xa.co_quan_ban_hanh }} đề nghị cử người dự lớp “{{ lop.ten_lop }}” do {{ lop.don_vi_to_chuc }} tổ chức:",
        "- Thời gian: {{ lop.so_ngay }} ngày, từ {{ ngay_hoc }}.",
        "- Địa điểm: {{ lop.dia_diem }}.",
        When("lop.noi_dung", ("- Nội dung: {{ lop.noi_dung }}.",)),
        Rows(
            "Danh sách dự kiến ({{ tong }} người):",
            "hoc_vien",
            (
                ("STT", 11, "stt", MIDDLE),
                ("Họ và tên", 54, "nguoi_du", CELL),
                ("Chủ thể, đơn vị", 70, "don_vi", CELL),
                ("Thành phần", 30, "thanh_phan", MIDDLE),
            ),
        ),
        end="Đề nghị bố trí người dự đúng thành phần, thời gian./.",
    )


def inspection_notice() -> WordDocument:
    return paper(
        "Thông báo theo dõi, rà soát sản phẩm OCOP",
        "TB-UBND",
        "THÔNG BÁO",
        "Theo dõi, rà soát sản phẩm OCOP năm {{ nam }}",
        "{{ xa.co_quan_ban_hanh }} thông báo việc theo dõi, rà soát sản phẩm OCOP trên địa bàn năm {{ nam }} như sau:",
        Heading("1. Nội dung"),
        Each("noi_dung", "- {{ doan }}."),
        Heading("2. Sản phẩm và thời gian dự kiến"),
        Rows(
            "Danh sách sản phẩm:",
            "san_pham",
            (
                ("STT", 11, "stt", MIDDLE),
                ("Sản phẩm", 42, "ten_san_pham", CELL),
                ("Chủ thể", 50, "chu_the.ten_day_du", CELL),
                ("Địa chỉ", 38, "chu_the.dia_chi", CELL),
                ("Ngày dự kiến", 24, "ngay_du_kien", MIDDLE),
            ),
        ),
        Heading("3. Phối hợp"),
        "Đề nghị các chủ thể chuẩn bị hồ sơ, giấy tờ còn giá trị và bố trí người làm việc. Việc kiểm tra, kết "
        "luận thuộc "
        "thẩm quyền của cơ quan quy định tại {{ ket_luan_theo }}.",
        end=_CONTACT,
    )


TEMPLATES = {
    "thong-bao-het-han.docx": ended,
    "kien-nghi-thu-hoi.docx": authority_request,
    "ket-qua-y-tuong.docx": idea_result,
    "tra-ho-so.docx": returned,
    "gui-goi.docx": package_letter,
    "cu-nguoi-tap-huan.docx": training_letter,
    "thong-bao-kiem-tra.docx": inspection_notice,
}
