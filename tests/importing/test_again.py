"""Importing once more proposes nothing new; what differs from the book is shown, never written over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ocop_xl.changes.change import Change
from ocop_xl.demo.books import PLAN_TEXT
from ocop_xl.model import Book, Producer, Product, Recognition
from ocop_xl.sheets.importing import propose
from tests.importing.conservation import with_proposed
from tests.importing.old_files import annex, csv_file, xlsx_file

ROW = ("1", "Gạo", "Thực phẩm", "HKD", "Cô Ba", "3", "4", "2026")


def book_of(source: Path) -> Book:
    return with_proposed(Book(), propose(Book(), source))


def test_the_plan_again() -> None:
    proposal = propose(book_of(PLAN_TEXT), PLAN_TEXT)
    assert (proposal.rows, proposal.changes, proposal.unsure, proposal.unplaced) == ([], [], [], [])
    assert proposal.already_known == 7
    assert "Đã có trong sổ: 7 dòng sản phẩm." in proposal.summary()


def test_guesses_and_remarks_do_not_come_twice(tmp_path: Path) -> None:
    rows = annex(
        ("", "Gạo", "", "", "HTX Tân Tiến", "3 sao (2022)", "4", "Q2/2026"), ("", "Nếp", "", "", "", "", "3", "")
    )
    source = csv_file(tmp_path / "a.csv", rows)
    first = propose(Book(), source)
    assert [p.note for p in first.of(Product)] == ["Hiện trạng: 3 sao (2022); Lộ trình: Q2/2026", None]
    assert propose(book_of(source), source).changes == []


def test_recognitions_again(tmp_path: Path) -> None:
    header = (
        "STT",
        "Tên sản phẩm",
        "Tên chủ thể",
        "Số sao được công nhận",
        "Số quyết định",
        "Ngày quyết định",
        "Năm công nhận",
    )
    rows = [
        header,
        (1, "Gạo", "Cô Ba", 3, "123/QĐ-UBND", date(2021, 5, 17), 2020),
        (2, "Nếp", "Cô Ba", 3, "", "", 2021),
    ]
    source = xlsx_file(tmp_path / "a.xlsx", rows)
    first = propose(Book(), source)
    assert [r.decision_number for r in first.of(Recognition)] == ["123/QĐ-UBND"]
    assert [p.note for p in first.of(Product)] == [None, "Năm công nhận: 2021"], "no day, no certificate to count by"
    assert propose(book_of(source), source).changes == []


def test_blanks_of_the_book_are_filled_and_say_from_where(tmp_path: Path) -> None:
    book = Book()
    book[Producer] = [Producer(id="CT01", name="Cô Ba")]
    book[Product] = [
        Product(id="SP01", name="Gạo", producer_id="CT01", section="B. Nâng hạng sản phẩm", number=1, present=3)
    ]
    proposal = propose(book, csv_file(tmp_path / "cu.csv", annex(ROW)))
    assert proposal.rows == []
    assert (
        Change("tblChuThe", "CT01", "Loại hình", None, "Hộ kinh doanh", "Nhập từ cu.csv, dòng 2, cột 4")
        in proposal.changes
    )
    assert {(c.row_id, c.column, c.before, c.after) for c in proposal.changes} == {
        ("CT01", "Loại hình", None, "Hộ kinh doanh"),
        ("SP01", "Nhóm sản phẩm", None, "Thực phẩm"),
        ("SP01", "Tiềm năng", None, 4),
        ("SP01", "Lộ trình từ năm", None, 2026),
        ("SP01", "Lộ trình đến năm", None, 2026),
    }
    assert "Sửa ở trang «Sản phẩm» (4 ô):\n  ~ SP01  «Nhóm sản phẩm»: (trống) → Thực phẩm\n" in proposal.summary()
    assert "  ~ SP01  «Tiềm năng»: (trống) → 4 sao" in proposal.summary()
    assert book[Product][0].potential is None, "the book itself is not touched by a proposal"


def test_what_differs_is_shown_and_left_as_the_book_has_it(tmp_path: Path) -> None:
    book = book_of(csv_file(tmp_path / "a.csv", annex(ROW)))
    proposal = propose(book, csv_file(tmp_path / "b.csv", annex((*ROW[:6], "5", "2027"))))
    assert proposal.changes == []
    assert [(c.text, c.why) for c in proposal.unplaced] == [
        ("5", "SP01 đã có «Tiềm năng» là “4 sao”"),
        ("2027", "SP01 đã có «Lộ trình từ năm» là “2026”"),
    ]


def test_a_new_appendix_adds_only_what_is_new(tmp_path: Path) -> None:
    book = book_of(csv_file(tmp_path / "a.csv", annex(ROW)))
    proposal = propose(
        book, csv_file(tmp_path / "b.csv", annex(ROW, ("2", "Nếp", "Thực phẩm", "HKD", "Cô Ba", "3", "4", "2027")))
    )
    assert [(p.id, p.name, p.number, p.producer_id) for p in proposal.of(Product)] == [("SP02", "Nếp", 2, "CT01")]
    assert {c.row_id for c in proposal.changes} == {"SP02"}
