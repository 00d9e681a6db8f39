"""`check-template`: every mistake of a template at once, each with its paragraph's own words, before a paper is made."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from ocop_xl.demo.sample import sample_book
from ocop_xl.papers.check_template import CATALOGUE, check_template
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.kinds import KINDS, kind_of
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.resources import template_path
from ocop_xl.papers.word.template import PaperTemplate
from ocop_xl.rules.finding import Severity
from tests.papers.templates.checked_template import SAMPLE, check
from tests.papers.word_files import word, word_table

ON = date(2026, 11, 23)


def codes(template: bytes) -> list[str]:
    return [found.code for found in check(template)]


@pytest.mark.parametrize(
    ("code", "paragraph", "said"),
    [
        (
            "MAU-01",
            "Số {{ xa.ten_xa",
            "Có thẻ mở mà không đóng trong đoạn “Số {{ xa.ten_xa”. Mỗi thẻ phải nằm trọn trong một đoạn: "
            "hãy thêm }} hoặc %} ở cuối thẻ.",
        ),
        (
            "MAU-02",
            "{{ xa ten }}",
            "Viết sai cú pháp ở thẻ {{ xa ten }}, tên không có dấu cách: hãy nối bằng dấu _. Hãy mở mẫu bằng Word và sửa thẻ này.",
        ),
        (
            "MAU-02",
            "{{ xa.ten_xa và {{ xa.dia_danh }}",
            "Viết sai cú pháp ở thẻ {{ xa.ten_xa và {{ xa.dia_danh }}, có một thẻ khác nằm bên trong: thẻ trước chưa đóng "
            "bằng }} hoặc %}. Hãy mở mẫu bằng Word và sửa thẻ này.",
        ),
        (
            "MAU-02",
            "{% if xa.ten_xa = 'A' %}x{% endif %}",
            "Viết sai cú pháp ở thẻ {% if xa.ten_xa = 'A' %} trong đoạn “{% if xa.ten_xa = 'A' %}x{% endif %}”, "
            "so sánh bằng phải viết hai dấu ==. Hãy mở mẫu bằng Word và sửa thẻ này.",
        ),
        (
            "MAU-03",
            "UBND xã {{ xa.tenxa }} báo cáo",
            "Không có tên «tenxa» ở thẻ {{ xa.tenxa }} trong đoạn “UBND xã {{ xa.tenxa }} báo cáo”, "
            "tên gần nhất là «ten_xa». Hãy mở mẫu bằng Word và sửa lại tên.",
        ),
        (
            "MAU-03",
            "{{ dia_danh }}",
            "Không có tên «dia_danh» ở thẻ {{ dia_danh }}, tên gần nhất là «xa.dia_danh». Hãy mở mẫu bằng Word và sửa lại tên.",
        ),
        (
            "MAU-03",
            "{{ sao }}",
            "Không có tên «sao» ở thẻ {{ sao }}, trường này chỉ có trong vòng for của danh sách «ds». "
            "Hãy mở mẫu bằng Word và sửa lại tên.",
        ),
        (
            "MAU-03",
            "{{ ds.ten }}",
            "Không có tên «ten» ở thẻ {{ ds.ten }} vì «ds» là một danh sách, phải lặp bằng lệnh for rồi mới lấy được. "
            "Hãy mở mẫu bằng Word và sửa lại tên.",
        ),
        (
            "MAU-04",
            "{{ ds }}",
            "Tên ở thẻ {{ ds }} là một nhóm hoặc một danh sách, không in trực tiếp được. "
            "Hãy ghi tên cụ thể hơn, hoặc dùng lệnh for.",
        ),
        (
            "MAU-05",
            "{% for c in xa.ten_xa %}{{ c }}{% endfor %}",
            "Lệnh for ở thẻ {% for c in xa.ten_xa %} trong đoạn “{% for c in xa.ten_xa %}{{ c }}{% endfor %}” lặp trên một "
            "trường chỉ có một giá trị, không phải danh sách (đang là “Vĩnh Phong”). "
            "Hãy in thẳng trường đó, hoặc ghi tên một danh sách.",
        ),
        (
            "MAU-06",
            "{% vm %}",
            "Không có lệnh «vm» ở thẻ {% vm %}. Hãy mở mẫu bằng Word và sửa thẻ này.",
        ),
        (
            "MAU-07",
            "{{ xa.ten_xa|uper }}",
            "Không có bộ lọc «uper» ở thẻ {{ xa.ten_xa|uper }}, gần nhất là «upper». Hãy mở mẫu bằng Word và sửa thẻ này.",
        ),
        (
            "MAU-08",
            "{% for d in ds %}{{ d.ten }}",
            "Lệnh «for» ở thẻ {% for d in ds %} trong đoạn “{% for d in ds %}{{ d.ten }}” chưa được đóng bằng «endfor». "
            "Hãy thêm thẻ đóng bằng Word.",
        ),
        (
            "MAU-09",
            "{% endif %}",
            "Thừa thẻ đóng hoặc «else» ở thẻ {% endif %}: không có lệnh «if» nào đang mở. "
            "Hãy xóa thẻ này, hoặc thêm lệnh mở ở trước.",
        ),
        (
            "MAU-10",
            "{%p if viec %} Còn việc phải làm.",
            "Chữ “Còn việc phải làm.” sẽ mất khi lập văn bản, vì đứng chung một đoạn với thẻ {%p if viec %}. "
            "Hãy để thẻ đứng riêng một đoạn.",
        ),
        (
            "MAU-11",
            "{{r xa.ten_xa }}",
            "Thẻ {{r xa.ten_xa }} trong đoạn “{{r xa.ten_xa }}” không dùng được: "
            "chữ chèn vào văn bản phải viết là {{ xa.ten_xa }}.",
        ),
        (
            "MAU-13",
            "{% include 'x.docx' %}",
            "Không được phép dùng «include» ở thẻ {% include 'x.docx' %}. Hãy mở mẫu bằng Word và bỏ thẻ này.",
        ),
        (
            "MAU-15",
            "{{ xa.ten_xa * 2 }}",
            "Không được phép dùng lệnh ở thẻ {{ xa.ten_xa * 2 }}. Hãy mở mẫu bằng Word và sửa thẻ này.",
        ),
        (
            "MAU-16",
            "{{ xa.ten_xa|default(“chưa rõ”) }}",
            "Word đã đổi nháy thẳng thành nháy cong ở thẻ {{ xa.ten_xa|default(\"chưa rõ\") }} trong đoạn "
            "“{{ xa.ten_xa|default(“chưa rõ”) }}”; phần mềm đọc là nháy thẳng nên mẫu vẫn dùng được. "
            "Nếu cần in nháy cong thì hãy đặt nháy ở ngoài thẻ.",
        ),
        (
            "MAU-18",
            "Xã {xa.ten_xa} báo cáo",
            "Chỗ “{xa.ten_xa}” trong đoạn “Xã {xa.ten_xa} báo cáo” trông như thẻ viết hỏng và sẽ in ra nguyên như vậy. "
            "Nếu là thẻ, hãy viết {{ tên }} hoặc {% lệnh %}, hai dấu ngoặc liền nhau.",
        ),
        (
            "MAU-20",
            "Đề nghị: {{ de_xuat }}",
            "Trường «de_xuat» ở thẻ {{ de_xuat }} trong đoạn “Đề nghị: {{ de_xuat }}” luôn để chấm …… cho người soạn ghi: "
            "Chưa có nội dung «Đề xuất».",
        ),
    ],
)  # fmt: skip
def test_each_mistake_is_one_sentence(code: str, paragraph: str, said: str) -> None:
    found = [one for one in check(word("Đoạn trước", paragraph)) if one.code != "MAU-08" or code == "MAU-08"]
    assert [(one.code, one.message) for one in found] == [(code, said)]


@pytest.mark.parametrize("text", ["Xã «Ten_xa» báo cáo", "Xã ${xa} báo cáo", "Xã ｛｛ xa.ten_xa ｝｝ báo cáo"])
def test_marks_of_other_programs_are_told(text: str) -> None:
    assert "MAU-23" in codes(word(text))


@pytest.mark.parametrize("text", ["S¶n phÈm OCOP cña x·", "Saûn phaåm OCOP cuûa xaõ"])
def test_words_for_an_old_font_are_told_once(text: str) -> None:
    (found,) = check(word(text, "Sản phẩm", text))
    assert (found.code, found.message[:11]) == ("MAU-25", "Có 2 đoạn g")


@pytest.mark.parametrize(
    "place",
    [
        "<w:instrText>QUOTE {{ xa.ten_xa }}</w:instrText>",
        "<w:fldSimple w:instr=' MERGEFIELD Ten_SP '/>",
        "<m:t xmlns:m='urn:m'>{{ xa.ten_xa }}</m:t>",
        '<w:sym w:char="{{ xa.ten_xa }}"/>',
    ],
)
def test_tags_that_nobody_fills_are_told(place: str) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word("|"))) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            inside = part.replace(b"|", f"</w:t>{place}<w:t>".encode())
            new.writestr(name, inside if name == "word/document.xml" else part)
    assert codes(content.getvalue()) == ["MAU-23" if "MERGE" in place else "MAU-24"]


def test_a_quotation_is_no_mark() -> None:
    assert codes(word("theo kế hoạch «Mỗi xã một sản phẩm»")) == []


def test_all_mistakes_are_told_at_once() -> None:
    template = word(
        "{{ xa.tenxa }}",
        "{{ xa ten }}",
        "{%p for d in ds %}",
        "{{ d.tenn }} {{ d.chu_the.ho_tn }}",
        "{%p if d.sao %}",
        "{{ d.gia }}",
        "{%p endfor %}",
        "{{ d.ten }}",
        "{%p endif %}",
    )
    found = check(template)
    assert [(one.code, one.tag) for one in found] == [
        ("MAU-03", "{{ xa.tenxa }}"),
        ("MAU-02", "{{ xa ten }}"),
        ("MAU-03", "{{ d.tenn }}"),
        ("MAU-03", "{{ d.chu_the.ho_tn }}"),
        ("MAU-03", "{{ d.gia }}"),
        ("MAU-08", "{%p if d.sao %}"),
        ("MAU-03", "{{ d.ten }}"),  # after the loop there is no `d`
        ("MAU-09", "{%p endif %}"),
    ]


def test_a_branch_that_is_not_taken_is_checked_too() -> None:
    assert codes(word("{% if xa.ten_xa %}x{% else %}{{ xa.tenxa }}{% endif %}")) == ["MAU-03"]
    assert codes(word("{% for v in [] %}{{ xa.tenxa }}{% endfor %}")) == ["MAU-03"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "{% for d in ds %}{{ loop.index }}. {{ d.ten }}{% if not loop.last %}; {% endif %}{% endfor %}",
        "{% for d in ds if d.sao %}{{ d.chu_the.ho_ten|upper }}{% else %}{{ xa.ten_xa }}{% endfor %}",
        "{{ ds|map(attribute='chu_the.ho_ten')|join(', ') }} {{ ds|length }} {{ ds[0].ten }} {{ (ds|first).ten }}",
        "{% for k, v in xa.items() %}{{ k }}: {{ v }}{% endfor %}",
        "{% for sao, cung in ds|groupby('sao') %}{{ sao }}: {% for d in cung %}{{ d.ten }}{% endfor %}{% endfor %}",
        "{% set dem = namespace(n=0) %}{% for d in ds %}{% set dem.n = dem.n + 1 %}{% endfor %}{{ dem.n }}",
        "{% set ten = xa.ten_xa %}{{ ten.upper() }} {{ ten if ten else '' }}",
        "{% set doan %}{{ xa.ten_xa }}{% endset %}{{ doan }}",
        "{% macro m(a, b='') %}{{ a }}{{ b }}{% endmacro %}{{ m(xa.ten_xa) }}",
        "{% with t = xa.ten_xa %}{{ t }}{% endwith %}",
        "{{ khong_co|default('') }}{% if khong_co is defined %}{{ 1 }}{% endif %}",
        "{% if xa.ten_xa == 'A' and not ds or 1 < 2 %}a{% elif ds %}b{% else %}c{% endif %}",
        "{% raw %}{{ chép nguyên }}{% endraw %}{# ghi chú {{ x }} #}",
        "{% for i in range(3) %}{{ i }}{% endfor %} tập hợp {a; b}",
        "{{ ds|selectattr('sao')|map(attribute='ten')|list|join('; ') }}{{ 'a' ~ xa.ten_xa }}",
    ],
)
def test_what_the_papers_allow_has_no_finding(paragraph: str) -> None:
    PaperTemplate(word(paragraph)).fill(SAMPLE)  # it does work
    assert check(word(paragraph)) == []


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("{% tr for d in ds %}", "«tr» ở thẻ {% tr for d in ds %}, viết đúng là {%tr for d in ds %}"),
        ("{%trfor d in ds %}", "«tr» ở thẻ {%trfor d in ds %}, viết đúng là {%tr for d in ds %}"),
    ],
)
def test_a_row_tag_with_a_space_too_many_or_too_few(tag: str, hint: str) -> None:
    found = check(word_table([tag, ""], ["{{ d.ten }}", "{{ d.sao }}"], ["{%tr endfor %}", ""]))
    assert [one.code for one in found] == ["MAU-06"]
    assert hint in found[0].message


def test_row_tags_in_the_row_they_repeat() -> None:
    """The commonest slip: docxtpl's row tags share a row with the cells that they should repeat."""
    found = check(word_table(["{%tr for d in ds %}{{ d.ten }}", "{{ d.sao }}{%tr endfor %}"]))
    assert [one.code for one in found] == ["MAU-11", "MAU-10"]
    assert "Hai thẻ {% for d in ds %} và {%tr endfor %} cùng nằm trong một dòng của bảng" in found[0].message
    assert "Chữ “{{ d.ten }}{{ d.sao }}{%tr endfor %}” sẽ mất" in found[1].message


