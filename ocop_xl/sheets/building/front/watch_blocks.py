"""Blocks of the front about what must be done: the first duties, who has them, certificates by their term, products by
year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ocop_xl.model import Book, Recognition
from ocop_xl.model.due.duty import PLAN_FROM
from ocop_xl.model.table import TODAY
from ocop_xl.programme.agenda.due import Due, State
from ocop_xl.programme.live.row_words import certificate_words
from ocop_xl.programme.live.values import live_value
from ocop_xl.programme.participation import active_products
from ocop_xl.programme.period import plan_period
from ocop_xl.sheets.agenda_places import SIGNS, count_cell, line_cell, line_cells, total_cell
from ocop_xl.sheets.building.agenda import places as p
from ocop_xl.sheets.building.agenda.shown import placed
from ocop_xl.sheets.building.front.block import Block, Field, Live, cut, link_to, shortened
from ocop_xl.sheets.building.front.first_steps import open_steps, step_formulas, step_values
from ocop_xl.sheets.reading.days import serial_of
from ocop_xl.sheets.vocabulary import AGENDA

_LATE, _COMING = 8, 4
_DUTIES = _LATE + _COMING
_UNITS = 6
_CERTIFICATES, YEARS = 6, 6
_NAME_LETTERS, _WHAT_LETTERS, _WHO_LETTERS = 38, 50, 19
_ALL = '"mở trang →"'


def duties(book: Book, on: date, at: int, steps_at: int) -> Block:
    """The first of «Việc cần làm», each a way to its row; then the steps that a new workbook has before it.

    However many are overdue, the last lines are kept for what comes next.
    """
    fields = (
        Field("B", "Hạn", {"bold": True}, signal=True),
        Field("C", "Còn (ngày)", {"align": "center"}),
        Field("D", "Việc (bấm để tới dòng)"),
        Field("F", "Ai làm"),
    )
    dues = [due for _, due in placed(book, on)]
    room = p.lines_for(len(dues))
    values = [*(_due(due, on) for due in _shown(dues)), *map(step_values, open_steps(book))]
    lines = []
    for number in range(1, _DUTIES + 1):
        value = values[number - 1] if number <= len(values) else ("", "", "", "")
        of_step = step_formulas(f"{number}-{total_cell()}", steps_at)
        of_duty = _duty(number, room)
        formulas = (f"=IF({number}>{total_cell()},{a},{b})" for a, b in zip(of_step, of_duty, strict=True))
        lines.append([Live(formula, one) for formula, one in zip(formulas, value, strict=True)])
    more = f"{total_cell()}-{_DUTIES}"
    words = f'IF({more}>0,"còn "&({more})&" việc nữa →","mở trang →")'
    rest = len(dues) - _DUTIES
    note = Live(f"={link_to(AGENDA, words)}", f"còn {rest} việc nữa →" if rest > 0 else "mở trang →")
    return Block("VIỆC CẦN LÀM TRƯỚC", at, "B", "F", fields, lines, note)


def _shown(dues: Sequence[Due]) -> list[Due]:
    late = sum(due.state is State.OVERDUE for due in dues)
    skipped = max(0, min(late, len(dues) - _COMING) - _LATE)
    return [*dues[:_LATE], *dues[_LATE + skipped :][:_COMING]]


def _at_line(letters: str, number: int, room: int) -> str:
    """Formula of what «Việc cần làm» has for the front's line of that number."""
    if number <= _LATE:
        return line_cell(letters, number)
    skipped = f"MAX(0,MIN({count_cell(State.OVERDUE)},MIN({total_cell()},{room})-{_COMING})-{_LATE})"
    return f"INDEX({line_cells(letters, room)},{number}+{skipped})"


def _due(due: Due, on: date) -> tuple[object, ...]:
    shown = f"{SIGNS[due.state]} {due.due:%d/%m/%Y}"
    return shown, due.days_left(on), shortened(due.what, _WHAT_LETTERS), shortened(due.who, _WHO_LETTERS)


def _duty(number: int, room: int) -> tuple[str, ...]:
    day, state, left, what, who, page, row = (
        _at_line(letters, number, room) for letters in (p.DAY, p.STATE, p.LEFT, p.WHAT, p.WHO, p.PAGE, p.ROW)
    )
    shown = f'LEFT({state},1)&" "&TEXT(DAY({day}),"00")&"/"&TEXT(MONTH({day}),"00")&"/"&YEAR({day})'
    link = f'HYPERLINK("#\'"&{page}&"\'!A"&{row},{cut(what, _WHAT_LETTERS)})'
    return shown, left, link, cut(who, _WHO_LETTERS)


def units(book: Book, on: date, at: int) -> Block:
    """Who has most pressing duties first: of how many, how many are late."""
    dues = [due for _, due in placed(book, on)]
    lines = p.lines_for(len(dues))
    by_folded: dict[str, str] = {}
    for due in dues:
        by_folded.setdefault(due.who.casefold(), due.who)
    names = list(by_folded.values())
    fields = (
        Field("B", "Ai làm"),
        Field("E", "Quá hạn", {"align": "center"}, signal=True),
        Field("F", "Đang mở", {"align": "center"}),
    )
    shown = [_unit(n, names[n - 1] if n <= len(names) else "", dues, lines, at + 1 + n) for n in range(1, _UNITS + 1)]
    return Block("THEO NGƯỜI LÀM", at, "B", "F", fields, shown, Live(f"={link_to(AGENDA, _ALL)}", "mở trang →"))


