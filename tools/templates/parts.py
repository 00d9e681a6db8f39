"""Parts that many papers share: the head with Quốc hiệu and number, and the foot with Nơi nhận and signature."""

from __future__ import annotations

import re

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from tools.templates.layout import BODY, TEXT_WIDTH, keep_on_one_page, plain_table, rule, tie_last_rows, write

AGENCY_WIDTH, NATION_WIDTH = 60.0, 105.0
AGENCY_RULE, MOTTO_RULE, TITLE_RULE = 20.0, 60.4, 50.0
"""Lengths in mm: a third to a half of the agency's and the title's text, all of the motto's."""
ENOUGH = 2
"""Lines that a page must have besides the signature."""
_NUMBER_ROOM = re.compile("Số: +/")


def add_head(document: WordDocument, number: str) -> None:
    """Agency and number at the left, Quốc hiệu, Tiêu ngữ, place and date at the right. The room for the number in
    `Số:        /BC-UBND` becomes its tag, which prints the same room in a draft."""
    table = plain_table(document, (AGENCY_WIDTH, NATION_WIDTH), 2)
    write_agency(*table.rows[0].cells)
    left, right = table.rows[1].cells
    write(left, _NUMBER_ROOM.sub("Số: {{ van_ban.so }}/", number), "Số ký hiệu").paragraph_format.space_before = Pt(4)
    write(right, "{{ xa.dia_danh }}, {{ van_ban.ngay }}", "Ngày tháng").paragraph_format.space_before = Pt(4)


def write_agency(agency: _Cell, nation: _Cell) -> None:
    """The agency in one cell, Quốc hiệu and Tiêu ngữ in the other, each above its rule."""
    write(agency, "ỦY BAN NHÂN DÂN", "Quốc hiệu")
    agency.add_paragraph("{{ xa.cap_hanh_chinh|upper }} {{ xa.ten_xa|upper }}", "Quốc hiệu")
    rule(agency.add_paragraph(), AGENCY_WIDTH, AGENCY_RULE)
    write(nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu")
    nation.add_paragraph("Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ")
    rule(nation.add_paragraph(), NATION_WIDTH, MOTTO_RULE)


def add_foot(document: WordDocument) -> None:
    """Nơi nhận at the left, the signature at the right, never torn apart, never alone on a page."""
    tie_the_end(document)
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


def tie_the_end(document: WordDocument) -> None:
    """What is said last goes with the signature: two paragraphs, or one and the last rows of the table above it. Of
    what an `if` may leave out, nothing is counted on; commands are gone from the paper."""
    said, choices = 0, list[int]()
    for element in reversed(document.element.body):
        if element.tag == qn("w:tbl") and said < ENOUGH:
            tie_last_rows(Table(element, document._body))
            said = ENOUGH
        elif element.tag == qn("w:p"):
            paragraph = Paragraph(element, document._body)
            if paragraph.text.startswith("{%p endif"):
                choices.append(said)
            elif paragraph.text.startswith(("{%p if", "{%p else", "{%p elif")):
                said = choices[-1] if "{%p el" in paragraph.text else choices.pop()
            if said < ENOUGH:
                paragraph.paragraph_format.keep_with_next = True
                said += not paragraph.text.startswith("{%p")
        if said == ENOUGH and not choices:
            return


def add_letter_head(document: WordDocument, about: str) -> None:
    """The head of a công văn: its symbol names the office that drafted it, and «V/v …» stands under the number."""
    add_head(document, "Số:        /UBND-{{ xa.ky_hieu_don_vi_soan_thao }}")
    number = document.tables[-1].rows[1].cells[0]
    subject = number.add_paragraph(f"V/v {about}", "Số ký hiệu")
    subject.paragraph_format.space_before = Pt(6)
    for run in subject.runs:
        run.font.size = Pt(12)


def add_title(document: WordDocument, kind: str, subject: str) -> None:
    """Tên loại and trích yếu with the line below."""
    document.add_paragraph(kind, "Tên văn bản").paragraph_format.space_before = Pt(12)
    document.add_paragraph(subject, "Tên văn bản")
    rule(document.add_paragraph(), TEXT_WIDTH, TITLE_RULE)


def add_bases(document: WordDocument) -> None:
    """The lines of `can_cu`."""
    document.add_paragraph("{%p for dong in can_cu %}", "Căn cứ")
    document.add_paragraph("{{ dong }}", "Căn cứ")
    document.add_paragraph("{%p endfor %}", "Căn cứ")


def add_each(document: WordDocument, name: str, text: str = "{{ doan }}", style: str = BODY) -> None:
    """One paragraph for each item of the list `name`, which `text` calls `doan`."""
    document.add_paragraph(f"{{%p for doan in {name} %}}", style)
    document.add_paragraph(text, style)
    document.add_paragraph("{%p endfor %}", style)


def add_space(document: WordDocument) -> None:
    """A narrow gap between a paragraph and its table, on the table's page."""
    space = document.add_paragraph().paragraph_format
    space.line_spacing, space.keep_with_next = Pt(6), True


def add_closing(document: WordDocument, text: str) -> None:
    """The last paragraph, which stays on the page of the signature."""
    document.add_paragraph(text, BODY).paragraph_format.keep_with_next = True
