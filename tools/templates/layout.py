"""The form of NĐ 30/2020/NĐ-CP (Phụ lục I) as python-docx builds it; for making the house templates only."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from ocop_xl.office.word_package import read_package, write_package

FONT = "Times New Roman"
TEXT_WIDTH = 165.0
"""Millimetres between the margins of an upright A4 page (left 30, right 15)."""
LEFT, CENTRE, BOTH = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
BODY, CELL = "Thân bài", "Ô bảng"
_FIXED_DAY = datetime(2020, 1, 1)


def new_document(title: str) -> WordDocument:
    """An empty A4 document with the house styles, page numbers at the top centre from page 2."""
    document = Document()
    for relation in list(document.part.rels.values()):
        if relation.reltype.rsplit("/", 1)[1] in ("stylesWithEffects", "customXml"):
            document.part.drop_rel(relation.rId)
    for key, relation in list(document.part.package.rels.items()):
        if relation.reltype.endswith("thumbnail"):
            del document.part.package.rels[key]
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.created = properties.modified = _FIXED_DAY
    properties.language = "vi-VN"
    _styles(document)
    _page(document.sections[0])
    return document


def save(document: WordDocument, path: Path) -> None:
    """The same document gives the same bytes: the zip carries no time."""
    content = io.BytesIO()
    document.save(content)
    path.write_bytes(write_package(read_package(content.getvalue()), {}))


def _page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.style = "Số trang"
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = number.add_run("2")
    field.append(run._r)
    number._p.append(field)


def begin_annex(document: WordDocument) -> None:
    """A new page, whose pages are numbered from 1 again (khoản 8 mục II, Phụ lục I)."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    again = OxmlElement("w:pgNumType")
    again.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:cols")).addprevious(again)


def _styles(document: WordDocument) -> None:
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _font(normal, 14)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)
    body = _style(document, BODY, 14, BOTH, before=6)
    body.paragraph_format.first_line_indent = Mm(12.7)
    basis = _style(document, "Căn cứ", 14, BOTH, italic=True, before=6)
    basis.paragraph_format.first_line_indent = Mm(12.7)
    heading = _style(document, "Mục", 14, BOTH, bold=True, before=6, after=3)
    heading.paragraph_format.first_line_indent = Mm(12.7)
    heading.paragraph_format.keep_with_next = True
    _style(document, CELL, 12, LEFT, before=2, after=2)
    _style(document, "Ô giữa", 12, CENTRE, before=2, after=2)
    _style(document, "Đầu bảng", 12, CENTRE, bold=True, before=3, after=3)
    _style(document, "Mục bảng", 12, LEFT, bold=True, before=3, after=3).paragraph_format.keep_with_next = True
    _style(document, "Quốc hiệu", 13, CENTRE, bold=True)
    _style(document, "Tiêu ngữ", 14, CENTRE, bold=True)
    _style(document, "Số ký hiệu", 13, CENTRE)
    _style(document, "Ngày tháng", 14, CENTRE, italic=True)
    _style(document, "Tên văn bản", 14, CENTRE, bold=True).paragraph_format.keep_with_next = True
    _style(document, "Kèm theo", 14, CENTRE, italic=True)
    _style(document, "Kính gửi", 14, CENTRE, before=12, after=6)
    _style(document, "Người ký", 14, CENTRE, bold=True)
    _style(document, "Nơi nhận", 12, LEFT, bold=True, italic=True)
    _style(document, "Dòng nơi nhận", 11, LEFT)
    _style(document, "Số trang", 13, CENTRE)


def _style(
    document: WordDocument,
    name: str,
    size: float,
    alignment: WD_ALIGN_PARAGRAPH,
    *,
    bold: bool = False,
    italic: bool = False,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    _font(style, size)
    style.font.bold, style.font.italic = bold, italic
    style.paragraph_format.alignment = alignment
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    return style


def _font(style: ParagraphStyle, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)


def plain_table(document: WordDocument, widths: Sequence[float], rows: int) -> Table:
    """A table for placing things: no borders, no cell margins."""
    table = _table(document, widths, rows)
    _cell_margins(table, 0)
    return table


def grid_table(document: WordDocument, widths: Sequence[float], headers: Sequence[str]) -> Table:
    """A ruled table of one row, its headers, which come again on every page."""
    table = _table(document, widths, 1, style="Table Grid")
    _cell_margins(table, 1)
    for cell, header in zip(table.rows[0].cells, headers, strict=True):
        write(cell, header, "Đầu bảng")
        centre_vertically(cell)
    keep_on_one_page(table.rows[0])
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def _table(document: WordDocument, widths: Sequence[float], rows: int, style: str | None = None) -> Table:
    table: Table = document.add_table(rows, len(widths), style)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return table


def _cell_margins(table: Table, width: float) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(Mm(width).twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)


def add_row(table: Table, texts: Sequence[str], styles: Sequence[str]) -> _Row:
    """A row that is not torn over two pages; cells keep the column widths."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    keep_on_one_page(row)
    for cell, text, style, column in zip(row.cells, texts, styles, table.columns, strict=True):
        cell.width = column.width
        write(cell, text, style)
        centre_vertically(cell)
    return row


def keep_on_one_page(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def tie_last_rows(table: Table) -> None:
    """The last two rows stay with what follows the table. A row that a loop repeats has its first cell written twice,
    once kept with the next paragraph; Word and LibreOffice ask a row's first paragraph."""
    rows = [row for row in table.rows if not row.cells[0].text.startswith("{%tr")]
    if len(rows) == len(table.rows):
        for row in rows[-2:]:
            row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True
        return
    (number,) = rows[-1].cells[0].paragraphs
    tied = number.insert_paragraph_before(number.text, number.style)
    tied.paragraph_format.keep_with_next = True
    tied.insert_paragraph_before("{%p if loop.revindex <= 2 %}", number.style)
    number.insert_paragraph_before("{%p else %}", number.style)
    rows[-1].cells[0].add_paragraph("{%p endif %}", number.style)


def add_tag_row(table: Table, tag: str) -> None:
    """A row that holds only `{%tr … %}`: it is gone from the paper."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    cell = row.cells[0].merge(row.cells[-1])
    write(cell, tag, CELL)


def centre_vertically(cell: _Cell) -> None:
    cell.vertical_alignment = 1  # type: ignore[assignment]  # WD_ALIGN_VERTICAL.CENTER


def write(cell: _Cell, text: str, style: str) -> Paragraph:
    """The first paragraph of an empty cell."""
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(text)
    return paragraph


def rule(paragraph: Paragraph, container: float, length: float) -> None:
    """A solid line in the middle of a column: an empty paragraph's lower border; lengths in mm."""
    side = Mm((container - length) / 2)
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = side
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(2)
    form.space_after = Pt(4)
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
