"""Báo cáo danh sách ý tưởng, sản phẩm tham gia Chương trình OCOP."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.forms.form_parts import add_title
from tools.templates.layout import BODY, CELL, add_row, add_tag_row, grid_table, new_document
from tools.templates.parts import add_foot, add_head
from tools.templates.yearly import add_opening


def participants() -> WordDocument:
    """Danh sách: ideas, then products."""
    document = new_document("Danh sách ý tưởng, sản phẩm tham gia Chương trình OCOP")
    add_head(document, "Số:        /BC-UBND")
    add_title(
        document,
        "BÁO CÁO",
        "Danh sách ý tưởng, sản phẩm tham gia Chương trình mỗi xã một sản phẩm (OCOP) giai đoạn "
        "{{ ke_hoach.giai_doan }} trên địa bàn {{ xa.cap_hanh_chinh }} {{ xa.ten_xa }}",
    )
    add_opening(document)
    document.add_paragraph(
        "{{ xa.co_quan_ban_hanh }} tổng hợp, báo cáo danh sách ý tưởng, sản phẩm tham gia Chương trình, làm cơ sở "
        "triển khai thực hiện, như sau:",
        BODY,
    )
    _ideas(document)
    _products(document)
    closing = document.add_paragraph(
        "Danh sách gồm {{ tong.y_tuong }} ý tưởng và {{ tong.san_pham }} sản phẩm, tính đến {{ van_ban.ngay }}./.", BODY
    )
    closing.paragraph_format.space_before, closing.paragraph_format.keep_with_next = Pt(12), True
    add_foot(document)
    return document


def _ideas(document: WordDocument) -> None:
    document.add_paragraph("I. Ý TƯỞNG ĐĂNG KÝ ({{ tong.y_tuong }} Ý TƯỞNG)", "Mục")
    document.add_paragraph("{%p if y_tuong %}", BODY)
    table = grid_table(
        document,
        (11, 24, 40, 34, 24, 32),
        ("STT", "Ngày nhận", "Ý tưởng", "Người đăng ký", "Kết quả xem xét", "Sản phẩm hình thành, lý do"),
    )
    add_tag_row(table, "{%tr for yt in y_tuong %}")
    add_row(
        table,
        (
            "{{ yt.stt }}",
            "{{ yt.ngay_nhan }}",
            "{{ yt.y_tuong }}",
            "{{ yt.nguoi_dang_ky }}",
            "{{ yt.ket_qua_xem_xet }}",
            "{{ yt.san_pham }}{% if yt.san_pham and yt.ly_do %}; {% endif %}{{ yt.ly_do }}",
        ),
        ("Ô giữa", "Ô giữa", CELL, CELL, "Ô giữa", CELL),
    )
    add_tag_row(table, "{%tr endfor %}")
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph("Đến {{ van_ban.ngay }} chưa ghi nhận phiếu đăng ký ý tưởng nào.", BODY)
    document.add_paragraph("{%p endif %}", BODY)


def _products(document: WordDocument) -> None:
    heading = document.add_paragraph("II. SẢN PHẨM THAM GIA ({{ tong.san_pham }} SẢN PHẨM)", "Mục")
    heading.paragraph_format.space_before = Pt(12)
    document.add_paragraph("{%p if san_pham %}", BODY)
    table = grid_table(
        document,
        (11, 36, 28, 38, 16, 16, 20),
        ("STT", "Tên sản phẩm", "Nhóm sản phẩm", "Chủ thể", "Hiện trạng", "Tiềm năng", "Trạng thái"),
    )
    add_tag_row(table, "{%tr for sp in san_pham %}")
    add_row(
        table,
        (
            "{{ sp.stt }}",
            "{{ sp.ten_san_pham }}",
            "{{ sp.nhom_san_pham }}",
            "{{ sp.ten_chu_the }}",
            "{{ sp.hien_trang }}",
            "{{ sp.tiem_nang }}",
            "{{ sp.trang_thai or 'Đang tham gia' }}",
        ),
        ("Ô giữa", CELL, CELL, CELL, "Ô giữa", "Ô giữa", "Ô giữa"),
    )
    add_tag_row(table, "{%tr endfor %}")
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph("Đến {{ van_ban.ngay }} chưa có sản phẩm nào tham gia.", BODY)
    document.add_paragraph("{%p endif %}", BODY)


TEMPLATES = {"danh-sach-y-tuong.docx": participants}
