"""What a commune has changed between two of its files: by key and column, nothing personal."""

from __future__ import annotations

from collections import Counter

from ocop_xl.changes.change import Change
from ocop_xl.changes.contents import Contents, contents, forgetting
from ocop_xl.changes.diff import Difference, RowDiff, diff
from ocop_xl.changes.wording import in_words
from ocop_xl.errors import Refusal
from ocop_xl.exchange.received import received
from ocop_xl.model.column import Column
from ocop_xl.model.table import TableSpec
from ocop_xl.privacy.masking import masked
from ocop_xl.privacy.profiles import is_private
from ocop_xl.province.arrivals import Arrival
from ocop_xl.records import NamedTuple


class Changed(NamedTuple):
    """A row that differs: where, how, and the words for its cells."""

    sheet: str
    row_id: str
    how: Difference
    cells: str


def changed_between(before: Arrival, after: Arrival) -> tuple[Changed, ...]:
    """In the order of the later book; nothing where one of the two cannot be read any more."""
    try:
        return tuple(_told(row) for row in diff(_contents(before), _contents(after)))
    except Refusal:
        return ()


def in_short(rows: tuple[Changed, ...]) -> str:
    """`sửa 3 dòng, thêm dòng 1`: how many rows, by kind."""
    times = Counter(row.how for row in rows)
    return ", ".join(f"{_SHORT[how]} {times[how]} dòng" for how in Difference if times[how])


_SHORT = {Difference.CHANGED: "sửa", Difference.ADDED: "thêm", Difference.REMOVED: "bỏ"}


def _contents(file: Arrival) -> Contents:
    return forgetting(contents(received(file.name, file.read()).book), _may_be_told)


def _may_be_told(spec: TableSpec, column: Column, value: object) -> bool:
    return not is_private(spec, column)


def _told(row: RowDiff) -> Changed:
    cells = ""
    if row.kind is Difference.CHANGED:
        cells = "; ".join(_cell(row.spec, change) for change in row.changes(""))
    return Changed(row.spec.sheet, row.row_id, row.kind, cells)


def _cell(spec: TableSpec, change: Change) -> str:
    column = spec.by_header(change.column)
    before, after = (masked(in_words(one, column), column.attribute)[0] for one in (change.before, change.after))
    return f"{column.header}: {before or _BLANK} → {after or _BLANK}"


_BLANK = "(trống)"
