"""What only a person can decide is asked; without an answer nothing of it is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.changes.change import Change
from ocop_xl.errors import Refusal
from ocop_xl.model import Book, Producer, Product, Recognition
from ocop_xl.sheets.importing import Proposal, propose
from ocop_xl.sheets.importing.proposal import answers_from
from tests.importing.old_files import csv_file

HEADER = ("STT", "Tên sản phẩm", "Chủ thể", "Hạng sao", "Số QĐ", "Ngày QĐ", "Ngày cấp", "Ngày hết hạn")


def book() -> Book:
    made = Book()
    made[Producer] = [
        Producer(id="CT05", name="HTX Dịch vụ - NN Hiểu Phát", legal_form="Hợp tác xã"),
        Producer(id="CT06", name="Nhà máy Nguyễn Hưng", legal_form="Doanh nghiệp tư nhân"),
    ]
    made[Product] = [
        Product(id="SP06", name="Gạo", producer_id="CT06", section="B. Nâng hạng sản phẩm", number=1, present=3),
        Product(id="SP07", name="Tôm khô", producer_id="CT05", section="B. Nâng hạng sản phẩm", number=2, present=3),
    ]
    return made


def read(folder: Path, *rows: Any, **answers: str) -> Proposal:
    given = {name.replace("_", "-"): answer for name, answer in answers.items()}
    return propose(book(), csv_file(folder / "a.csv", [HEADER, *rows]), given)


UPGRADED = ("1", "Tôm khô", "HTX DVNN Hiểu Phát", "4 sao", "4512/QĐ-UBND", "20/11/2026", "25/11/2026", "25/11/2029")


def test_the_stars_beside_a_decision_are_that_recognitions(tmp_path: Path) -> None:
    proposal = read(tmp_path, UPGRADED)
    (recognition,) = proposal.of(Recognition)
    assert (recognition.product_id, recognition.stars, recognition.issued) == ("SP07", 4, date(2026, 11, 25))
    assert [(q.group, q.answer) for q in proposal.questions] == [("hien-trang", "")], "the older rank is asked about"
    assert not [change for change in proposal.changes if change.column == "Hiện trạng"]


def test_an_answered_question_is_written(tmp_path: Path) -> None:
    proposal = read(tmp_path, UPGRADED, hien_trang="lấy nguồn")
    raised = Change("tblSanPham", "SP07", "Hiện trạng", 3, 4, "Nhập từ a.csv, dòng 2, cột 2")
    assert raised in proposal.changes and proposal.open_questions == []


OTHER_NAME = ("1", "Tôm khô Hiểu Phát", "HTX DVNN Hiểu Phát", "3 sao", "", "", "", "")


def test_a_name_that_goes_on_from_a_known_one_waits(tmp_path: Path) -> None:
    proposal = read(tmp_path, OTHER_NAME)
    assert proposal.changes == [] and proposal.kept_out == {"chưa rõ có phải sản phẩm đã có trong sổ": 1}
    assert proposal.questions[0].choices == ("là SP07", "là dòng mới", "bỏ dòng")


def test_the_answer_says_which_row_is_meant(tmp_path: Path) -> None:
    known = read(tmp_path, OTHER_NAME, trung_ten="là SP07")
    assert [(c.row_id, c.column, c.after) for c in known.changes] == [
        ("SP07", "Ghi chú", "Tên khác: Tôm khô Hiểu Phát")
    ]
    new = read(tmp_path, OTHER_NAME, trung_ten="là dòng mới")
    assert [p.id for p in new.of(Product)] == ["SP08"]


def test_a_subject_with_the_same_name_but_for_its_trade_waits(tmp_path: Path) -> None:
    row = ("1", "Gạo sạch", "DNTN Nguyễn Hưng", "3 sao", "", "", "", "")
    assert read(tmp_path, row).kept_out == {"chưa rõ có phải chủ thể đã có trong sổ": 1}
    meant = read(tmp_path, row, chu_the="là CT06", trung_ten="là dòng mới")
    assert [(p.name, p.producer_id) for p in meant.of(Product)] == [("Gạo sạch", "CT06")]


def test_one_question_of_a_group_may_be_answered_alone(tmp_path: Path) -> None:
    source = csv_file(tmp_path / "a.csv", [HEADER, OTHER_NAME, ("2", "Tôm khô loại 1", *OTHER_NAME[2:])])
    proposal = propose(book(), source, {"trung-ten@dòng 3, cột 2": "là dòng mới"})
    assert [p.name for p in proposal.of(Product)] == ["Tôm khô loại 1"]
    assert len(proposal.open_questions) == 1


def test_an_answer_that_meets_no_question_is_told(tmp_path: Path) -> None:
    proposal = read(tmp_path, UPGRADED, hien_trang="giữ", khong_co="bỏ dòng")
    assert proposal.unused_answers == ["hien-trang=giữ", "khong-co=bỏ dòng"]
    assert "Câu trả lời không dùng đến" in proposal.summary()


def test_answers_on_the_command_line() -> None:
    assert answers_from(["hien-trang=lấy nguồn", "an@DS!B3=bỏ dòng"]) == {
        "hien-trang": "lấy nguồn",
        "an@DS!B3": "bỏ dòng",
    }
    for wrong in ("hien-trang", "=lấy nguồn", "hien-trang="):
        with pytest.raises(Refusal, match="chưa đúng dạng"):
            answers_from([wrong])
