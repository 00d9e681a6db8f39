"""What Word keeps of its users: taken out of the copy, found in a package that still has it, told where it must stay."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook

from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.traces import traces
from ocop_xl.exchange.word_copy import WordCopy, shared_word
from ocop_xl.office.container import unzipped
from tests.conftest import OFFICE_VERSIONS, Convert
from tests.exchange import word_papers as word
from tests.exchange.planted import places_of

MARK = word.MARK
CHANGED = word.CHANGED
PATH = rf"C:\Users\{MARK} Lê Văn C\Ảnh chụp\gian hàng.jpg"


def shared(paper: bytes) -> WordCopy:
    return shared_word("a.docx", paper)


def test_nobody_who_worked_on_the_paper_is_in_any_byte_of_the_copy() -> None:
    paper = word.told_by_word()
    assert len(places_of(MARK, "a.docx", paper)) == 6  # the file and five of its parts
    copy = shared(paper)
    assert places_of(MARK, "a.docx", copy.content) == []
    assert copy.notices == ()


def test_the_text_of_the_paper_stays() -> None:
    before, after = (Document(io.BytesIO(one)) for one in (word.told_by_word(), shared(word.told_by_word()).content))
    assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]
    assert after.tables[0].cell(0, 0).text == 'Một ô w:author="Bà Tư"'
    assert len(after.inline_shapes) == 1


@pytest.mark.parametrize("version", [OFFICE_VERSIONS[0], OFFICE_VERSIONS[-1]])
def test_the_open_xml_sdk_finds_nothing_in_the_copy(
    tmp_path: Path, version: str, sdk_errors: Callable[[Path, str], list[Any]]
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word.told_by_word())
    assert sdk_errors(path, version) == []
    path.write_bytes(shared(word.told_by_word()).content)
    assert sdk_errors(path, version) == []


def test_libreoffice_opens_the_copy(tmp_path: Path, office: Convert) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(shared(word.told_by_word()).content)
    assert "Kính gửi Sở" in [p.text.strip() for p in Document(office(path, "docx")).paragraphs]


@pytest.mark.parametrize("kind", ["cellIns", "cellDel", "cellMerge"])
def test_a_cell_put_in_or_taken_out_is_an_unaccepted_change(kind: str) -> None:
    cell = f"<w:tbl><w:tr><w:tc><w:tcPr><w:{kind} {CHANGED}/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
    with pytest.raises(ExchangeError, match="còn sửa đổi chưa duyệt"):
        shared(word.with_words(cell))


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _chart_workbook() -> bytes:
    workbook = Workbook()
    workbook.properties.creator = MARK
    memory = io.BytesIO()
    workbook.save(memory)
    return memory.getvalue()


TRACES = {
    "changed looks": (
        word.with_words(f"<w:p><w:r><w:rPr><w:rPrChange {CHANGED}/></w:rPr></w:r></w:p>"),
        "tên người sửa",
    ),
    "single quotes": (word.with_words(f"<w:p w:author = '{MARK}'/>"), "tên người sửa"),
    "whom a part is open to": (word.with_words(f'<w:permStart w:id="1" w:ed="xa.{MARK}"/>'), "tên người sửa"),
    "a picture's description": (
        word.with_words(
            f'<w:p><w:r><w:drawing><wp:inline><wp:docPr descr="{PATH}"/></wp:inline></w:drawing></w:r></w:p>'
        ),
        "lời mô tả ảnh, bảng",
    ),
    "a control": (word.with_words(f'<w:sdt><w:sdtPr><w:tag w:val="{MARK}"/></w:sdtPr></w:sdt>'), "dữ liệu của ô điền"),
    "a thumbnail": (word.with_part("docProps/thumbnail.wmf", MARK), "ảnh thu nhỏ của trang đầu"),
    "a printer": (word.with_part("word/printerSettings1.bin", MARK), "thiết lập máy in"),
    "properties": (word.with_part("docProps/custom.xml", MARK), "tên người trong thuộc tính tệp"),
    "data": (word.with_part("customXml/item2.xml", f"<F>{MARK}</F>"), "dữ liệu XML kèm theo"),
    "a chart's workbook": (word.with_part("word/embeddings/so.xlsx", _chart_workbook()), "phần không hiện ra khi đọc"),
}


@pytest.mark.parametrize(("paper", "what"), TRACES.values(), ids=TRACES)
def test_what_the_copy_loses_is_what_a_received_file_is_judged_by(paper: bytes, what: str) -> None:
    assert places_of(MARK, "a.docx", paper)
    assert what in traces(unzipped("a.docx", paper))
    copy = shared(paper).content
    assert places_of(MARK, "a.docx", copy) == []
    assert list(traces(unzipped("a.docx", copy))) == []


def test_a_chart_with_notes_in_its_cells_is_refused() -> None:
    workbook = word.zip_of({"xl/worksheets/sheet1.xml": b"x", "xl/comments1.xml": b"x"})
    with pytest.raises(ExchangeError, match="có ghi chú gắn vào ô nên không đóng gói"):
        shared(word.with_part("word/embeddings/so.xlsx", workbook))


HIDDEN = "«a.docx» có chữ ẩn và chữ ấy vẫn được gửi; nếu không muốn gửi, hãy bấm nút ¶ trong Word, xóa chữ ẩn rồi đóng gói lại."
STYLE = '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
HEIR = '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="An"/></w:style>'


@pytest.mark.parametrize(
    ("words", "styles", "told"),
    [
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>bà Tư</w:t></w:r></w:p>", "", [HIDDEN]),
        ('<w:p><w:r><w:rPr><w:rStyle w:val="An"/></w:rPr><w:t>bà Tư</w:t></w:r></w:p>', STYLE, [HIDDEN]),
        ('<w:p><w:pPr><w:pStyle w:val="Con"/></w:pPr><w:r><w:t>bà Tư</w:t></w:r></w:p>', STYLE + HEIR, [HIDDEN]),
        ('<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>bà Tư</w:t></w:r></w:p>', STYLE, []),
        ("<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>chỉ ẩn dấu ngắt đoạn</w:t></w:r></w:p>", "", []),
        ("<w:p><w:r><w:rPr><w:webHidden/></w:rPr><w:t>12</w:t></w:r></w:p>", STYLE, []),
    ],
)
def test_hidden_text_is_pointed_out(words: str, styles: str, told: list[str]) -> None:
    more = ("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>")
    assert list(shared(word.with_words(words, *more)).notices) == told


def test_a_paper_full_of_marks_is_cleaned_in_no_time() -> None:
    """What a received package holds is not to be trusted: deep, wide, broken, always in time that grows with its size."""
    body = word.with_words("{}")
    parts = unzipped("a.docx", body)
    start, end = parts["word/document.xml"].decode().split("{}")
    for hostile in (
        "<w:p>" * 50_000 + "</w:p>" * 50_000,
        "<w:sdt><w:sdtContent>" * 20_000 + "</w:sdtContent></w:sdt>" * 20_000,
        "<w:r " * 50_000,
        "<w:p" + " w:a='1'" * 2,
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 3_000,
        "<w:p><w:r><w:instrText>" + '"' * 200_000 + "</w:instrText></w:r></w:p>",
        "<w:p><w:r><w:instrText>HYPERLINK " + "\\l " * 50_000 + "</w:instrText></w:r></w:p>",
        '<w:tbl><w:tblPr><w:tblStyle w:val="a"/></w:tblPr></w:tbl>' * 20_000,
        f'<w:p><w:r><w:rPr><w:color w:val="{"F" * 200_000}"/></w:rPr><w:t>x</w:t></w:r></w:p>',
        " " * 2_000_000,
    ):
        started = time.process_time()
        list(traces(parts | {"word/document.xml": f"{start}{hostile}{end}".encode()}))
        assert time.process_time() - started < 5, hostile[:30]
