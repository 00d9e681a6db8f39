"""Biên bản theo dõi, kiểm tra, rà soát."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.layout import (
    BODY,
    CELL,
    TEXT_WIDTH,
    add_row,
    add_tag_row,
    grid_table,
    keep_on_one_page,
    new_document,
    plain_table,
    write,
)
from tools.templates.parts import add_closing, add_each, add_head, add_title

_SIGNATURE_LINES = 4


def record() -> WordDocument:
    """Time, place, who was there, what was seen, what is proposed, the producer's words; three signatures."""
    document = new_document("Biên bản theo dõi, kiểm tra, rà soát sản phẩm OCOP")
    add_head(document, "Số:        /BB-UBND")
    add_title(document, "BIÊN BẢN", "Theo dõi, kiểm tra, rà soát sản phẩm {{ san_pham.ten_san_pham }}")
    for line in (
        "Thời gian bắt đầu: {{ ghi_tay.gio }} {{ kiem_tra.ngay_day_du }}.",
        "Địa điểm: {{ chu_the.ten_day_du }}, {{ dia_diem }}.",
        "Hình thức: {{ kiem_tra.hinh_thuc_kiem_tra }}{% if quyet_dinh %}, theo Quyết định {{ quyet_dinh }}{% endif %}.",
    ):
        document.add_paragraph(line, BODY)
    document.add_paragraph("I. THÀNH PHẦN", "Mục")
    document.add_paragraph("1. {{ xa.co_quan_ban_hanh }}: {{ kiem_tra.thanh_phan }}.", BODY)
    document.add_paragraph(
        "2. Đại diện chủ thể: {{ chu_the.nguoi_dai_dien }}, chức vụ: {{ chu_the.chuc_vu }}.",
        BODY,
    )
    document.add_paragraph("II. NỘI DUNG", "Mục")
    _checked(document)
    document.add_paragraph("1. Nội dung ghi nhận", "Mục").paragraph_format.space_before = Pt(12)
    add_each(document, "ghi_nhan")
    document.add_paragraph("Mức độ: {{ kiem_tra.muc_do }}.", BODY)
    document.add_paragraph("2. Kiến nghị", "Mục")
    add_each(document, "kien_nghi")
    document.add_paragraph("{%p if han_khac_phuc != '' %}", BODY)
    document.add_paragraph("Hạn khắc phục: {{ han_khac_phuc }}.", BODY)
    document.add_paragraph("{%p endif %}", BODY)
    document.add_paragraph(
        "Biên bản này ghi nhận kết quả theo dõi, rà soát của {{ xa.cap_hanh_chinh }}; việc kiểm tra, kết luận thuộc "
        "thẩm "
        "quyền của cơ quan quy định tại {{ dieu_khoan }}.",
        BODY,
    )
    document.add_paragraph("3. Ý kiến của đại diện chủ thể", "Mục")
    document.add_paragraph("{{ ghi_tay.y_kien }}", BODY)
    add_closing(
        document,
        "Biên bản kết thúc vào hồi {{ ghi_tay.gio }} cùng ngày, đã đọc lại để những người có mặt cùng nghe, nhất "
        "trí và "
        "ký tên./.",
    )
    _foot(document)
    return document


def _checked(document: WordDocument) -> None:
    table = grid_table(document, (15, 105, 45), ("STT", "Nội dung theo dõi, rà soát", "Kết quả ghi nhận"))
    add_tag_row(table, "{%tr for nd in noi_dung %}")
    add_row(table, ("{{ nd.stt }}", "{{ nd.ten }}", "{{ nd.ket_qua }}"), ("Ô giữa", CELL, "Ô giữa"))
    add_tag_row(table, "{%tr endfor %}")


def _foot(document: WordDocument) -> None:
    """Those who were there sign by hand; then «Nơi nhận»."""
    table = plain_table(document, [TEXT_WIDTH / 3] * 3, 1)
    keep_on_one_page(table.rows[0])
    for cell, who in zip(table.rows[0].cells, ("ĐẠI DIỆN CHỦ THỂ", "THƯ KÝ", "TRƯỞNG ĐOÀN"), strict=True):
        write(cell, who, "Người ký").paragraph_format.space_before = Pt(12)
        cell.add_paragraph("(Ký, ghi rõ họ tên)", "Kèm theo")
        for _ in range(_SIGNATURE_LINES):
            cell.add_paragraph("", "Người ký")
    document.add_paragraph("Nơi nhận:", "Nơi nhận").paragraph_format.keep_with_next = True
    add_each(document, "noi_nhan.cac_dong", style="Dòng nơi nhận")


TEMPLATES = {"bien-ban-kiem-tra.docx": record}
