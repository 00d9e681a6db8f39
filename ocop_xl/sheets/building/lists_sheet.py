"""Sheet «Danh mục»: the lists behind the drop-downs, sets by sector, and public holidays."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from ocop_xl.law import sectors
from ocop_xl.law.clocks import days_off
from ocop_xl.model.book import column_letters
from ocop_xl.model.choices import PRODUCT_SET, Choices, all_choices
from ocop_xl.model.due.dossiers import HOLIDAYS
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.sheets.building.cells import FittedSheet, fit_height
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.style import LINE
from ocop_xl.sheets.vocabulary import LISTS, list_name, quoted

_PURPOSE = "Các danh sách dùng cho ô chọn. Trang tra cứu: phần mềm kiểm tra theo đúng các danh sách này."


_SET_WIDTH = 52
_FIRST_LIST = 3
"""Index of the first plain list's column; A and B hold the sets by sector, C parts them."""


def _in_columns() -> list[Choices]:
    return [choices for choices in all_choices() if choices is not PRODUCT_SET]


def list_range(choices: Choices) -> str:
    """The cells of a list: `'Danh mục'!$D$5:$D$7`."""
    letters = column_letters(_FIRST_LIST + _in_columns().index(choices))
    return f"{quoted(LISTS)}!${letters}${HEADER_ROW + 1}:${letters}${HEADER_ROW + len(choices.values)}"


def add_lists_sheet(maker: SheetMaker) -> None:
    sheet = maker.page(LISTS, "DANH MỤC", _PURPOSE)
    sheet.hide()
    sheet.set_row(HEADER_ROW - 1, 34)
    sheet.freeze_panes(HEADER_ROW, 0)
    _fit_rows(sheet)
    _write_sets(maker, sheet)
    for choices in _in_columns():
        _write_list(maker, sheet, choices)
    _write_holidays(maker, sheet)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(4, 0)
    sheet.repeat_rows(HEADER_ROW - 1)
    sheet.set_footer("&L&9&A&R&9Trang &P/&N")


def _fit_rows(sheet: FittedSheet) -> None:
    """Lists stand side by side: a row is as high as the longest value in any of them."""
    sets = [(sectors.label(item.number), _SET_WIDTH) for sector in sectors.SECTORS for item in sectors.sets_of(sector)]
    columns = [sets, *([(value, _width(choices)) for value in choices.values] for choices in _in_columns())]
    for at, values in enumerate(zip_longest(*columns, fillvalue=("", _SET_WIDTH)), HEADER_ROW + 1):
        fit_height(sheet, at, values)


def _width(choices: Choices) -> int:
    return min(44, max(16, *(len(value) + 2 for value in choices.values)))


def _write_sets(maker: SheetMaker, sheet: Any) -> None:
    """Columns A–B: every set beside its sector, grouped by sector for the dependent drop-down."""
    ordered = [item for sector in sectors.SECTORS for item in sectors.sets_of(sector)]
    cell = maker.styles.make(border=1, border_color=LINE, text_wrap=True)
    for place, (head, width) in enumerate((("Nhóm sản phẩm", 26), ("Bộ sản phẩm", _SET_WIDTH))):
        sheet.write_string(HEADER_ROW - 1, place, head, maker.styles.header())
        sheet.set_column(place, place, width)
    for at, item in enumerate(ordered, HEADER_ROW):
        sheet.write_string(at, 0, item.sector, cell)
        sheet.write_string(at, 1, sectors.label(item.number), cell)
    last = HEADER_ROW + len(ordered)
    maker.workbook.define_name(list_name(PRODUCT_SET), f"={quoted(LISTS)}!$B${HEADER_ROW + 1}:$B${last}")
    sheet.set_column(2, 2, 3)


def _write_list(maker: SheetMaker, sheet: Any, choices: Choices) -> None:
    cell = maker.styles.make(border=1, border_color=LINE, text_wrap=True)
    place = _FIRST_LIST + _in_columns().index(choices)
    sheet.write_string(HEADER_ROW - 1, place, choices.name, maker.styles.header())
    sheet.set_column(place, place, _width(choices))
    for at, value in enumerate(choices.values, HEADER_ROW):
        sheet.write_string(at, place, value, cell)
    maker.workbook.define_name(list_name(choices), f"={list_range(choices)}")


def _write_holidays(maker: SheetMaker, sheet: Any) -> None:
    """Public holidays, so that Excel counts the same 15 working days as `law.clocks`."""
    cell = maker.styles.make(border=1, border_color=LINE, num_format="dd/mm/yyyy", align="center")
    place = _FIRST_LIST + len(_in_columns())
    sheet.write_string(HEADER_ROW - 1, place, "Ngày nghỉ lễ, tết", maker.styles.header())
    sheet.set_column(place, place, 16)
    days = sorted(days_off())
    for at, day in enumerate(days, HEADER_ROW):
        sheet.write_datetime(at, place, day, cell)
    letters = column_letters(place)
    span = f"={quoted(LISTS)}!${letters}${HEADER_ROW + 1}:${letters}${HEADER_ROW + len(days)}"
    maker.workbook.define_name(HOLIDAYS, span)
