"""A sheet is as large as what it holds: marks that programs leave far below – empty rows, heights, looks – count for
nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from ocop_xl.errors import WorkbookTooLarge
from ocop_xl.model import Product, spec_of
from ocop_xl.sheets.importing.sources.xlsx import read_xlsx
from ocop_xl.sheets.reading.read import read_book
from tests.sheets.small_books import column_of, write_table
from tests.sheets.spellings import respelt

HEADERS = [column.header for column in spec_of(Product).inputs]
MARKS = {
    "LibreOffice's last row, after one was deleted": '<row r="1048576" ht="12.8" customHeight="true"/>',
    "a blank cell with a fill at the bottom": '<row r="1048576"><c r="B1048576" s="1"/></row>',
    "a blank cell at the far corner": '<row r="1048576"><c r="XFD1048576" s="1"></c></row>',
    "an empty value": '<row r="1048576"><c r="XFD1048576"><v></v></c></row>',
    "an empty text": '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t></t></is></c></row>',
    "a space": '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve"> </t></is></c></row>',
    "a space in the shared texts": '<row r="1048576"><c r="XFD1048576" t="s"><v>0</v></c></row>',
    "rows with a height only": "".join(f'<row r="{n}" ht="21" customHeight="1"/>' for n in range(7, 200_000)),
    "a look for each of many cells": "".join(
        f'<row r="{n}">' + "".join(f'<c r="{c}{n}" s="1"/>' for c in "ABCDEFGH") + "</row>" for n in range(7, 20_000)
    ),
}


def with_more(path: Path, rows: str) -> Path:
    """A workbook with two products in rows 5 and 6, a space as its first shared text, and these rows below."""
    write_table(path)
    rewritten = {"xl/worksheets/sheet1.xml": _with_rows(rows), "xl/sharedStrings.xml": _with_a_space}
    path.write_bytes(respelt(path, lambda name, part: rewritten.get(name, lambda part: part)(part)))
    return path


def _with_rows(rows: str) -> Callable[[bytes], bytes]:
    """The sheet with its texts one place further on, and with more rows."""
    index = re.compile(rb'(t="s"><v>)(\d+)')

    def rewritten(part: bytes) -> bytes:
        moved = index.sub(lambda found: found[1] + b"%d" % (int(found[2]) + 1), part)
        return moved.replace(b"</sheetData>", rows.encode() + b"</sheetData>")

    return rewritten


def _with_a_space(part: bytes) -> bytes:
    return part.replace(b"<si>", b'<si><t xml:space="preserve"> </t></si><si>', 1)


@pytest.mark.parametrize("marks", MARKS.values(), ids=MARKS)
def test_marks_without_content_do_not_count(tmp_path: Path, marks: str) -> None:
    path = with_more(tmp_path / "so.xlsx", marks)
    assert column_of(read_book(path)[Product], "id") == ["SP01", "SP02"]
    assert len(read_xlsx(path.read_bytes(), "so.xlsx").grids[0].rows) == 6


def test_content_far_below_is_named_with_its_place(tmp_path: Path) -> None:
    path = with_more(tmp_path / "so.xlsx", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    with pytest.raises(WorkbookTooLarge, match="nội dung ở tận dòng 1048576, cột XFD"):
        read_book(path)


def test_a_sheet_of_looks_beside_a_table_that_lost_its_name(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "so.xlsx"
    workbook = xlsxwriter.Workbook(path)
    grey = workbook.add_format({"bg_color": "#DDDDDD"})
    page = workbook.add_worksheet("Nháp")
    for row in range(30):
        page.write_blank(row, 2, None, grey)
    page = workbook.add_worksheet("Sản phẩm")
    page.write_row(3, 0, HEADERS)
    page.write_row(4, 0, ("SP01", "Khô cá lóc"))
    workbook.close()
    assert column_of(read_book(path)[Product], "id") == ["SP01"]
    assert capfd.readouterr().err == ""


def test_a_text_counts_once_for_each_cell_that_shows_it(tmp_path: Path) -> None:
    """One long note, shared texts in many cells of many sheets: an honest workbook however long its longest text is."""
    path = tmp_path / "so.xlsx"
    workbook = xlsxwriter.Workbook(path)
    for number in range(12):
        page = workbook.add_worksheet("Sản phẩm" if not number else f"Trang {number}")
        page.write_row(3, 0, HEADERS)
        for row in range(4, 204):
            page.write_row(row, 0, (f"SP{row}", "Khô cá lóc", 3, 2026, "làm mới bao bì"))
    page.write(4, 5, "dài " * 8000)
    workbook.close()
    assert len(read_book(path)[Product]) == 200
