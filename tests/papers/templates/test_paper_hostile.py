"""Whatever a cell holds comes out as typed; whatever a template tries ends in a sentence within five seconds."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_xl.errors import TemplateError
from ocop_xl.papers.word.template import PaperTemplate
from tests.papers.templates.hostile_tags import ENDLESS, ESCAPES
from tests.papers.word_files import fill, lines, printed, word
from tests.processor_time import within

AS_TYPED = [
    "Mắm & dưa <hữu cơ> \"loại 1\" 'đặc biệt'",
    "{{ xa.ten_xa }} {% for i in range(9) %} {# ghi chú #}",
    "{%p for d in ds %} }} %} {{",
    '=HYPERLINK("http://x") @SUM(A1) +1 -1',
    "</w:t></w:r></w:p><w:p><w:r><w:t>chèn",
    "&lt;đã thoát&gt; &amp; &#65; ]]> <![CDATA[x]]>",
    "😀 𝐀 đ Đ ữ",
    "",
    "   đầu và cuối có khoảng trắng   ",
]


@pytest.mark.parametrize("text", AS_TYPED)
def test_text_of_a_cell_is_printed_as_typed(text: str) -> None:
    assert printed(text) == text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("dòng 1\ndòng 2", "dòng 1\ndòng 2"),
        ("Excel\r\nWindows\rMac\u2028Unicode", "Excel\nWindows\nMac\nUnicode"),
        ("cột\tcột", "cột\tcột"),
        ("chuông\x07, rỗng\x00, thoát\x1b", "chuông, rỗng, thoát"),
        ("nửa ký tự \ud83d hỏng \udc00", "nửa ký tự  hỏng "),
        ("Tie\u0302\u0301ng Vie\u0323\u0302t", "Tiếng Việt"),
        ("không phải ký tự \ufffe\uffff", "không phải ký tự "),
    ],
)
def test_what_word_cannot_hold_is_put_right(typed: str, shown: str) -> None:
    assert printed(typed) == shown


@pytest.mark.parametrize(("value", "shown"), [(7, "7"), (12.5, "12,5"), (0.1 + 0.2, "0,3"), (True, "Có"), (None, "")])
def test_plain_values_are_shown_as_people_write_them(value: object, shown: str) -> None:
    assert printed(value) == shown


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_text_gives_a_word_file_that_opens(text: str) -> None:
    assert isinstance(printed(text), str)


def test_ten_megabytes_of_text_make_a_faithful_paper() -> None:
    text = "Tương hột & chao " * 620_000
    with within(5):
        paper = fill(word("{{ o }}"), o=text)
    with zipfile.ZipFile(io.BytesIO(paper.content)) as package:
        assert package.read("word/document.xml").decode().count("Tương hột &amp; chao ") == 620_000


@pytest.mark.thorough
@pytest.mark.parametrize("tag", ENDLESS)
def test_endless_work_is_refused_in_time(tag: str) -> None:
    with within(5), pytest.raises(TemplateError):
        fill(word(tag))


@pytest.mark.parametrize("tag", ESCAPES)
def test_a_template_reaches_only_its_facts(tag: str) -> None:
    facts = {"o": {"ten": "Gạo"}, "ds": [{"ten": "Gạo"}]}
    with pytest.raises(TemplateError):
        fill(word(tag), **facts)
    assert facts == {"o": {"ten": "Gạo"}, "ds": [{"ten": "Gạo"}]}


def test_only_plain_values_reach_a_template() -> None:
    with pytest.raises(TypeError):
        fill(word("x"), o=object())


def _changed(part: str, text: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word("x"))) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"khong phai zip",
        b"PK\x03\x04" + b"\0" * 60,
        word("x")[:-300],
        _changed("word/document.xml", '<!DOCTYPE x [<!ENTITY a "a">]><w:document/>'),
        _changed("word/document.xml", "<w:document>chưa đóng"),
    ],
    ids=["empty", "no zip", "only a beginning", "cut off", "DTD", "broken XML"],
)
def test_a_file_that_is_no_word_document_is_refused(content: bytes) -> None:
    with pytest.raises(TemplateError):
        from ocop_xl.papers.facts import PaperFacts

        PaperTemplate(content).fill(PaperFacts("x", {}))


def test_tags_crossing_a_table_are_refused_not_written() -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("{% if o %}")
    document.add_table(1, 1).rows[0].cells[0].text = "{% endif %}"
    content = io.BytesIO()
    document.save(content)
    with pytest.raises(TemplateError, match="không cùng cấp"):
        fill(content.getvalue(), o="")


def test_literal_braces_in_the_template_stay() -> None:
    assert lines(fill(word("tập hợp {a; b} và }} lẻ"))) == ["tập hợp {a; b} và }} lẻ"]


_RELATIONS = "word/_rels/document.xml.rels"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def _linked(kind: str, mode: str) -> bytes:
    """A template with one more relationship."""
    with zipfile.ZipFile(io.BytesIO(word("x"))) as package:
        listing = package.read(_RELATIONS).decode()
    link = f'<Relationship Id="r99" Type="{_TYPE}{kind}" Target="file://may/x"{mode}/>'
    return _changed(_RELATIONS, listing.replace("</Relationships>", f"{link}</Relationships>"))


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("image", ' TargetMode="External"'),
        ("oleObject", ' TargetMode="External"'),
        ("oleObject", ""),
        ("vbaProject", ""),
        ("aFChunk", ""),
    ],
)
def test_a_template_carries_nothing_into_a_paper(kind: str, mode: str) -> None:
    with pytest.raises(TemplateError, match="sẽ đi theo văn bản gửi ra ngoài"):
        PaperTemplate(_linked(kind, mode))


@pytest.mark.parametrize("code", ["DDEAUTO c:/x", 'INCLUDEPICTURE "http://x"', " LINK Word.Document"])
def test_a_field_that_fetches_is_refused_however_it_is_split(code: str) -> None:
    with zipfile.ZipFile(io.BytesIO(word("|"))) as package:
        body = package.read("word/document.xml").decode()
    field = (
        '</w:t><w:fldChar w:fldCharType="begin"/>'
        f"<w:instrText>{code[:3]}</w:instrText><w:instrText>{code[3:]}</w:instrText>"
        '<w:fldChar w:fldCharType="end"/><w:t>'
    )
    with pytest.raises(TemplateError, match="trường"):
        PaperTemplate(_changed("word/document.xml", body.replace("|", field)))


_NESTED = '<w:fldChar w:fldCharType="begin"/><w:instrText>QUOTE DE</w:instrText><w:fldChar w:fldCharType="end"/>'


@pytest.mark.parametrize(
    "code", [f"<w:instrText>D</w:instrText>{_NESTED}", f"{_NESTED}<w:instrText> c:/x</w:instrText>"]
)
def test_a_field_whose_name_another_field_writes_is_refused(code: str) -> None:
    with pytest.raises(TemplateError, match="do trường khác ghép thành"):
        PaperTemplate(_with_field(code))


def test_a_field_in_the_argument_of_another_is_none_of_ours() -> None:
    PaperTemplate(_with_field(f"<w:instrText>IF </w:instrText>{_NESTED}<w:instrText> = 1 a b</w:instrText>"))


def _with_field(code: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(word("|"))) as package:
        body = package.read("word/document.xml").decode()
    field = f'</w:t><w:fldChar w:fldCharType="begin"/>{code}<w:fldChar w:fldCharType="end"/><w:t>'
    return _changed("word/document.xml", body.replace("|", field))


@pytest.mark.parametrize("to", ["file://may/x", "\\\\may\\chung\\x.docx", "C:\\x.docx", "x.docx"])
def test_a_link_to_a_file_or_another_machine_is_refused(to: str) -> None:
    with zipfile.ZipFile(io.BytesIO(word("|"))) as package:
        links = package.read(_RELATIONS).decode()
    for target, fine in ((to, False), ("https://ocop.gov.vn/", True), ("mailto:vinhphong@angiang.gov.vn", True)):
        link = f'<Relationship Id="r99" Type="{_TYPE}hyperlink" Target="{target}" TargetMode="External"/>'
        template = _changed(_RELATIONS, links.replace("</Relationships>", f"{link}</Relationships>"))
        if fine:
            PaperTemplate(template)
        else:
            with pytest.raises(TemplateError, match="tệp hoặc máy khác"):
                PaperTemplate(template)
    with pytest.raises(TemplateError, match="tệp hoặc máy khác"):
        PaperTemplate(_with_field(f'<w:instrText>HYPERLINK "{to}"</w:instrText>'))


def test_the_template_that_word_made_a_file_from_is_left_behind() -> None:
    """Word writes its path by itself; it would be looked for wherever the paper is opened."""
    with zipfile.ZipFile(io.BytesIO(word("x"))) as package:
        settings = package.read("word/settings.xml").decode()
    attached = settings.replace("</w:settings>", '<w:attachedTemplate r:id="rId1"/></w:settings>')
    paper = fill(_changed("word/settings.xml", attached))
    with zipfile.ZipFile(io.BytesIO(paper.content)) as package:
        assert b"attachedTemplate" not in package.read("word/settings.xml")


@pytest.mark.parametrize("mark", ['<w:ins w:id="1"><w:r/></w:ins>', '<w:del w:id="1"><w:r/></w:del>'])
def test_changes_that_nobody_has_accepted_do_not_go_out(mark: str) -> None:
    with zipfile.ZipFile(io.BytesIO(word("x"))) as package:
        body = package.read("word/document.xml").decode()
    with pytest.raises(TemplateError, match="Track Changes"):
        PaperTemplate(_changed("word/document.xml", body.replace("</w:p>", f"{mark}</w:p>", 1)))
