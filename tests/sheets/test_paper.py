"""Blank rows below a table end with the page that is printed anyway, where that leaves enough of them."""

from __future__ import annotations

import pytest

from ocop_xl.sheets.building.paper import FEWEST_SPARE, SPARE_ROWS, Paper, pages_wide

HEAD, HEADER, ROW = 60, 48, 21
NARROW = Paper(widths=[20, 30, 40], pages=1, repeated=0)
"""At its natural size a page holds 19 rows below head and header."""


@pytest.mark.parametrize(
    ("filled", "spare"),
    [
        (0, SPARE_ROWS),  # room for 19: more than are needed
        (6, 13),
        (11, FEWEST_SPARE),
        (12, SPARE_ROWS),  # seven are too few: a page of blank rows
        (19, SPARE_ROWS),
        (20, SPARE_ROWS),  # the second page has no head, so it holds 22
        (31, 10),
        (300, SPARE_ROWS),
    ],
)
def test_blank_rows_end_with_the_page(filled: int, spare: int) -> None:
    assert NARROW.spare_rows(HEAD, HEADER, [ROW] * filled, ROW) == spare


def test_high_rows_leave_less_room() -> None:
    assert NARROW.spare_rows(HEAD, HEADER, [10 * ROW], ROW) == 9


def test_a_wide_table_is_printed_smaller_and_so_holds_more_rows() -> None:
    wide = Paper([60, 60, 80], pages=1, repeated=0)

    assert wide.scale() == 0.73
    assert wide.spare_rows(HEAD, HEADER, [ROW] * 12, ROW) == SPARE_ROWS
    assert wide.spare_rows(HEAD, HEADER, [ROW] * 17, ROW) == 11


def test_repeated_columns_take_room_on_every_page_and_hidden_ones_none() -> None:
    columns = [30] * 12

    assert pages_wide(columns) == 2
    assert Paper(columns, 2, 0).scale() == 0.8
    assert Paper(columns, 2, 1).scale() == 0.68
    assert Paper([*columns, 0, 0], 2, 1).scale() == 0.68
