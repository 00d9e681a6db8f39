"""The papers of the folder by what they are called, and the handfuls in which they are offered for printing."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.model import Paper
from ocop_xl.papers.printing.filed import filed_papers, handfuls
from tests.papers.filed_book import filed_book
from tests.papers.plan_book import ON

NAMES = (
    "tu-soan.docx",
    "mau-03_gao_vinh-phong_2026-11-05_so-04-bc-ubnd.docx",
    "phieu-dang-ky_hs06-gao_vinh-phong_2026-11-05.docx",
    "phieu-dang-ky_hs02-cha-ca-phi_vinh-phong_2026-11-23.docx",
    "mau-02_la_vinh-phong_2026-13-99.docx",
)


def test_titles_come_from_the_register_then_from_what_the_book_would_make_then_from_the_kind() -> None:
    book = filed_book()
    book[Paper] = [Paper(id="VB01", number=4, symbol="BC-UBND", title="Báo cáo đánh giá Gạo", file=NAMES[1])]
    filed = {one.path.name: one.title for one in filed_papers([Path(name) for name in NAMES], book, ON)}
    assert list(filed) == [NAMES[3], NAMES[2], NAMES[4], NAMES[1], NAMES[0]], "in the order of the work"
    assert filed[NAMES[1]] == "Báo cáo đánh giá Gạo (số 04/BC-UBND)"
    assert "Gạo" in filed[NAMES[2]] and "Chả cá phi" in filed[NAMES[3]]
    assert filed[NAMES[4]].startswith("Báo cáo tự đánh giá")
    assert filed[NAMES[0]] == "tu-soan"


def test_all_the_last_days_and_the_kinds_are_offered() -> None:
    found = handfuls(filed_papers([Path(name) for name in NAMES], filed_book(), ON))
    labels = [(one.label, len(one.papers)) for one in found]
    assert labels[0] == ("Mọi văn bản trong thư mục", 5)
    assert ("Văn bản lập ngày 23/11/2026", 1) in labels and ("Văn bản lập ngày 05/11/2026", 2) in labels
    assert [size for label, size in labels if label.startswith("Phiếu đăng ký đánh giá")] == [2]
