"""Papers typed by hand, as an officer types them, and what the linter says of them."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from ocop_xl.papers.lint.lint import lint_content

CENTRE = WD_ALIGN_PARAGRAPH.CENTER


def blank() -> WordDocument:
    """A4, the decree's margins, Times New Roman 14 – as an officer sets up Word."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.0
    return document


def add(
    document: WordDocument,
    *pieces: tuple[str, float, str],
    alignment: WD_ALIGN_PARAGRAPH | None = None,
    indent: float | None = None,
) -> Paragraph:
    """A paragraph of pieces: text, size, and `b`, `i`, `u` for its style."""
    paragraph = document.add_paragraph()
    paragraph.alignment = alignment
    if indent:
        paragraph.paragraph_format.first_line_indent = Mm(indent)
    for words, size, style in pieces:
        run = paragraph.add_run(words)
        run.font.size = Pt(size)
        run.bold, run.italic, run.underline = "b" in style, "i" in style, "u" in style
    return paragraph


def content(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def codes(document: WordDocument) -> list[str]:
    return [finding.code for finding in lint_content(content(document))]


def typed_letter() -> WordDocument:
    """A công văn typed without any table: tabs in the head and the foot, underlining instead of drawn lines."""
    document = blank()
    add(document, ("UBND XÃ VĨNH PHONG", 13, "bu"), ("\t\t", 13, ""), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b"))
    add(document, ("\t\t\t\t", 13, ""), ("Độc lập - Tự do - Hạnh phúc", 14, "bu"))
    add(document, ("Số: 12/UBND-PKT", 13, ""), ("\t\t", 13, ""), ("Vĩnh Phong, ngày 05 tháng 11 năm 2026", 14, "i"))
    add(document, ("V/v đăng ký sản phẩm OCOP", 12, ""), alignment=CENTRE)
    add(document, ("Kính gửi: Các hợp tác xã trên địa bàn xã", 14, ""), alignment=CENTRE)
    body = "Ủy ban nhân dân xã đề nghị các hợp tác xã đăng ký sản phẩm tham gia Chương trình OCOP trước ngày 30./."
    add(document, (body, 14, ""), alignment=WD_ALIGN_PARAGRAPH.JUSTIFY, indent=10)
    add(document, ("Nơi nhận:", 12, "bi"), ("\t\t\t", 12, ""), ("TM. ỦY BAN NHÂN DÂN", 14, "b"))
    add(document, ("- Như trên;", 11, ""), ("\t\t\t", 12, ""), ("CHỦ TỊCH", 14, "b"))
    add(document, ("- Lưu: VT, PKT.", 11, ""))
    add(document)
    add(document, ("\t\t\t\t", 14, ""), ("Châu Ngọc Cẩn", 14, "b"))
    return document
