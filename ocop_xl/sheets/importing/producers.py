"""Finds the producer that a source cell names, among the book's and those met before, or makes a new one."""

from __future__ import annotations

from ocop_xl.law.legal_forms import legal_form
from ocop_xl.model import Producer
from ocop_xl.sheets.importing.drafts import Drafts, Given
from ocop_xl.sheets.importing.ledger import Ledger
from ocop_xl.sheets.importing.words.names import Likeness, Name, likeness

_KEPT_APART = {
    Likeness.ONLY_MARKS_DIFFER: "hai tên chỉ khác dấu, có thể là một chủ thể viết sai dấu",
    Likeness.ALIKE: "hai tên gần giống nhau, có thể là một chủ thể gõ nhầm",
}


class Producers:
    """One row a producer, however often and however spelled the source names it."""

    def __init__(self, drafts: Drafts, ledger: Ledger) -> None:
        self._drafts = drafts
        self._ledger = ledger
        self._names = [(Name.of(row.name), row) for row in drafts.rows(Producer) if row.name]
        self._by_key = {name.toned: producer for name, producer in reversed(self._names)}
        self._compared: set[tuple[str, str]] = set()

    def named(self, given: Given) -> Producer:
        """The producer of a name cell; what was assumed is noted once for each spelling."""
        name = Name.of(str(given.value))
        same = self._by_key.get(name.toned)
        if same is not None:
            self._ledger.place(given.cell, same, given.column.header)
            return same
        near: Producer | None = None
        for known, producer in self._names:
            kind = likeness(known, name)
            if kind is Likeness.NEAR and near is None:
                near = producer
            elif kind in _KEPT_APART and self._first_time(known, name):
                self._ledger.unsure(given.cell, f"để riêng với “{known.text}” ({producer.id})", _KEPT_APART[kind])
        if near is not None:
            return self._take_as(near, name, given)
        return self._add(name, given)

    def _take_as(self, producer: Producer, name: Name, given: Given) -> Producer:
        known = Name.of(str(producer.name))
        if self._first_time(known, name):
            self._ledger.unsure(
                given.cell,
                f"là “{producer.name}” ({producer.id})",
                "hai cách viết của một tên; nếu là hai chủ thể, hãy tách trong sổ",
            )
        self._remember(name, producer)
        self._ledger.place(given.cell, producer, given.column.header)
        return producer

    def _add(self, name: Name, given: Given) -> Producer:
        producer = self._drafts.add(Producer)
        self._drafts.fill(producer, given)
        self._remember(name, producer)
        return producer

    def _remember(self, name: Name, producer: Producer) -> None:
        self._names.append((name, producer))
        self._by_key[name.toned] = producer

    def _first_time(self, known: Name, name: Name) -> bool:
        pair = (known.text, name.text)
        if pair in self._compared:
            return False
        self._compared.add(pair)
        return True

    def form_from_name(self, producer: Producer, given: Given) -> None:
        """`HTX Dịch vụ…` says its legal form; taken when the source has no cell for it, and noted."""
        form = legal_form(producer.name or "")
        if form is not None and self._drafts.assume(producer, "legal_form", form.name, given.cell):
            self._ledger.unsure(given.cell, f"loại hình là “{form.name}”", "suy từ tên chủ thể, nguồn không ghi")
