"""Công văn đề nghị UBND tỉnh đánh giá, phân hạng."""

from __future__ import annotations

from docx.document import Document as WordDocument

from tools.templates.layout import BODY, CELL, add_row, add_tag_row, grid_table, new_document
from tools.templates.parts import add_closing, add_foot, add_letter_head, add_space


def request() -> WordDocument:
    """What has been done, the list of dossiers, what each dossier consists of."""
    document = new_document("Công văn đề nghị đánh giá, phân hạng sản phẩm OCOP")
    add_letter_head(document, "đề nghị đánh giá, phân hạng sản phẩm OCOP")
    document.add_paragraph("Kính gửi: {{ van_ban.kinh_gui }}", "Kính gửi")
    document.add_paragraph(
        "Thực hiện {{ dieu_khoan }}, {{ xa.co_quan_ban_hanh }} đã tiếp nhận, kiểm tra thành phần hồ sơ, đánh giá "
        "một số "
        "nội dung và lập báo cáo theo Mẫu 03 đối với {{ so_ho_so }} hồ sơ đăng ký của các chủ thể trên địa bàn.",
        BODY,
    )
    document.add_paragraph(
        "{{ xa.co_quan_ban_hanh }} đề nghị {{ tinh }} đánh giá, phân hạng các sản phẩm sau:", BODY
    ).paragraph_format.keep_with_next = True
    add_space(document)
    _list(document)
    document.add_paragraph("Hồ sơ đề nghị của mỗi sản phẩm gồm:", BODY).paragraph_format.keep_with_next = True
    for part in (
        "1. Văn bản này.",
        "2. Báo cáo đánh giá một số nội dung của hồ sơ (Mẫu 03).",
        "3. Hồ sơ sản phẩm của chủ thể.",
    ):
        document.add_paragraph(part, BODY)
    document.add_paragraph("{%p if mau.co %}", BODY)
    document.add_paragraph(
        "4. {{ mau.moi_san_pham }} sản phẩm mẫu{% if mau.co_du_lich %} (không áp dụng đối với sản phẩm du lịch)"
        "{% endif %}; tổng số mẫu gửi kèm: {{ mau.tong }}.",
        BODY,
    )
    document.add_paragraph("{%p endif %}", BODY)
    document.add_paragraph("Số lượng: 01 bộ hồ sơ giấy và 01 bộ hồ sơ điện tử cho mỗi sản phẩm.", BODY)
    add_closing(document, "Kính đề nghị {{ tinh }} xem xét./.")
    add_foot(document)
    return document


def _list(document: WordDocument) -> None:
    headers = ("STT", "Sản phẩm", "Chủ thể", "Bộ sản phẩm", "Loại hồ sơ, hạng đề nghị", "Ngày nhận", "Báo cáo Mẫu 03")
    table = grid_table(document, (12, 27, 30, 30, 20, 24, 22), headers)
    add_tag_row(table, "{%tr for hs in ho_so %}")
    names = ("stt", "ten_san_pham", "chu_the", "bo_san_pham")
    cells = [f"{{{{ hs.{name} }}}}" for name in names]
    cells += ["{{ hs.loai_ho_so }}, {{ hs.hang_de_nghi }}", "{{ hs.ngay_nhan }}", "{{ hs.bao_cao }}"]
    add_row(table, cells, ("Ô giữa", CELL, CELL, CELL, *["Ô giữa"] * 3))
    add_tag_row(table, "{%tr endfor %}")


TEMPLATES = {"van-ban-de-nghi.docx": request}
