"""Products by hamlet on the front: those with most first, then what is left over or says no hamlet."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Hamlet, spec_of
from ocop_xl.model.rows.producers import HAMLET_UNIT, hamlet_number
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.programme.hamlets import idle_hamlets, products_by_hamlet
from ocop_xl.programme.measures import measured
from ocop_xl.sheets.building.front.block import Block, Field, Live, link_to
from ocop_xl.sheets.front_tiles import of_measure

_NAMED = 5
HAMLETS = _NAMED + 1
"""Lines: the last takes the rest."""
_ALL, _RANKED = "Số sản phẩm tham gia", "Số sản phẩm từ 3 sao"
_NUMBERS = "tblChuThe[Thứ tự ấp]"
_OTHERS, _UNSAID = "Ấp khác", "Chưa ghi ấp"


def by_hamlet(book: Book, on: date, at: int) -> Block:
    fields = (
        Field("H", "Ấp"),
        Field("I", "Tham gia", {"align": "center"}),
        Field("K", "Từ 3 sao", {"align": "left"}),
    )
    values = _values(book, on)
    lines = [_line(place, at + 2, values[place] if place < len(values) else ("", "", "")) for place in range(HAMLETS)]
    return Block("SẢN PHẨM THEO ẤP", at, "H", "K", fields, lines, _idle(book, on))


def _values(book: Book, on: date) -> list[tuple[object, object, object]]:
    found = products_by_hamlet(book, on)
    found.sort(key=lambda one: -hamlet_number(one.products, one.first.at))
    shown: list[tuple[object, object, object]] = [(one.name, one.products, one.ranked) for one in found[:_NAMED]]
    rest = int(measured(book, on, _ALL) or 0) - sum(one.products for one in found[:_NAMED])
    ranked = int(measured(book, on, _RANKED) or 0) - sum(one.ranked for one in found[:_NAMED])
    return [*shown, (_OTHERS if len(found) > _NAMED else _UNSAID, rest, ranked)] if rest else shown


def _line(place: int, first: int, values: tuple[object, object, object]) -> list[Live]:
    row, named = first + place, f"MIN(COUNT({_NUMBERS}),{_NAMED})"
    number = f"LARGE({_NUMBERS},{place + 1})"
    name = f"INDEX(tblChuThe[Ấp],{HAMLET_UNIT}-MOD({number},{HAMLET_UNIT})-{HEADER_ROW})"
    left, ranked = _left(_ALL, "I", first, place), _left(_RANKED, "K", first, place)
    rest = f'IF(COUNT({_NUMBERS})>{_NAMED},"{_OTHERS}","{_UNSAID}")'
    last = f'IF({place}={named},IF({left}>0,{rest},""),"")'
    of_hamlet = f"SUMIFS(tblChuThe[{_RANKED}],tblChuThe[Ấp],$H{row})"
    formulas = (
        f"=IF({place}<{named},{name},{last})",
        f'=IF($H{row}="","",IF({place}<{named},INT({number}/{HAMLET_UNIT}),{left}))',
        f'=IF($H{row}="","",IF({place}<{named},{of_hamlet},{ranked}))',
    )
    return [Live(formula, value) for formula, value in zip(formulas, values, strict=True)]


def _left(measure: str, letter: str, first: int, place: int) -> str:
    """What the lines above do not hold of a figure of «Số liệu»."""
    above = f"-SUM(${letter}${first}:${letter}${first + place - 1})" if place else ""
    return f"({of_measure(measure)[1:]}{above})"


def _idle(book: Book, on: date) -> Live:
    """How many hamlets of the commune make nothing yet."""
    table, count = spec_of(Hamlet), len(idle_hamlets(book, on))
    idle = f'COUNTIFS({table.name}[Tên ấp],"?*",{table.name}[Số chủ thể],0)'
    words = f'IF({idle}>0,{idle}&" ấp chưa có sản phẩm →","mở trang →")'
    return Live(f"={link_to(table.sheet, words)}", f"{count} ấp chưa có sản phẩm →" if count else "mở trang →")
