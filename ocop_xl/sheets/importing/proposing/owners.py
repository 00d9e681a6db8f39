"""Whose a row is: the subject that it names, its section or the row above."""

from __future__ import annotations

from ocop_xl.model import Producer
from ocop_xl.sheets.importing.proposing.draft import Draft
from ocop_xl.sheets.importing.proposing.producers import Producers, fill_producer, form_from_name, states_form
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.facts import Given, RowFacts
from ocop_xl.sheets.importing.tables.table import Table
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.captions import What
from ocop_xl.sheets.importing.words.values import Reading


class Owners:
    """Remembers the subject of the row above, which a blank cell takes over, also where that row did not enter."""

    def __init__(self, draft: Draft, producers: Producers) -> None:
        self.draft = draft
        self.producers = producers
        self._above: Producer | None = None
        self._kept_out: Given | None = None

    def start(self) -> None:
        """A table begins, or a section of it: nothing holds over."""
        self._above = self._kept_out = None

    def keep_out(self, named: Given | None) -> None:
        """A row did not enter; a blank cell below it means its subject all the same."""
        if named is not None:
            self._above, self._kept_out = None, named

    def fill(self, producer: Producer | None, facts: RowFacts) -> None:
        if producer is not None:
            fill_producer(self.draft, producer, facts)
            return
        for target in [target for target in facts.given if target.row_type is Producer]:
            self.draft.leave(facts.given.pop(target).cell, "dòng không có tên chủ thể")

    def of_row(self, table: Table, facts: RowFacts, cell: Cell) -> Producer | None:
        """The producer named in the row; with no word about one, that of the row above, noted as an assumption."""
        named = facts.take(f.PRODUCER)
        above = facts.said(What.SUBJECT)
        if named is None and above is not None and table.column(f.PRODUCER) is None:
            named = Given(above.cell, f.PRODUCER, Reading(above.value))
        if named is not None:
            return self._named(named, facts, cell)
        column = table.column(f.PRODUCER)
        stated = any(target.row_type is Producer for target in facts.given)
        broken = column is not None and table.grid.cell(facts.row.index, column.index).error
        if stated or broken or column is None:
            return None
        producer = self._above if self._kept_out is None else self._named(self._kept_out, facts, cell)
        if producer is not None:
            self.draft.note(
                cell, f"chủ thể là “{producer.name}” ({producer.id})", "ô chủ thể để trống, lấy theo dòng trên"
            )
        return producer

    def _named(self, named: Given, facts: RowFacts, cell: Cell) -> Producer:
        self._above, self._kept_out = None, named
        producer = self.producers.named(named, cell.text)
        if not states_form(facts):
            form_from_name(self.draft, producer, named.cell)
        self._above, self._kept_out = producer, None
        return producer
