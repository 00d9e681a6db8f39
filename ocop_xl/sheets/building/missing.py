"""The column «Còn thiếu» of «Số liệu»: the names of whoever does not count for a target yet, live.

Excel 2010 joins no texts by a condition. So a chain of cells, far to the right and hidden, goes from one missing row to
the next – its row number, then the names so far – and the column shows the end of the chain.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ocop_xl.model import Measure, spec_of
from ocop_xl.model.book import column_letters
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.programme.measures import MEASURES
from ocop_xl.programme.uncounted import LISTED, NO_NAME, UNCOUNTED, Item, Uncounted, missing_text, named
from ocop_xl.sheets.building.cells import fit_height
from ocop_xl.sheets.building.chain import NO_ROW, next_row, of_row
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.style import LIVE

_CHAIN_AT = 40
"""Column, counted from 0, in which the chain begins: past the columns that a commune may add."""
_NAMES = {"tblSanPham": ("Tên sản phẩm", "Mã SP"), "tblChuThe": ("Tên chủ thể", "Mã CT")}


def write_missing(maker: SheetMaker, sheet: Any) -> None:
    column = spec_of(Measure).column("missing")
    place = spec_of(Measure).columns.index(column)
    style = maker.styles.cell(column, fill=LIVE)
    rows = {name: at for at, name in enumerate(MEASURES, HEADER_ROW + 1)}
    for name, uncounted in UNCOUNTED.items():
        items, row = uncounted.find(maker.book, maker.on), rows[name]
        _write_chain(sheet, row, uncounted, items)
        shown = missing_text(items)
        sheet.write_formula(row - 1, place, _end_of_chain(row, uncounted), style, shown)
        fit_height(sheet, row, [(shown, column.width), (MEASURES[name].rule, spec_of(Measure).column("how").width)])
    sheet.set_column(_CHAIN_AT, _CHAIN_AT + 2 * LISTED - 1, None, None, {"hidden": True})


def _write_chain(sheet: Any, row: int, uncounted: Uncounted, items: Sequence[Item]) -> None:
    said = ""
    for number in range(LISTED):
        found = items[number] if number < len(items) else None
        at, _ = _link(number, row)
        place, stands = _CHAIN_AT + 2 * number, found.at if found else NO_ROW
        before, said_before = _link(number - 1, row) if number else ("", "")
        sheet.write_formula(row - 1, place, _next(uncounted, before), None, stands)
        said += f"{'; ' if said else ''}{named(found)}" if found else ""
        sheet.write_formula(row - 1, place + 1, _joined(uncounted, at, said_before), None, said)


def _link(number: int, row: int) -> tuple[str, str]:
    """The two cells of one link: which row of the table, the names up to it."""
    at = _CHAIN_AT + 2 * number
    return f"${column_letters(at)}${row}", f"${column_letters(at + 1)}${row}"


def _next(uncounted: Uncounted, before: str) -> str:
    """The first row of the table after `before` for which the condition holds."""
    return next_row(uncounted.table, _NAMES[uncounted.table][1], uncounted.condition, before)


def _joined(uncounted: Uncounted, at: str, before: str) -> str:
    """The names so far and this row's."""
    name, key = (of_row(uncounted.table, header, at) for header in _NAMES[uncounted.table])
    called = f'IF({name}="","{NO_NAME}",{name})&" ("&{key}&")"'
    return f'=IF({at}>={NO_ROW},{before},{before}&"; "&{called})' if before else f'=IF({at}>={NO_ROW},"",{called})'


def _end_of_chain(row: int, uncounted: Uncounted) -> str:
    _, text = _link(LISTED - 1, row)
    count = f"SUMPRODUCT(({uncounted.condition})*1)"
    return f'={text}&IF({count}>{LISTED},"; … và "&({count}-{LISTED})&" nữa","")'
