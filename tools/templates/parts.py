"""Parts that many papers share: the head with Quốc hiệu and number, and the foot with Nơi nhận and signature."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt

from tools.templates.layout import TEXT_WIDTH, keep_on_one_page, plain_table, rule, write

AGENCY_WIDTH, NATION_WIDTH = 60.0, 105.0
AGENCY_RULE, MOTTO_RULE, TITLE_RULE = 20.0, 60.4, 50.0
"""Lengths in mm: a third to a half of the agency's and the title's text, all of the motto's."""


def add_head(document: WordDocument, number: str) -> None:
    """Agency and number at the left, Quốc hiệu, Tiêu ngữ, place and date at the right."""
    table = plain_table(document, (AGENCY_WIDTH, NATION_WIDTH), 2)
    agency, nation = table.rows[0].cells
    write(agency, "ỦY BAN NHÂN DÂN", "Quốc hiệu")
    agency.add_paragraph("{{ xa.cap_hanh_chinh|upper }} {{ xa.ten_xa|upper }}", "Quốc hiệu")
    rule(agency.add_paragraph(), AGENCY_WIDTH, AGENCY_RULE)
    write(nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu")
    nation.add_paragraph("Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ")
    rule(nation.add_paragraph(), NATION_WIDTH, MOTTO_RULE)
    left, right = table.rows[1].cells
    write(left, number, "Số ký hiệu").paragraph_format.space_before = Pt(4)
    write(right, "{{ xa.dia_danh }}, {{ van_ban.ngay }}", "Ngày tháng").paragraph_format.space_before = Pt(4)


def add_foot(document: WordDocument) -> None:
    """Nơi nhận at the left, the signature at the right, never torn apart."""
    table = plain_table(document, (75, TEXT_WIDTH - 75), 1)
    keep_on_one_page(table.rows[0])
    recipients, signature = table.rows[0].cells
    write(recipients, "Nơi nhận:", "Nơi nhận").paragraph_format.space_before = Pt(12)
    recipients.add_paragraph("{%p for dong in noi_nhan.cac_dong %}", "Dòng nơi nhận")
    recipients.add_paragraph("{{ dong }}", "Dòng nơi nhận")
    recipients.add_paragraph("{%p endfor %}", "Dòng nơi nhận")
    write(signature, "", "Người ký").paragraph_format.line_spacing = Pt(12)
    signature.add_paragraph("{%p for dong in ky.quyen_han %}", "Người ký")
    signature.add_paragraph("{{ dong }}", "Người ký")
    signature.add_paragraph("{%p endfor %}", "Người ký")
    for _ in range(4):  # room for the signature and the seal
        signature.add_paragraph("", "Người ký")
    signature.add_paragraph("{{ ky.ho_ten }}", "Người ký")
