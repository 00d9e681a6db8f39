"""Sheet «Tổng quan»: one screen of 1366×768 – what is due and who does it, how far the plan is, who is missing –
and below it the figures behind the charts and the ways to all sheets.

Every figure is a live formula with its value beside it for previewers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ocop_xl.model import Book
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.front.block import HIDDEN, Block, lines_at, write_block
from ocop_xl.sheets.building.front.charts import by_hamlet_chart, by_stars, by_year
from ocop_xl.sheets.building.front.first_steps import first_steps
from ocop_xl.sheets.building.front.hamlet_block import HAMLETS, by_hamlet
from ocop_xl.sheets.building.front.head import write_tiles, write_title
from ocop_xl.sheets.building.front.plan_blocks import funnel, money_by_source, targets, year_money
from ocop_xl.sheets.building.front.watch_blocks import YEARS, certificates, duties, units, years
from ocop_xl.sheets.building.pages import places_to_go
from ocop_xl.sheets.building.style import GREEN
from ocop_xl.sheets.vocabulary import FRONT, quoted

_WIDTHS = (8, 94, 74, 142, 150, 124, 10, 132, 62, 62, 142, 10, 104, 54, 8)
"""Pixels of A…O, of which A and O are margins. LibreOffice draws them 1.12 times as wide; at 1366×768 it has 1304
beside its side bar."""
_TOP, _MONEY, _MIDDLE, _BELOW, _LOWEST, _WAYS = 6, 14, 21, 30, 40, 49
"""Rows of headings; from `_BELOW` on it is below the fold of that screen."""
_HEIGHTS = {1: 38, 2: 6, 3: 38, 4: 20, 5: 8, _TOP: 24, _BELOW - 1: 10}
_ROW, _LAST_ROW = 19, _WAYS - 2
_WAYS_LETTERS = "BDEFHK"


def add_front_sheet(maker: SheetMaker) -> None:
    sheet = maker.workbook.get_worksheet_by_name(FRONT)
    sheet.hide_gridlines(2)
    sheet.hide_row_col_headers()
    for place, width in enumerate(_WIDTHS):
        sheet.set_column_pixels(place, place, width)
    sheet.set_column(f"{HIDDEN}:{HIDDEN}", None, None, {"hidden": True})
    for row in range(1, _LAST_ROW + 1):
        sheet.set_row_pixels(row - 1, _HEIGHTS.get(row, _ROW))
    write_title(maker, sheet)
    write_tiles(maker, sheet)
    for block in blocks_of(maker.book, maker.on):
        write_block(maker, sheet, block)
    _write_charts(maker, sheet)
    _write_ways(maker, sheet)
    _set_up_page(sheet)
    sheet.activate()
    sheet.set_first_sheet()


def blocks_of(book: Book, on: date) -> Iterator[Block]:
    """Of the front, as they stand on that day."""
    yield duties(book, on, _TOP, _BELOW)
    yield targets(book, on, _TOP)
    yield funnel(book, on, _TOP)
    yield year_money(book, on, _MONEY)
    yield certificates(book, on, _MIDDLE)
    yield money_by_source(book, on, _BELOW)
    yield years(book, on, _BELOW)
    yield first_steps(book, _BELOW)
    yield units(book, on, _LOWEST)
    yield by_hamlet(book, on, _LOWEST)


def _write_charts(maker: SheetMaker, sheet: Any) -> None:
    """Those of years and hamlets draw the lines of their blocks below."""
    yearly, hamlets = lines_at(_BELOW, YEARS), lines_at(_LOWEST, HAMLETS)
    charts = (
        (by_year(maker, yearly), _MIDDLE, "H", 254, "số sản phẩm theo lộ trình và đã công nhận từng năm"),
        (by_hamlet_chart(maker, hamlets), _MIDDLE, "K", 308, "số sản phẩm tham gia và từ 3 sao của từng ấp"),
        (by_stars(maker), _LOWEST, "M", 158, "số sản phẩm đang đạt và có tiềm năng 3, 4, 5 sao"),
    )
    for chart, row, letter, width, shown in charts:
        chart.set_size({"width": width, "height": 7 * _ROW})
        told = {"object_position": 1, "description": f"Biểu đồ: {shown}."}
        sheet.insert_chart(f"{letter}{row}", chart, told)


def _write_ways(maker: SheetMaker, sheet: Any) -> None:
    """Links to every sheet, in rows."""
    style = maker.styles.make(font_size=10, font_color=GREEN, underline=1)
    for number, name in enumerate(places_to_go()):
        row, place = divmod(number, len(_WAYS_LETTERS))
        cell = f"{_WAYS_LETTERS[place]}{_WAYS + row}"
        sheet.write_url(cell, f"internal:{quoted(name)}!A1", style, name)


def _set_up_page(sheet: Any) -> None:
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)
    sheet.center_horizontally()
    sheet.set_margins(left=0.4, right=0.3, top=0.4, bottom=0.5)
    sheet.print_area(0, 0, _LAST_ROW - 1, len(_WIDTHS) - 1)
    sheet.set_footer("&L&9&A&R&9Trang &P/&N")
