"""The list of fields: complete, described, and true of every kind of paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from openpyxl import load_workbook

from ocop_xl.demo.books import empty_commune
from ocop_xl.demo.sample import sample_book, sample_fields
from ocop_xl.model import INPUT_TABLES
from ocop_xl.papers.fields import ALL_KINDS, fields_of
from ocop_xl.papers.kinds import KINDS, kind_of
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.shapes import Anything, Group, Items, Leaf, Shape, merged, shape_of

ON = date(2026, 11, 23)


def inside(shape: Shape) -> Iterator[Shape]:
    yield shape
    if isinstance(shape, Group):
        for member in shape.fields.values():
            yield from inside(member)
    elif isinstance(shape, Items):
        yield from inside(shape.item)


def test_shapes_of_several_papers_are_laid_over_each_other() -> None:
    one, other = shape_of({"a": "", "ds": []}), shape_of({"a": "Gạo", "b": 1, "ds": [{"ten": "x"}, {"sao": "3"}]})
    whole = merged([one, other])
    assert whole == Group(
        {
            "a": Leaf("a", "Gạo"),
            "ds": Items(Group({"ten": Leaf("ds[].ten", "x"), "sao": Leaf("ds[].sao", "3")}, "ds[]"), "ds"),
            "b": Leaf("b", "1"),
        }
    )


def test_the_sample_book_has_a_row_in_every_table() -> None:
    book = sample_book(ON)
    assert [kind.__name__ for kind in INPUT_TABLES if not book[kind]] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_the_sample_book_shows_every_list_of_every_kind(kind: PaperKind) -> None:
    papers = kind.facts(sample_book(ON), ON)
    assert papers, "the sample book lacks what this kind waits for"
    whole = merged([shape_of(facts.values) for facts in papers])
    assert [shape.path for shape in inside(whole) if isinstance(shape, Anything)] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_all_papers_of_a_kind_offer_the_same_names(kind: PaperKind) -> None:
    """Else a template would work for one product and stop at the next."""
    books = [sample_book(ON), empty_commune()]
    papers = [shape_of(facts.values) for book in books for facts in kind.facts(book, ON)]
    groups = [
        {s.path: set(s.fields) for s in inside(paper) if isinstance(s, Group) and "[]" not in s.path}
        for paper in papers
    ]
    assert groups and [group for group in groups if group != groups[0]] == []


def test_a_field_is_described_as_the_sheet_describes_its_column() -> None:
    fields = {field.tag: field for field in fields_of(kind_of("phu-luc-san-pham"), sample_book(ON), ON)}
    name = fields["muc[].san_pham[].ten_san_pham"]
    assert (name.what.partition(".")[0], name.sample) == ("Tên sản phẩm", "Tương hột và chao")
    assert fields["xa.ten_xa"].sample == "Vĩnh Phong"
    assert fields["ky.quyen_han[]"].sample == "TM. ỦY BAN NHÂN DÂN"


def test_every_field_is_listed_once_with_its_kinds() -> None:
    lines = sample_fields()
    assert len({(line.tag, line.what) for line in lines}) == len(lines)
    listed = {(slug, line.tag) for line in lines for slug in line.kinds.split("; ")}
    for kind in KINDS:
        for field in fields_of(kind, sample_book(ON), ON):
            assert (kind.slug, field.tag) in listed or (ALL_KINDS, field.tag) in listed
    assert lines[0].kinds == ALL_KINDS
    assert [line.tag for line in lines if not line.what] == []


def test_no_field_speaks_of_a_cell_or_of_the_machine() -> None:
    assert [line for line in sample_fields() if "(ô " in line.what or "None" in line.sample] == []


def test_the_workbook_lists_the_fields(demo_file: object) -> None:
    sheet = load_workbook(demo_file, read_only=True)["Trường văn bản"]  # type: ignore[arg-type]
    rows = [tuple(cell or "" for cell in row) for row in sheet.iter_rows(min_row=4, max_col=4, values_only=True)]
    assert rows[0] == ("Loại văn bản", "Trường", "Là gì", "Ví dụ")
    assert rows[1:] == [tuple(line) for line in sample_fields()]
