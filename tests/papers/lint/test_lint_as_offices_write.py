"""What some forty papers of other offices do that is no fault of form: each once raised a false alarm."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ocop_xl.errors import PaperError
from ocop_xl.office.word_package import read_package, write_package
from ocop_xl.papers.lint.lint import lint_content
from tests.papers.lint.typed_papers import CENTRE, add, blank, codes, content, typed_letter

JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY


def typed_decision(*bases: str, style: str = "i") -> WordDocument:
    document = blank()
    add(document, ("UBND XÃ VĨNH PHONG", 13, "bu"), ("\t\t", 13, ""), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b"))
    add(document, ("\t\t\t\t", 13, ""), ("Độc lập - Tự do - Hạnh phúc", 14, "bu"))
    add(document, ("Số: 12/QĐ-UBND", 13, ""), ("\t\t", 13, ""), ("Vĩnh Phong, ngày 05 tháng 11 năm 2026", 14, "i"))
    add(document, ("QUYẾT ĐỊNH", 14, "b"), alignment=CENTRE)
    add(document, ("Về việc công nhận Điều lệ Quỹ", 14, "bu"), alignment=CENTRE)
    add(document, ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VĨNH PHONG", 14, "b"), alignment=CENTRE)
    for base in bases:
        add(document, (base, 14, style), alignment=JUSTIFY, indent=10)
    add(document, ("QUYẾT ĐỊNH:", 14, "b"), alignment=CENTRE)
    add(document, ("Điều 1. Công nhận Điều lệ Quỹ kể từ ngày ký./.", 14, ""), alignment=JUSTIFY, indent=10)
    add(document, ("Nơi nhận:", 12, "bi"), ("\t\t\t", 12, ""), ("TM. ỦY BAN NHÂN DÂN", 14, "b"))
    add(document, ("- Như Điều 1;", 11, ""), ("\t\t\t", 12, ""), ("CHỦ TỊCH", 14, "b"))
    add(document, ("- Lưu: VT, PKT.", 11, ""))
    add(document, ("\t\t\t\t", 14, ""), ("Châu Ngọc Cẩn", 14, "b"))
    return document


def replaced(document: WordDocument, old: str, new: str) -> WordDocument:
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    return document


def test_the_tone_of_hoa_stands_above_either_vowel() -> None:
    assert codes(replaced(typed_letter(), "HÒA", "HOÀ")) == []


def test_a_letter_that_begins_with_its_ground_and_goes_on_has_no_list_of_grounds() -> None:
    document = typed_letter()
    body = next(p for p in document.paragraphs if p.text.startswith("Ủy ban nhân dân xã đề nghị"))
    for words in ("Căn cứ Nghị định số 126/2024/NĐ-CP của Chính phủ;", "Xét đề nghị của Hội Nữ doanh nhân, có ý kiến:"):
        before = body.insert_paragraph_before(words)
        before.alignment, before.paragraph_format.first_line_indent = (
            body.alignment,
            body.paragraph_format.first_line_indent,
        )
    assert codes(document) == []


@pytest.mark.parametrize(
    "last",
    ["Theo Đơn đề nghị của Hội đồng quản lý Quỹ.", "Xét Tờ trình số 5/TTr-PKT.", "Theo đề nghị của Trưởng phòng."],
)
def test_the_last_ground_may_be_a_request_of_any_name(last: str) -> None:
    law = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
    assert codes(typed_decision(law, last)) == []
    assert codes(typed_decision(law, last.rstrip("."))) == ["CU-12"]
    assert codes(typed_decision(law, last, style="")) == ["CU-02"]


def test_grounds_that_run_into_the_text_end_without_a_dot() -> None:
    law = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
    runs_on = "Xét đề nghị của Trưởng phòng, Ủy ban nhân dân xã thông báo như sau:"
    assert "CU-12" not in codes(typed_decision(law, runs_on))


def test_with_what_it_was_issued_is_no_place_and_date() -> None:
    document = replaced(typed_decision("Căn cứ Luật Đất đai."), "Số: 12/QĐ-UBND", "")
    document = replaced(document, "Vĩnh Phong, ngày 05 tháng 11 năm 2026", "")
    replaced(document, "Về việc công nhận Điều lệ Quỹ", "(Kèm theo Quyết định số 5/QĐ-UBND ngày 05 tháng 11 năm 2026)")
    assert "NG-11" not in codes(document)


def test_a_head_typed_with_blanks_is_read_like_one_with_tabs() -> None:
    document = typed_letter()
    replaced(document, "\t\t\t\t", " " * 40)
    assert codes(replaced(document, "\t\t", " " * 14)) == []


@pytest.mark.parametrize(("language", "wrong"), [("vi-VN", []), ("en-US", ["CH-01"])])
def test_a_theme_for_vietnamese_has_a_font_of_its_own(language: str, wrong: list[str]) -> None:
    """«Calibri Light» in the list of fonts, Times New Roman on the page: Word takes the theme's font for the script."""
    package = read_package(content(typed_letter()))
    texts = {name: part.content(2**24).decode() for name, part in package.items() if name.endswith(".xml")}
    theme = next(name for name in texts if "theme" in name)
    changed = {
        "word/settings.xml": re.sub('(<w:themeFontLang w:val=")[^"]*', rf"\g<1>{language}", texts["word/settings.xml"]),
        "word/styles.xml": texts["word/styles.xml"].replace(
            'w:ascii="Times New Roman" w:hAnsi="Times New Roman"', 'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
        ),
        theme: re.sub('(script="Viet" typeface=")[^"]*', r"\g<1>Times New Roman", texts[theme]),
    }
    file = write_package(package, {name: text.encode() for name, text in changed.items()})
    assert [finding.code for finding in lint_content(file)] == wrong


