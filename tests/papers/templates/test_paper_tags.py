"""The tag language of the templates, and what is said when a tag is wrong."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docxtpl import DocxTemplate

from ocop_xl.errors import TemplateError
from ocop_xl.papers.facts import Gap
from ocop_xl.papers.word.template import Filled
from tests.papers.word_files import fill, lines, table_rows, word, word_table

XA = {"ten_xa": "Vĩnh Phong", "dia_danh": "Vĩnh Phong", "cap_hanh_chinh": "xã"}
ROWS = [{"ten": "Gạo", "sao": "3 sao"}, {"ten": "Tôm khô", "sao": "4 sao"}]


@pytest.mark.parametrize(
    "runs",
    [
        ["UBND xã {{ xa.ten_xa }}."],
        ["UBND xã {", "{ xa.ten_xa }", "}."],
        ["UBND xã {{ xa.", "ten", "_xa }}."],
        ["UBND ", "xã ", "{{", " xa", ".", "ten_xa", " ", "}}", "."],
        ["UBND xã {{\u00a0xa.ten_xa\u00a0}}."],
    ],
)
def test_a_tag_split_by_word_is_one_tag(runs: list[str]) -> None:
    assert lines(fill(word(runs), xa=XA)) == ["UBND xã Vĩnh Phong."]


def test_text_after_a_split_tag_keeps_its_own_run() -> None:
    from docx import Document

    paper = fill(word(["đầu {{ xa.", "ten_xa }} cuối"]), xa=XA)
    runs = Document(io.BytesIO(paper.content)).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs] == [("đầu Vĩnh Phong", False), (" cuối", True)]


def test_curly_quotes_in_a_tag_are_straight_quotes() -> None:
    assert lines(fill(word("{% if xa.cap_hanh_chinh == “xã” %}Xã{% endif %}"), xa=XA)) == ["Xã"]


def test_decomposed_letters_in_a_tag_are_composed() -> None:
    tag = "{% if xa.dia_danh == 'Vi\u0303nh Phong' %}đúng{% endif %}"
    assert lines(fill(word(tag), xa=XA)) == ["đúng"]


def test_tags_for_paragraphs_leave_no_empty_paragraph() -> None:
    template = word("Đầu", "{%p for d in ds %}", "- {{ d.ten }}", "{%p endfor %}", "Cuối")
    assert lines(fill(template, ds=ROWS)) == ["Đầu", "- Gạo", "- Tôm khô", "Cuối"]


def test_tags_for_rows_repeat_rows() -> None:
    template = word_table(
        ["Tên", "Hạng"], ["{%tr for d in ds %}", ""], ["{{ d.ten }}", "{{ d.sao }}"], ["{%tr endfor %}", ""]
    )
    assert table_rows(fill(template, ds=ROWS)) == [["Tên", "Hạng"], ["Gạo", "3 sao"], ["Tôm khô", "4 sao"]]


@pytest.mark.parametrize(
    "template",
    [
        word(
            ["Xã {{ xa.", "ten_xa }}"], "{%p for d in ds %}", ["{{ d", ".ten }} – {{ d.sao|upper }}"], "{%p endfor %}"
        ),
        word("{% if ds %}có {{ ds|length }}{% else %}không{% endif %}", "{%p if not ds %}", "ẩn", "{%p endif %}"),
        word_table(["{%tr for d in ds %}", ""], ["{{ loop.index }}", "{{ d.ten }}"], ["{%tr endfor %}", ""]),
    ],
)
def test_what_works_with_docxtpl_gives_the_same_text_here(template: bytes) -> None:
    other = DocxTemplate(io.BytesIO(template))
    other.render({"xa": XA, "ds": ROWS}, autoescape=True)
    theirs = io.BytesIO()
    other.save(theirs)
    ours = fill(template, xa=XA, ds=ROWS)
    assert lines(ours) == lines(theirs.getvalue())
    if not lines(ours):
        assert table_rows(ours) == table_rows(theirs.getvalue())


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        (
            "UBND xã {{ xa.tenxa }} báo cáo",
            "Không có tên «tenxa» ở thẻ {{ xa.tenxa }} trong đoạn “UBND xã {{ xa.tenxa }} báo cáo”, "
            "tên gần nhất là «ten_xa». Hãy mở mẫu bằng Word và sửa lại tên.",
        ),
        (
            "Tại {{ dia_danh }}",
            "Không có tên «dia_danh» ở thẻ {{ dia_danh }} trong đoạn “Tại {{ dia_danh }}”, "
            "tên gần nhất là «xa.dia_danh». Hãy mở mẫu bằng Word và sửa lại tên.",
        ),
        (
            "Số {{ xa.ten_xa",
            "Có thẻ mở mà không đóng trong đoạn “Số {{ xa.ten_xa”. Mỗi thẻ phải nằm trọn trong một đoạn: "
            "hãy thêm }} hoặc %} ở cuối thẻ.",
        ),
        (
            "{% for d in ds %}{{ d.ten }}",
            "Lệnh «for» chưa được đóng bằng «endfor», thấy ở thẻ {{ d.ten }} trong đoạn “{% for d in ds %}{{ d.ten }}”. "
            "Hãy thêm thẻ đóng bằng Word.",
        ),
        ("{% vm %}", "Không có lệnh «vm» ở thẻ {% vm %}. Hãy mở mẫu bằng Word và sửa thẻ này."),
        (
            "{{ xa.ten_xa|safe }}",
            "Không có bộ lọc «safe» ở thẻ {{ xa.ten_xa|safe }}. Hãy mở mẫu bằng Word và sửa thẻ này.",
        ),
        ("{{ xa ten }}", "Viết sai cú pháp ở thẻ {{ xa ten }}. Hãy mở mẫu bằng Word và sửa thẻ này."),
        (
            "{{r xa.ten_xa }}",
            "Thẻ {{r xa.ten_xa }} trong đoạn “{{r xa.ten_xa }}” không dùng được: "
            "chữ chèn vào văn bản phải viết là {{ xa.ten_xa }}.",
        ),
        (
            "{%tr for d in ds %}",
            "Thẻ {%tr for d in ds %} trong đoạn “{%tr for d in ds %}” không nằm trong bảng: "
            "hãy đặt thẻ vào một dòng của bảng, hoặc viết {%p … %}.",
        ),
        (
            "{%p if ds %}{%p endif %}",
            "Hai thẻ {% if ds %} và {%p endif %} cùng nằm trong một đoạn: mỗi thẻ phải đứng riêng một đoạn.",
        ),
        (
            "{{ ds }}",
            "Tên ở thẻ {{ ds }} là một nhóm hoặc một danh sách, không in trực tiếp được. "
            "Hãy ghi tên cụ thể hơn, hoặc dùng lệnh for.",
        ),
    ],
)
def test_a_wrong_tag_is_one_sentence(paragraph: str, said: str) -> None:
    with pytest.raises(TemplateError) as error:
        fill(word("Đoạn trước", paragraph), xa=XA, ds=ROWS)
    assert str(error.value) == said


def test_a_gap_prints_dots_and_is_listed_once() -> None:
    gap = Gap("Chưa ghi «Tên xã» (ô Thông tin xã!B7)")
    paper = fill(
        word("UBND xã {{ xa.ten_xa }}", "{{ xa.ten_xa|upper }}{% if not xa.ten_xa %}!{% endif %}"), xa={"ten_xa": gap}
    )
    assert lines(paper) == ["UBND xã ……", "……!"]
    assert paper.gaps == ("Chưa ghi «Tên xã» (ô Thông tin xã!B7)",)


def test_a_gap_that_the_template_does_not_show_is_not_listed() -> None:
    assert fill(word("Không có gì"), xa={"ten_xa": Gap("x")}).gaps == ()


def as_word_shows(paper: Filled) -> str:
    """The body's words; a text that does not ask for its edge blanks has none."""
    with zipfile.ZipFile(io.BytesIO(paper.content)) as package:
        xml = package.read("word/document.xml").decode()
    texts = re.findall(r"<w:t([^<>]*)>([^<]*)</w:t>", xml)
    return "".join(text if "preserve" in look else text.strip(" ") for look, text in texts)


