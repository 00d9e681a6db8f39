"""«Căn cứ» follows the paper's date: what has lapsed is never cited."""

from __future__ import annotations

from datetime import date

import pytest

from ocop_xl.model import Book
from ocop_xl.papers.facts import Gap
from ocop_xl.papers.legal_bases import bases
from tests.papers.plan_book import ON

NEW = (
    "Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ "
    "ban hành Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm mỗi xã một sản phẩm"
)
PLAN = (
    "Căn cứ Kế hoạch số 76/KH-UBND ngày 20 tháng 3 năm 2026 của Ủy ban nhân dân xã Vĩnh Phong về triển khai thực hiện "
    "Chương trình mỗi xã một sản phẩm (OCOP) giai đoạn 2025-2030 trên địa bàn xã Vĩnh Phong"
)


def test_a_paper_of_today_stands_on_the_decision_in_force_and_the_plan(book: Book) -> None:
    assert bases(book, ON) == [f"{NEW};", f"{PLAN}."]


def test_the_plan_itself_does_not_cite_the_plan(book: Book) -> None:
    assert bases(book, ON, plan=False) == [f"{NEW}."]


@pytest.mark.parametrize(
    ("on", "numbers"),
    [
        (date(2025, 7, 5), ["148/QĐ-TTg"]),
        (date(2026, 5, 21), ["148/QĐ-TTg", "1489/QĐ-TTg"]),
        (date(2026, 5, 22), ["148/QĐ-TTg", "1489/QĐ-TTg", "26/2026/QĐ-TTg"]),
        (date(2026, 7, 21), ["148/QĐ-TTg", "1489/QĐ-TTg", "26/2026/QĐ-TTg"]),
        (date(2026, 7, 22), ["26/2026/QĐ-TTg"]),
    ],
)
def test_each_date_has_its_decisions(book: Book, on: date, numbers: list[str]) -> None:
    lines = bases(book, on, plan=False)
    assert [line.split(" ngày ")[0] for line in lines] == [f"Căn cứ Quyết định số {number}" for number in numbers]
    assert [line[-1] for line in lines] == [";"] * (len(numbers) - 1) + ["."]


def test_the_documents_asked_for_and_no_others(book: Book) -> None:
    lines = bases(book, ON, "30/2020/NĐ-CP", "148/QĐ-TTg", plan=False)
    assert lines == ["Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư."]


def test_a_plan_younger_than_the_paper_is_not_its_basis(book: Book) -> None:
    assert bases(book, date(2026, 3, 19))[-1].startswith("Căn cứ Quyết định số 1489/QĐ-TTg")
    assert bases(book, date(2026, 3, 20))[-1] == f"{PLAN}."


def test_a_plan_without_its_number_is_a_gap_not_half_a_citation(book: Book) -> None:
    book.commune.plan_number = None
    first, second = bases(book, ON)
    assert first == f"{NEW}."
    assert isinstance(second, Gap)
    assert second.label.startswith("Chưa ghi «Số kế hoạch» (ô Thông tin xã!")


def test_no_basis_at_all_is_a_gap(book: Book) -> None:
    (only,) = bases(book, date(2020, 1, 1))
    assert isinstance(only, Gap)
    assert only.label.startswith("Chưa có căn cứ pháp lý")
