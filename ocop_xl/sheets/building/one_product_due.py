"""What is due on «Một sản phẩm»: the lines of «Việc cần làm» that speak of the product, or of the chosen producer."""

from __future__ import annotations

from typing import Any

from ocop_xl.model import Book, Producer, Product, spec_of
from ocop_xl.programme.agenda.due import Due
from ocop_xl.programme.agenda.words import maker_of, product_id_of
from ocop_xl.sheets.agenda_places import FIRST, line_cells
from ocop_xl.sheets.building.agenda import places as p
from ocop_xl.sheets.building.agenda.line import state_words
from ocop_xl.sheets.building.agenda.shown import placed
from ocop_xl.sheets.building.chain import NO_ROW, next_among
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.one_product_head import PRODUCER_KEY, PRODUCT_KEY
from ocop_xl.sheets.building.style import DARK_GREEN, GREEN, LINE, MUTED
from ocop_xl.sheets.reading.days import serial_of
from ocop_xl.sheets.vocabulary import AGENDA, quoted

_LINES = 5
_AT = "J"
"""Hidden column: in which row of «Việc cần làm» a line stands."""
_SHOWN = (
    (0, "Hạn", p.DAY),
    (1, "Ai làm", p.WHO),
    (2, "Còn (ngày)", p.LEFT),
    (3, "Tình trạng", p.STATE),
    (5, "Việc", p.WHAT),
)
"""Columns of the sheet, counted from 0, and of the list; the last runs to the right edge."""
_EDGE = 7
_SHORT = (p.DAY, p.LEFT)


def write_due(maker: SheetMaker, sheet: Any, product: Product, row: int) -> int:
    """Title, headers, lines; gives the row after the blank one below."""
    listed = placed(maker.book, maker.on)
    mine = [(FIRST + at, due) for at, (_, due) in enumerate(listed) if _is_mine(due, maker.book, product)]
    lines = p.lines_for(len(listed))
    condition = _condition(lines)
    _write_title(maker, sheet, condition, len(mine), row)
    headers = {place: (header, letters) for place, header, letters in _SHOWN}
    for place in range(_EDGE + 1):
        header, letters = headers.get(place, ("", ""))
        align = "center" if letters in _SHORT else "left"
        head = maker.styles.make(bold=True, font_size=10, font_color=MUTED, bottom=1, bottom_color=LINE, align=align)
        sheet.write_string(row, place, header, head)
    for number in range(_LINES):
        at, before = row + 2 + number, f"${_AT}{row + 1 + number}" if number else ""
        found = mine[number] if number < len(mine) else None
        chain = next_among(f"ROW({line_cells(p.KEY, lines)})", condition, before)
        sheet.write_formula(f"{_AT}{at}", chain, None, found[0] if found else NO_ROW)
        _write_line(maker, sheet, found[1] if found else None, at)
    return row + 3 + _LINES


def _is_mine(due: Due, book: Book, product: Product) -> bool:
    product_id = product_id_of(due.row, book)
    if product.id:
        return product_id == product.id
    producer = book.by_id(Producer).get(product.producer_id or "")
    if producer is None:
        return False
    return due.row is producer or (bool(product_id) and maker_of(book, product_id) == producer.name)


def _condition(lines: int) -> str:
    """1 for each line that is meant."""
    of_product, maker, key = (line_cells(letters, lines) for letters in (p.PRODUCT, p.MAKER, p.KEY))
    table = spec_of(Producer).name
    name = f'IFERROR(INDEX({table}[Tên chủ thể],MATCH({PRODUCER_KEY},{table}[Mã CT],0)),"?")'
    own = f'ISNUMBER(SEARCH(":{table}:"&{PRODUCER_KEY}&":",{key}))'
    by_maker = f'(({of_product}<>"")*({maker}={name})+{own}>0)'
    return (
        f'(({PRODUCT_KEY}<>"")*({of_product}={PRODUCT_KEY})'
        f'+({PRODUCT_KEY}="")*({PRODUCER_KEY}<>"")*{by_maker}>0)*({key}<>"")'
    )


def _write_title(maker: SheetMaker, sheet: Any, condition: str, count: int, row: int) -> None:
    band = {"bottom": 2, "bottom_color": GREEN, "valign": "bottom"}
    title = maker.styles.make(bold=True, font_color=DARK_GREEN, **band)
    for place in range(_EDGE):
        sheet.write_blank(row - 1, place, None, title)
    sheet.write_string(row - 1, 0, "VIỆC CẦN LÀM", title)
    note = maker.styles.make(italic=True, font_color=MUTED, align="right", **band)
    total, where = f"SUMPRODUCT({condition}*1)", f" việc nữa ở trang «{AGENDA}»"
    formula = f'=IF({total}=0,"không có",IF({total}>{_LINES},"… còn "&({total}-{_LINES})&"{where}",""))'
    said = "không có" if count == 0 else f"… còn {count - _LINES}{where}" if count > _LINES else ""
    sheet.write_formula(row - 1, _EDGE, formula, note, said)
    sheet.set_row(row - 1, 19)


def _write_line(maker: SheetMaker, sheet: Any, due: Due | None, row: int) -> None:
    at = f"${_AT}{row}"
    values = _values(maker, due) if due else {}
    for place, _, letters in _SHOWN:
        column = f"{quoted(AGENDA)}!${letters}:${letters}"
        look = maker.styles.make(
            font_size=10,
            num_format="dd/mm/yyyy" if letters == p.DAY else "General",
            align="center" if letters in _SHORT else "left",
            shrink=letters in (p.WHO, p.WHAT),
        )
        if letters == p.WHAT:
            sheet.merge_range(row - 1, place, row - 1, _EDGE, "", look)
        formula = f'=IF({at}>={NO_ROW},"",INDEX({column},{at}))'
        sheet.write_formula(row - 1, place, formula, look, values.get(letters, ""))


def _values(maker: SheetMaker, due: Due) -> dict[str, object]:
    return {
        p.DAY: serial_of(due.due),
        p.WHO: due.who,
        p.LEFT: due.days_left(maker.on),
        p.STATE: state_words(due.state),
        p.WHAT: due.what,
    }