def test_a_row_tag_outside_a_table() -> None:
    assert codes(word("{%tr for d in ds %}", "{{ d.ten }}", "{%tr endfor %}")) == ["MAU-11", "MAU-11"]


def test_tags_on_different_levels_are_told_without_making_a_paper() -> None:
    document = Document()
    document.add_paragraph("{% if viec %}")
    document.add_table(1, 1).rows[0].cells[0].text = "{% endif %}"
    content = io.BytesIO()
    document.save(content)
    (found,) = check(content.getvalue())
    assert (found.code, found.tag) == ("MAU-12", "{% if viec %}")


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["{% if viec %}đầu", "cuối{% endif %}"],
        [["{% for d in ds %}", "{{ d.ten }}", "{% endfor %}"]],
        ["{%p if viec %}", "x {% if ds %}y{% endif %}", "{%p else %}", "z", "{%p endif %}"],
    ],
)
def test_blocks_over_runs_and_paragraphs_may_be_whole(paragraphs: list[str]) -> None:
    PaperTemplate(word(*paragraphs)).fill(SAMPLE)
    assert check(word(*paragraphs)) == []


@pytest.mark.parametrize(
    ("runs", "code"), [(["{{ xa.", "ten_xa }}"], "MAU-17"), (["{{ xa.", "", "ten_xa }}"], "MAU-19")]
)
def test_a_split_tag_matters_only_when_its_pieces_look_different(runs: list[str], code: str) -> None:
    """`word` makes every second run bold."""
    (found,) = check(word(runs))
    assert (found.code, found.paragraph) == (code, "{{ xa.ten_xa }}")
    assert "2 cụm chữ" in found.message


