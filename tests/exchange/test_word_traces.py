"""What Word keeps of its users: taken out of the copy, found in a package that still has it, told where it must stay."""

from __future__ import annotations

import io
import zipfile
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
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def _chart_workbook() -> bytes:
    workbook = Workbook()
    workbook.properties.creator = MARK
    memory = io.BytesIO()
    workbook.save(memory)
    with zipfile.ZipFile(memory, "a") as package:
        package.writestr("xl/printerSettings/printerSettings1.bin", MARK)
        package.writestr("xl/persons/person.xml", f'<personList xmlns="x"><person displayName="{MARK}"/></personList>')
    return memory.getvalue()


TRACES = {
    "changed looks of a style": (
        word.with_part(
            "word/styles.xml",
            f"<w:styles {W}><w:style><w:rPr><w:rPrChange {CHANGED}/></w:rPr></w:style></w:styles>",
        ),
        "tên người sửa",
    ),
    "changed numbering of a header": (
        word.with_part(
            "word/header9.xml", f"<w:hdr {W}><w:p><w:pPr><w:numberingChange {CHANGED}/></w:pPr></w:p></w:hdr>"
        ),
        "tên người sửa",
    ),
    "a change that nobody has thought of yet": (word.with_words(f"<w:xyzChange {CHANGED}/>"), "tên người sửa"),
    "single quotes": (word.with_words(f"<w:rPrChange w:author = '{MARK}'/>"), "tên người sửa"),
    "whom a part is open to": (word.with_words(f'<w:permStart w:id="1" w:ed="xa.{MARK}"/>'), "tên người sửa"),
    "a variable": (
        word.with_part(
            "word/settings2.xml",
            f'<w:settings {W}><w:docVars><w:docVar w:name="a" w:val="{MARK}"/></w:docVars></w:settings>',
        ),
        "biến ẩn của văn bản",
    ),
    "the template": (
        word.with_link("attachedTemplate", f"file:///C:/{MARK}/mau.dotx", "word/_rels/settings2.xml.rels"),
        "đường dẫn trên máy người soạn",
    ),
    "a picture's description": (word.with_words(f'<wp:docPr descr="{PATH}"/>'), "đường dẫn trên máy người soạn"),
    "a picture's title": (word.with_words(f"<pic:cNvPr title='{PATH}'/>"), "đường dẫn trên máy người soạn"),
    "an old picture": (
        word.with_words(f'<v:shape alt="{PATH}"><v:imagedata o:title="{PATH}"/></v:shape>'),
        "đường dẫn trên máy người soạn",
    ),
    "what a link says of itself": (
        word.with_words(f'<w:hyperlink w:anchor="a" w:tooltip="{PATH}"/>'),
        "đường dẫn trên máy người soạn",
    ),
    "a backslash in other letters": (
        word.with_words(rf'<wp:docPr descr="C:&#92;Users&#x5C;{MARK} &amp; Lan\a.jpg"/>'),
        "đường dẫn trên máy người soạn",
    ),
    "a thumbnail": (word.with_part("docProps/thumbnail.wmf", MARK), "ảnh thu nhỏ của trang đầu"),
    "a printer": (word.with_part("word/printerSettings1.bin", MARK), "thiết lập máy in"),
    "properties of another program": (
        word.with_part(
            "package/core.psmdcp",
            f"<a:coreProperties xmlns:a='x'><creator>{MARK}</creator></a:coreProperties>",
            "_rels/.rels",
            f"""<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Target="/package/core.psmdcp"
                Type="{RELATIONS}/metadata/core-properties"/></Relationships>""",
        ),
        "tên người trong thuộc tính tệp",
    ),
    "properties that are no XML": (word.with_part("docProps/custom.xml", MARK), "tên người trong thuộc tính tệp"),
    "SharePoint": (
        word.with_part("customXml/item2.xml", f'<F xmlns="http://schemas.microsoft.com/sharepoint/v3">{MARK}</F>'),
        "thông tin SharePoint",
    ),
    "a chart's workbook": (
        word.with_part("word/embeddings/so.xlsx", _chart_workbook()),
        "tên người trong dữ liệu của biểu đồ",
    ),
}


@pytest.mark.parametrize(("paper", "what"), TRACES.values(), ids=TRACES)
def test_what_the_copy_loses_is_what_a_received_file_is_judged_by(paper: bytes, what: str) -> None:
    assert places_of(MARK, "a.docx", paper)
    assert what in traces(unzipped("a.docx", paper))
    copy = shared(paper).content
    assert places_of(MARK, "a.docx", copy) == []
    assert list(traces(unzipped("a.docx", copy))) == []


def test_a_description_keeps_its_words_and_the_name_of_the_file() -> None:
    copy = shared(word.with_words(rf'<wp:docPr descr="Ảnh &quot;C:\Users\{MARK}\gian hàng.jpg&quot;" title="Hộ B/C"/>'))
    document = unzipped("a.docx", copy.content)["word/document.xml"].decode()
    assert 'descr="Ảnh &quot;gian hàng.jpg&quot;" title="Hộ B/C"' in document


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
        ("<w:p><w:r><w:rPr><w:webHidden/></w:rPr><w:t>mục lục</w:t></w:r></w:p>", STYLE, []),
    ],
)
def test_hidden_text_is_pointed_out(words: str, styles: str, told: list[str]) -> None:
    more = ("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>") if styles else ()
    assert list(shared(word.with_words(words, *more)).notices) == told


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("<ho-so><chu-ho>bà Tư</chu-ho></ho-so>", True),
        ('<ho-so chu-ho="bà Tư"/>', True),
        ("<ho-so><chu-ho/></ho-so>", False),
        (
            '<b:Sources SelectedStyle="\\APA.XSL" '
            'xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>',
            False,
        ),
    ],
)
def test_data_that_word_does_not_show_is_pointed_out(data: str, told: bool) -> None:
    notices = shared(word.with_part("customXml/item2.xml", data)).notices
    assert [notice.split(";")[0] for notice in notices] == [
        "«a.docx» có dữ liệu XML kèm theo mà Word không hiện ra"
    ] * told


@pytest.mark.parametrize(
    ("picture", "told"),
    [
        (b"\xff\xd8\xff\xe1\0\x20Exif\0\0MM\0*", True),
        (b"\xff\xd8\xff\xe1\0\x40http://ns.adobe.com/xap/1.0/\0<x/>", True),
        (word.png((b"eXIf", b"MM\0*")), True),
        (word.png((b"tEXt", b"Author\0" + b"Le Van C")), True),
        (word.png((b"tEXt", b"Software\0" + b"Paint")), False),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", False),
    ],
)
def test_pictures_that_tell_of_their_camera_are_pointed_out(picture: bytes, told: bool) -> None:
    notices = shared(word.with_part("word/media/anh.jpg", picture)).notices
    assert [notice.split(" (")[0] for notice in notices] == ["«a.docx» có ảnh còn mang thông tin của máy chụp"] * told


def test_a_paper_full_of_marks_is_cleaned_in_no_time() -> None:
    """What a received package holds is not to be trusted."""
    for hostile in (
        "<w:r " * 200_000,
        "<w:r w:author=" * 100_000,
        '<a b="' * 200_000,
        " " * 2_000_000,
        "<a" + " a='1'" * 300_000,
    ):
        list(
            traces({"word/document.xml": f"w:author= docPr {hostile}".encode(), "docProps/core.xml": hostile.encode()})
        )
