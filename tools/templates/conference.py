"""Báo cáo hội nghị đánh giá kết quả hằng năm."""

from __future__ import annotations

from docx.document import Document as WordDocument

from tools.templates.forms.ruled import MIDDLE, add_heading, add_ruled
from tools.templates.layout import BODY, CELL, new_document
from tools.templates.parts import add_closing, add_foot, add_head, add_title
from tools.templates.yearly import SUBJECT, add_activities, add_money, add_opening, add_outlook


def conference() -> WordDocument:
    """Results by field, what was not reached and why, next year's work."""
    document = new_document("Báo cáo hội nghị đánh giá kết quả hằng năm")
    add_head(document, "Số:        /BC-UBND")
    add_title(document, "BÁO CÁO", SUBJECT)
    document.add_paragraph("(Trình Hội nghị đánh giá kết quả thực hiện Chương trình năm {{ nam }})", "Kèm theo")
    add_opening(document)
    document.add_paragraph(
        "{{ xa.co_quan_ban_hanh }} báo cáo kết quả thực hiện năm {{ nam }} (số liệu tính đến {{ van_ban.ngay }}) và "
        "phương "
        "hướng năm {{ nam_sau }} như sau:",
        BODY,
    )
    document.add_paragraph("I. KẾT QUẢ THỰC HIỆN", "Mục")
    _products(document)
    _targets(document)
    add_heading(document, "3. Các hoạt động trong năm", after_table=True)
    add_activities(document)
    add_money(document, 4)
    add_outlook(document)
    add_closing(
        document,
        "Trên đây là báo cáo của {{ xa.co_quan_ban_hanh }} về kết quả thực hiện Chương trình OCOP năm {{ nam }}./.",
    )
    add_foot(document)
    return document


def _products(document: WordDocument) -> None:
    add_heading(document, "1. Sản phẩm, chủ thể và kết quả công nhận")
    document.add_paragraph(
        "Toàn {{ xa.cap_hanh_chinh }} có {{ tong.san_pham }} sản phẩm của {{ tong.chu_the }} chủ thể đang tham gia "
        "Chương "
        "trình, trong đó: {% for h in hang %}{{ h.ten }}: {{ h.so }}{% if not loop.last %}; {% endif %}{% endfor %}.",
        BODY,
    )
    document.add_paragraph("{%p if cong_nhan %}", BODY)
    document.add_paragraph("Sản phẩm được công nhận trong năm:", BODY).paragraph_format.keep_with_next = True
    add_ruled(
        document,
        "cong_nhan",
        (
            ("STT", 11, "stt", MIDDLE),
            ("Sản phẩm", 30, "ten_san_pham", CELL),
            ("Chủ thể", 35, "ten_chu_the", CELL),
            ("Hạng", 15, "so_sao", MIDDLE),
            ("Quyết định", 28, "so_quyet_dinh", MIDDLE),
            ("Ngày cấp", 23, "ngay_cap", MIDDLE),
            ("Ngày hết hạn", 23, "ngay_het_han", MIDDLE),
        ),
    )
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph("Trong năm chưa có sản phẩm được công nhận mới hoặc công nhận lại.", BODY)
    document.add_paragraph("{%p endif %}", BODY)


def _targets(document: WordDocument) -> None:
    add_heading(document, "2. Kết quả thực hiện các chỉ tiêu", after_table=True)
    document.add_paragraph("{%p if chi_tieu %}", BODY)
    document.add_paragraph(
        "Trong {{ tong.so_chi_tieu }} chỉ tiêu của Kế hoạch, có {{ tong.dat }} chỉ tiêu đạt mức tối thiểu, "
        "{{ tong.chua_dat }} chỉ tiêu chưa đạt{% if tong.co_chua_ro %}, {{ tong.chua_ro }} chỉ tiêu chưa đủ số liệu để "
        "đánh giá{% endif %}.",
        BODY,
    )
    add_ruled(
        document,
        "chi_tieu",
        (
            ("STT", 11, "stt", MIDDLE),
            ("Chỉ tiêu", 70, "chi_tieu", CELL),
            ("Đơn vị tính", 22, "don_vi_tinh", MIDDLE),
            ("Mức tối thiểu", 20, "muc_toi_thieu", MIDDLE),
            ("Thực hiện", 20, "thuc_hien", MIDDLE),
            ("Kết quả", 22, "ket_qua", MIDDLE),
        ),
    )
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph("Kế hoạch chưa có chỉ tiêu nào.", BODY)
    document.add_paragraph("{%p endif %}", BODY)


TEMPLATES = {"bao-cao-hoi-nghi.docx": conference}
