"""«Bước tiếp»: one step forward on the selected row of the open workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ocop_xl.buttons.outcome import NOTHING_DONE
from ocop_xl.errors import Refusal
from ocop_xl.model import Commune, Dossier, Evidence, JournalEntry, Product, Row, ScoreLine, spec_of
from ocop_xl.sheets.vocabulary import PREVIEW
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press, rows


@pytest.fixture
def book(live: Live, demo_file: Path) -> Any:
    return live(demo_file)


def page_rows(book: Any) -> list[list[Any]]:
    return book.sheets[PREVIEW].used_range.options(ndim=2).value


def answer(book: Any, question: str, text: str) -> None:
    """Type into the answer's cell of a question that the page asks."""
    at = next(at for at, row in enumerate(page_rows(book), 1) if row[0] == "Hỏi" and row[3] == question)
    book.sheets[PREVIEW].range((at, 5)).value = text


def chosen(book: Any, live_app: Any, kind: type[Row], number: int, *answers: str) -> None:
    cell(book, kind, number, spec_of(kind).columns[0].attribute).select()
    live_app.api.answers += answers


def test_a_dossier_comes_in_with_all_that_belongs_to_it_and_one_click_takes_it_back(book: Any, live_app: Any) -> None:
    before = {kind: rows(book, kind) for kind in (Product, Dossier, Evidence, ScoreLine)}
    chosen(book, live_app, Dossier, 6, "1", "04, 12", "1")
    outcome, desk = press(book, "next_step")
    assert "phải trả lời" not in outcome.text and "Lập văn bản…" in outcome.text and "Hoàn tác" in outcome.text
    dossier = rows(book, Dossier)[5]
    assert (dossier["state"], dossier["samples"]) == ("Đã tiếp nhận", 5.0)
    lines = [row["line"][:2] for row in rows(book, Evidence) if row["state"] == "Thiếu"]
    assert lines == ["04", "12"] and PREVIEW not in [sheet.name for sheet in book.sheets]
    assert desk.selected is not None and desk.selected[1].top == 4 + 6, "back at her row"
    assert len({row["when"] for row in rows(book, JournalEntry)}) == 1
    press(book, "undo")
    assert {kind: rows(book, kind) for kind in before} == before
