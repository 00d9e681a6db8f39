"""Parts of forms, lists and records: a head without a number, a title with its rule, signatures of several people."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.table import _Cell

from tools.templates.layout import BODY, TEXT_WIDTH, keep_on_one_page, plain_table, rule, write
from tools.templates.parts import AGENCY_WIDTH, MOTTO_RULE, NATION_WIDTH, TITLE_RULE, tie_the_end, write_agency

ROOM = 4
"""Blank lines for a signature and a seal."""


def add_nation_head(document: WordDocument) -> None:
    """Quốc hiệu and Tiêu ngữ alone, for a form that the subject or a scorer signs."""
    document.add_paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu")
    document.add_paragraph("Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ")
    rule(document.add_paragraph(), TEXT_WIDTH, MOTTO_RULE)


def add_agency_head(document: WordDocument) -> None:
    """Agency, Quốc hiệu and date of a paper that takes no number."""
    table = plain_table(document, (AGENCY_WIDTH, NATION_WIDTH), 1)
    agency, nation = table.rows[0].cells
    write_agency(agency, nation)
    nation.add_paragraph("{{ xa.dia_danh }}, {{ van_ban.ngay }}", "Ngày tháng").paragraph_format.space_before = Pt(4)


def add_title(document: WordDocument, title: str, *lines: str) -> None:
    """Tên loại, trích yếu and the rule below them."""
    document.add_paragraph(title, "Tên văn bản").paragraph_format.space_before = Pt(12)
    for line in lines:
        document.add_paragraph(line, "Tên văn bản")
    below = document.add_paragraph()
    rule(below, TEXT_WIDTH, TITLE_RULE)
    below.paragraph_format.space_before = Pt(2)


def add_lead(document: WordDocument, text: str) -> None:
    """The sentence before a table: never parted from it, never touching it."""
    form = document.add_paragraph(text, BODY).paragraph_format
    form.keep_with_next, form.space_after = True, Pt(6)


def add_bases(document: WordDocument) -> None:
    """«Căn cứ», one paragraph a line of `can_cu`."""
    document.add_paragraph("{%p for dong in can_cu %}", "Căn cứ")
    document.add_paragraph("{{ dong }}", "Căn cứ")
    document.add_paragraph("{%p endfor %}", "Căn cứ")


def add_list(document: WordDocument, loop: str, line: str) -> None:
    """A body paragraph for each item."""
    document.add_paragraph(f"{{%p for {loop} %}}", BODY)
    document.add_paragraph(line, BODY)
    document.add_paragraph("{%p endfor %}", BODY)


def add_signers(document: WordDocument, *signers: tuple[str, str, str]) -> None:
    """Side by side: who, a note in brackets below, the name; never torn apart."""
    _space(document)
    table = plain_table(document, [TEXT_WIDTH / len(signers)] * len(signers), 1)
    keep_on_one_page(table.rows[0])
    for cell, signer in zip(table.rows[0].cells, signers, strict=True):
        _sign(cell, *signer)


def add_signer_at_the_right(document: WordDocument, date: str, who: str, note: str, name: str) -> None:
    """One signature, with place and date above it."""
    _space(document)
    table = plain_table(document, (TEXT_WIDTH - 95, 95), 1)
    keep_on_one_page(table.rows[0])
    cell = table.rows[0].cells[1]
    write(cell, date, "Ngày tháng")
    _sign(cell, who, note, name, first=False)


def _space(document: WordDocument) -> None:
    """A blank line that ties the signatures to what stands above them."""
    tie_the_end(document)
    form = document.add_paragraph().paragraph_format
    form.line_spacing, form.keep_with_next = Pt(12), True


def _sign(cell: _Cell, who: str, note: str, name: str, *, first: bool = True) -> None:
    if first:
        write(cell, who, "Người ký")
    else:
        cell.add_paragraph(who, "Người ký")
    cell.add_paragraph(note, "Kèm theo")
    for _ in range(ROOM):
        cell.add_paragraph("", "Người ký")
    cell.add_paragraph(name, "Người ký")