def _unit(number: int, name: str, dues: Sequence[Due], lines: int, row: int) -> list[Live]:
    who, state, order = (line_cells(letters, lines) for letters in (p.WHO, p.STATE, p.UNIT))
    mine = [due for due in dues if due.who.casefold() == name.casefold()]
    late = sum(due.state is State.OVERDUE for due in mine)
    count = f'COUNTIFS({who},$B{row},{state},"✘*")'
    return [
        Live(f'=IFERROR(INDEX({who},MATCH({number},{order},0)),"")', name),
        Live(f'=IF($B{row}="","",IF({count}=0,"✔ 0","✘ "&{count}))', (f"✘ {late}" if late else "✔ 0") if name else ""),
        Live(f'=IF($B{row}="","",COUNTIF({who},$B{row}))', len(mine) if name else ""),
    ]


def certificates(book: Book, on: date, at: int) -> Block:
    """Those still running, nearest end first; the lapsed ones after them, since nothing can be done in time there."""
    listed = sorted((r for r in book[Recognition] if certificate_words(r, on)), key=lambda r: _order(r, book, on))
    day, middle = {"num_format": "dd/mm/yyyy", "align": "center"}, {"num_format": '0" sao"', "align": "center"}
    fields = (
        Field("B", "Hết hạn", day),
        Field("C", "Hạng", middle),
        Field("D", "Sản phẩm"),
        Field("F", "Việc cần làm", signal=True),
    )
    lines = [
        _certificate(n, listed[n - 1] if n <= len(listed) else None, book, on) for n in range(1, _CERTIFICATES + 1)
    ]
    rest = len(listed) - _CERTIFICATES
    more = f'"và "&(MAX(tblCongNhan[Thứ tự hạn])-{_CERTIFICATES})&" giấy nữa →"'
    words = f'IF(MAX(tblCongNhan[Thứ tự hạn])>{_CERTIFICATES},{more},"mở trang →")'
    note = Live(f"={link_to('Công nhận', words)}", f"và {rest} giấy nữa →" if rest > 0 else "mở trang →")
    return Block("GIẤY CHỨNG NHẬN THEO HẠN", at, "B", "F", fields, lines, note)


def _order(row: Recognition, book: Book, on: date) -> int:
    order = live_value(row, "order", book, on)
    return order if isinstance(order, int) else 0


def _certificate(number: int, row: Recognition | None, book: Book, on: date) -> list[Live]:
    def found(header: str) -> str:
        return f"INDEX(tblCongNhan[{header}],MATCH({number},tblCongNhan[Thứ tự hạn],0))"

    name = str(live_value(row, "product_name", book, on)) if row else ""
    shown: tuple[tuple[str, object], ...] = (
        (found("Ngày hết hạn"), serial_of(row.ends) if row and row.ends else ""),
        (found("Số sao"), (row.stars or 0) if row else ""),
        (cut(found("Tên sản phẩm"), _NAME_LETTERS), shortened(name, _NAME_LETTERS)),
        (found("Việc cần làm"), certificate_words(row, on) if row else ""),
    )
    return [Live(f'=IFERROR({formula},"")', value) for formula, value in shown]


def years(book: Book, on: date, at: int) -> Block:
    """The plan's years while they fit, those about the day after that: what the plan wants in each, and what was
    recognised by the day."""
    lines = []
    for step in range(YEARS):
        year, row = _first_year(book, on) + step, at + 2 + step
        planned = sum(product.to_year == year for product in active_products(book, on))
        issued = [r.issued for r in book[Recognition] if r.issued and r.issued <= on]
        recognised = (
            f'=COUNTIFS(tblCongNhan[Ngày cấp],">="&DATE($H{row},1,1),'
            f'tblCongNhan[Ngày cấp],"<="&MIN(DATE($H{row},12,31),{TODAY}))'
        )
        lines.append(
            [
                Live(f"=$H{row - 1}+1" if step else _FIRST_YEAR, year),
                Live(f'=COUNTIFS(tblSanPham[Tham gia],"Có",tblSanPham[Lộ trình đến năm],$H{row})', planned),
                Live(recognised, sum(day.year == year for day in issued)),
            ]
        )
    middle = {"align": "center"}
    fields = (
        Field("H", "Năm", {"align": "left"}),
        Field("I", "Lộ trình", middle),
        Field("K", "Đã công nhận", {"align": "left"}),
    )
    return Block("SẢN PHẨM THEO NĂM", at, "H", "K", fields, lines)


def _first_year(book: Book, on: date) -> int:
    period = plan_period(book.commune)
    fits = period is not None and period.first <= on.year < period.first + YEARS
    return period.first if period and fits else on.year - 1


_IN_PLAN = f"AND({PLAN_FROM}>0,YEAR({TODAY})>={PLAN_FROM},YEAR({TODAY})<{PLAN_FROM}+{YEARS})"
_FIRST_YEAR = f"=IF({_IN_PLAN},{PLAN_FROM},YEAR({TODAY})-1)"
