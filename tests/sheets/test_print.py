"""The whole workbook goes to paper from a real LibreOffice; its front is one page."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from ocop_xl.demo.books import DEMO_DAY, empty_commune, vinh_phong
from ocop_xl.model import Book
from ocop_xl.sheets.building.workbook import build_workbook
from tests.busy_commune import busy_commune
from tests.conftest import Convert, need


@pytest.mark.thorough
@pytest.mark.parametrize("book", [empty_commune(), vinh_phong(), busy_commune(DEMO_DAY)], ids=["empty", "plan", "busy"])
def test_the_whole_workbook_is_printed(book: Book, tmp_path: Path, office: Convert) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(build_workbook(book, DEMO_DAY))
    pdf = office(path, "pdf")
    front, second = _page(pdf, 1), _page(pdf, 2)
    assert "VIỆC CẦN LÀM" in front and "KINH PHÍ TRONG NĂM THEO NGUỒN" in front
    assert second.startswith("HƯỚNG DẪN")
    printed = {foot for foot in _feet(pdf) if foot}
    assert "Nhật ký" in printed
    assert not printed & {"Tiêu chí", "Trường văn bản"}  # hundreds of pages to look things up
    assert _feet(pdf).count("Kết quả chấm") == 2  # side by side, and no page of blank rows below


def _feet(pdf: Path) -> list[str]:
    """What stands at the left of each page's foot: the name of its sheet."""
    reader = need("pdftotext", "what a page says")
    text = subprocess.run([reader, "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    last = (page.rstrip().rpartition("\n")[2] for page in text.split("\f"))
    return [line.strip().partition("  ")[0] for line in last]


def _page(pdf: Path, number: int) -> str:
    reader = need("pdftotext", "what a page says")
    command = [reader, "-f", str(number), "-l", str(number), str(pdf), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
