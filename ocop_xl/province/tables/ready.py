"""Rows made ready for a sheet before anybody knows where they will stand there.

Reading is shared among workers; what is left for the one process that writes decides how much faster several are. So
the workers write the cells too: all that follows a cell's address and look, which only the whole workbook knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from ocop_xl.model.column import Column, Kind
from ocop_xl.province.head import Cell
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.building.cells import lines_needed
from ocop_xl.sheets.reading.days import serial_of

_TABLE, _ROW, _CELL = "\x1d", "\x1e", "\x1f"
"""Separators of ASCII, none of which can stand in XML."""
_NOT_PLAIN = re.compile("[\x00-\x08\x0b-\x1f&<>\ufffe\uffff]|_x[0-9a-fA-F]{4}_")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9a-fA-F]{4}_)")
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_LONGEST = 32_767
"""Letters that a cell of Excel can hold."""


class ReadyRow(NamedTuple):
    """`order` is the text by which rows stand in order where their table has one of its own; `lines` are those of its
    highest cell; `cells` is what follows the address and the look of each."""

    order: str
    lines: int
    cells: Sequence[str]


def ready(values: Sequence[Cell], columns: Sequence[Column], by: int | None = None) -> ReadyRow:
    """`by` is the place of the column by which the rows stand in order."""
    texts = [(value, column.width) for value, column in zip(values, columns, strict=True)]
    cells = [_cell(value, column) for value, column in zip(values, columns, strict=True)]
    order = "" if by is None or values[by] is None else _text(str(values[by]))
    return ReadyRow(order, lines_needed(texts), cells)


def in_one_text(tables: Iterable[Iterable[ReadyRow]]) -> str:
    return _TABLE.join(
        _ROW.join(_CELL.join((row.order, str(row.lines), *row.cells)) for row in rows) for rows in tables
    )


def from_one_text(text: str) -> list[list[ReadyRow]]:
    return [[_row(row) for row in rows.split(_ROW)] if rows else [] for rows in text.split(_TABLE)]


def _row(text: str) -> ReadyRow:
    order, lines, *cells = text.split(_CELL)
    return ReadyRow(order, int(lines), cells)


def _cell(value: Cell, column: Column) -> str:
    if value is None or value == "":
        return "/>"
    known = _day(value) if column.kind is Kind.DATE and isinstance(value, str) else value
    if isinstance(known, str):
        space = ' xml:space="preserve"' if known[0].isspace() or known[-1].isspace() else ""
        return f' t="inlineStr"><is><t{space}>{_text(known[:_LONGEST])}</t></is></c>'
    return f"><v>{known:.16G}</v></c>"


def _day(value: str) -> str | int:
    """What a reduced file says of a day is its text; what the commune could not write as a day stays as typed."""
    try:
        return serial_of(date.fromisoformat(value))
    except ValueError:
        return value


def _text(value: str) -> str:
    """As the file keeps it, also what XML cannot hold and what looks as if it were written so."""
    if not _NOT_PLAIN.search(value):
        return value
    plain = _LOOKS_ESCAPED.sub("_x005F_", value)
    plain = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _NOT_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", plain)
