"""`ocop-xl check` writes nothing unless it is told to: then which registered papers no longer say what the book says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ocop_xl.demo.books import vinh_phong
from ocop_xl.model import JournalEntry, Paper, Product
from ocop_xl.model.trace import trace
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.reading.read import read_book
from tests.cli.command_line import ocop

SEEN, LATER = date(2026, 8, 3), date(2026, 8, 10)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A report was registered, then a product was renamed."""
    plan = vinh_phong()
    plan[Paper] = [Paper(id="VB01", number=4, symbol="BC-UBND", title="Báo cáo", trace=trace(plan[Product], 9999))]
    plan[Product][0].name = "Tên mới"
    path = tmp_path / "so.xlsx"
    path.write_bytes(build_workbook(plan, SEEN))
    return path


def test_the_day_a_paper_was_seen_stale_is_written_when_asked_for(book: Path) -> None:
    untouched = book.read_bytes()
    said = ocop("check", book, "--on", SEEN).stdout
    assert "Chưa ghi cột «Số liệu đổi, thấy ngày» của 1 văn bản (trang «Văn bản»)" in said
    assert book.read_bytes() == untouched
    assert "\nĐã ghi cột «Số liệu đổi, thấy ngày» của 1 văn bản" in ocop("check", book, "--on", SEEN, "--apply").stdout
    read = read_book(book, journal=True)
    assert read.by_id(Paper)["VB01"].stale == SEEN and read[JournalEntry][-1].action == "Kiểm tra toàn bộ"
    assert "Đối chiếu văn bản VB01" in ocop("agenda", book, "--on", SEEN).stdout


def test_a_second_check_keeps_the_first_day(book: Path) -> None:
    ocop("check", book, "--on", SEEN, "--apply")
    written = book.read_bytes()
    assert "«Số liệu đổi, thấy ngày» của" not in ocop("check", book, "--on", LATER, "--apply").stdout
    assert book.read_bytes() == written
