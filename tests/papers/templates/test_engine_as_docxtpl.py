"""Our engine against docxtpl, as Word shows it: tags split at every place, every content of a run beside them.

python-docx reads blanks that Word drops, so what a person sees is read by Word's own rules (`shown`).
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.papers.word_files import fill, word

FACTS: dict[str, Any] = {"a": "Vĩnh Phong", "b": "R&D <1>", "yes": 1, "no": 0, "rows": ["Gạo", "Tôm khô"]}
WORDS = ("Số ", "xã", " và ", "2026/QĐ", " ", "thông báo", "(", "), ", "R&D")
# A comment is not among them: docxtpl loses the blank before it, we do not.
TAGS = (
    "{{ a }}", "{{a}}", "{{ b|upper }}", "{{ ', ' if no }}",
    "{% if yes %}có {{ a }}{% endif %}", "{% if no %}có{% else %} không {% endif %}",
    "{% for row in rows %}{{ row }}{{ '; ' if not loop.last else '.' }}{% endfor %}",
)  # fmt: skip
_TAG = re.compile(r"\{[{%#].*?[}%#]\}")
BESIDE = (
    "<w:br/>", "<w:tab/>", "<w:cr/>", "<w:noBreakHyphen/>", "<w:softHyphen/>", '<w:sym w:font="Wingdings" w:char="F0FC"/>',
)  # fmt: skip
UNSEEN = ("", "<w:lastRenderedPageBreak/>")
BETWEEN = ("", '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>')

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHOWN_AS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "softHyphen": "¬", "sym": "§"}


def shown(content: bytes) -> list[str]:
    """The paragraphs as Word shows them: a text that does not ask for its blanks has none at its edges."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314 (made a moment ago)
    return ["".join(map(_shown_of, paragraph.iter())) for paragraph in body.iter(f"{{{_W}}}p")]


def _shown_of(element: ElementTree.Element) -> str:
    name = element.tag.removeprefix(f"{{{_W}}}")
    if name == "t":
        text = element.text or ""
        return (
            text if element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" else text.strip(" \t\n\r")
        )
    return _SHOWN_AS.get(name, "")


def of_docxtpl(template: bytes) -> list[str]:
    other, saved = DocxTemplate(io.BytesIO(template)), io.BytesIO()
    other.render(FACTS, autoescape=True)
    other.save(saved)
    return shown(saved.getvalue())


# --- paragraphs as Word may have cut them ------------------------------------------------------------------------


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """The XML of a paragraph; what a run holds beside its text stands between tags, not in them."""
    typed = "".join(draw(st.lists(st.sampled_from((*WORDS, *TAGS)), min_size=1, max_size=5)))
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(typed) - 1)), max_size=6)) - {len(typed)})
    inside = {at for tag in _TAG.finditer(typed) for at in range(tag.start() + 1, tag.end())}
    xml = ""
    for start, stop in zip([0, *cuts], [*cuts, len(typed)], strict=True):
        if start:
            beside = draw(st.sampled_from(UNSEEN if start in inside else (*UNSEEN, *BESIDE)))
            apart = f"</w:r>{draw(st.sampled_from(BETWEEN))}<w:r>{draw(st.sampled_from(('', '<w:rPr><w:b/></w:rPr>')))}"
            xml += draw(st.sampled_from((apart + beside, beside + apart, beside)))
        xml += _text(typed[start:stop])
    return f"<w:p><w:r>{xml}</w:r></w:p>"


def _text(text: str) -> str:
    """As Word writes it: blanks are asked for where there are any at the edge."""
    keep = ' xml:space="preserve"' if text != text.strip(" ") else ""
    return f"<w:t{keep}>{escape(text)}</w:t>"


def file_of(paragraph: str) -> bytes:
    plain, out = word("@"), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as package, zipfile.ZipFile(out, "w") as copy:
        for name in package.namelist():
            content = package.read(name)
            if name == "word/document.xml":
                content = re.sub(rb"<w:p>.*</w:p>", lambda _: paragraph.encode(), content, flags=re.DOTALL)
            copy.writestr(name, content)
    return out.getvalue()


def same(paragraph: str) -> None:
    template = file_of(paragraph)
    assert shown(fill(template, **FACTS).content) == of_docxtpl(template)


_settings = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@given(paragraphs())
@settings(_settings, max_examples=30)
def test_a_paragraph_cut_by_word_reads_alike(paragraph: str) -> None:
    same(paragraph)


@pytest.mark.thorough
@given(paragraphs())
@settings(_settings, max_examples=800)
def test_many_paragraphs_cut_by_word_read_alike(paragraph: str) -> None:
    same(paragraph)


# --- lines that docxtpl joins -------------------------------------------------------------------------------------

LINES = [
    [
        "Nhà ở ",
        "{%- if yes -%}",
        "\u00a0thành phố\u00a0",
        "{%- else -%}",
        "\u00a0nông thôn",
        "{%- endif -%}",
        "và vui.",
    ],
    ["Nhà ở ", "{%- if no -%}", "\u00a0thành phố\u00a0", "{%- else -%}", "\u00a0nông thôn", "{%- endif -%}", "và vui."],
    ["Gồm", "{%- for row in rows -%}", "\u00a0{{ row }},", "{%- endfor -%}", "\u00a0hết."],
    ["đầu", "{%- if yes %}", "giữa", "{% endif -%}", "cuối"],
    ["trước {%- if yes -%} liền {%- endif -%} sau"],
    ["{_{ a }_} và {_% if a %_}: {{ a }}"],
]


@pytest.mark.parametrize("lines", LINES)
def test_dashes_join_lines_and_escaped_braces_are_printed(lines: list[str]) -> None:
    template = word(*lines)
    assert shown(fill(template, **FACTS).content) == of_docxtpl(template)
    split = word([*lines[:1]], *([line[:2], line[2:]] for line in lines[1:]))
    assert shown(fill(split, **FACTS).content) == of_docxtpl(split)


def test_a_dash_does_not_join_a_cell_to_the_text_before_the_table() -> None:
    """docxtpl makes a broken file of it."""
    from docx import Document

    document = Document()
    document.add_paragraph("trước")
    document.add_table(1, 1).cell(0, 0).text = "{%- if yes %}ô{% endif %}"
    content = io.BytesIO()
    document.save(content)
    assert shown(fill(content.getvalue(), **FACTS).content) == ["trước", "ô"]
