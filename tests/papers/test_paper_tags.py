"""The tag language of the templates, and what is said when a tag is wrong."""

from __future__ import annotations

import io

import pytest
from docxtpl import DocxTemplate

from ocop_xl.errors import TemplateError
from ocop_xl.papers.facts import Gap
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
