"""Section rows, numbers that start again, footers and continuation rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from ocop_xl.model import Book, Producer, Product
from ocop_xl.sheets.importing import Proposal, propose
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.words.sections import read_section
from tests.importing.conservation import unaccounted
from tests.importing.old_files import annex, csv_file, docx_file, tabbed_file, table, xlsx_file

NEW, UPGRADE, KEEP = "A. Sản phẩm mới", "B. Nâng hạng sản phẩm", "C. Duy trì hạng"


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (("A", "Sản phẩm mới"), NEW),
        (("A. Sản phẩm mới",), NEW),
        (("I. SẢN PHẨM ĐĂNG KÝ MỚI",), NEW),
        (("Mục A: Sản phẩm mới (05 sản phẩm)",), NEW),
        (("SAN PHAM MOI",), NEW),
        (("B", "Nâng hạng sản phẩm"), UPGRADE),
        (("II", "Sản phẩm nâng sao"), UPGRADE),
        (("III – Duy trì, đánh giá lại",), KEEP),
        (("C", "Phân hạng lại"), KEEP),
        (("C.", ""), KEEP),
    ],
)
def test_section_titles(texts: tuple[str, ...], value: str) -> None:
    section = read_section([Cell(f"A{i}", text) for i, text in enumerate(texts) if text])
    assert section is not None and section.value == value


def test_a_title_may_name_a_sector_instead() -> None:
    section = read_section([Cell("A5", "I"), Cell("B5", "Nhóm thực phẩm chế biến")])
    assert section is not None and (section.value, section.sector) == (None, "Thực phẩm chế biến")


@pytest.mark.parametrize("text", ["Gạo mới", "Mắm lóc", "Nếp nâng niu", "Khô cá duy nhất"])
def test_names_of_products_are_no_section_titles(text: str) -> None:
    assert read_section([Cell("B5", text)]) is None


def rows_of(source: Path) -> tuple[Proposal, list[tuple[object, ...]]]:
    proposal = propose(Book(), source)
    assert unaccounted(source, proposal) == set()
    return proposal, [(p.section, p.number, p.name) for p in proposal.of(Product)]


def test_sections_merged_over_the_table_and_numbers_that_start_again(tmp_path: Path) -> None:
    rows = annex(
        ("A. Sản phẩm mới", "", "", "", "", "", "", ""),
        (1, "Mắm lóc", "Thực phẩm", "HKD", "Cô Ba", "", 3, 2026),
        ("I", "Nhóm đồ uống", "", "", "", "", "", ""),
        (1, "Trà sen", "", "HKD", "Cô Tư", "", 3, 2026),
        ("B. Nâng hạng sản phẩm", "", "", "", "", "", "", ""),
        (1, "Gạo", "Thực phẩm", "HKD", "Cô Năm", 3, 4, 2026),
    )
    for source in (
        xlsx_file(tmp_path / "a.xlsx", rows, [(1, 0, 1, 7), (5, 0, 5, 7)]),
        docx_file(tmp_path / "a.docx", rows, [(1, 0, 1, 7), (5, 0, 5, 7)]),
    ):
        proposal, found = rows_of(source)
        assert found == [(NEW, 1, "Mắm lóc"), (NEW, 2, "Trà sen"), (UPGRADE, 1, "Gạo")]
        assert [p.sector for p in proposal.of(Product)] == ["Thực phẩm", "Đồ uống", "Thực phẩm"]
        assert "mục “A. Sản phẩm mới” đã có STT 1" in [note.why for note in proposal.unsure]


def test_a_section_title_typed_without_a_tab_does_not_break_a_text_table(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    tabbed_file(source, annex(("1", "Mắm lóc", "", "", "Cô Ba", "", "3", "2026")))
    with source.open("a", encoding="utf-8") as file:
        file.write("B. Nâng hạng sản phẩm\n1\tGạo\t\t\tCô Tư\t3 sao\t4 sao\t2026\n")
    assert rows_of(source)[1] == [(NEW, 1, "Mắm lóc"), (UPGRADE, 1, "Gạo")]


def test_without_section_rows_the_stars_decide_and_it_is_noted(tmp_path: Path) -> None:
    source = csv_file(
        tmp_path / "a.csv",
        annex(
            ("1", "Mắm lóc", "", "", "Cô Ba", "", "3", "2026"),
            ("2", "Gạo", "", "", "Cô Ba", "3", "4", "2026"),
            ("3", "Khô cá", "", "", "Cô Ba", "3", "3", "2026"),
        ),
    )
    proposal, found = rows_of(source)
    assert [section for section, _, _ in found] == [NEW, UPGRADE, KEEP]
    assert sum("nguồn không có dòng mục" in note.why for note in proposal.unsure) == 3


def test_an_unknown_section_title_is_listed(tmp_path: Path) -> None:
    rows = annex(("A", "Ấp Vĩnh Bình", "", "", "", "", "", ""), ("1", "Gạo", "", "", "Cô Ba", "", "3", "2026"))
    proposal, _ = rows_of(csv_file(tmp_path / "a.csv", rows))
    assert [c.text for c in proposal.unplaced] == ["A", "Ấp Vĩnh Bình"]


FOOTERS = """
| STT | Tên sản phẩm   | Nhóm sản phẩm | Loại hình | Tên cơ sở        | Hiện trạng | Tiềm năng | Lộ trình |
| --- | -------------- | ------------- | --------- | ---------------- | ---------- | --------- | -------- |
| 1   | Mắm lóc        | Thực phẩm     | HKD       | Cô Ba            |            | 3         | 2026     |
|     | Tổng cộng      |               |           |                  |            | 1         |          |
| 2   | Tổng hợp mứt   | Thực phẩm     | HKD       | Cô Ba            |            | 3         | 2026     |
|     |                |               |           | Ngày 20 tháng 3 năm 2026 |    |           |          |
|     | Người lập biểu |               |           | TM. ỦY BAN NHÂN DÂN |         |           |          |
|     | Nguyễn Văn A   |               |           | CHỦ TỊCH         |            |           |          |
"""


def test_footers_are_listed_and_make_no_products(tmp_path: Path) -> None:
    proposal, found = rows_of(xlsx_file(tmp_path / "a.xlsx", table(FOOTERS)))
    assert [name for _, _, name in found] == ["Mắm lóc", "Tổng hợp mứt"]
    assert {(c.text, c.why) for c in proposal.unplaced} == {
        ("Tổng cộng", "dòng cộng"),
        ("1", "dòng cộng"),
        *(
            (text, "phần ký, ghi chú cuối bảng")
            for text in (
                "Ngày 20 tháng 3 năm 2026",
                "Người lập biểu",
                "TM. ỦY BAN NHÂN DÂN",
                "Nguyễn Văn A",
                "CHỦ TỊCH",
            )
        ),
    }


def test_a_header_repeated_on_the_next_page_is_no_product(tmp_path: Path) -> None:
    rows = annex(
        ("1", "Mắm lóc", "", "", "Cô Ba", "", "3", "2026"), *annex(("2", "Gạo", "", "", "Cô Ba", "", "3", "2026"))
    )
    proposal, found = rows_of(csv_file(tmp_path / "a.csv", rows))
    assert [name for _, _, name in found] == ["Mắm lóc", "Gạo"]
    assert {c.why for c in proposal.unplaced} == {"tiêu đề lặp lại"}


CONTINUED = annex(
    (1, "Mắm lóc", "Thực phẩm", "HTX", "HTX Hiểu Phát", "", 3, 2026),
    (2, "Khô cá", "Thực phẩm", "", "", "", 3, 2026),
)


@pytest.mark.parametrize("maker", [xlsx_file, docx_file])
def test_a_merged_producer_holds_for_all_its_rows(maker: object, tmp_path: Path) -> None:
    name = "a.xlsx" if maker is xlsx_file else "a.docx"
    source = maker(tmp_path / name, CONTINUED, [(1, 3, 2, 3), (1, 4, 2, 4)])  # type: ignore[operator]
    proposal, _ = rows_of(source)
    assert [p.producer_id for p in proposal.of(Product)] == ["CT01", "CT01"]
    assert not [note for note in proposal.unsure if "dòng trên" in note.why]


def test_a_blank_producer_is_taken_from_above_and_noted(tmp_path: Path) -> None:
    proposal, _ = rows_of(csv_file(tmp_path / "a.csv", CONTINUED))
    assert [p.producer_id for p in proposal.of(Product)] == ["CT01", "CT01"]
    assert ("dòng 3, cột 2", "Khô cá", "chủ thể là “HTX Hiểu Phát” (CT01)") in [
        (note.address, note.text, note.assumed) for note in proposal.unsure
    ]


def test_numbers_made_by_word_lists_are_not_text_so_rows_are_counted(tmp_path: Path) -> None:
    rows = annex(("", "Mắm lóc", "", "", "Cô Ba", "", "3", "2026"), ("", "Gạo", "", "", "Cô Tư", "", "3", "2026"))
    proposal, found = rows_of(docx_file(tmp_path / "a.docx", rows))
    assert [number for _, number, _ in found] == [1, 2]
    assert len(proposal.of(Producer)) == 2