def with_body(old: str, new: str, *paragraphs: str | list[str]) -> bytes:
    """A document whose body is changed as text, to what python-docx does not write but Word does."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(*paragraphs))) as package, zipfile.ZipFile(content, "w") as out:
        for name in package.namelist():
            part = package.read(name)
            out.writestr(name, part.replace(old.encode(), new.encode()) if name == "word/document.xml" else part)
    return content.getvalue()


def test_a_blank_after_a_split_tag_stays() -> None:
    assert as_word_shows(fill(word(["xã {{", "xa.ten_xa", "}} thông báo"]), xa=XA)) == "xã Vĩnh Phong thông báo"


@pytest.mark.parametrize("between", ["w:noBreakHyphen", "w:softHyphen", "w:cr", "w:ptab", "w:lastRenderedPageBreak"])
def test_a_run_with_the_tail_of_a_tag_keeps_its_words(between: str) -> None:
    template = with_body("}}|", f"}}}}</w:t><{between}/><w:t>", ["Số {{ xa.ten_xa ", "}}|2026/QĐ"])
    assert as_word_shows(fill(template, xa=XA)) == "Số Vĩnh Phong2026/QĐ"


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("[{{ 'X' if not ds }}]", "[]"),
        ("{% for d in ds %}{{ d.ten }}{{ ', ' if not loop.last }}{% endfor %}", "Gạo, Tôm khô"),
        ("{% set c = 'X' if not ds %}[{{ c ~ '' }}]", "[]"),
        ("{% for d in ds %}{% if loop.previtem %}; {% endif %}{{ d.ten }}{% endfor %}", "Gạo; Tôm khô"),
        ("[{{ []|first }}]", "[]"),
        ("{{ 'a & b'|e }}", "a & b"),
        ("Xin {%r if ds %}chào anh{%r endif %}, mời vào", "Xin chào anh, mời vào"),
        ("{{ [1, 2]|sum }} {{ 2.4|round }}", "3 2"),
    ],
)
def test_what_docxtpl_prints_is_printed(tag: str, shown: str) -> None:
    assert lines(fill(word(tag), ds=ROWS)) == [shown]


def test_a_constant_is_written_alike_whatever_was_made_before() -> None:
    assert lines(fill(word("{{ 1/4 }} {{ 1.5 }} {{ true }}"))) == ["0,25 1,5 Có"]


def test_shapes_in_a_loop_have_numbers_of_their_own() -> None:
    shape = '</w:t><w:drawing><wp:inline xmlns:wp="urn:x"><wp:docPr id="3" name="a"/></wp:inline></w:drawing><w:t>'
    paper = fill(with_body("|", shape, "{%p for d in ds %}", "{{ d.ten }}|", "{%p endfor %}"), ds=ROWS)
    with zipfile.ZipFile(io.BytesIO(paper.content)) as package:
        assert re.findall(rb'docPr id="(\d+)"', package.read("word/document.xml")) == [b"3", b"4"]


def test_an_unknown_command_in_a_loop_is_told_as_such() -> None:
    with pytest.raises(TemplateError, match="Không có lệnh «vm»"):
        fill(word("{% for d in ds %}{% vm %}{% endfor %}"), ds=ROWS)
