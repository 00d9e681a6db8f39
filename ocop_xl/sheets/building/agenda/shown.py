"""What the lines of «Việc cần làm» come to: Python's list in the workbook's cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ocop_xl.model import Book, spec_of
from ocop_xl.model.due.duty import NO_KEY, SOURCE_UNIT, number_of
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.programme.agenda.due import Due
from ocop_xl.programme.agenda.live import agenda_of_day, number
from ocop_xl.programme.agenda.words import maker_of, product_id_of, product_name
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.agenda_places import FIRST
from ocop_xl.sheets.building.agenda import places as p
from ocop_xl.sheets.building.agenda.line import state_words
from ocop_xl.sheets.building.agenda.own import Own, owns
from ocop_xl.sheets.reading.days import serial_of


class Line(NamedTuple):
    """By column letters; `number` is that of the duty."""

    number: int
    cells: Mapping[str, object]


def placed(book: Book, on: date) -> list[tuple[int, Due]]:
    """The duties of the day by their numbers; what the commune owes has its row in the hidden list."""
    rows = {(one.source, one.said): row for row, one in enumerate(owns(book, on), FIRST)}
    found = [(number(due, rows.get((due.source, due.part), due.row.at)), due) for due in agenda_of_day(book, on)]
    return sorted(found, key=lambda one: one[0])


def own_number(one: Own, row: int, book: Book, on: date) -> object:
    dues = (due for due in agenda_of_day(book, on) if (due.source, due.part) == (one.source, one.said))
    return next((number(due, row) for due in dues), "")


def lines_of(dues: Sequence[tuple[int, Due]], book: Book, on: date, lines: int) -> Iterator[Line]:
    """Blank ones below."""
    seen: dict[str, int] = {}
    for at in range(lines):
        if at < len(dues):
            place, due = dues[at]
            first = due.who.casefold() not in seen
            seen.setdefault(due.who.casefold(), len(seen) + 1)
            yield Line(place, _cells(place, due, book, on, len(seen) if first else ""))
        else:
            yield Line(NO_KEY, _BLANK)


_BLANK: Mapping[str, object] = {
    **dict.fromkeys((p.DAY, p.STATE, p.LEFT, p.WHAT, p.WHO, p.PAGE, p.ARTICLE, p.KEY, p.PRODUCT), ""),
    **dict.fromkeys((p.CALLED, p.MAKER, p.UNIT), ""),
    **dict.fromkeys((p.SOURCE, p.ROW, p.PLACE, p.TABLE), 0),
}


def _cells(place: int, due: Due, book: Book, on: date, unit: object) -> dict[str, object]:
    kind = type(due.row)
    row, product_id = place % SOURCE_UNIT, product_id_of(due.row, book)
    return {
        p.DAY: serial_of(due.due),
        p.STATE: state_words(due.state),
        p.LEFT: due.days_left(on),
        p.WHAT: due.what,
        p.WHO: due.who,
        p.PAGE: spec_of(kind).sheet,
        p.ARTICLE: due.article,
        p.KEY: due.key,
        p.SOURCE: number_of(due.source),
        p.ROW: row,
        p.PLACE: row if spec_of(kind).form else row - HEADER_ROW,
        p.TABLE: p.kinds().index(kind) + 1,
        p.PRODUCT: product_id,
        p.CALLED: product_name(book, product_id),
        p.MAKER: maker_of(book, product_id),
        p.UNIT: unit,
    }
