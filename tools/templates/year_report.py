"""Báo cáo kết quả thực hiện Chương trình trong năm."""

from __future__ import annotations

from docx.document import Document as WordDocument

from tools.templates.forms.ruled import MIDDLE, add_heading, add_ruled
from tools.templates.layout import BODY, CELL, new_document
from tools.templates.parts import add_closing, add_foot, add_head, add_title
from tools.templates.yearly import SUBJECT, add_activities, add_money, add_opening, add_outlook


def year_report() -> WordDocument:
    """What stood, came and went in the year; targets; the way from idea to certificate; money; what is left to do."""
    document = new_document("Báo cáo kết quả thực hiện Chương trình trong năm")
    add_head(document, "Số:        /BC-UBND")
    add_title(document, "BÁO CÁO", SUBJECT)
    add_opening(document)
    document.add_paragraph(
        "{{ xa.co_quan_ban_hanh }} báo cáo kết quả thực hiện năm {{ nam }} (số liệu tính đến hết ngày {{ den_ngay }}) "
        "và phương hướng năm {{ nam_sau }} như sau:",
        BODY,
    )
    document.add_paragraph("I. KẾT QUẢ THỰC HIỆN", "Mục")
    _products(document)
    _targets(document)
    _ways(document)
    add_money(document, 6)
    add_outlook(document)
    add_closing(
        document,
        "Trên đây là báo cáo của {{ xa.co_quan_ban_hanh }} về kết quả thực hiện Chương trình OCOP năm {{ nam }}./.",
    )
    add_foot(document)
    return document


def _products(document: WordDocument) -> None:
    add_heading(document, "1. Sản phẩm theo hạng sao")
    document.add_paragraph(
        "Đến hết ngày {{ den_ngay }}, toàn {{ xa.cap_hanh_chinh }} có {{ tong.san_pham }} sản phẩm của "
        "{{ tong.chu_the }} chủ thể đang tham gia Chương trình. Số sản phẩm có hạng sao đầu năm, biến động trong năm "
        "và cuối năm:",
        BODY,
    ).paragraph_format.keep_with_next = True
    add_ruled(
        document,
        "hang",
        (
            ("Hạng", 16, "ten", MIDDLE),
            ("Đầu năm", 16, "dau_nam", MIDDLE),
            ("Giữ hạng", 16, "giu", MIDDLE),
            ("Công nhận mới", 18, "moi", MIDDLE),
            ("Từ hạng khác đến", 19, "chuyen_den", MIDDLE),
            ("Sang hạng khác", 18, "chuyen_di", MIDDLE),
            ("Hết hạn", 15, "het_han", MIDDLE),
            ("Thu hồi", 15, "thu_hoi", MIDDLE),
            ("Ngừng", 16, "ngung", MIDDLE),
            ("Cuối năm", 16, "cuoi_nam", MIDDLE),
        ),
    )
    document.add_paragraph("{%p if bien_dong %}", BODY)
    document.add_paragraph("Các sản phẩm có biến động:", BODY).paragraph_format.keep_with_next = True
    add_ruled(
        document,
        "bien_dong",
        (
            ("STT", 11, "stt", MIDDLE),
            ("Sản phẩm", 42, "ten_san_pham", CELL),
            ("Chủ thể", 46, "ten_chu_the", CELL),
            ("Đầu năm", 18, "truoc", MIDDLE),
            ("Cuối năm", 18, "sau", MIDDLE),
            ("Biến động", 30, "bien_dong", MIDDLE),
        ),
    )
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph("Trong năm không có sản phẩm thay đổi hạng sao.", BODY)
    document.add_paragraph("{%p endif %}", BODY)


def _targets(document: WordDocument) -> None:
    add_heading(document, "2. Kết quả thực hiện các chỉ tiêu", after_table=True)
    document.add_paragraph(
        "Trong {{ tong.so_chi_tieu }} chỉ tiêu của Kế hoạch, có {{ tong.dat }} chỉ tiêu đạt mức tối thiểu của giai "
        "đoạn, {{ tong.chua_dat }} chỉ tiêu chưa đạt{% if tong.co_chua_ro %}, {{ tong.chua_ro }} chỉ tiêu chưa đủ số "
        "liệu để đánh giá{% endif %}.",
        BODY,
    )
    add_ruled(
        document,
        "chi_tieu",
        (
            ("STT", 11, "stt", MIDDLE),
            ("Chỉ tiêu", 50, "chi_tieu", CELL),
            ("Đơn vị tính", 19, "don_vi_tinh", MIDDLE),
            ("Cả giai đoạn", 16, "muc_toi_thieu", MIDDLE),
            ("Mức năm", 14, "muc_nam", MIDDLE),
            ("Đầu năm", 15, "nam_truoc", MIDDLE),
            ("Cuối năm", 16, "thuc_hien", MIDDLE),
            ("So với mức năm", 24, "ket_qua_nam", MIDDLE),
        ),
    )


def _ways(document: WordDocument) -> None:
    add_heading(document, "3. Ý tưởng, hồ sơ", after_table=True)
    document.add_paragraph(
        "Tiếp nhận {{ y_tuong.tiep_nhan }} ý tưởng: {{ y_tuong.duoc_chon }} được chọn (trong đó "
        "{{ y_tuong.thanh_san_pham }} đã thành sản phẩm tham gia), {{ y_tuong.chua_chon }} chưa được chọn, "
        "{{ y_tuong.cho_xet }} chưa có kết quả xem xét.",
        BODY,
    )
    document.add_paragraph(
        "Tiếp nhận {{ ho_so.tiep_nhan }} hồ sơ, gửi tỉnh {{ ho_so.gui_tinh }} hồ sơ"
        "{% if ho_so.trung_vi %} (một nửa số hồ sơ gửi "
        "{% if ho_so.trung_vi == '0' %}ngay trong ngày nhận{% else %}trong vòng {{ ho_so.trung_vi }} ngày làm việc"
        "{% endif %}, "
        "{{ ho_so.gui_tre }} hồ sơ gửi sau 15 ngày làm việc){% endif %}, bị trả lại {{ ho_so.tra_lai }} hồ sơ; "
        "{{ ho_so.qua_han }} hồ sơ quá hạn chưa gửi.",
        BODY,
    )
    add_heading(document, "4. Các hoạt động trong năm")
    add_activities(document)
    document.add_paragraph(
        "Yêu cầu khắc phục {{ khac_phuc.yeu_cau }} lượt kiểm tra, đã khắc phục {{ khac_phuc.da_xong }}, quá hạn chưa "
        "khắc phục {{ khac_phuc.qua_han }}.",
        BODY,
    )
    add_heading(document, "5. Kênh giới thiệu và bán sản phẩm")
    document.add_paragraph("{%p if kenh %}", BODY)
    add_ruled(
        document,
        "kenh",
        (
            ("Loại kênh", 77, "ten", CELL),
            ("Đầu năm", 22, "dau_nam", MIDDLE),
            ("Mở mới", 22, "mo_moi", MIDDLE),
            ("Đã dừng", 22, "da_dong", MIDDLE),
            ("Cuối năm", 22, "cuoi_nam", MIDDLE),
        ),
    )
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph("Chưa có kênh giới thiệu và bán nào hoạt động.", BODY)
    document.add_paragraph("{%p endif %}", BODY)


TEMPLATES = {"bao-cao-nam.docx": year_report}
