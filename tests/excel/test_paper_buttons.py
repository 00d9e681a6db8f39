"""«Lập văn bản…», «PDF», «Khám mẫu», «Đóng gói», «Khám máy», «Nhật ký», «Hướng dẫn»: what is made beside the workbook."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from excel.conftest import Live
from excel.desks import press, rows

from ocop_xl.excel.outcome import Refused
from ocop_xl.model import JournalEntry
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.resources import template_path


@pytest.fixture
def book(live: Live, demo_file: Path, tmp_path: Path) -> Any:
    path = tmp_path / "Sổ OCOP xã.xlsx"
    shutil.copyfile(demo_file, path)
    return live(path)


def test_a_paper_is_made_beside_the_workbook_and_then_its_pdf(book: Any, live_app: Any, tmp_path: Path) -> None:
    live_app.api.answers.append("2")
    outcome, _ = press(book, "make_papers")
    [paper] = (tmp_path / "van-ban").glob("*.docx")
    assert paper.name in outcome.text and KINDS[0].name in live_app.api.asked[-1]
    outcome, _ = press(book, "papers_pdf")
    assert paper.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert "1 tệp PDF" in outcome.text


def test_there_must_be_papers_before_there_are_pdfs(book: Any) -> None:
    with pytest.raises(Refused, match="bấm «Lập văn bản…» trước"):
        press(book, "papers_pdf")


def test_own_templates_are_read_before_use(book: Any, tmp_path: Path) -> None:
    outcome, _ = press(book, "check_templates")
    assert "chưa có mẫu riêng" in outcome.text
    (tmp_path / "mau").mkdir()
    shutil.copyfile(template_path(KINDS[0].template), tmp_path / "mau" / KINDS[0].template)
    (tmp_path / "mau" / "hong.docx").write_bytes(b"khong phai Word")
    outcome, _ = press(book, "check_templates")
    assert f"✔ {KINDS[0].template}: 0 lỗi" in outcome.text and "✘ hong.docx" in outcome.text


def test_the_package_for_the_province_lies_beside_the_workbook(book: Any, tmp_path: Path) -> None:
    outcome, _ = press(book, "share")
    [package] = tmp_path.glob("*.zip")
    assert package.name in outcome.text and "Không có trong gói" in outcome.text


def test_the_computer_is_looked_at(book: Any) -> None:
    outcome, _ = press(book, "doctor")
    assert "Python" in outcome.text and "Traceback" not in outcome.text


def test_journal_and_guide_are_shown(book: Any, live_app: Any) -> None:
    outcome, desk = press(book, "journal")
    assert "còn trống" in outcome.text and desk.selected is not None and desk.selected[0] == "Nhật ký"
    live_app.api.answers.append("Khô cá lóc")
    press(book, "add_product")
    outcome, desk = press(book, "journal")
    assert "«Thêm sản phẩm»" in outcome.text and desk.selected is not None
    assert desk.selected[1].top == 4 + len(rows(book, JournalEntry))
    _, desk = press(book, "guide")
    assert desk.selected is not None and desk.selected[0] == "Hướng dẫn"
