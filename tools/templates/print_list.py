"""Danh mục văn bản in: what a file for the printer holds, on its first page."""

from __future__ import annotations

from docx.document import Document as WordDocument

from tools.templates.blocks import Rows, add_blocks
from tools.templates.forms.form_parts import add_agency_head, add_title
from tools.templates.forms.ruled import MIDDLE
from tools.templates.layout import BODY, CELL, new_document


def print_list() -> WordDocument:
    document = new_document("Danh mục văn bản in")
    add_agency_head(document)
    add_title(document, "DANH MỤC VĂN BẢN", "Các văn bản trong tệp này")
    columns = (("STT", 11, "stt", MIDDLE), ("Văn bản", 129, "ten", CELL), ("Số trang", 25, "so_trang", MIDDLE))
    add_blocks(document, (Rows("Gồm {{ tong.van_ban }} văn bản, {{ tong.trang }} trang:", "danh_muc", columns),))
    document.add_paragraph("", BODY)
    return document


TEMPLATES = {"danh-muc-in.docx": print_list}
