"""Few blocks, and no cell touched that holds something else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ocop_xl.changes.change import Formula
from ocop_xl.desks.blocks import bridged, hull, pieces
from ocop_xl.desks.cells import UNKNOWN_ERROR, as_cells, looks_like_more
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.reading.flaws import Flaw


def test_neighbours_make_one_block() -> None:
    cells = {(row, column): row * 10 + column for row in (5, 6) for column in (1, 2)}
    assert pieces(cells) == [(Area(5, 1, 6, 2), [[51, 52], [61, 62]])]


def test_scattered_cells_are_blocks_of_their_own() -> None:
    assert [piece.area.ref for piece in pieces({(5, 1): "a", (7, 1): "b", (7, 3): "c"})] == ["B5:B5", "B7:B7", "D7:D7"]


def test_a_gap_is_bridged_only_with_what_is_known_to_stand_there() -> None:
    cells = {(5, 1): "a", (7, 1): "b"}
    assert hull(cells) == Area(5, 1, 7, 1)
    assert bridged(cells, {}) is None
    assert bridged(cells, {(6, 1): "giữ"}) == (Area(5, 1, 7, 1), [["a"], ["giữ"], ["b"]])


@pytest.mark.parametrize("text", ["=A1", "+84", "-1", "@SUM", "007", "1/2", "May 10", "12:30", "TRUE", "đúng"])
def test_a_text_that_excel_would_take_for_something_else(text: str) -> None:
    assert looks_like_more(text)


@pytest.mark.parametrize(
    "text", ["Gạo", "Hợp tác xã", "", Formula("=A1"), "Một câu dài kể chuyện năm 2026 ở xã Vĩnh Phong này"]
)
def test_a_text_that_stays_one(text: str) -> None:
    assert not looks_like_more(text)


def test_errors_of_live_cells_are_flaws_with_their_place() -> None:
    """Excel's numbers are floats, its money decimals; a whole number is an error that xlwings does not know."""
    assert as_cells([["#N/A", "# ghi chú", Decimal(3)]], Area(7, 2, 7, 4)) == [[Flaw(7, 2, "#N/A"), "# ghi chú", 3.0]]
    assert as_cells([[-2146826246]], Area(7, 2, 7, 2)) == [[Flaw(7, 2, UNKNOWN_ERROR)]]
