"""One producer written in several ways is one row; names that only might be one are noted, never merged in silence."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from ocop_xl.model import Book, Producer, Product
from ocop_xl.programme.names import Likeness, Name
from ocop_xl.sheets.importing import Proposal, propose
from ocop_xl.sheets.importing.words.names import likeness
from tests.importing.conservation import with_proposed
from tests.importing.old_files import annex, csv_file


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("HTX Hoà Phát", "Hợp tác xã Hòa Phát", Likeness.SAME),
        ("HTX  Hòa Phát", unicodedata.normalize("NFD", "htx hòa phát"), Likeness.SAME),
        ("HTX Dịch vụ - NN Hiểu Phát", "HTX dịch vụ nông nghiệp Hiểu Phát", Likeness.SAME),
        ("HTX Hiểu Phát", "HTX Hieu Phat", Likeness.NEAR),
        ("HTX Dịch vụ - NN Hiểu Phát", "HTX Dịch vụ và NN Hiểu Phát", Likeness.NEAR),
        ("Hộ kinh doanh Lê Thị Nhỏ", "Lê Thị Nhỏ", Likeness.NEAR),
        ("Bà Hai", "Ba Hải", Likeness.ONLY_MARKS_DIFFER),
        ("Nguyễn Văn An", "Nguyễn Văn Ân", Likeness.ONLY_MARKS_DIFFER),
        ("HTX số 1", "HTX số 2", Likeness.OTHER),
        ("HTX Hiểu Phát", "Công ty TNHH Hiểu Phát", Likeness.OTHER),
        ("Cô Ba", "Cô Tư", Likeness.OTHER),
        ("HTX Tân Phú", "HTX Tân Phúc", Likeness.ALIKE),  # one letter is another village: never merged
        ("Hộ kinh doanh Tư", "Hộ kinh doanh Út", Likeness.OTHER),
    ],
)
def test_likeness_of_two_names(one: str, other: str, expected: Likeness) -> None:
    assert likeness(Name.of(one), Name.of(other)) is expected
    assert likeness(Name.of(other), Name.of(one)) is expected


def import_names(folder: Path, *names: str, book: Book | None = None) -> Proposal:
    rows = annex(
        *((f"{n}", f"Sản phẩm {n}", "Thực phẩm", "", name, "", "3", "2026") for n, name in enumerate(names, 1))
    )
    return propose(book or Book(), csv_file(folder / "a.csv", rows))


def assumed(proposal: Proposal) -> list[tuple[str, str]]:
    return [(n.text, n.assumed) for n in proposal.unsure if "CT" in n.assumed]


def test_sure_spellings_make_one_producer_without_a_word(tmp_path: Path) -> None:
    proposal = import_names(tmp_path, "HTX Hoà Phát", "Hợp tác xã Hòa Phát", "HTX HOÀ PHÁT", "H.T.X Hòa  Phát")
    assert [p.name for p in proposal.of(Producer)] == ["HTX Hoà Phát"]
    assert {p.producer_id for p in proposal.of(Product)} == {"CT01"}
    assert assumed(proposal) == []


def test_a_near_name_is_proposed_as_the_same_and_shows_both_spellings(tmp_path: Path) -> None:
    proposal = import_names(tmp_path, "HTX Dịch vụ - NN Hiểu Phát", "HTX Dịch vụ và NN Hiểu Phát")
    assert len(proposal.of(Producer)) == 1
    assert assumed(proposal) == [("HTX Dịch vụ và NN Hiểu Phát", "là “HTX Dịch vụ - NN Hiểu Phát” (CT01)")]


def test_names_that_differ_only_in_marks_stay_two_and_are_noted(tmp_path: Path) -> None:
    proposal = import_names(tmp_path, "Bà Hai", "Ba Hải", "Bà Hai")
    assert [p.name for p in proposal.of(Producer)] == ["Bà Hai", "Ba Hải"]
    assert [p.producer_id for p in proposal.of(Product)] == ["CT01", "CT02", "CT01"]
    assert assumed(proposal) == [("Ba Hải", "để riêng với “Bà Hai” (CT01)")]


def test_a_producer_of_the_book_is_recognised(tmp_path: Path) -> None:
    book = Book()
    book[Producer] = [Producer(id="CT04", name="Hợp tác xã Hòa Phát", legal_form="Hợp tác xã")]
    proposal = import_names(tmp_path, "HTX Hoà Phát", "Cô Ba", book=book)
    assert [(p.id, p.name) for p in proposal.of(Producer)] == [("CT05", "Cô Ba")]
    assert [p.producer_id for p in proposal.of(Product)] == ["CT04", "CT05"]


def test_one_name_with_two_legal_forms_keeps_the_first_and_lists_the_other(tmp_path: Path) -> None:
    rows = annex(("1", "Gạo", "", "HKD", "Cô Ba", "", "3", "2026"), ("2", "Nếp", "", "HTX", "Cô Ba", "", "3", "2026"))
    proposal = propose(Book(), csv_file(tmp_path / "a.csv", rows))
    assert [p.legal_form for p in proposal.of(Producer)] == ["Hộ kinh doanh"]
    assert [(c.address, c.text, c.why) for c in proposal.unplaced] == [
        ("dòng 3, cột 4", "HTX", "CT01 đã có «Loại hình» là “Hộ kinh doanh”")
    ]


def test_products_that_only_resemble_each_other_are_two(tmp_path: Path) -> None:
    rows = annex(
        ("1", "Khô cá lóc một nắng", "", "", "Cô Ba", "", "3", "2026"),
        ("2", "Khô cá lóc một nắn", "", "", "Cô Ba", "", "3", "2026"),
        ("3", "Mắm lóc", "", "", "Cô Ba", "", "3", "2026"),
        ("4", "Mắm cá lóc", "", "", "Cô Ba", "", "3", "2026"),
    )
    proposal = propose(Book(), csv_file(tmp_path / "a.csv", rows))
    assert len(proposal.of(Product)) == 4
    assert [n.text for n in proposal.unsure if "gần giống" in n.why] == ["Khô cá lóc một nắn"]
    again = propose(with_proposed(Book(), proposal), tmp_path / "a.csv")
    assert not [n for n in again.unsure if "gần giống" in n.why], "both are in the book by then"
