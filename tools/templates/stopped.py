"""Công văn xác nhận chủ thể ngừng sản xuất sản phẩm OCOP."""

from __future__ import annotations

from docx.document import Document as WordDocument

from tools.templates.layout import BODY, new_document
from tools.templates.parts import add_closing, add_foot, add_letter_head


def confirmation() -> WordDocument:
    """Who stopped making what, on what grounds the commune confirms it, and what follows for the certificate."""
    document = new_document("Công văn xác nhận chủ thể ngừng sản xuất sản phẩm OCOP")
    add_letter_head(document, "xác nhận chủ thể ngừng sản xuất sản phẩm {{ san_pham.ten_san_pham }}")
    document.add_paragraph("Kính gửi: {{ van_ban.kinh_gui }}", "Kính gửi")
    document.add_paragraph(
        "Căn cứ {{ can_cu_xac_nhan }}, {{ xa.co_quan_ban_hanh }} xác nhận: {{ chu_the.ten_day_du }} (loại hình: "
        "{{ chu_the.loai_hinh }}; địa chỉ: {{ chu_the.dia_chi }}) đã ngừng sản xuất sản phẩm "
        "{{ san_pham.ten_san_pham }} từ {{ ngay_ngung }}.",
        BODY,
    )
    document.add_paragraph("{%p if thu_hoi.co_giay %}", BODY)
    document.add_paragraph(
        "Sản phẩm nêu trên được công nhận {{ giay.so_sao }} theo Quyết định số {{ giay.so_quyet_dinh }} ngày "
        "{{ giay.ngay_quyet_dinh }} của {{ giay.co_quan_cong_nhan }}, giấy chứng nhận có giá trị đến ngày "
        "{{ giay.ngay_het_han }}.",
        BODY,
    )
    document.add_paragraph(
        "Theo {{ dieu_khoan }}, giấy chứng nhận được thu hồi trong thời hạn {{ thu_hoi.so_ngay }} ngày kể từ ngày "
        "{{ xa.co_quan_ban_hanh }} "
        "xác nhận, tức là đến {{ thu_hoi.han }}.",
        BODY,
    )
    add_closing(
        document,
        "{{ xa.co_quan_ban_hanh }} kính đề nghị {{ tinh }} xem xét"
        "{% if thu_hoi.trung_uong %}, đề nghị Bộ Nông nghiệp và Môi trường{% endif %} thu hồi giấy chứng nhận theo quy "
        "định./.",
    )
    document.add_paragraph("{%p else %}", BODY)
    add_closing(
        document,
        "Đến ngày ký văn bản này sản phẩm không có giấy chứng nhận OCOP còn hiệu lực. {{ xa.co_quan_ban_hanh }} "
        "kính báo "
        "cáo {{ tinh }} để theo dõi./.",
    )
    document.add_paragraph("{%p endif %}", BODY)
    add_foot(document)
    return document


TEMPLATES = {"xac-nhan-ngung-san-xuat.docx": confirmation}
