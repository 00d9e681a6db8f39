"""The seven defects of a real provincial master workbook (22 columns, two recognitions a product), each handled."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.model import Book, Producer, Product, Recognition
from ocop_xl.sheets.importing import Proposal, propose
from tests.importing.conservation import unaccounted
from tests.importing.old_files import xlsx_file

GROUPS = ["TT", "Tên sản phẩm", "Nhóm", "Loại hình", "Chủ thể", "Địa chỉ", "Đại diện", "Điện thoại", "Hạng hiện tại"]
GROUPS += ["Lần 1", "", "", "", "", "Lần 2/nâng hạng", "", "", "", "", "Ghi chú"]
LEAVES = [""] * 9 + ["Sao", "Ngày", "Năm", "Số QĐ", "Cơ quan"] * 2 + [""]
MERGES = [(0, column, 1, column) for column in (*range(9), 19)] + [(0, 9, 0, 13), (0, 14, 0, 18)]
RICE = [1, "Gạo", "Thực phẩm", "HTX", "HTX Tân Tiến", "Ấp 1", "Lê Văn Tám", 912345678, "3*"]
FIRST = ["3", date(2021, 5, 17), 2021, "123/QĐ-UBND", "UBND tỉnh"]
NONE = [""] * 5


def master(
    folder: Path, *rows: list[Any], merges: list[tuple[int, int, int, int]] | None = None, **more: Any
) -> Proposal:
    source = xlsx_file(folder / "master.xlsx", [GROUPS, LEAVES, *rows], MERGES + (merges or []), **more)
    proposal = propose(Book(), source)
    assert unaccounted(source, proposal) == set()
    return proposal


def test_a_sound_row(tmp_path: Path) -> None:
    second = ["4", date(2024, 6, 20), 2024, "456/QĐ-UBND", "UBND tỉnh"]
    proposal = master(tmp_path, [*RICE, *FIRST, *second, "Gạo ST25"])
    (product,), (producer,) = proposal.of(Product), proposal.of(Producer)
    assert (product.name, product.present, product.note) == ("Gạo", 3, "Gạo ST25")
    assert (producer.name, producer.representative, producer.phone) == ("HTX Tân Tiến", "Lê Văn Tám", "0912345678")
    assert [(r.id, r.stars, r.decision_number, r.decision_date, r.authority) for r in proposal.of(Recognition)] == [
        ("CN01", 3, "123/QĐ-UBND", date(2021, 5, 17), "UBND tỉnh"),
        ("CN02", 4, "456/QĐ-UBND", date(2024, 6, 20), "UBND tỉnh"),
    ]
    assert proposal.unplaced == []


def test_1_subject_cells_merged_or_blank_on_continuation_rows(tmp_path: Path) -> None:
    merged = [2, "Nếp", "Thực phẩm", "", "", "", "", "", "", *NONE, *NONE, ""]
    blank = [3, "Tấm", "Thực phẩm", "", "", "", "", "", "", *NONE, *NONE, ""]
    proposal = master(
        tmp_path, [*RICE, *FIRST, *NONE, ""], merged, blank, merges=[(2, column, 3, column) for column in range(3, 8)]
    )
    assert [p.producer_id for p in proposal.of(Product)] == ["CT01"] * 3
    assert [n.address for n in proposal.unsure if "dòng trên" in n.why] == ["Phụ lục!B5"]


def test_1b_a_second_recognition_on_a_row_below(tmp_path: Path) -> None:
    below = ["", "", "", "", "", "", "", "", "", "4", date(2024, 6, 20), 2024, "456/QĐ-UBND", "UBND tỉnh", *NONE, ""]
    proposal = master(tmp_path, [*RICE, *FIRST, *NONE, ""], below)
    assert [(r.product_id, r.stars) for r in proposal.of(Recognition)] == [("SP01", 3), ("SP01", 4)]


def test_2_error_cells_are_listed_and_nothing_is_guessed_from_them(tmp_path: Path) -> None:
    broken = [2, "Nếp", "Thực phẩm", "", "", "", "", "", "", *NONE, *NONE, ""]
    proposal = master(tmp_path, [*RICE, *FIRST, *NONE, ""], broken, errors=[(3, 4, "#REF!")])
    assert [p.producer_id for p in proposal.of(Product)] == ["CT01", None]
    assert [(c.address, c.text, c.why) for c in proposal.unplaced] == [("Phụ lục!E4", "#REF!", "ô lỗi")]


def test_3_footer_rows_without_a_number(tmp_path: Path) -> None:
    footer = ["", "Tổng số: 01 sản phẩm", "", "", "", "", "", "", "", *NONE, *NONE, ""]
    proposal = master(tmp_path, [*RICE, *FIRST, *NONE, ""], footer)
    assert len(proposal.of(Product)) == 1
    assert [c.text for c in proposal.unplaced] == ["Tổng số: 01 sản phẩm"]


@pytest.mark.parametrize("written", [date(2021, 5, 17), 44333, "17/05/2021", "17-05-21", "17.05.2021", "2021-05-17"])
def test_4_dates_as_serial_numbers_or_text(written: object, tmp_path: Path) -> None:
    proposal = master(tmp_path, [*RICE, "3", written, 2021, "123/QĐ-UBND", "UBND tỉnh", *NONE, ""])
    assert [r.decision_date for r in proposal.of(Recognition)] == [date(2021, 5, 17)]


def test_5_the_years_column_says_another_year_than_the_date(tmp_path: Path) -> None:
    proposal = master(tmp_path, [*RICE, "3", date(2021, 5, 17), 2020, "123/QĐ-UBND", "UBND tỉnh", *NONE, ""])
    (recognition,) = proposal.of(Recognition)
    assert (recognition.decision_date, recognition.note) == (date(2021, 5, 17), "Năm công nhận: 2020")
    assert "cột năm ghi 2020, khác năm của ngày" in [note.why for note in proposal.unsure]


def test_6_a_missing_business_type_is_told_from_the_name_or_left_blank(tmp_path: Path) -> None:
    nameless = [2, "Khô cá", "Thực phẩm", "", "Nguyễn Thị Bé", "", "", "", "", *NONE, *NONE, ""]
    proposal = master(tmp_path, [*RICE[:3], "", *RICE[4:], *FIRST, *NONE, ""], nameless)
    assert [p.legal_form for p in proposal.of(Producer)] == ["Hợp tác xã", None]
    assert "suy từ tên chủ thể, nguồn không ghi" in [note.why for note in proposal.unsure]


def test_7_the_same_product_twice_under_one_subject(tmp_path: Path) -> None:
    again = [2, "GẠO", "Thực phẩm", "HTX", "Hợp tác xã Tân Tiến", "Ấp 1", "Lê Văn Tám", 912345678, "4*"]
    proposal = master(tmp_path, [*RICE, *FIRST, *NONE, ""], [*again, *NONE, *NONE, ""])
    assert [(p.name, p.present) for p in proposal.of(Product)] == [("Gạo", 3)]
    assert len(proposal.of(Producer)) == 1
    assert "sản phẩm ghi hai lần dưới một chủ thể" in [note.why for note in proposal.unsure]
    assert {(c.text, c.why) for c in proposal.unplaced} == {
        ("2", "SP01 đã có «STT» là “1”"),
        ("4*", "SP01 đã có «Hiện trạng» là “3 sao”"),
    }


def test_stars_outside_three_to_five_are_kept_for_the_check_to_name(tmp_path: Path) -> None:
    proposal = master(tmp_path, [*RICE[:8], "2 sao", *FIRST, *NONE, ""])
    assert [p.present for p in proposal.of(Product)] == [2]


def test_a_current_star_other_than_the_latest_recognition_is_kept_as_both_say(tmp_path: Path) -> None:
    proposal = master(tmp_path, [*RICE, "4", *FIRST[1:], *NONE, ""])
    assert [p.present for p in proposal.of(Product)] == [3]
    assert [r.stars for r in proposal.of(Recognition)] == [4]


def test_number_and_day_of_a_decision_in_one_cell(tmp_path: Path) -> None:
    proposal = master(tmp_path, [*RICE, "3", "", "", "123/QĐ-UBND ngày 17/5/2021", "UBND huyện Vĩnh Thuận", *NONE, ""])
    (recognition,) = proposal.of(Recognition)
    assert (recognition.decision_number, recognition.decision_date) == ("123/QĐ-UBND", date(2021, 5, 17))
    assert (recognition.authority, recognition.note) == ("UBND huyện", "Cơ quan công nhận: UBND huyện Vĩnh Thuận")
