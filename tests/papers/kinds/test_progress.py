"""Báo cáo tiến độ: what it cites, and what it says of decisions that it cannot cite."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ocop_xl.law.clocks import certificate_end
from ocop_xl.model import Book, Dossier, Product, Recognition
from ocop_xl.model import choices as c
from ocop_xl.papers.make import make_papers
from tests.papers.commune_at_work import commune_at_work
from tests.papers.made_papers import made, text
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


def test_every_report_names_what_is_left_behind(tmp_path: Path) -> None:
    """A correction past its day, a dossier that came back, products of the road map without a rank."""
    book = commune_at_work()
    returned = book[Dossier][0]
    returned.state, returned.returned, returned.return_reason = c.DOSSIER_RETURNED, ON, "Thiếu phiếu kiểm nghiệm."
    for kind in ("bao-cao-tien-do", "bao-cao-hoi-nghi", "bao-cao-nam"):
        body = "\n".join(text(made(book, kind, tmp_path)[-1]))
        assert "Sản phẩm Gạo: quá hạn khắc phục 06/10/2026 (kiểm tra ngày 06/9/2026)" in body
        assert "Hồ sơ sản phẩm Tương hột và chao bị trả lại ngày 05/11/2026: Thiếu phiếu kiểm nghiệm" in body
        assert "02 sản phẩm theo lộ trình chưa được công nhận từ 3 sao trở lên: Tương hột và chao và Mắm cá lóc" in body
