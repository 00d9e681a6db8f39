"""Mẫu 02: what the workbook knows stands in its place, the rest is the subject's, part III from her own score sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ocop_xl.model import Book, Channel, Evidence, Product, Promotion, Revenue
from ocop_xl.model import choices as c
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.paper_job import MadePaper
from ocop_xl.papers.wanted import wanted_in
from ocop_xl.scoring.book_scores import BookScores
from tests.busy_commune import add_sheet, answer
from tests.papers.filed_book import filed_book
from tests.papers.made_papers import tables, text
from tests.papers.plan_book import ON

TICKS, YEARS, CRITERIA = 0, 1, 2


@pytest.fixture
def book() -> Book:
    book = filed_book()
    book.by_id(Product)["SP06"].pack = "Túi 5 kg"
    book[Revenue] = [
        Revenue(id="DT01", product_id="SP06", year=2025, revenue=812.5, output=40, output_unit="tấn", workers=12),
        Revenue(id="DT02", product_id="SP06", year=2024, revenue=700),
        Revenue(id="DT03", product_id="SP02", year=2025, revenue=1),
    ]
    book[Channel] = [
        Channel(id="KB01", kind=c.CHANNEL_ECOMMERCE, name="Sàn A", product_id="SP06", state=c.CHANNEL_OPEN)
    ]
    book[Promotion] = [Promotion(id="XT01", held=date(2026, 9, 2), event="Hội chợ OCOP", producer_id="CT05", product_id="SP06")]  # fmt: skip
    book.lay_out()
    return book


def of(book: Book, folder: Path, key: str = "HS06") -> MadePaper:
    (paper,) = make_papers(book, ON, ["mau-02"], folder, wanted=wanted_in(book, (), [key], None))
    return paper


def test_part_i_and_ii_are_filled_from_the_rows(book: Book, tmp_path: Path) -> None:
    book.by_id(Evidence)["HS06-07"].state = c.EVIDENCE_MISSING
    paper = of(book, tmp_path)
    body = text(paper)
    assert body[0] == "(Mẫu 02, Phụ lục III, Quyết định số 26/2026/QĐ-TTg)"
    assert {
        "1. Tên chủ thể: Nhà máy Nguyễn Hưng",
        "3. Địa chỉ: Ấp Vĩnh Đông 1, xã Vĩnh Phong, tỉnh An Giang",
        "7. Sản phẩm, dịch vụ: Gạo; quy cách: Túi 5 kg; tiêu chuẩn: ……",
        "- Sàn thương mại điện tử: Sàn A.",
        "- Hội chợ OCOP (02/9/2026).",
    } <= set(body)
    assert [row[1] for row in tables(paper, TICKS)[1:5]] == ["x", "x", "x", ""]
    assert tables(paper, YEARS)[1:] == [["2024", "700", "", ""], ["2025", "812,5", "40 tấn", "12"]]


def test_part_iii_is_the_subjects_own_sheet(book: Book, tmp_path: Path) -> None:
    add_sheet(book, "HS06", "QD26-03", c.SCORER_SUBJECT)
    answer(book, "HS06-CT", lambda one, row: one.levels[-1].label)
    score = book.derived(BookScores).sheets["HS06-CT"].score
    assert score is not None
    paper = of(book, tmp_path)
    said = f"Tổng điểm tự chấm: {score.total}/100; hạng tự đánh giá: {score.stars} sao."
    assert any(line.endswith(said) for line in text(paper))
    rows = [row for row in tables(paper, CRITERIA)[1:] if row[0]]
    assert len(rows) == len(score.points)
    assert sum(float(row[3].replace(",", ".")) for row in rows) == float(score.total)
    assert all(row[4] for row in rows), "the level that was chosen, in words"


def test_without_a_sheet_of_its_own_the_subject_fills_it_in(book: Book, tmp_path: Path) -> None:
    paper = of(book, tmp_path)
    assert "Hồ sơ HS06: chưa có phiếu tự chấm của chủ thể (trang Kết quả chấm)" in paper.missing
    assert "Hồ sơ HS06: lịch sử hình thành, chủ thể ghi vào báo cáo" in paper.missing
    assert text(paper)[-1] != "", "it ends with the signature"
