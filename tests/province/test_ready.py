"""Cells that a worker has written stand in the workbook as any program reads them."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from ocop_xl.model.column import Column, Kind
from ocop_xl.province.head import Cell
from ocop_xl.province.tables.layout import Layout, day, number, text
from ocop_xl.province.tables.ready import ReadyRow, from_one_text, in_one_text, ready
from ocop_xl.province.tables.streamed import TableSheet
from ocop_xl.sheets.building.style import Styles

COLUMNS = (text("Tên", 20), number("Số"), day("Ngày"))
TEXTS = [
    "Tôm khô", "=1+1", "  hai  khoảng trắng ", "a\nb", "<b>&amp;'\"", "_x0041_", "\x00\x1d\x1e\x1f", "\ufffe", "R&D",
    "x" * 32_767,
]  # fmt: skip


def written(rows: list[list[Cell]], by: str = "", columns: tuple[Column, ...] = COLUMNS) -> Any:
    """The rows of the sheet below its header, as openpyxl reads them."""
    memory = BytesIO()
    workbook = xlsxwriter.Workbook(memory)
    place = [column.header for column in columns].index(by) if by else None
    sheet = TableSheet(workbook, Styles(workbook), Layout("Bảng", "bang", "BẢNG", columns, "", "", by), "Bảng")
    sent = in_one_text([[ready(row, columns, place) for row in rows]])
    sheet.add_ready((), from_one_text(sent)[0])
    sheet.close()
    workbook.close()
    found = list(openpyxl.load_workbook(memory)["Bảng"].iter_rows(min_row=5, values_only=True))
    assert len(
        CalamineWorkbook.from_filelike(BytesIO(memory.getvalue())).get_sheet_by_name("Bảng").to_python()
    ) == 4 + len(rows)
    return found


def test_texts_come_back_as_they_were() -> None:
    found = [row[0] for row in written([[one, None, None] for one in TEXTS])]
    assert [openpyxl.utils.escape.unescape(one) for one in found] == TEXTS


@pytest.mark.parametrize("value", [0, 3, -2.5, 1e15, 0.1, 1 / 3])
def test_numbers(value: float) -> None:
    assert written([["a", value, None]])[0][1] == pytest.approx(value, rel=1e-15)


def test_a_day_is_a_day_and_what_is_none_stays_as_typed() -> None:
    found = [row[2] for row in written([["a", None, one] for one in ("2026-11-23", "23/13/2026", None)])]
    assert found[0] == datetime(2026, 11, 23)
    assert found[1] == "23/13/2026" and found[2] is None


def test_rows_stand_in_the_order_of_their_column_and_those_without_a_day_last() -> None:
    days: list[Cell] = ["2027-01-01", None, "2026-01-01", "2026-01-01"]
    rows = written([[f"dòng {n}", None, one] for n, one in enumerate(days)], by="Ngày")
    assert [row[0] for row in rows] == ["dòng 2", "dòng 3", "dòng 0", "dòng 1"]


def test_tables_without_rows_stay_apart() -> None:
    row = ready(["a", 1, None], COLUMNS)
    assert from_one_text(in_one_text([[], [row, row], []])) == [[], [ReadyRow("", 1, list(row.cells))] * 2, []]


def test_a_row_is_as_high_as_its_longest_text() -> None:
    assert [ready([one, None, None], COLUMNS).lines for one in ("ngắn", "a\nb\nc", "từ " * 20)] == [1, 3, 3]
    assert ready([5, 1, None], (Column("Số", Kind.INTEGER, width=5), *COLUMNS[1:])).lines == 1
