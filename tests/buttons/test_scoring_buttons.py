"""«Mở phiếu», «Chấm», «Đường lên sao» for the row on which the user stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ocop_xl.law.sectors import label, suggest_sets
from ocop_xl.model import Dossier, JournalEntry, Product, ScoreLine, ScoreSheet
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press, rows


def test_a_sheet_is_opened_for_the_dossier_of_the_row(live: Live, live_app: Any, demo_file: Path) -> None:
    book = live(demo_file)
    likely = suggest_sets(cell(book, Product, 6, "name").value)[0]
    cell(book, Product, 6, "product_set").value = label(likely)
    before = len(rows(book, ScoreLine))
    cell(book, Dossier, 6, "id").select()
    live_app.api.answers.append("1")  # the subject scores itself
    outcome, _ = press(book, "open_score_sheet")
    assert rows(book, ScoreSheet)[-1]["id"] == "HS06-CT"
    assert len(rows(book, ScoreLine)) > before + 20
    assert "HS06-CT" in outcome.text and "Ghi vào sổ?" in live_app.alerts[-1]
    press(book, "undo")
    assert len(rows(book, ScoreLine)) == before
    assert rows(book, JournalEntry)[-1]["action"] == "Hoàn tác: Mở phiếu chấm"


@pytest.mark.thorough
def test_a_product_without_a_set_is_asked_about_likely_sets_first(live: Live, live_app: Any, demo_file: Path) -> None:
    book = live(demo_file)
    cell(book, Dossier, 1, "id").select()  # tương hột và chao
    live_app.api.answers += ["1", "1"]
    outcome, _ = press(book, "open_score_sheet")
    assert "chưa có «Bộ sản phẩm»" in live_app.api.asked[-1]
    assert rows(book, ScoreSheet)[-1]["criteria_set"] == "QD26-09"
    assert "HS01-CT" in outcome.text


@pytest.mark.thorough
def test_the_score_and_the_way_up_are_told_for_the_row(live: Live, live_app: Any, demo_file: Path) -> None:
    book = live(demo_file)
    cell(book, Dossier, 1, "id").select()
    outcome, _ = press(book, "score")
    assert outcome.text.startswith("HS01") and "chưa chấm" in outcome.text
    outcome, _ = press(book, "way_up")
    assert "đường lên 3 sao" in outcome.text and "Minh chứng" in outcome.text


@pytest.mark.thorough
def test_without_a_row_it_asks(live: Live, live_app: Any, demo_file: Path) -> None:
    book = live(demo_file)
    book.sheets["Tổng quan"].range("A1").select()
    live_app.api.answers += ["SP99", "SP06"]
    outcome, _ = press(book, "way_up")
    assert "không có mã “SP99”" in live_app.api.asked[-1]
    assert "SP06" in outcome.text
