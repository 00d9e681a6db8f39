"""What of a sheet goes to the reading library: values that somebody typed, and those of formulas of his own."""

from __future__ import annotations

from html import escape

import pytest

from ocop_xl.model import Producer, spec_of
from ocop_xl.sheets.reading import sheet_xml
from ocop_xl.sheets.reading.flaws import Flaw
from ocop_xl.sheets.vocabulary import in_table

LIVE = next(
    escape(in_table(column.formula, spec_of(Producer).name)).encode()
    for column in spec_of(Producer).columns
    if column.live
)
SHEET = (
    b"<worksheet><sheetData>"
    b'<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="3"/><c r="C1"><f>A1*2</f><v>2</v></c></row>'
    b'<row r="2"><c r="A2"><f t="shared" si="0"/><v>3</v></c><c r="B2"><f>' + LIVE + b"</f><v>7</v></c></row>"
    b'<row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3"><f>' + LIVE + b'</f><v></v></c><c r="C3"><f>A3</f></c></row>'
    b'<row r="4" ht="21"><c r="A4" s="3"></c><c r="B4"><v></v></c><c r="C4"/></row>'
    b"</sheetData></worksheet>"
)


@pytest.mark.parametrize("size", [1, 100, 2**17])
def test_live_columns_and_blank_cells_go_however_the_sheet_is_cut(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(sheet_xml, "_AT_ONCE", size)
    found = sheet_xml.sheet_xml(SHEET)
    assert found.xml == (
        b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row>'
        b'<row r="2"><c r="A2"><v>3</v></c></row><row r="3"><c r="A3" t="e"><v>#N/A</v></c></row></sheetData></worksheet>'
    )
    assert found.formulas == {(b"C", b"A1*2"): 1, (b"A", None): 1, (b"B", LIVE): 2, (b"C", b"A3"): 1}
    assert found.flaws == [Flaw(3, 0, "#N/A"), Flaw(3, 2, "")]


def test_asked_closely_live_columns_keep_their_values() -> None:
    found = sheet_xml.sheet_xml(SHEET, live=True)
    assert b'<c r="B2"><v>7</v></c>' in found.xml
    assert Flaw(3, 1, "") in found.flaws
