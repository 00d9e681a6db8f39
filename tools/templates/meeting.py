"""Giấy mời (mẫu 1.7) and Biên bản (mẫu 1.9, Phụ lục III, NĐ 30/2020/NĐ-CP) of the meeting on dossiers."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.forms.form_parts import add_lead, add_signers, add_title
from tools.templates.layout import BODY, CELL, add_row, add_tag_row, grid_table, new_document
from tools.templates.parts import add_each, add_foot, add_head

_PURPOSE = "Họp lấy ý kiến về nội dung đánh giá hồ sơ đăng ký đánh giá, phân hạng sản phẩm OCOP"


def invitation() -> WordDocument:
    """Giấy mời: whom, to what, who chairs, when, where; the dossiers that are to be spoken of."""
    document = new_document("Giấy mời họp lấy ý kiến về hồ sơ sản phẩm OCOP")
    add_head(document, "Số:        /GM-UBND")
    add_title(document, "GIẤY MỜI", _PURPOSE)
    for line in (
        "{{ xa.co_quan_ban_hanh }} trân trọng kính mời: {{ hop.kinh_moi }}",
        "Tới dự cuộc họp lấy ý kiến về bốn nội dung đánh giá của UBND {{ xa.cap_hanh_chinh }} (sử dụng nguyên liệu địa "
        "phương; sử dụng lao động địa phương; nguồn gốc ý tưởng sản phẩm; bản sắc, trí tuệ địa phương) đối với "
        "{{ tong.ho_so }} hồ sơ, theo {{ dieu_khoan }}.",
        "Chủ trì: {{ hop.chu_tri }}",
        "Thời gian: {{ hop.thoi_gian }}{% if hop.ngay %}, ngày {{ hop.ngay }}{% endif %}",
        "Địa điểm: {{ hop.dia_diem }}",
    ):
        document.add_paragraph(line, BODY)
    add_lead(document, "Hồ sơ đưa ra lấy ý kiến:")
    table = grid_table(document, (11, 50, 56, 24, 24), ("STT", "Sản phẩm", "Chủ thể", "Loại hồ sơ", "Ngày nhận"))
    add_tag_row(table, "{%tr for hs in ho_so %}")
    add_row(
        table,
        (
            "{{ hs.stt }}",
            "{{ hs.san_pham.ten_san_pham }}",
            "{{ hs.chu_the.ten_day_du }}",
            "{{ hs.ho_so.loai_ho_so }}",
            "{{ hs.ho_so.ngay_nhan }}",
        ),
        ("Ô giữa", CELL, CELL, "Ô giữa", "Ô giữa"),
    )
    add_tag_row(table, "{%tr endfor %}")
    document.add_paragraph(
        "Giao {{ xa.don_vi_soan_thao }} chuẩn bị hồ sơ, tài liệu và gửi trước cho đại biểu. Rất mong đại biểu dự họp "
        "đầy đủ, đúng thời gian./.",
        BODY,
    ).paragraph_format.space_before = Pt(12)
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    add_foot(document)
    return document


def minutes() -> WordDocument:
    """Biên bản: start, place, people, the four contents dossier by dossier, end, two signatures."""
    document = new_document("Biên bản họp lấy ý kiến về hồ sơ sản phẩm OCOP")
    add_head(document, "Số:        /BB-UBND")
    add_title(document, "BIÊN BẢN", _PURPOSE)
    for line in (
        "Thời gian bắt đầu: {{ hop.bat_dau }}{% if hop.ngay %}, ngày {{ hop.ngay }}{% endif %}",
        "Địa điểm: {{ hop.dia_diem }}",
        "Thành phần tham dự: {{ hop.thanh_phan }}",
        "Chủ trì (chủ tọa): {{ hop.chu_tri }}",
        "Thư ký (người ghi biên bản): {{ hop.thu_ky }}",
        "Nội dung: lấy ý kiến về bốn nội dung đánh giá của UBND {{ xa.cap_hanh_chinh }} đối với {{ tong.ho_so }} hồ "
        "sơ, theo {{ dieu_khoan }}, như sau:",
    ):
        document.add_paragraph(line, BODY)
    document.add_paragraph("{%p for hs in ho_so %}", BODY)
    heading = document.add_paragraph(
        "{{ hs.stt }}. Sản phẩm {{ hs.san_pham.ten_san_pham }} của {{ hs.chu_the.ten_day_du }} "
        "(hồ sơ {{ hs.ho_so.loai_ho_so|lower }}, nhận ngày {{ hs.ho_so.ngay_nhan }})",
        "Mục",
    )
    heading.paragraph_format.space_before = Pt(12)
    table = grid_table(
        document, (37, 64, 64), ("Nội dung", "Chủ thể mô tả", "UBND {{ xa.cap_hanh_chinh }} dự kiến đánh giá")
    )
    add_tag_row(table, "{%tr for nd in hs.noi_dung %}")
    add_row(table, ("{{ loop.index }}. {{ nd.ten }}", "{{ nd.mo_ta }}", "{{ nd.y_kien }}"), (CELL, CELL, CELL))
    add_tag_row(table, "{%tr endfor %}")
    document.add_paragraph("{%p endfor %}", BODY)
    _said(document, "y_kien", "Ý kiến tại cuộc họp:")
    _said(document, "ket_luan", "Kết luận:")
    document.add_paragraph(
        "Cuộc họp kết thúc vào {{ hop.ket_thuc }}; biên bản đã được đọc lại cho những người dự họp cùng nghe và thông "
        "qua./.",
        BODY,
    ).paragraph_format.space_before = Pt(12)
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    add_signers(
        document,
        ("THƯ KÝ", "(Chữ ký)", "{{ hop.ten_thu_ky }}"),
        ("CHỦ TỌA", "(Chữ ký, dấu nếu có)", "{{ hop.ten_chu_tri }}"),
    )
    document.add_paragraph("Nơi nhận:", "Nơi nhận").paragraph_format.space_before = Pt(12)
    document.add_paragraph("{%p for dong in noi_nhan.cac_dong %}", "Dòng nơi nhận")
    document.add_paragraph("{{ dong }}", "Dòng nơi nhận")
    document.add_paragraph("{%p endfor %}", "Dòng nơi nhận")
    return document


def _said(document: WordDocument, name: str, heading: str) -> None:
    """A heading and its paragraphs; neither stands in minutes of a meeting without a row."""
    document.add_paragraph(f"{{%p if hop.{name} %}}", BODY)
    document.add_paragraph(heading, "Mục").paragraph_format.space_before = Pt(12)
    add_each(document, f"hop.{name}")
    document.add_paragraph("{%p endif %}", BODY)


TEMPLATES = {"giay-moi.docx": invitation, "bien-ban-hop.docx": minutes}
