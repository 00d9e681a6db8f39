"""Papers with exactly one fault each: a good paper, and what is done to it.

`BROKEN` has one entry for every check of `lint-paper`; the good papers are in `good_papers.py`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tests.papers.lint.good_papers import (
    Break,
    annex,
    changed,
    find,
    letter,
    report,
    signed_by_deputy,
    with_chapters,
    with_superior,
)

# --- ways to break ----------------------------------------------------------------------------------------------


def size(begins: str, points: float) -> Break:
    def change(document: WordDocument) -> None:
        for run in find(document, begins).runs:
            run.font.size = Pt(points)

    return change


def style(begins: str, *, bold: bool | None = None, italic: bool | None = None) -> Break:
    def change(document: WordDocument) -> None:
        for run in find(document, begins).runs:
            run.bold = run.bold if bold is None else bold
            run.italic = run.italic if italic is None else italic

    return change


def text(begins: str, new: str) -> Break:
    """Other words in the same letters."""

    def change(document: WordDocument) -> None:
        first, *rest = find(document, begins).runs
        first.text = new
        for run in rest:
            run.text = ""

    return change


def left(begins: str) -> Break:
    return lambda document: setattr(find(document, begins), "alignment", WD_ALIGN_PARAGRAPH.LEFT)


def gone(begins: str) -> Break:
    def change(document: WordDocument) -> None:
        element = find(document, begins)._p
        element.getparent().remove(element)

    return change


def no_rule_below(begins: str) -> Break:
    """The paragraph after it holds the line."""

    def change(document: WordDocument) -> None:
        element = find(document, begins)._p.getnext()
        element.getparent().remove(element)

    return change


def capitals(begins: str) -> Break:
    return lambda document: text(begins, find(document, begins).text.upper())(document)


def ending(begins: str, old: str, new: str) -> Break:
    def change(document: WordDocument) -> None:
        paragraph = find(document, begins)
        assert paragraph.text.endswith(old)
        text(begins, paragraph.text.removesuffix(old) + new)(document)

    return change


def letter_page(document: WordDocument) -> None:
    document.sections[0].page_width, document.sections[0].page_height = Mm(215.9), Mm(279.4)


def narrow_left_margin(document: WordDocument) -> None:
    document.sections[0].left_margin = Mm(25)


def other_font(document: WordDocument) -> None:
    find(document, "Ủy ban nhân dân").runs[0].font.name = "Calibri"


def blue_letters(document: WordDocument) -> None:
    find(document, "Ủy ban nhân dân").runs[0].font.color.rgb = RGBColor(0, 0, 255)


def small_page_number(document: WordDocument) -> None:
    _number_run(document).find(qn("w:rPr")).append(_element("w:sz", val="20"))


def bold_page_number(document: WordDocument) -> None:
    _number_run(document).find(qn("w:rPr")).append(_element("w:b"))


def page_number_at_the_left(document: WordDocument) -> None:
    document.sections[0].header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.LEFT


def no_page_number(document: WordDocument) -> None:
    header = document.sections[0].header.paragraphs[0]._p
    for child in header.findall(qn("w:fldSimple")):
        header.remove(child)


def page_number_on_page_one(document: WordDocument) -> None:
    document.sections[0].different_first_page_header_footer = False


def page_number_at_the_bottom(document: WordDocument) -> None:
    section = document.sections[0]
    field = section.header.paragraphs[0]._p.find(qn("w:fldSimple"))
    footer = section.footer.paragraphs[0]
    footer.style = "Số trang"
    footer._p.append(field)


def roman_page_number(document: WordDocument) -> None:
    document.sections[0]._sectPr.append(_element("w:pgNumType", fmt="lowerRoman"))


def _number_run(document: WordDocument):  # type: ignore[no-untyped-def]
    run = document.sections[0].header.paragraphs[0]._p.find(f"{qn('w:fldSimple')}/{qn('w:r')}")
    if run.find(qn("w:rPr")) is None:
        run.insert(0, OxmlElement("w:rPr"))
    return run


def _element(name: str, **attributes: str):  # type: ignore[no-untyped-def]
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def no_gap(document: WordDocument) -> None:
    find(document, OPENING).paragraph_format.space_before = Pt(0)


def small_indent(document: WordDocument) -> None:
    find(document, OPENING).paragraph_format.first_line_indent = Mm(5)


def double_lines(document: WordDocument) -> None:
    find(document, OPENING).paragraph_format.line_spacing = 2.0


def no_recipients(document: WordDocument) -> None:
    _emptied(document, 0)


def no_signature(document: WordDocument) -> None:
    _emptied(document, 1)


def _emptied(document: WordDocument, cell: int) -> None:
    for paragraph in document.tables[-1].rows[0].cells[cell].paragraphs:
        for run in paragraph.runs:
            run.text = ""


# --- one fault a check ------------------------------------------------------------------------------------------

NATION, MOTTO, AGENCY, SUPERIOR = "CỘNG HÒA", "Độc lập", "XÃ VĨNH PHONG", "HUYỆN ỦY"
NUMBER, DAY, TITLE, SUMMARY = "Số:", "Vĩnh Phong, ngày", "BÁO CÁO", "Kết quả thực hiện Chương trình"
SUBJECT, TO = "V/v", "Kính gửi"
BASIS, LAST_BASIS, OPENING, SECTION = "Căn cứ Quyết định", "Căn cứ Kế hoạch", "Ủy ban nhân dân xã Vĩnh Phong", "I. "
RIGHT, POSITION, NAME = "TM.", "CHỦ TỊCH", "Châu Ngọc Cẩn"
RECIPIENTS, RECIPIENT, ARCHIVE = "Nơi nhận", "- Sở", "- Lưu"


@dataclass(frozen=True)
class Broken:
    good: Callable[[], bytes]
    change: Break

    @property
    def content(self) -> bytes:
        return changed(self.good(), self.change)


BROKEN: dict[str, Broken] = {
    "TR-01": Broken(report, letter_page),
    "TR-02": Broken(report, narrow_left_margin),
    "CH-01": Broken(report, other_font),
    "CH-02": Broken(report, blue_letters),
    "CH-03": Broken(report, text(NAME, unicodedata.normalize("NFD", "Châu Ngọc Cẩn"))),
    "ST-01": Broken(report, small_page_number),
    "ST-02": Broken(report, bold_page_number),
    "ST-04": Broken(report, page_number_at_the_left),
    "ST-11": Broken(report, no_page_number),
    "ST-12": Broken(report, page_number_on_page_one),
    "ST-13": Broken(report, page_number_at_the_bottom),
    "ST-14": Broken(report, roman_page_number),
    "QH-01": Broken(report, size(NATION, 16)),
    "QH-02": Broken(report, style(NATION, bold=False)),
    "QH-03": Broken(report, text(NATION, "Cộng hòa xã hội chủ nghĩa Việt Nam")),
    "QH-10": Broken(report, gone(NATION)),
    "QH-11": Broken(report, text(NATION, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM")),
    "TN-01": Broken(report, size(MOTTO, 12)),
    "TN-02": Broken(report, style(MOTTO, italic=True)),
    "TN-03": Broken(report, capitals(MOTTO)),
    "TN-10": Broken(report, text(MOTTO, "")),
    "TN-11": Broken(report, text(MOTTO, "Độc lập – Tự do – Hạnh phúc")),
    "TN-12": Broken(report, no_rule_below(MOTTO)),
    "CC-01": Broken(with_superior, size(SUPERIOR, 15)),
    "CC-02": Broken(with_superior, style(SUPERIOR, italic=True)),
    "CC-03": Broken(with_superior, text(SUPERIOR, "Huyện ủy Vĩnh Thuận")),
    "CQ-01": Broken(report, size(AGENCY, 11)),
    "CQ-02": Broken(report, style(AGENCY, bold=False)),
    "CQ-03": Broken(report, text(AGENCY, "Xã Vĩnh Phong")),
    "CQ-12": Broken(report, no_rule_below(AGENCY)),
    "SO-01": Broken(report, size(NUMBER, 12)),
    "SO-02": Broken(report, style(NUMBER, bold=True)),
    "SO-10": Broken(report, text(NUMBER, "")),
    "SO-11": Broken(report, text(NUMBER, "Số 12/BC-UBND")),
    "SO-12": Broken(report, text(NUMBER, "Số: 7/BC-UBND")),
    "SO-13": Broken(report, text(NUMBER, "Số: 12 / BC - UBND")),
    "SO-14": Broken(report, text(NUMBER, "Số: 12/KH-UBND")),
    "NG-01": Broken(report, size(DAY, 12)),
    "NG-02": Broken(report, style(DAY, italic=False)),
    "NG-03": Broken(report, capitals(DAY)),
    "NG-10": Broken(report, text(DAY, "")),
    "NG-11": Broken(report, text(DAY, "Vĩnh Phong ngày 05 tháng 11 năm 2026")),
    "NG-12": Broken(report, text(DAY, "Vĩnh Phong, ngày 5 tháng 11 năm 2026")),
    "NG-13": Broken(report, text(DAY, "Vĩnh Phong, ngày 31 tháng 11 năm 2026")),
    "TL-01": Broken(report, size(TITLE, 16)),
    "TL-02": Broken(report, style(TITLE, bold=False)),
    "TL-03": Broken(report, text(TITLE, "Báo cáo")),
    "TL-04": Broken(report, left(TITLE)),
    "TY-01": Broken(report, size(SUMMARY, 15)),
    "TY-02": Broken(report, style(SUMMARY, bold=False)),
    "TY-03": Broken(report, capitals(SUMMARY)),
    "TY-04": Broken(report, left(SUMMARY)),
    "TY-12": Broken(report, no_rule_below(SUMMARY)),
    "VV-01": Broken(letter, size(SUBJECT, 14)),
    "VV-02": Broken(letter, style(SUBJECT, italic=True)),
    "VV-03": Broken(letter, text(SUBJECT, "V/v ĐỀ NGHỊ ĐÁNH GIÁ")),
    "VV-04": Broken(letter, left(SUBJECT)),
    "VV-11": Broken(letter, text(SUBJECT, "Về việc đề nghị đánh giá")),
    "KG-01": Broken(letter, size(TO, 12)),
    "KG-02": Broken(letter, style(TO, bold=True)),
    "KG-03": Broken(letter, capitals(TO)),
    "KG-10": Broken(report, text(RECIPIENT, "- Sở NN và MT tỉnh (b/c);")),
    "KG-11": Broken(letter, text(TO, "Kính gửi Ủy ban nhân dân tỉnh An Giang")),
    "CU-01": Broken(report, size(BASIS, 12)),
    "CU-02": Broken(report, style(BASIS, italic=False)),
    "CU-03": Broken(report, capitals(BASIS)),
    "CU-11": Broken(report, ending(BASIS, ";", ",")),
    "CU-12": Broken(report, ending(LAST_BASIS, ".", ";")),
    "ND-01": Broken(report, size(OPENING, 12)),
    "ND-11": Broken(report, left(OPENING)),
    "ND-12": Broken(report, small_indent),
    "ND-13": Broken(report, no_gap),
    "ND-14": Broken(report, double_lines),
    "ND-15": Broken(report, ending("Trên đây", "./.", ".")),
    "PC-01": Broken(with_chapters, size("Phần I", 12)),
    "PC-02": Broken(with_chapters, style("Phần I", bold=False)),
    "PC-03": Broken(with_chapters, capitals("Phần I")),
    "PC-04": Broken(with_chapters, left("Phần I")),
    "TP-01": Broken(with_chapters, size("KẾT QUẢ", 12)),
    "TP-02": Broken(with_chapters, style("KẾT QUẢ", bold=False)),
    "TP-03": Broken(with_chapters, text("KẾT QUẢ", "Kết quả thực hiện")),
    "TP-04": Broken(with_chapters, left("KẾT QUẢ")),
    "MU-01": Broken(report, size(SECTION, 12)),
    "MU-02": Broken(report, style(SECTION, bold=False)),
    "MU-03": Broken(report, text(SECTION, "I. Kết quả thực hiện")),
    "QC-01": Broken(report, size(POSITION, 12)),
    "QC-02": Broken(report, style(POSITION, bold=False)),
    "QC-03": Broken(report, text(RIGHT, "TM. Ủy ban nhân dân")),
    "QC-10": Broken(report, no_signature),
    "QC-11": Broken(report, text(RIGHT, "TM ỦY BAN NHÂN DÂN")),
    "QC-12": Broken(signed_by_deputy, gone("KT.")),
    "HT-01": Broken(report, size(NAME, 12)),
    "HT-02": Broken(report, style(NAME, bold=False)),
    "HT-03": Broken(report, capitals(NAME)),
    "HT-10": Broken(report, text(NAME, "")),
    "HT-11": Broken(report, text(NAME, "ThS. Châu Ngọc Cẩn")),
    "NN-01": Broken(report, size(RECIPIENTS, 13)),
    "NN-02": Broken(report, style(RECIPIENTS, italic=False)),
    "NN-03": Broken(report, capitals(RECIPIENTS)),
    "NN-10": Broken(report, no_recipients),
    "NN-11": Broken(report, text(RECIPIENTS, "Nơi nhận")),
    "DN-01": Broken(report, size(RECIPIENT, 13)),
    "DN-02": Broken(report, style(RECIPIENT, italic=True)),
    "DN-03": Broken(report, text(RECIPIENT, "- SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG;")),
    "DN-11": Broken(report, text(RECIPIENT, "Sở NN và MT tỉnh;")),
    "DN-12": Broken(report, text(RECIPIENT, "- Sở NN và MT tỉnh,")),
    "DN-13": Broken(report, text(ARCHIVE, "- Lưu VT;")),
    "DN-14": Broken(letter, text("- Như trên", "- UBND tỉnh;")),
    "PL-01": Broken(annex, size("Phụ lục", 12)),
    "PL-02": Broken(annex, style("Phụ lục", bold=False)),
    "PL-03": Broken(annex, capitals("Phụ lục")),
    "TD-01": Broken(annex, size("SẢN PHẨM", 15)),
    "TD-02": Broken(annex, style("SẢN PHẨM", bold=False)),
    "TD-03": Broken(annex, text("SẢN PHẨM", "Sản phẩm dự kiến tham gia OCOP")),
    "KT-01": Broken(annex, size("(Cập nhật", 12)),
    "KT-02": Broken(annex, style("(Cập nhật", italic=False)),
    "KT-10": Broken(annex, gone("(Cập nhật")),
    "KT-11": Broken(annex, text("(Cập nhật", "(Kèm theo Kế hoạch của UBND xã)")),
}
