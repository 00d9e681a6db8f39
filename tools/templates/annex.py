"""Phụ lục sản phẩm dự kiến tham gia OCOP."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.forms.product_table import add_product_table
from tools.templates.layout import TEXT_WIDTH, new_document, rule
from tools.templates.parts import TITLE_RULE

_PLAN = "Kế hoạch số: {{ ke_hoach.so }}, ngày {{ ke_hoach.ngay_ngan }}"
_OF = "của UBND {{ xa.cap_hanh_chinh }} {{ xa.ten_xa }}"


def annex() -> WordDocument:
    """Phụ lục: the plan's own columns, sections and order; after the plan was signed, an update of its day."""
    document = new_document("Phụ lục sản phẩm dự kiến tham gia OCOP")
    document.add_paragraph("Phụ lục", "Tên văn bản")
    document.add_paragraph("SẢN PHẨM DỰ KIẾN THAM GIA OCOP GIAI ĐOẠN {{ ke_hoach.giai_doan }}", "Tên văn bản")
    document.add_paragraph(
        f"({{% if cap_nhat %}}Cập nhật đến {{{{ van_ban.ngay }}}} danh mục kèm theo {{% else %}}Ban hành kèm theo "
        f"{{% endif %}}{_PLAN}\n{_OF})",
        "Kèm theo",
    )
    rule(document.add_paragraph(), TEXT_WIDTH, TITLE_RULE)
    document.add_paragraph().paragraph_format.line_spacing = Pt(6)
    add_product_table(document)
    return document


TEMPLATES = {"phu-luc-san-pham.docx": annex}
