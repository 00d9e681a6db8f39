"""Phiếu tiếp nhận hồ sơ, Thông báo yêu cầu bổ sung."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.forms.form_parts import add_agency_head, add_bases, add_lead, add_signers, add_title
from tools.templates.layout import BODY, CELL, add_row, add_tag_row, grid_table, new_document
from tools.templates.parts import add_foot, add_head


def receipt() -> WordDocument:
    """Phiếu tiếp nhận: what came in, which of the 15 kinds of evidence are there, until when the commune has."""
    document = new_document("Phiếu tiếp nhận hồ sơ")
    add_agency_head(document)
    add_title(document, "PHIẾU TIẾP NHẬN HỒ SƠ", "Đăng ký đánh giá, phân hạng sản phẩm OCOP")
    for line in (
        "1. Chủ thể: {{ chu_the.ten_chu_the }} ({{ chu_the.loai_hinh }})",
        "Điện thoại: {{ chu_the.dien_thoai }}; địa chỉ: {{ chu_the.dia_chi }}",
        "2. Sản phẩm: {{ san_pham.ten_san_pham }}; bộ sản phẩm: {{ san_pham.bo_san_pham }}",
        "3. Loại hồ sơ: {{ ho_so.loai_ho_so|lower }}; số phiếu đăng ký: {{ ho_so.so_phieu }}",
        "4. Ngày nhận hồ sơ: {{ ngay_nhan }}; người nhận: {{ ho_so.nguoi_nhan }}",
        "5. Hồ sơ gồm: phiếu đăng ký (Mẫu 01); báo cáo tự đánh giá (Mẫu 02) kèm minh chứng; "
        "{% if can_mau %}sản phẩm mẫu: {{ so_mau }}{% else %}sản phẩm mẫu: không áp dụng{% endif %}. "
        "Số lượng: {{ so_bo.giay }} bộ giấy, {{ so_bo.dien_tu }} bộ điện tử",
    ):
        document.add_paragraph(line, BODY)
    add_lead(document, "6. Minh chứng theo {{ danh_muc }}:")
    table = grid_table(document, (11, 84, 24, 46), ("STT", "Minh chứng", "Có / thiếu", "Tệp, số hiệu, ghi chú"))
    add_tag_row(table, "{%tr for mc in minh_chung %}")
    add_row(
        table,
        (
            "{{ mc.stt }}",
            "{{ mc.ten }}",
            "{{ mc.trang_thai }}",
            "{{ mc.tep_so_hieu }}{% if mc.tep_so_hieu and mc.ghi_chu %}; {% endif %}{{ mc.ghi_chu }}",
        ),
        ("Ô giữa", CELL, "Ô giữa", CELL),
    )
    add_tag_row(table, "{%tr endfor %}")
    document.add_paragraph(
        "7. Kết quả kiểm 15 loại minh chứng: {{ tong.tom_tat }}.",
        BODY,
    ).paragraph_format.space_before = Pt(12)
    document.add_paragraph(
        "8. Thời hạn xử lý tại UBND {{ xa.cap_hanh_chinh }}: 15 ngày làm việc kể từ ngày nhận hồ sơ theo "
        "{{ dieu_khoan }}, đến hết {{ han_xu_ly }}.",
        BODY,
    ).paragraph_format.keep_with_next = True
    add_signers(
        document,
        ("NGƯỜI NỘP HỒ SƠ", "(Ký, ghi rõ họ tên)", "{{ chu_the.nguoi_dai_dien }}"),
        ("NGƯỜI NHẬN HỒ SƠ", "(Ký, ghi rõ họ tên)", "{{ ho_so.nguoi_nhan }}"),
    )
    return document


def request() -> WordDocument:
    """Thông báo: what is missing, and until when."""
    document = new_document("Thông báo yêu cầu bổ sung hồ sơ")
    add_head(document, "Số:        /TB-UBND")
    add_title(document, "THÔNG BÁO", "Yêu cầu bổ sung hồ sơ đăng ký đánh giá, phân hạng sản phẩm OCOP")
    add_bases(document)
    for line in (
        "Ngày {{ ho_so.ngay_nhan }}, {{ xa.co_quan_ban_hanh }} nhận hồ sơ {{ ho_so.loai_ho_so|lower }} của "
        "{{ chu_the.ten_day_du }} đăng ký đánh giá, phân hạng sản phẩm {{ san_pham.ten_san_pham }} "
        "(số phiếu: {{ ho_so.so_phieu }}).",
    ):
        document.add_paragraph(line, BODY)
    add_lead(
        document,
        "Sau khi kiểm tra thành phần hồ sơ theo {{ danh_muc }}, {{ xa.co_quan_ban_hanh }} thông báo hồ sơ cần bổ sung "
        "{{ tong.can_bo_sung }} minh chứng sau đây:",
    )
    table = grid_table(document, (11, 24, 84, 46), ("STT", "Số trong Mẫu 02", "Minh chứng", "Tình trạng, ghi chú"))
    add_tag_row(table, "{%tr for mc in can_bo_sung %}")
    add_row(
        table,
        (
            "{{ loop.index }}",
            "{{ mc.stt }}",
            "{{ mc.ten }}",
            "{{ mc.trang_thai }}{% if mc.trang_thai and mc.ghi_chu %}; {% endif %}{{ mc.ghi_chu }}",
        ),
        ("Ô giữa", "Ô giữa", CELL, CELL),
    )
    add_tag_row(table, "{%tr endfor %}")
    document.add_paragraph(
        "Thời hạn xử lý hồ sơ tại UBND {{ xa.cap_hanh_chinh }} là 15 ngày làm việc kể từ ngày nhận theo "
        "{{ dieu_khoan }}, đến hết {{ han_xu_ly }}. Đề nghị {{ chu_the.ten_day_du }} bổ sung đủ trước khi hết "
        "{{ bo_sung_truoc }} để {{ xa.co_quan_ban_hanh }} hoàn thành báo cáo và gửi cấp tỉnh.",
        BODY,
    ).paragraph_format.space_before = Pt(12)
    document.add_paragraph(
        "Cần hướng dẫn thêm, xin liên hệ {{ xa.don_vi_soan_thao }}{% if xa.can_bo_phu_trach %}, "
        "ông (bà) {{ xa.can_bo_phu_trach }}{% endif %}{% if xa.dien_thoai_can_bo_phu_trach %}, điện thoại "
        "{{ xa.dien_thoai_can_bo_phu_trach }}{% endif %}./.",
        BODY,
    ).paragraph_format.keep_with_next = True
    add_foot(document)
    return document


TEMPLATES = {"phieu-tiep-nhan.docx": receipt, "yeu-cau-bo-sung.docx": request}
