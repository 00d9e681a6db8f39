"""«Đã xem» in the open workbook: who and why typed on «Phát hiện» set a line aside until its cell holds something else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ocop_xl.model import FindingLine, Product
from ocop_xl.rules.finding import SEEN_NAME
from tests.buttons.conftest import Live
from tests.buttons.desks import cell, press, rows


def line_of(book: Any, code: str, place: str) -> dict[str, Any]:
    (found,) = [row for row in rows(book, FindingLine) if row["code"] == code and row["place"] == place]
    return found


def see(book: Any, code: str, place: str) -> None:
    """As the officer does: her name and the reason in the line's own cells."""
    places = [(row["code"], row["place"]) for row in rows(book, FindingLine)]
    number = places.index((code, place)) + 1
    cell(book, FindingLine, number, "seen_by").value = "Lê Thị Hoa"
    cell(book, FindingLine, number, "seen_why").value = "Chủ thể đang đổi tên"


@pytest.mark.thorough
def test_it_is_set_aside_stays_while_the_cell_is_the_same_and_comes_back(live: Live, demo_file: Path) -> None:
    book = live(demo_file)
    before, _ = press(book, "check_all")
    see(book, "SP-003", "Sản phẩm!B5")
    for _ in range(2):
        outcome, _ = press(book, "check_all")
        line = line_of(book, "SP-003", "Sản phẩm!B5")
        assert (line["severity"], line["seen_by"], line["cells"]) == (SEEN_NAME, "Lê Thị Hoa", None)
        assert line["seen_on"] is not None
        assert "1 điều đã xem" in outcome.text and "1 điều đã xem" not in before.text
    cell(book, Product, 1, "name").value = "Tương hột, chao và mắm"
    press(book, "check_all")
    assert line_of(book, "SP-003", "Sản phẩm!B5")["severity"] != SEEN_NAME


@pytest.mark.thorough
def test_an_error_stays_an_error_with_what_was_typed_beside_it(live: Live, demo_file: Path) -> None:
    book = live(demo_file)
    before, _ = press(book, "check_all")
    see(book, "SP-002", "Sản phẩm!E5")
    outcome, _ = press(book, "check_all")
    line = line_of(book, "SP-002", "Sản phẩm!E5")
    assert (line["severity"], line["seen_by"]) == ("✘ Lỗi", "Lê Thị Hoa")
    assert outcome.text.split("\n")[0] == before.text.split("\n")[0]
