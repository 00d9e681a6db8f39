"""The book's products, producers and recognitions as the import sees them: copies it may fill, and new rows."""

from __future__ import annotations

import copy
import re
from typing import Any, NamedTuple

from ocop_xl.changes.change import Change
from ocop_xl.model import Book, Producer, Product, Recognition
from ocop_xl.model.column import Column
from ocop_xl.model.table import R, Row, spec_of
from ocop_xl.rules.rule import shown
from ocop_xl.sheets.importing.ledger import Ledger
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.words.values import Reading
from ocop_xl.vietnamese import fold, toned_key

IMPORTED: tuple[type[Row], ...] = (Producer, Product, Recognition)
"""In the order in which new rows are written: a row's references stand before it."""


class Given(NamedTuple):
    """What a source cell says about one column."""

    cell: Cell
    column: Column
    reading: Reading

    @property
    def value(self) -> Any:
        return self.reading.value


class Drafts:
    """`rows` are the book's rows (copied) followed by new ones; the book itself is never touched."""

    def __init__(self, book: Book, ledger: Ledger, source: str) -> None:
        self._ledger = ledger
        self._source = source
        self._rows: dict[type[Row], list[Row]] = {kind: [copy.copy(row) for row in book[kind]] for kind in IMPORTED}
        self._last = {kind: _last_number(self._rows[kind], kind) for kind in IMPORTED}
        self._new: list[Row] = []
        self._fills: list[Change] = []

    def rows(self, kind: type[R]) -> list[R]:
        return self._rows[kind]  # type: ignore[return-value]

    def add(self, kind: type[R]) -> R:
        """A new row with the next id of its table."""
        key = spec_of(kind).key
        assert key is not None
        self._last[kind] += 1
        row = kind()
        setattr(row, key.attribute, f"{key.prefix}{self._last[kind]:02d}")
        self._rows[kind].append(row)
        self._new.append(row)
        return row

    def is_new(self, row: Row) -> bool:
        return any(row is new for new in self._new)

    def fill(self, row: Row, given: Given) -> bool:
        """Put a value where the row has none. A different value is never written over: the cell is listed."""
        now = getattr(row, given.column.attribute)
        if now is None:
            self._set(row, given.column, given.value, given.cell)
        elif not _agree(now, given.value):
            self.disagree(row, given, now)
            return False
        self._ledger.place(given.cell, row, given.column.header)
        return True

    def disagree(self, row: Row, given: Given, now: Any) -> None:
        row_id, held = getattr(row, "id", ""), shown(now, given.column.kind)
        self._ledger.leave(given.cell, f"{row_id} đã có «{given.column.header}» là “{held}”")
        self._ledger.unsure(
            given.cell,
            f"giữ «{given.column.header}» của {row_id} là “{held}”",
            "nguồn ghi khác, hãy sửa trong sổ nếu nguồn đúng",
        )

    def assume(self, row: Row, attribute: str, value: Any, cell: Cell) -> bool:
        """A value that no cell states; only for a blank, and the caller says why. True if it was put."""
        if getattr(row, attribute) is not None:
            return False
        self._set(row, spec_of(type(row)).column(attribute), value, cell)
        return True

    def remark(self, row: Row, given: Given) -> None:
        """What a column cannot hold goes to «Ghi chú», with the header it stood under."""
        text = f"{given.column.header}: {' '.join(given.reading.rest.split())}"
        now = getattr(row, "note", None) or ""
        column = spec_of(type(row)).column("note")
        if text not in now:
            self._set(row, column, f"{now}; {text}" if now else text, given.cell)
        self._ledger.place(given.cell, row, column.header)

    def _set(self, row: Row, column: Column, value: Any, cell: Cell) -> None:
        before = getattr(row, column.attribute)
        setattr(row, column.attribute, value)
        if not self.is_new(row):
            row_id = str(getattr(row, "id", "") or "")
            why = _why(self._source, cell)
            self._fills.append(Change(spec_of(type(row)).name, row_id, column.header, before, value, why))

    def new_rows(self) -> list[Row]:
        return [row for kind in IMPORTED for row in self._new if isinstance(row, kind)]

    def changes(self) -> list[Change]:
        """New rows cell by cell, then what was filled in rows that the book has."""
        why = f"Nhập từ {self._source}"
        made = [
            Change(spec_of(type(row)).name, str(getattr(row, "id", "")), column.header, None, value, why)
            for row in self.new_rows()
            for column in spec_of(type(row)).inputs
            if column.attribute != "id" and (value := getattr(row, column.attribute)) is not None
        ]
        return made + self._fills


def _why(source: str, cell: Cell) -> str:
    return f"Nhập từ {source}, {cell.address}" if cell.address else f"Nhập từ {source}"


def _agree(now: Any, given: Any) -> bool:
    """Texts agree when only spelling habits part them; marks count."""
    if isinstance(now, str) and isinstance(given, str):
        return now == given or toned_key(now) == toned_key(given) or (now.isascii() and fold(now) == fold(given))
    return bool(now == given)


def _last_number(rows: list[Row], kind: type[Row]) -> int:
    key = spec_of(kind).key
    assert key is not None
    shape = re.compile(rf"{key.prefix}0*(\d{{1,9}})")
    found = (shape.fullmatch(str(getattr(row, key.attribute) or "").strip()) for row in rows)
    return max((int(match[1]) for match in found if match), default=0)
