"""The head of the front: whose book it is, on which day, and the tiles that turn amber or red."""

from __future__ import annotations

from datetime import date
from typing import Any

from ocop_xl.model import Book
from ocop_xl.model.table import TODAY
from ocop_xl.programme.agenda.live import agenda_of_day
from ocop_xl.programme.measures import measured
from ocop_xl.sheets.building.agenda.settings import setting
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.front.block import signal_by_symbol
from ocop_xl.sheets.building.front.plan_blocks import targets_met
from ocop_xl.sheets.building.style import DARK_GREEN, GREEN, MUTED
from ocop_xl.sheets.front_tiles import TILES, Tile, counted
from ocop_xl.sheets.reading.days import serial_of
from ocop_xl.sheets.vocabulary import FRONT, quoted
from ocop_xl.vietnamese import figure

_QUIET = "#F3F7F4"
_MONTH_FIRST = 'IFERROR(DAY(DATEVALUE("2/3/2026"))=3,FALSE)'
_WARNING = "⚠ Máy đọc ngày kiểu Mỹ: tháng trước"
"""«Kiểu ngày của máy» on «Thông tin xã» says more."""


def write_title(maker: SheetMaker, sheet: Any) -> None:
    commune, white = maker.book.commune, {"font_color": "#FFFFFF", "bg_color": DARK_GREEN}
    for letter in "BCDEFGHIJKLMN":
        sheet.write_blank(f"{letter}1", None, maker.styles.make(**white))
    kind, name, number = commune.kind or "", commune.name or "", commune.plan_number or ""
    title = maker.styles.make(bold=True, font_size=18, indent=1, **white)
    whose = f'="SỔ OCOP "&UPPER({setting("kind")}&" "&{setting("name")})'
    sheet.write_formula("B1", whose, title, f"SỔ OCOP {kind.upper()} {name.upper()}")
    said = "Chương trình Mỗi xã một sản phẩm · Kế hoạch "
    plan = f'=IF({_MONTH_FIRST},"{_WARNING}","{said}"&{setting("plan_number")})'
    sheet.write_formula("F1", plan, maker.styles.make(**white), f"{said}{number}")
    sheet.write_string("K1", "Tính đến ngày", maker.styles.make(align="right", **white))
    day = maker.styles.make(bold=True, font_size=13, num_format="dd/mm/yyyy", align="center", **white)
    as_of = setting("as_of")
    sheet.write_formula("M1", f'=IF({as_of}="",TODAY(),{as_of})', day, serial_of(maker.on))
    maker.workbook.define_name(TODAY, f"={quoted(FRONT)}!$M$1")


def write_tiles(maker: SheetMaker, sheet: Any) -> None:
    edge = {"bg_color": _QUIET, "left": 5, "left_color": "#FFFFFF", "align": "center"}
    big = maker.styles.make(bold=True, font_size=20, font_color=DARK_GREEN, top=2, top_color=GREEN, **edge)
    small = maker.styles.make(font_size=10, font_color=MUTED, **edge)
    for tile in TILES:
        first = tile.cell[0]
        if first != tile.last:
            sheet.merge_range(f"{first}3:{tile.last}3", "", big)
            sheet.merge_range(f"{first}4:{tile.last}4", "", small)
        sheet.write_formula(tile.cell, tile.formula, big, _said(tile, maker.book, maker.on))
        sheet.write_string(f"{first}4", tile.label, small)
        if tile.state:
            signal_by_symbol(maker, sheet, f"{first}3:{tile.last}4", f"${first}$3")


def _said(tile: Tile, book: Book, on: date) -> str:
    if tile.figure:
        return figure(measured(book, on, tile.figure) or 0)
    if tile.state is None:
        return targets_met(book, on)
    return counted(tile.state, sum(due.state is tile.state for due in agenda_of_day(book, on)))
