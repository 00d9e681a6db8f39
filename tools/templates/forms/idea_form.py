"""Phiếu đăng ký ý tưởng, sản phẩm: blank, to be printed and handed out (khoản 3a mục III, Kế hoạch 76/KH-UBND)."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm

from tools.templates.forms.form_parts import add_lead, add_nation_head, add_signer_at_the_right, add_title
from tools.templates.layout import BODY, CELL, add_row, grid_table, new_document

_WIDTH = Mm(165)
_WHO = ("1. Họ và tên (hoặc tên cơ sở) đăng ký:", "2. Địa chỉ:", "Điện thoại:", "3. Tên ý tưởng, sản phẩm:")
_KINDS = (
    "Sản phẩm đã có, muốn tham gia Chương trình",
    "Ý tưởng sản phẩm mới",
    "Sản phẩm đã được công nhận, muốn nâng hạng",
)
_ASKED = (
    "5. Nguyên liệu, lao động tại địa phương:",
    "6. Điểm riêng của sản phẩm (câu chuyện, cách làm, hương vị):",
    "7. Đang có những gì (cơ sở, giấy tờ, nhãn, nơi bán):",
    "8. Cần hỗ trợ việc gì:",
)


def idea_form() -> WordDocument:
    """Half by the one who has the idea, the last lines by the commune: what «Ý tưởng» asks for."""
    document = new_document("Phiếu đăng ký ý tưởng, sản phẩm OCOP (mẫu trống để phát)")
    add_nation_head(document)
    add_title(document, "PHIẾU ĐĂNG KÝ", "Ý tưởng, sản phẩm tham gia Chương trình OCOP")
    document.add_paragraph("Kính gửi: {{ xa.co_quan_ban_hanh }}", "Kính gửi")
    for line in _WHO:
        _to_fill(document, line)
    add_lead(document, "4. Là (đánh dấu “x” vào ô tương ứng):")
    table = grid_table(document, (130, 30), ("Ý tưởng, sản phẩm", "Đánh dấu"))
    for kind in _KINDS:
        add_row(table, (kind, ""), (CELL, "Ô giữa"))
    for line in _ASKED:
        _to_fill(document, line)
        _to_fill(document)
    add_signer_at_the_right(
        document,
        "……, ngày …… tháng …… năm 20……",
        "NGƯỜI ĐĂNG KÝ",
        "(Ký, ghi rõ họ tên)",
        "",
    )
    add_lead(document, "{{ xa.co_quan_ban_hanh }} ghi khi nhận phiếu:")
    _to_fill(document, "Mã ý tưởng: ……………; ngày nhận: ……/……/20……; người nhận:")
    return document


def _to_fill(document: WordDocument, words: str = "") -> None:
    """Dots to the margin, however long the words are."""
    line = document.add_paragraph(f"{words}\t", BODY)
    line.alignment = WD_ALIGN_PARAGRAPH.LEFT
    line.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


TEMPLATES = {"phieu-y-tuong.docx": idea_form}
