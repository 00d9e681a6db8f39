"""Sheet «Một sản phẩm»: choose a product and read its whole life on one A4 page, from the idea to the revenue.

Everything is a live formula over the tables, with its value beside it; each line finds its row by itself, so that the
tables may be sorted and typed in at will. What a section has no room for, it says.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ocop_xl.model import Product, Row
from ocop_xl.model.column import Column, Kind
from ocop_xl.sheets.building.cells import write_page_head
from ocop_xl.sheets.building.chain import NO_ROW, next_row, of_row
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.life_sections import (
    SECTIONS,
    WIDTHS,
    Figure,
    Section,
)
from ocop_xl.sheets.building.one_product_due import write_due
from ocop_xl.sheets.building.one_product_head import (
    FIRST_SECTION,
    Choice,
    chosen_product,
    first_choice,
    write_facts,
)
from ocop_xl.sheets.building.style import DARK_GREEN, GREEN, LINE, MUTED, number_format
from ocop_xl.sheets.reading.days import serial_of
from ocop_xl.sheets.vocabulary import FRONT, ONE_PRODUCT

_AT = "J"
"""Hidden column: in which row of its sheet a line's row stands."""
_LAST = len(WIDTHS) - 1


def add_one_product(maker: SheetMaker, choice: Choice | None = None) -> None:
    """Of the first product, unless somebody has chosen another."""
    sheet = maker.workbook.get_worksheet_by_name(ONE_PRODUCT)
    purpose = "Chọn mã sản phẩm ở ô B4; để trống ô ấy và chọn ở ô E4 thì xem một chủ thể. In ra một trang A4."
    write_page_head(sheet, maker.styles, "MỘT SẢN PHẨM, TỪ Ý TƯỞNG ĐẾN THỊ TRƯỜNG", purpose, FRONT)
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    sheet.set_column(_LAST + 1, _LAST + 2, 8, None, {"hidden": True})
    choice = choice or first_choice(maker.book)
    product = chosen_product(maker.book, choice)
    write_facts(maker, sheet, choice)
    row = write_due(maker, sheet, product, FIRST_SECTION)
    for section in SECTIONS:
        row = _write_section(maker, sheet, section, product, row)
    for look in maker.styles.symbol_rules():
        sheet.conditional_format(FIRST_SECTION - 1, _LAST, row - 2, _LAST, look)
    sheet.freeze_panes(FIRST_SECTION - 1, 0)
    sheet.set_paper(9)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, row - 2, _LAST)
    sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&9&A&R&9Trang &P/&N")


def _write_section(maker: SheetMaker, sheet: Any, section: Section, product: Product, row: int) -> int:
    """Title, headers, lines; gives the row after the blank one below."""
    rows = section.rows(maker.book, product)
    _write_title(maker, sheet, section, len(rows), row)
    for place, shown in enumerate(section.shown):
        align = "center" if shown and _is_short(shown) else "left"
        head = maker.styles.make(bold=True, font_size=10, font_color=MUTED, bottom=1, bottom_color=LINE, align=align)
        sheet.write_string(row, place, shown.header if shown else "", head)
    for number in range(section.lines):
        found = rows[number] if number < len(rows) else None
        _write_line(maker, sheet, section, found, row + 2 + number, first=number == 0)
    return row + 3 + section.lines


def _write_title(maker: SheetMaker, sheet: Any, section: Section, count: int, row: int) -> None:
    band = {"bottom": 2, "bottom_color": GREEN, "valign": "bottom"}
    title = maker.styles.make(bold=True, font_color=DARK_GREEN, **band)
    note = maker.styles.make(italic=True, font_color=MUTED, align="right", **band)
    for place in range(_LAST):
        sheet.write_blank(row - 1, place, None, title)
    sheet.write_string(row - 1, 0, section.title, title)
    more = count - section.lines
    total = f"SUMPRODUCT(({section.condition})*1)"
    where = f" dòng nữa ở trang «{section.spec.sheet}»"
    formula = f'=IF({total}=0,"chưa có",IF({total}>{section.lines},"… còn "&({total}-{section.lines})&"{where}",""))'
    said = "chưa có" if count == 0 else f"… còn {more}{where}" if more > 0 else ""
    sheet.write_formula(row - 1, _LAST, formula, note, said)
    sheet.set_row(row - 1, 19)


def _write_line(maker: SheetMaker, sheet: Any, section: Section, found: Row | None, row: int, *, first: bool) -> None:
    at = f"${_AT}{row}"
    before = "" if first else f"${_AT}{row - 1}"
    key = section.spec.columns[0].header
    sheet.write_formula(f"{_AT}{row}", next_row(section.spec.name, key, section.condition, before), None, _place(found))
    for place, shown in enumerate(section.shown):
        if shown is None:
            continue
        style = _style(maker, shown)
        if isinstance(shown, Figure):
            cell = shown.formula(of_row(section.spec.name, key, at))
            value = shown.value(found, maker.book, maker.on) if found else ""
        else:
            cell = of_row(section.spec.name, shown.header, at)
            cell = f'IF({cell}="","",{cell})'
            value = maker.shown_value(found, shown) if found else ""
        sheet.write_formula(row - 1, place, f'=IF({at}>={NO_ROW},"",{cell})', style, _stored(value))


def _place(found: Row | None) -> int:
    return found.at if found else NO_ROW


def _style(maker: SheetMaker, shown: Column | Figure) -> Any:
    short = _is_short(shown)
    form = number_format(shown) if isinstance(shown, Column) else "#,##0.##"
    return maker.styles.make(
        font_size=10, num_format=form if short else "General", align="center" if short else "left", shrink=not short
    )


def _is_short(shown: Column | Figure) -> bool:
    """A day, a number, a key: centred under its header; texts shrink rather than run into their neighbours."""
    return shown.kind not in (Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICE, Kind.URL)


def _stored(value: object) -> object:
    if value is None:
        return ""
    return serial_of(value) if isinstance(value, date) else value
