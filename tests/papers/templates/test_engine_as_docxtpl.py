"""Our engine against docxtpl, as Word shows it: tags split at every place, every content of a run beside them, in
every part and place of a Word file.
"""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.papers.templates.cut_paragraphs import (
    BODY,
    ENDNOTES,
    FACTS,
    FOOTNOTES,
    PARTS,
    PLACES,
    file_of,
    of_docxtpl,
    paragraphs,
    placed,
    shown,
)
from tests.papers.word_files import fill, word


def same(blocks: str, part: str = BODY) -> None:
    template = file_of(blocks, part)
    assert shown(fill(template, **FACTS).content, part) == of_docxtpl(template, part)


_settings = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@given(paragraphs())
@settings(_settings, max_examples=30)
def test_a_paragraph_cut_by_word_reads_alike(paragraph: str) -> None:
    same(paragraph)


@pytest.mark.thorough
@given(paragraphs())
@settings(_settings, max_examples=500)
def test_many_paragraphs_cut_by_word_read_alike(paragraph: str) -> None:
    same(paragraph)


@st.composite
def in_places(draw: st.DrawFn) -> tuple[str, str]:
    """A paragraph somewhere in a part, and which part."""
    return placed(draw(paragraphs()), draw(st.sampled_from(tuple(PLACES)))), draw(st.sampled_from(PARTS))


@given(in_places())
@settings(_settings, max_examples=20)
def test_every_place_of_every_part_is_filled_alike(placed_in: tuple[str, str]) -> None:
    same(*placed_in)


@pytest.mark.thorough
@given(in_places())
@settings(_settings, max_examples=250)
def test_every_place_of_every_part_is_filled_alike_many_times(placed_in: tuple[str, str]) -> None:
    same(*placed_in)


@pytest.mark.parametrize("place", PLACES)
def test_endnotes_are_filled_as_footnotes_are(place: str) -> None:
    """docxtpl leaves the tags of endnotes as they are."""
    blocks = placed("<w:p><w:r><w:t>Xã {{ a }}: {% for row in rows %}{{ row }}. {% endfor %}</w:t></w:r></w:p>", place)
    made = fill(file_of(blocks, ENDNOTES), **FACTS).content
    assert shown(made, ENDNOTES) == of_docxtpl(file_of(blocks, FOOTNOTES), FOOTNOTES)


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
