"""Thông báo nhắc hạn nộp hồ sơ đánh giá, phân hạng lại."""

from __future__ import annotations

from docx.document import Document as WordDocument

from tools.templates.layout import BODY, new_document
from tools.templates.parts import add_bases, add_closing, add_foot, add_head, add_title


def notice() -> WordDocument:
    """Which certificate, from when to when, what to file, what holds for those who are late."""
    document = new_document("Thông báo nhắc hạn nộp hồ sơ đánh giá, phân hạng lại sản phẩm OCOP")
    add_head(document, "Số:        /TB-UBND")
    add_title(document, "THÔNG BÁO", "Thời hạn nộp hồ sơ đánh giá, phân hạng lại sản phẩm {{ san_pham.ten_san_pham }}")
    add_bases(document)
    document.add_paragraph("{{ xa.co_quan_ban_hanh }} thông báo đến {{ chu_the.ten_day_du }} như sau:", BODY)
    document.add_paragraph("1. Giấy chứng nhận sắp hết hạn", "Mục")
    document.add_paragraph(
        "Sản phẩm {{ san_pham.ten_san_pham }} được công nhận {{ giay.so_sao }} theo Quyết định số "
        "{{ giay.so_quyet_dinh }} ngày {{ giay.ngay_quyet_dinh }} của {{ giay.co_quan_cong_nhan }}; giấy chứng nhận "
        "cấp "
        "ngày {{ giay.ngay_cap }}, có giá trị đến hết {{ han.het_hieu_luc }}.",
        BODY,
    )
    document.add_paragraph("2. Thời gian nộp hồ sơ", "Mục")
    document.add_paragraph(
        "Hồ sơ đánh giá, phân hạng lại nộp không sớm hơn {{ han.som_nhat }} ngày và không muộn hơn {{ han.muon_nhat }} "
        "ngày trước ngày giấy chứng nhận hết hạn ({{ dieu_khoan }}), tức là từ {{ han.mo }} đến {{ han.dong }}.",
        BODY,
    )
    _late(document)
    document.add_paragraph("3. Hồ sơ và nơi nộp", "Mục")
    for line in (
        "- Phiếu đăng ký (Mẫu 01) và báo cáo tự đánh giá (Mẫu 02).",
        "- Tài liệu cập nhật trong thời gian được công nhận: nguyên liệu, công nghệ, bao bì, nhãn mác, công bố chất "
        "lượng, "
        "phiếu kiểm nghiệm định kỳ, thị trường, sản lượng, doanh thu, giấy tờ pháp lý đã được cấp lại hoặc gia hạn.",
        "- Số lượng: 01 bộ hồ sơ giấy và 01 bộ hồ sơ điện tử.",
        "- Nơi nộp: {{ xa.don_vi_soan_thao }}, {{ xa.co_quan_ban_hanh }}"
        "{% if xa.can_bo_phu_trach %}; liên hệ: {{ xa.can_bo_phu_trach }}"
        "{% if xa.dien_thoai_can_bo_phu_trach %}, điện thoại {{ xa.dien_thoai_can_bo_phu_trach }}{% endif %}{% "
        "endif %}.",
    ):
        document.add_paragraph(line, BODY)
    add_closing(document, "{{ xa.co_quan_ban_hanh }} đề nghị {{ chu_the.ten_day_du }} phối hợp thực hiện./.")
    add_foot(document)
    return document


def _late(document: WordDocument) -> None:
    document.add_paragraph("{%p if han.da_lo %}", BODY)
    document.add_paragraph(
        "Đến nay thời gian này đã qua mà chưa nhận được hồ sơ. Đề nghị chủ thể nộp hồ sơ ngay: giấy chứng nhận của "
        "chủ thể "
        "nộp hồ sơ muộn có giá trị đến khi có kết quả của cơ quan có thẩm quyền, nhưng không quá {{ han.gia_han_den }} "
        "({{ chuyen_tiep }}).",
        BODY,
    )
    document.add_paragraph("{%p else %}", BODY)
    document.add_paragraph(
        "{% if han.chua_mo %}Đề nghị chủ thể chuẩn bị hồ sơ để nộp ngay khi đến thời gian nêu trên."
        "{% else %}Thời gian nộp hồ sơ đã bắt đầu, đề nghị chủ thể nộp sớm để kịp hoàn thiện khi phải bổ sung.{% "
        "endif %}",
        BODY,
    )
    document.add_paragraph("{%p endif %}", BODY)
    document.add_paragraph(
        "Sau ngày giấy chứng nhận hết giá trị, sản phẩm không được sử dụng nhãn hiệu, biểu trưng OCOP.",
        BODY,
    )


TEMPLATES = {"thong-bao-nhac-han.docx": notice}
