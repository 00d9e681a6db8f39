"""Báo cáo tiến độ: what it cites, and what it says of decisions that it cannot cite."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ocop_xl.law.clocks import certificate_end
from ocop_xl.model import Book, Product, Recognition
from ocop_xl.model import choices as c
from ocop_xl.papers.make import make_papers
from tests.papers.plan_book import ON
from tests.papers.word_files import lines

ISSUED = date(2025, 11, 23)


def test_a_decision_without_its_number_is_dots_and_a_notice(book: Book, tmp_path: Path) -> None:
    """As after Excel has turned the number into a day: neither that day nor the row's key is a number."""
    product = book[Product][0]
    proof = Recognition(id="CN01", product_id=product.id, stars=3, issued=ISSUED, ends=certificate_end(ISSUED))
    proof.state = c.RECOGNITION_ACTIVE
    book[Recognition] = [proof]
    book.lay_out()
    (paper,) = make_papers(book, ON, ["bao-cao-tien-do"], tmp_path)
    text = "\n".join(lines(paper.path.read_bytes()))
    assert "theo quyết định ……" in text and "CN01" not in text
    assert f"Quyết định công nhận {product.name} chưa có số (ô Công nhận!E5)." in paper.notices
