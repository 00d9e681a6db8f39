"""Mẫu 03: Báo cáo đánh giá một số nội dung của hồ sơ."""

from __future__ import annotations

from docx.document import Document as WordDocument

from tools.templates.layout import BODY, new_document
from tools.templates.parts import add_closing, add_each, add_foot, add_head, add_title

_COMMUNE = "UBND {{ xa.cap_hanh_chinh }} {{ xa.ten_xa }}"


def assessment() -> WordDocument:
    """The form's own order: thông tin chung, four contents in pairs of paragraphs, the closing request."""
    document = new_document("Báo cáo đánh giá một số nội dung của hồ sơ (Mẫu 03)")
    add_head(document, "Số:        /BC-UBND")
    add_title(
        document,
        "BÁO CÁO",
        "Đánh giá một số nội dung của hồ sơ đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP",
    )
    document.add_paragraph("I. THÔNG TIN CHUNG", "Mục")
    for line in (
        "1. Tên chủ thể: {{ chu_the.ten_chu_the }}",
        "2. Loại hình: {{ chu_the.loai_hinh }}",
        "3. Địa chỉ: {{ chu_the.dia_chi }}",
        "4. Người đại diện theo pháp luật: {{ chu_the.nguoi_dai_dien }}; giới tính: {{ chu_the.gioi_tinh }}; "
        "dân tộc: {{ chu_the.dan_toc }}; nơi thường trú: {{ chu_the.noi_thuong_tru }}",
        "5. Sản phẩm đăng ký: {{ san_pham.ten_san_pham }}",
    ):
        document.add_paragraph(line, BODY)
    document.add_paragraph("II. ĐÁNH GIÁ MỘT SỐ NỘI DUNG", "Mục")
    document.add_paragraph("{%p for nd in noi_dung %}", BODY)
    document.add_paragraph("{{ loop.index }}. {{ nd.ten }}", "Mục")
    for label, name in (("a) Chủ thể mô tả:", "nd.chu_the_mo_ta"), (f"b) {_COMMUNE} đánh giá:", "nd.xa_danh_gia")):
        said_by = document.add_paragraph(label, BODY)
        said_by.runs[0].font.italic = True
        said_by.paragraph_format.keep_with_next = True
        add_each(document, name)
    document.add_paragraph("{%p endfor %}", BODY)
    add_closing(
        document,
        f"{_COMMUNE} đề nghị {{{{ tinh }}}} đánh giá, phân hạng sản phẩm {{{{ san_pham.ten_san_pham }}}} của "
        "{{ chu_the.ten_chu_the }}./.",
    )
    add_foot(document)
    return document


TEMPLATES = {"mau-03.docx": assessment}
