"""What a step would write, gathered as `Change`s; the book itself stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ocop_xl.changes.change import Change
from ocop_xl.model import Book, Row, spec_of
from ocop_xl.model.keys import next_key
from ocop_xl.model.table import R


class Draft:
    """Blanks are filled, states moved on, rows added; what is there already is no change."""

    def __init__(self, book: Book, why: str) -> None:
        self.book = book
        self.changes: list[Change] = []
        self._why = why
        self._new: dict[type[Row], dict[str, Row]] = {}

    def fill(self, row: Row, /, **cells: Any) -> None:
        """Only cells that hold nothing: what somebody has typed stays."""
        self.move(row, **{name: value for name, value in cells.items() if self._now(row, name) is None})

    def move(self, row: Row, /, **cells: Any) -> None:
        """Cells that the step is about, from what they hold to what it makes of them; None leaves them."""
        for name, value in cells.items():
            if value is not None:
                self._change(row, name, value)

    def clear(self, row: Row, name: str) -> None:
        """A cell that no longer holds."""
        self._change(row, name, None)

    def add(self, kind: type[R], /, **cells: Any) -> R:
        """A new row with the next key, or with the one given in `id`; if that is there its blanks are filled."""
        row_id = cells.pop("id", None) or next_key(self.book, kind, self._new.get(kind, ()))
        found = self.book.by_id(kind).get(row_id)
        if found is not None:
            self.fill(found, **cells)
            return found
        row = kind(id=row_id)
        self._new.setdefault(kind, {})[row_id] = row
        self.move(row, **cells)
        for name, value in cells.items():
            setattr(row, name, value)
        return row

    def row(self, kind: type[R], row_id: str) -> R | None:
        """The row of that key, of the book or added just now."""
        return self.book.by_id(kind).get(row_id) or self._new.get(kind, {}).get(row_id)  # type: ignore[return-value]

    def lay(self, rows: Iterable[Row]) -> None:
        """Rows that are ready, with their keys."""
        for row in rows:
            columns = spec_of(type(row)).inputs
            self.add(type(row), **{column.attribute: getattr(row, column.attribute) for column in columns})

    def _change(self, row: Row, name: str, value: Any) -> None:
        before, spec = self._now(row, name), spec_of(type(row))
        if value != before:
            header = spec.column(name).header
            self.changes.append(Change(spec.name, _key_of(row), header, before, value, self._why))

    def _now(self, row: Row, name: str) -> Any:
        """What the cell holds by now; a step may move it twice."""
        place = (spec_of(type(row)).name, _key_of(row), spec_of(type(row)).column(name).header)
        said = (change.after for change in reversed(self.changes) if change[:3] == place)
        return next(said, getattr(row, name))


def _key_of(row: Row) -> str:
    key = spec_of(type(row)).key
    return getattr(row, key.attribute) or "" if key else ""
