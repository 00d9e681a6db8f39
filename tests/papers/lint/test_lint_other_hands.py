"""`lint-paper` on files that our program did not make: typed by hand, from other programs, or meant to harm."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ocop_xl.errors import PaperError
from ocop_xl.office.word_package import read_package, write_package
from ocop_xl.papers.lint.lint import lint_content
from tests.papers.lint.typed_papers import CENTRE, add, blank, codes, content, typed_letter
from tests.processor_time import within

SECONDS = 5
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_a_letter_typed_with_tabs_is_read_like_one_in_tables() -> None:
    assert codes(typed_letter()) == []


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("Số: 12/UBND-PKT", "Số: 2/UBND-PKT", "SO-12"),
        ("Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc", "TN-11"),
        ("CHỦ TỊCH", "PHÓ CHỦ TỊCH", "QC-12"),
        ("- Như trên;", "- Như trên", "DN-12"),
        ("Châu Ngọc Cẩn", "Ông Châu Ngọc Cẩn", "HT-11"),
    ],
)
def test_its_faults_are_found(old: str, new: str, wrong: str) -> None:
    document = typed_letter()
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = new if run.text == old else run.text
    assert codes(document) == [wrong]


def test_what_is_no_administrative_paper_is_told_so_and_its_pages_are_looked_at() -> None:
    document = blank()
    document.sections[0].left_margin = Mm(20)
    add(document, ("Danh bạ điện thoại", 11, "u"))
    assert codes(document) == ["TR-02", "QH-10"]


def test_a_form_needs_no_number_no_date_and_no_signature() -> None:
    document = blank()
    add(document, ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b"), alignment=CENTRE)
    add(document, ("Độc lập - Tự do - Hạnh phúc", 14, "bu"), alignment=CENTRE)
    add(document, ("PHIẾU ĐĂNG KÝ", 14, "b"), alignment=CENTRE)
    add(document, ("Tên đơn vị: ……", 14, ""))
    assert codes(document) == []


@pytest.mark.parametrize(("with_table", "wrong"), [(True, []), (False, ["TR-01"])])
def test_a_page_lies_only_for_a_table(with_table: bool, wrong: list[str]) -> None:
    document = typed_letter()
    section = document.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    if with_table:
        document.add_table(1, 4).rows[0].cells[0].text = "Cột"
    assert [code for code in codes(document) if code != "ST-11"] == wrong


def test_one_page_needs_no_page_number_two_do() -> None:
    document = blank()
    add(document, ("Phụ lục", 14, "b"), alignment=CENTRE)
    add(document, ("DANH SÁCH", 14, "b"), alignment=CENTRE)
    add(document, ("(Kèm theo Kế hoạch số 76/KH-UBND ngày 20/3/2026)", 14, "i"), alignment=CENTRE)
    assert codes(document) == []
    document.add_page_break()
    assert codes(document) == ["ST-11"]


# --- where a format comes from ----------------------------------------------------------------------------------


def test_the_theme_gives_the_font_where_a_style_names_it() -> None:
    document = typed_letter()
    fonts = document.styles["Normal"].element.rPr.rFonts
    for slot in ("ascii", "hAnsi"):
        fonts.set(qn(f"w:{slot}Theme"), "minorHAnsi")
    (finding,) = lint_content(content(document))
    assert (finding.code, finding.saw.partition(" (")[0]) == ("CH-01", "phông Cambria")


def test_a_style_takes_from_what_it_is_based_on_and_direct_format_wins() -> None:
    document = typed_letter()
    small = document.styles.add_style("Nhỏ", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style, small.font.size = document.styles["Normal"], Pt(11)
    smaller = document.styles.add_style("Nhỏ hơn", WD_STYLE_TYPE.PARAGRAPH)
    smaller.base_style = small
    body = next(p for p in document.paragraphs if p.text.endswith("./."))
    body.style = smaller
    assert codes(document) == []  # its run says 14 itself
    body.runs[0].font.size = None
    (finding,) = lint_content(content(document))
    assert (finding.code, finding.saw) == ("ND-01", "cỡ chữ 11")


def test_bold_of_two_styles_cancels_out() -> None:
    document = typed_letter()
    bold = document.styles.add_style("Đậm", WD_STYLE_TYPE.PARAGRAPH)
    bold.base_style, bold.font.bold = document.styles["Normal"], True
    strong = document.styles.add_style("Rất đậm", WD_STYLE_TYPE.CHARACTER)
    strong.font.bold = True
    subject = next(p for p in document.paragraphs if p.text.startswith("V/v"))
    subject.style, subject.runs[0].bold = bold, None
    subject.alignment = CENTRE
    assert codes(document) == ["VV-02"]
    subject.runs[0].style = strong
    subject.runs[0].font.size = Pt(12)
    assert codes(document) == []


def test_styles_based_on_each_other_end() -> None:
    circle = (
        f'<w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:color w:val="FF0000"/></w:rPr>'
        "</w:style></w:styles>"
    )
    package = read_package(content(typed_letter()))
    found = lint_content(write_package(package, {"word/styles.xml": circle.encode()}))
    assert {finding.code for finding in found} == {"CH-02"}


# --- files that are meant to harm -------------------------------------------------------------------------------


def with_document(xml: str) -> bytes:
    return write_package(read_package(content(blank())), {"word/document.xml": xml.encode()})


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<a>" + b" " * 300_000_000)
    return out.getvalue()


HOSTILE = {
    "no zip": lambda: b"xin chao",
    "nothing": lambda: b"",
    "cut short": lambda: content(typed_letter())[:9000],
    "300 MB of blanks": bomb,
    "entities": lambda: with_document(
        '<!DOCTYPE a [<!ENTITY x "aaaaaaaaaa"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>'
        f"<w:document {_W}><w:body><w:p><w:r><w:t>&y;</w:t></w:r></w:p></w:body></w:document>"
    ),
    "no body": lambda: with_document(f"<w:document {_W}/>"),
    "broken XML": lambda: with_document(f"<w:document {_W}><w:body>"),
    "a hundred thousand cells deep": lambda: with_document(
        f"<w:document {_W}><w:body>"
        + "<w:tbl><w:tr><w:tc>" * 30_000
        + "</w:tc></w:tr></w:tbl>" * 30_000
        + "</w:body></w:document>"
    ),
    "a thousand content controls deep": lambda: with_document(
        f"<w:document {_W}><w:body>" + "<w:sdt><w:sdtContent>" * 1000 + "</w:sdtContent></w:sdt>" * 1000 + "</w:body></w:document>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_sentence(name: str) -> None:
    made = HOSTILE[name]()
    with within(SECONDS), pytest.raises(PaperError, match=r"^(Tệp|Phần) .*\.$"):
        lint_content(made)


STRANGE = {
    "lengths that are no numbers": lambda: with_document(
        f'<w:document {_W}><w:body><w:p><w:pPr><w:spacing w:before="x" w:line="-"/><w:ind w:left=""/></w:pPr>'
        '<w:r><w:rPr><w:sz w:val="to"/></w:rPr><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>'
        '<w:sectPr><w:pgSz w:w="rộng"/><w:pgMar w:left="9999999999"/></w:sectPr></w:body></w:document>'
    ),
    "4 MB of paragraphs": lambda: with_document(
        f"<w:document {_W}><w:body>" + "<w:p><w:r><w:t>Số: 1/x</w:t></w:r></w:p>" * 90_000 + "</w:body></w:document>"
    ),
    "one line of 4 MB": lambda: with_document(
        f"<w:document {_W}><w:body><w:p><w:r><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>{'ngày tháng ' * 250_000}</w:t></w:r></w:p></w:body></w:document>"
    ),
    "a line of 2 MB that begins like a basis": lambda: with_document(
        f"<w:document {_W}><w:body><w:p><w:r><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>Số: 1/BC-UBND</w:t></w:r></w:p><w:p><w:r><w:t>BÁO CÁO</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>Căn cứ {', UBND ' * 300_000}</w:t></w:r></w:p></w:body></w:document>"
    ),
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_file_is_read_in_time(name: str) -> None:
    made = STRANGE[name]()
    with within(SECONDS):
        assert lint_content(made)
