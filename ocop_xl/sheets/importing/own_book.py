"""A whole older workbook of ours: its rows are known by table and column, only which row of the book is meant is asked.

Keys may have been given anew since: a row is found by what it says, and what refers to it follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ocop_xl.model import INPUT_TABLES, Book, Channel, Producer, Product, Recognition, Training, TrainingClass, spec_of
from ocop_xl.model.column import Kind
from ocop_xl.model.table import Row
from ocop_xl.sheets.importing.proposal import Proposal
from ocop_xl.sheets.importing.proposing.draft import IMPORTED, Draft, KeptOut
from ocop_xl.sheets.importing.proposing.producers import Producers
from ocop_xl.sheets.importing.proposing.products import Products
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.facts import Given
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.values import Reading
from ocop_xl.vietnamese import fold

_KNOWN_BY: dict[type[Row], tuple[str, ...]] = {
    Recognition: ("product_id", "decision_number", "issued"),
    TrainingClass: ("course", "held"),
    Training: ("class_id", "producer_id", "attendee"),
    Channel: ("product_id", "name", "link"),
}
"""Columns that make two rows one, keys apart."""
_NOT_YET = "trang này chưa nhập vào sổ khác được; cả sổ sang khuôn mới: ocop-xl new SO_MOI.xlsx --from SO_CU.xlsx"


def propose_own(book: Book, old: Book, source: str, answers: Mapping[str, str]) -> Proposal:
    """The old book's subjects, products, certificates, classes and channels against the rows of `book`."""
    work = _OwnBook(Draft(book, source, answers), old)
    for kind in IMPORTED:
        for row in old[kind]:
            work.take(row)
    for kind in INPUT_TABLES:
        if kind not in IMPORTED and not spec_of(kind).form and old[kind]:
            work.tell_left(kind)
    return work.draft.finished()


class _OwnBook:
    def __init__(self, draft: Draft, old: Book) -> None:
        self.draft = draft
        self._old = old
        self._producers = Producers(draft)
        self._products = Products(draft)
        self._now: dict[str, str] = {}  # key in the old book → key in this one

    def take(self, row: Row) -> None:
        try:
            found = self._row_for(row)
        except KeptOut as why:
            self.draft.count(str(why))
            for given in self._given(row):
                self.draft.leave(given.cell, str(why))
            return
        self.draft.count()
        self._now[str(getattr(row, "id", ""))] = str(getattr(found, "id", ""))
        for given in self._given(row):
            self.draft.fill(found, given)

    def tell_left(self, kind: type[Row]) -> None:
        spec = spec_of(kind)
        self.draft.note(
            Cell(self._old.placement(kind).sheet), f"chưa nhập {len(self._old[kind])} dòng «{spec.sheet}»", _NOT_YET
        )

    def _row_for(self, row: Row) -> Row:
        if isinstance(row, Producer):
            return self._producers.named(self._named(row, f.PRODUCER, row.name))
        if isinstance(row, Product):
            return self._product(row)
        wanted = {name: self._value(row, name) for name in _KNOWN_BY[type(row)]}
        rows = self.draft.lookup(type(row), tuple(wanted))
        key = tuple(fold(value) if isinstance(value, str) else value for value in wanted.values())
        found = rows.get(key)
        if found is None:
            found = rows[key] = self.draft.add(type(row))
        return found

    def _product(self, row: Product) -> Product:
        owner = self._value(row, "producer_id")
        producer = next((one for one in self.draft.rows(Producer) if one.id == owner), None)
        named = self._named(row, f.NAME, row.name)
        found = self._products.named(named, producer)
        if found.kept_out:
            raise KeptOut(found.kept_out)
        if found.product is not None:
            self.draft.proposal.already_known += found.known
            return found.product
        return self._products.add(named, producer)

    def _named(self, row: Row, target: Target, name: str | None) -> Given:
        if not name:
            raise KeptOut(f"dòng không có «{target.label}»")
        return Given(self._cell(row, target.attribute, name), target, Reading(name))

    def _given(self, row: Row) -> Iterator[Given]:
        """Every filled cell but the key, references in this book's keys."""
        for column in spec_of(type(row)).inputs:
            value = getattr(row, column.attribute)
            if value is None or column.kind is Kind.KEY:
                continue
            now = self._now.get(value) if column.kind is Kind.REF else value
            if now is not None:
                yield Given(self._cell(row, column.attribute, value), Target(type(row), column.attribute), Reading(now))

    def _value(self, row: Row, attribute: str) -> Any:
        value = getattr(row, attribute)
        if value is None or spec_of(type(row)).column(attribute).kind is not Kind.REF:
            return value
        if value not in self._now:
            raise KeptOut(f"dòng {value} mà nó thuộc về không vào sổ")
        return self._now[value]

    def _cell(self, row: Row, attribute: str, value: Any) -> Cell:
        placement = self._old.placement(type(row))
        return Cell(f"{placement.sheet}!{placement.cell(row, attribute)}", value)