def test_lone_braces() -> None:
    found = check(word("{ { xa.ten_xa } } và { % endif % }", "xa.ten_xa }} của"))
    assert [one.code for one in found] == ["MAU-18"] * 4
    assert found[0].message.startswith("Chỗ “{ { xa.ten_xa ”")


def test_a_chart_without_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    template = template_path("bao-cao-tien-do.docx").read_bytes()
    book = sample_book(ON)
    (facts,) = kind_of("bao-cao-tien-do").facts(book, ON)
    renamed = PaperFacts(facts.title, facts.values, {"chitieu": facts.charts["chi_tieu"]})
    (found,) = [one for one in check(template, renamed) if one.severity is Severity.ERROR]
    assert "Không có số liệu «chi_tieu» cho biểu đồ, tên gần nhất là «chitieu»." in found.message


def test_fields_that_are_not_used_are_listed_once() -> None:
    found = check_template(word("{{ xa.ten_xa }}{% for d in ds %}{{ d.ten }}{% endfor %}"), [SAMPLE], common=["xa"])
    assert [one.message for one in found] == [
        "Mẫu chưa dùng các trường riêng của loại văn bản này: ds[].sao, ds[].chu_the.ho_ten, viec[], de_xuat."
    ]


def test_without_a_kind_only_the_names_are_checked() -> None:
    template = word("{{ xa.ten_xa }} {{ xa.tenxa }} {{ xa.ten_xa * 2 }}")
    assert [one.code for one in check_template(template, [SAMPLE], own_kind=False)] == ["MAU-03"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_the_house_templates_have_no_finding(kind: PaperKind) -> None:
    found = check_template(template_path(kind.template).read_bytes(), kind.facts(sample_book(ON), ON))
    assert [one for one in found if one.severity is not Severity.INFO] == []


def test_every_finding_of_the_catalogue_is_met_in_this_file() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [
        code for code in CATALOGUE if f'"{code}"' not in text and code not in ("MAU-14", "MAU-21", "MAU-22", "MAU-26")
    ] == []
