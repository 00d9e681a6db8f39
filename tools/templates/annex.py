"""Phụ lục sản phẩm dự kiến tham gia OCOP."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.layout import CELL, TEXT_WIDTH, add_row, add_tag_row, grid_table, new_document, rule
from tools.templates.parts import TITLE_RULE


def annex() -> WordDocument:
    """Phụ lục: the plan's own columns, sections and order."""
    document = new_document("Phụ lục sản phẩm dự kiến tham gia OCOP")
    document.add_paragraph("Phụ lục", "Tên văn bản")
    document.add_paragraph("SẢN PHẨM DỰ KIẾN THAM GIA OCOP GIAI ĐOẠN {{ ke_hoach.giai_doan }}", "Tên văn bản")
    document.add_paragraph(
        "(Ban hành kèm theo Kế hoạch số: {{ ke_hoach.so }}, ngày {{ ke_hoach.ngay_ngan }}\n"
        "của UBND {{ xa.cap_hanh_chinh }} {{ xa.ten_xa }})",
        "Kèm theo",
    )
    rule(document.add_paragraph(), TEXT_WIDTH, TITLE_RULE)
    document.add_paragraph().paragraph_format.line_spacing = Pt(6)
    headers = (
        "STT",
        "Tên sản phẩm",
        "Nhóm sản phẩm",
        "Loại hình",
        "Tên cơ sở",
        "Hiện trạng",
        "Tiềm năng",
        "Lộ trình đăng ký sản phẩm OCOP",
    )
    table = grid_table(document, (11, 31, 21, 22, 31, 14, 14, 21), headers)
    add_tag_row(table, "{%tr for m in muc %}")
    section = add_row(table, ("{{ m.ky_hieu }}", "{{ m.ten }}", *[""] * 6), ("Đầu bảng", *["Mục bảng"] * 7))
    name = section.cells[1].merge(section.cells[7])
    for blank in name.paragraphs[1:]:
        blank._p.getparent().remove(blank._p)
    add_tag_row(table, "{%tr for sp in m.san_pham %}")
    add_row(
        table,
        (
            "{{ sp.stt }}",
            "{{ sp.ten_san_pham }}",
            "{{ sp.nhom_san_pham }}",
            "{{ sp.loai_hinh_chu_the }}",
            "{{ sp.ten_chu_the }}",
            "{{ sp.hien_trang }}",
            "{{ sp.tiem_nang }}",
            "{{ sp.lo_trinh }}",
        ),
        ("Ô giữa", CELL, CELL, CELL, CELL, "Ô giữa", "Ô giữa", "Ô giữa"),
    )
    add_tag_row(table, "{%tr endfor %}")
    add_tag_row(table, "{%tr endfor %}")
    return document


TEMPLATES = {"phu-luc-san-pham.docx": annex}
