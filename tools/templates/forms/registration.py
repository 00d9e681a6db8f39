"""Phiếu đăng ký – Mẫu 01, Phụ lục III, QĐ 26/2026/QĐ-TTg."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.forms.form_parts import add_lead, add_nation_head, add_signer_at_the_right, add_title
from tools.templates.layout import (
    BODY,
    CELL,
    add_row,
    add_tag_row,
    grid_table,
    keep_on_one_page,
    new_document,
)

_FIELDS = (
    "1. Tên đơn vị: {{ chu_the.ten_chu_the }}",
    "2. Người đại diện pháp lý: {{ chu_the.nguoi_dai_dien }}; chức vụ: {{ chu_the.chuc_vu }}",
    "3. Địa chỉ: {{ chu_the.dia_chi }}",
    "4. Điện thoại: {{ chu_the.dien_thoai }}; email: {{ chu_the.thu_dien_tu }}",
    "5. Tên sản phẩm đăng ký: {{ san_pham.ten_san_pham }}",
    "6. Nhóm sản phẩm:",
    "- Ngành: {{ nhom.nganh }}",
    "- Nhóm: {{ nhom.nhom }}",
    "- Phân nhóm: {{ nhom.phan_nhom }}",
)
_AFTER = (
    "8. Tài liệu kèm theo:",
    "- Báo cáo tự đánh giá (Mẫu 02) và các minh chứng kèm theo;",
    "- Số lượng sản phẩm mẫu: {{ so_mau }}.",
    "Chúng tôi cam đoan các thông tin trong hồ sơ là đúng sự thật và chịu trách nhiệm trước pháp luật về nội dung "
    "đã đăng ký.",
)


def registration() -> WordDocument:
    """Phiếu đăng ký: who, which product, which kind of registration; below it the official part."""
    document = new_document("Phiếu đăng ký đánh giá, phân hạng sản phẩm OCOP (Mẫu 01)")
    document.add_paragraph("({{ bieu_mau }})", "Kèm theo").paragraph_format.space_after = Pt(6)
    add_nation_head(document)
    add_title(document, "PHIẾU ĐĂNG KÝ", "Đánh giá, phân hạng sản phẩm OCOP")
    document.add_paragraph("Kính gửi: {{ xa.co_quan_ban_hanh }}", "Kính gửi")
    for line in _FIELDS:
        document.add_paragraph(line, BODY)
    add_lead(document, "7. Lần đăng ký (đánh dấu “x” vào ô tương ứng):")
    _occasion(document)
    for line in _AFTER:
        document.add_paragraph(line, BODY)
    add_signer_at_the_right(
        document,
        "……, ngày …… tháng …… năm ……",
        "ĐẠI DIỆN ĐƠN VỊ ĐĂNG KÝ",
        "(Ký, ghi rõ họ tên, đóng dấu nếu có)",
        "{{ chu_the.nguoi_dai_dien }}",
    )
    _official_part(document)
    return document


def _occasion(document: WordDocument) -> None:
    table = grid_table(document, (60, 30), ("Lần đăng ký", "Đánh dấu"))
    add_tag_row(table, "{%tr for lan in lan_dang_ky %}")
    add_row(table, ("{{ lan.ten }}", "{{ lan.chon }}"), (CELL, "Ô giữa"))
    add_tag_row(table, "{%tr endfor %}")


def _official_part(document: WordDocument) -> None:
    """Once for the commune, once for the province, side by side."""
    heading = document.add_paragraph("PHẦN DÀNH CHO CƠ QUAN TIẾP NHẬN", "Tên văn bản")
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(14), Pt(6)
    table = grid_table(document, (82.5, 82.5), ("Ủy ban nhân dân cấp xã", "Ủy ban nhân dân cấp tỉnh"))
    row = add_row(table, ("", ""), (CELL, CELL))
    keep_on_one_page(table.rows[0])
    filled = (
        "Phiếu số: {{ phieu.so }}{{ phieu.phan_sau }}",
        "Ngày nhận: {{ ho_so.ngay_nhan }}",
        "Người tiếp nhận: {{ ho_so.nguoi_nhan }}",
        "Chữ ký:",
        "Cơ quan tiếp nhận: {{ xa.co_quan_ban_hanh }}",
    )
    open_lines = (
        "Phiếu số: ……-……{{ phieu.phan_sau_cua_tinh }}",
        "Ngày nhận: ……/……/20……",
        "Người tiếp nhận: ……………………",
        "Chữ ký:",
        "Cơ quan tiếp nhận: ……………………",
    )
    for cell, lines in zip(row.cells, (filled, open_lines), strict=True):
        cell.vertical_alignment = None
        for paragraph in cell.paragraphs:
            paragraph._p.getparent().remove(paragraph._p)
        for line in lines:
            cell.add_paragraph(line, CELL)
            if line == "Chữ ký:":
                cell.paragraphs[-1].paragraph_format.space_after = Pt(36)


TEMPLATES = {"phieu-dang-ky.docx": registration}
