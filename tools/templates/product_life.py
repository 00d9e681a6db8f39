"""Phiếu theo dõi sản phẩm: facts of the product, its way in the order of the days, revenue, what is to be done."""

from __future__ import annotations

from docx.document import Document as WordDocument

from tools.templates.forms.form_parts import add_agency_head, add_title
from tools.templates.forms.ruled import MIDDLE, add_heading, add_ruled
from tools.templates.layout import BODY, CELL, add_row, new_document, plain_table
from tools.templates.parts import add_each

_FACTS = (
    ("Chủ thể: {{ chu_the.ten_chu_the }}", "Hạng đang tính: {{ san_pham.hang_dang_tinh or 'chưa có' }}"),
    ("Loại hình: {{ chu_the.loai_hinh }}", "Tiềm năng: {{ san_pham.tiem_nang }}"),
    (
        "Nhóm: {{ san_pham.nhom_san_pham }}",
        "Lộ trình: {{ san_pham.lo_trinh_tu_nam }} - {{ san_pham.lo_trinh_den_nam }}",
    ),
    (
        "Nhãn hiệu: {{ san_pham.nhan_hieu or 'chưa ghi' }}",
        "Mã sản phẩm OCOP: {{ san_pham.ma_san_pham_ocop or 'chưa có' }}",
    ),
    (
        "Truy xuất nguồn gốc: {{ san_pham.truy_xuat_nguon_goc or 'chưa ghi' }}",
        "Quy cách: {{ san_pham.quy_cach or 'chưa ghi' }}",
    ),
)


def product_life() -> WordDocument:
    document = new_document("Phiếu theo dõi sản phẩm")
    add_agency_head(document)
    add_title(document, "PHIẾU THEO DÕI SẢN PHẨM", "{{ san_pham.ten_san_pham }}")
    table = plain_table(document, (85, 80), 0)
    for pair in _FACTS:
        add_row(table, pair, (CELL, CELL))
    add_heading(document, "1. Quá trình tham gia Chương trình", after_table=True)
    document.add_paragraph("{%p if qua_trinh %}", BODY)
    add_ruled(
        document,
        "qua_trinh",
        (("Ngày", 24, "ngay", MIDDLE), ("Việc", 75, "viec", CELL), ("Nội dung, kết quả", 66, "noi_dung", CELL)),
    )
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph("Sổ chưa ghi việc nào của sản phẩm.", BODY)
    document.add_paragraph("{%p endif %}", BODY)
    document.add_paragraph("{%p if doanh_thu %}", BODY)
    add_heading(document, "2. Doanh thu theo báo cáo của chủ thể", after_table=True)
    add_ruled(
        document,
        "doanh_thu",
        (
            ("Năm", 24, "nam", MIDDLE),
            ("Doanh thu (triệu đồng)", 47, "doanh_thu", MIDDLE),
            ("Sản lượng", 47, "san_luong", MIDDLE),
            ("Đơn vị", 47, "don_vi_san_luong", MIDDLE),
        ),
    )
    document.add_paragraph("{%p endif %}", BODY)
    add_heading(document, "{% if doanh_thu %}3{% else %}2{% endif %}. Việc cần làm", after_table=True)
    document.add_paragraph("{%p if viec_can_lam %}", BODY)
    add_each(document, "viec_can_lam", "- {{ doan }}.")
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph("Không có hồ sơ, giấy chứng nhận đến hạn.", BODY)
    document.add_paragraph("{%p endif %}", BODY)
    return document


TEMPLATES = {"ho-so-san-pham.docx": product_life}