def test_a_paper_of_the_party_is_told_so() -> None:
    document = replaced(typed_letter(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM")
    with pytest.raises(PaperError, match="Văn bản của Đảng"):
        codes(document)


def application(below: str = "", *, floating: bool = False) -> WordDocument:
    """A form of one who asks, with what stands for a line below Tiêu ngữ: typed, or drawn and anchored at the date."""
    document = blank()
    add(document, ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b"), alignment=CENTRE)
    add(document, ("Độc lập - Tự do - Hạnh phúc", 14, "b"), alignment=CENTRE)
    if below:
        add(document, (below, 13, ""), alignment=CENTRE)
    dated = add(document, ("Vĩnh Phong, ngày 05 tháng 11 năm 2026", 14, "i"), alignment=WD_ALIGN_PARAGRAPH.RIGHT)
    if floating:
        dated.runs[0]._r.append(OxmlElement("w:pict"))
    add(document, ("ĐƠN ĐỀ NGHỊ", 14, "b"), alignment=CENTRE)
    return document


@pytest.mark.parametrize("typed", ["________", "────────", "————————"])
def test_signs_that_run_together_are_a_line(typed: str) -> None:
    assert codes(application(typed)) == []


def test_a_line_may_be_anchored_at_the_words_below_it() -> None:
    assert codes(application(floating=True)) == []


@pytest.mark.parametrize("typed", ["", "--------", "* * *"])
def test_dashes_are_no_line(typed: str) -> None:
    assert codes(application(typed)) == ["TN-12"]


def test_dashes_below_the_summary_are_not_of_it() -> None:
    document = replaced(typed_decision("Căn cứ Luật Đất đai."), "Về việc", "Về")
    summary = next(p for p in document.paragraphs if p.text.startswith("Về công nhận"))
    summary.runs[0].underline = False
    summary._p.addnext(deepcopy(summary._p))
    next(summary._p.getnext().iter(qn("w:t"))).text = "-------"
    (found,) = lint_content(content(document))
    assert (found.code, found.paragraph) == ("TY-12", "Về công nhận Điều lệ Quỹ")
