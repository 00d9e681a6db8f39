"""The copy of the workbook that goes out: a new file with values only.

It is built anew instead of being cut out of the commune's file: what nobody puts in cannot leak, whatever Excel, an
add-in or a printer has left in the original.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from ocop_xl.exchange.shared_rows import Cell, SharedTable
from ocop_xl.model.column import Column
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.building.cells import FittedSheet, fit_height, write_page_head, write_value
from ocop_xl.sheets.building.style import GREEN, LINE, LIVE, Styles
from ocop_xl.sheets.vocabulary import COPY_FRONT, quoted

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_FRONT_WIDTHS, _FORM_WIDTHS = (34, 92), (36, 84)
_FIT_ON_ONE_PAGE = 240  # characters


class Cover(NamedTuple):
    """What the first sheet says: lines of label and value, then what is not in the file; `about_values` is the line
    under the title of every other sheet."""

    title: str
    facts: Sequence[tuple[str, str]]
    left_out: Sequence[str]
    made: date
    about_values: str


def values_workbook(tables: Sequence[SharedTable], cover: Cover) -> bytes:
    """The `.xlsx`: no formula, name, link to elsewhere, author or code in it. Same tables, same bytes."""
    memory = BytesIO()
    workbook = xlsxwriter.Workbook(memory, {"in_memory": True, **_OPTIONS})
    made = datetime(cover.made.year, cover.made.month, cover.made.day)
    workbook.set_properties({"title": cover.title, "created": made})
    workbook.set_size(24000, 14000)
    styles = Styles(workbook)
    _front(workbook.add_worksheet(COPY_FRONT, worksheet_class=FittedSheet), styles, cover, tables)
    for table in tables:
        sheet = workbook.add_worksheet(table.spec.sheet, worksheet_class=FittedSheet)
        _head(sheet, styles, table.spec.title, cover.about_values)
        if table.spec.form:
            _form(sheet, styles, table)
        else:
            _list(sheet, styles, table)
    workbook.close()
    return memory.getvalue()


def _head(sheet: Any, styles: Styles, title: str, purpose: str) -> None:
    sheet.set_default_row(20)
    write_page_head(sheet, styles, title, purpose, COPY_FRONT)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&9&A&R&9Trang &P/&N")


def _front(sheet: Any, styles: Styles, cover: Cover, tables: Sequence[SharedTable]) -> None:
    sheet.hide_gridlines(2)
    sheet.set_tab_color(GREEN)
    for place, width in enumerate(_FRONT_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.set_default_row(20)
    sheet.set_row(0, 32)
    sheet.write_string(0, 0, cover.title, styles.title)
    label = styles.make(bold=True, bg_color=LIVE, border=1, border_color=LINE, text_wrap=True)
    value = styles.make(border=1, border_color=LINE, text_wrap=True)
    link = styles.make(font_color=GREEN, underline=1, border=1, border_color=LINE)
    at = 2
    for name, text in cover.facts:
        sheet.write_string(at, 0, name, label)
        sheet.write_string(at, 1, text, value)
        fit_height(sheet, at + 1, [(text, _FRONT_WIDTHS[1])])
        at += 1
    at = _heading(sheet, styles, at + 1, "CÁC TRANG", "Số dòng")
    for table in tables:
        sheet.write_url(at, 0, f"internal:{quoted(table.spec.sheet)}!A1", link, table.spec.sheet)
        sheet.write_number(at, 1, len(table.cells), styles.make(border=1, border_color=LINE, align="left"))
        at += 1
    at = _heading(sheet, styles, at + 1, "KHÔNG CÓ TRONG BẢN NÀY", "Để bảo vệ dữ liệu cá nhân và giữ tệp gọn, an toàn")
    for line in cover.left_out:
        sheet.merge_range(at, 0, at, 1, line, value)
        fit_height(sheet, at + 1, [(line, sum(_FRONT_WIDTHS))])
        at += 1
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&9&A&R&9Trang &P/&N")
    sheet.activate()


def _heading(sheet: Any, styles: Styles, at: int, left: str, right: str) -> int:
    sheet.write_string(at, 0, left, styles.header())
    sheet.write_string(at, 1, right, styles.header())
    return at + 1


def _form(sheet: Any, styles: Styles, table: SharedTable) -> None:
    """A line for each field: label, value."""
    values = table.cells[0] if table.cells else (None,) * len(table.columns)
    heads = [{"header": head, "header_format": styles.header()} for head in ("Thông tin", "Giá trị")]
    options = {"name": table.spec.name, "style": None, "autofilter": False, "columns": heads}
    sheet.add_table(HEADER_ROW - 1, 0, HEADER_ROW - 1 + len(table.columns), 1, options)
    label = styles.make(bold=True, bg_color=LIVE, border=1, border_color=LINE, text_wrap=True)
    for at, (column, value) in enumerate(zip(table.columns, values, strict=True), HEADER_ROW):
        sheet.write_string(at, 0, column.header, label)
        write_value(sheet, at, 1, value, styles.field(column))
        fit_height(sheet, at + 1, [(value, _FORM_WIDTHS[1])])
    for place, width in enumerate(_FORM_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(HEADER_ROW, 1)
    sheet.fit_to_pages(1, 1)


def _list(sheet: Any, styles: Styles, table: SharedTable) -> None:
    columns, rows = table.columns, table.cells
    heads = [{"header": c.header, "header_format": styles.header(c)} for c in columns]
    last = HEADER_ROW - 1 + max(1, len(rows))
    options = {"name": table.spec.name, "style": None, "columns": heads}
    sheet.add_table(HEADER_ROW - 1, 0, last, len(columns) - 1, options)
    sheet.set_row(HEADER_ROW - 1, 48)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, None, {"hidden": column.helper})
    looks = [styles.cell(column) for column in columns]
    for at, row in enumerate(rows or ((None,) * len(columns),), HEADER_ROW):
        for place, value in enumerate(row):
            write_value(sheet, at, place, value, looks[place])
        fit_height(sheet, at + 1, _wrapped(row, columns))
    sheet.freeze_panes(HEADER_ROW, 1)
    sheet.repeat_rows(HEADER_ROW - 1)
    width = sum(column.width for column in columns if not column.helper)
    sheet.fit_to_pages(-(-width // _FIT_ON_ONE_PAGE), 0)


def _wrapped(row: Sequence[Cell], columns: Sequence[Column]) -> list[tuple[object, int]]:
    return [(value, column.width) for value, column in zip(row, columns, strict=True) if not column.helper]
