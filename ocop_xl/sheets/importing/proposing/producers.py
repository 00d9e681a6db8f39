"""Finds the producer that a source cell names, among the book's and those met before, or makes a new one."""

from __future__ import annotations

from collections import defaultdict

from ocop_xl.law.legal_forms import legal_form
from ocop_xl.model import Producer, Product
from ocop_xl.programme.names import Likeness, Name
from ocop_xl.sheets.importing.proposal import DROP, NEW_ROW, is_row
from ocop_xl.sheets.importing.proposing.draft import OTHER_NAME, Draft, KeptOut, other_names
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.facts import Given, RowFacts
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.addresses import as_commune, communes_in, same_commune, with_units
from ocop_xl.sheets.importing.words.captions import What
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.names import NameIndex, brand_in_the_other, brand_of
from ocop_xl.sheets.importing.words.values import Reading
from ocop_xl.vietnamese import tidy

_KEPT_APART = {
    Likeness.ONLY_MARKS_DIFFER: "hai tên chỉ khác dấu, có thể là một chủ thể viết sai dấu",
    Likeness.ALIKE: "hai tên gần giống nhau, có thể là một chủ thể gõ nhầm",
}
_UNDECIDED = "chưa rõ có phải chủ thể đã có trong sổ"
_ADDRESS = Target(Producer, "address")
_UNITS = tuple(Target(Producer, unit) for unit in (f.COMMUNE, f.DISTRICT, f.PROVINCE))
_OLD = tuple(Target(Producer, old) for old in (f.OLD_ADDRESS, f.OLD_COMMUNE, f.OLD_DISTRICT))
_FORM = Target(Producer, "legal_form")


class Producers:
    """One row a producer, however often and however spelled the source names it."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._index: NameIndex[Producer] = NameIndex()
        self._by_key: dict[str, Producer] = {}
        self._compared: set[tuple[str, str]] = set()
        self._brands: dict[str, list[Producer]] = {}
        self._undecided: set[str] = set()
        self._makers: dict[str, list[Producer]] = defaultdict(list)
        rows = {row.id: row for row in draft.rows(Producer) if row.name}
        for product in draft.rows(Product):
            if product.name and product.producer_id in rows:
                self._makers[Name.of(product.name).key].append(rows[product.producer_id])
        for row in draft.rows(Producer):
            for other in other_names(row.note):
                self._remember(other, row)
            if row.name:
                self._remember(row.name, row)
                self._brands.setdefault(brand_of(row.name), []).append(row)

    def of_book(self, text: str) -> bool:
        """Whether the book has a producer of this name, spelling aside."""
        same = self._by_key.get(Name.of(text).toned)
        alike = [row for kind, row in self._index.alike(text) if kind is Likeness.NEAR]
        return any(not self._draft.is_new(row) for row in (*([same] if same else []), *alike))

    def named(self, given: Given, product: str = "") -> Producer:
        """The producer of a name cell beside that of a product; what was assumed is noted once for each spelling.
        `KeptOut` while nobody has said whether it is one that the book has under another name."""
        text = str(given.value)
        name = Name.of(text)
        same = self._by_key.get(name.toned)
        if same is not None:
            self._draft.place(given.cell, same, given.label)
            return same
        near: Producer | None = None
        for kind, producer in self._index.alike(text):
            if kind is Likeness.NEAR:
                near = near or producer
            elif kind in _KEPT_APART and self._first_time(str(producer.name), text):
                self._draft.note(given.cell, f"để riêng với “{producer.name}” ({producer.id})", _KEPT_APART[kind])
        if near is not None:
            return self._take_as(near, given)
        known = self._of_the_same_brand(text) or self._who_makes(product, text)
        return self._asked(given, known) if known or text in self._undecided else self._add(given)

    def _of_the_same_brand(self, text: str) -> list[Producer]:
        """The book's subjects with the same name but for trade and form: `DNTN Nguyễn Hưng`, `Nhà máy Nguyễn Hưng`."""
        brand, form = brand_of(text), legal_form(text)
        rows = self._brands.get(brand, []) if " " in brand else []
        return [row for row in rows if form is None or row.legal_form in (None, form.name)]

    def _who_makes(self, product: str, text: str) -> list[Producer]:
        """The book's subjects that make the product of this row under a name that goes into the other: `Nhà máy Nguyễn
        Hưng`, `Nhà máy xay xát Nguyễn Hưng`."""
        makers = self._makers.get(Name.of(product).key, ()) if product else ()
        return [row for row in makers if brand_in_the_other(str(row.name), text)]

    def _asked(self, given: Given, rows: list[Producer]) -> Producer:
        text = str(given.value)
        if text in self._undecided:
            raise KeptOut(_UNDECIDED)
        known = ", ".join(f"“{row.name}” ({row.id})" for row in rows)
        choices = (*(is_row(str(row.id)) for row in rows), NEW_ROW, DROP)
        asked = f"“{text}”: sổ đã có {known}"
        answer = self._draft.ask("chu-the", given.cell, "Chủ thể gần trùng tên", asked, choices, DROP)
        chosen = next((row for row in rows if answer == is_row(str(row.id))), None)
        if chosen is not None:
            self._draft.remark(chosen, OTHER_NAME, text, given.cell)
            self._remember(text, chosen)
            return chosen
        if answer == NEW_ROW:
            return self._add(given)
        self._undecided.add(text)
        raise KeptOut("người nhập bỏ dòng" if answer else _UNDECIDED)

    def _take_as(self, producer: Producer, given: Given) -> Producer:
        if self._first_time(str(producer.name), str(given.value)):
            self._draft.note(
                given.cell,
                f"là “{producer.name}” ({producer.id})",
                "hai cách viết của một tên; nếu là hai chủ thể, hãy tách trong sổ",
            )
        self._remember(str(given.value), producer)
        self._draft.place(given.cell, producer, given.label)
        return producer

    def _add(self, given: Given) -> Producer:
        producer = self._draft.add(Producer)
        self._draft.fill(producer, given)
        self._draft.say_assumed(producer, given)
        self._remember(str(given.value), producer)
        return producer

    def _remember(self, text: str, producer: Producer) -> None:
        self._index.add(text, producer)
        self._by_key.setdefault(Name.of(text).toned, producer)

    def _first_time(self, known: str, name: str) -> bool:
        pair = (known, name)
        if pair in self._compared:
            return False
        self._compared.add(pair)
        return True


def fill_producer(draft: Draft, producer: Producer, facts: RowFacts) -> None:
    """What the row says of its producer: address with the units it lies in, old ones as a remark, the rest as it is."""
    _fill_address(draft, producer, facts)
    for target in _OLD:
        if (old := facts.take(target)) is not None:
            draft.remark(producer, old.label, str(old.value), old.cell)
    for target in [target for target in facts.given if target.row_type is Producer]:
        given = facts.given.pop(target)
        if target == _FORM and legal_form(str(given.value)) is None:
            form_from_name(draft, producer, given.cell)
            if producer.legal_form not in (None, given.value):
                draft.remark(producer, given.label, str(given.value), given.cell)
                continue
        if draft.fill(producer, given):
            draft.say_assumed(producer, given)


def form_from_name(draft: Draft, producer: Producer, cell: Cell) -> None:
    """`HTX Dịch vụ…` says its legal form; taken when the source has no cell for it, and noted."""
    form = legal_form(producer.name or "")
    if form is not None and draft.assume(producer, "legal_form", form.name, cell):
        draft.note(cell, f"loại hình là “{form.name}”", "suy từ tên chủ thể, nguồn không ghi")


def states_form(facts: RowFacts) -> bool:
    return _FORM in facts.given


def _fill_address(draft: Draft, producer: Producer, facts: RowFacts) -> None:
    street = facts.take(_ADDRESS)
    units = [given for target in _UNITS if (given := facts.take(target)) is not None]
    if not any(unit.target == _UNITS[0] for unit in units) and (above := _commune_above(draft, producer, facts)):
        units.insert(0, above)
    if street is None and not units:
        return
    written = [as_commune(str(unit.value)) if unit.target == _UNITS[0] else tidy(str(unit.value)) for unit in units]
    address = with_units(str(street.value) if street is not None else "", written)
    first = street or units[0]
    stated = Given(first.cell, _ADDRESS, first.reading._replace(value=address), first.header)
    if _already_said(producer.address, address) or draft.fill(producer, stated):
        for given in (*([street] if street else []), *units):
            draft.place(given.cell, producer, "Địa chỉ")
    else:
        for unit in units:
            draft.leave(unit.cell, f"{producer.id} đã có «Địa chỉ» là “{producer.address}”")
    _tell_if_outside(draft, producer, units, address, first.cell)


def _commune_above(draft: Draft, producer: Producer, facts: RowFacts) -> Given | None:
    """The commune of the heading above the row: part of the address of a producer that the list is first to name."""
    place = facts.said(What.PLACE)
    named = communes_in(place.value) if place is not None else []
    if place is None or not named or not (draft.is_new(producer) and producer.address is None):
        return None
    return Given(place.cell, _UNITS[0], Reading(named[0]))


def _already_said(known: str | None, address: str) -> bool:
    """An address of the book that names more units than the source says the same."""
    return known is not None and with_units(known, [part.strip() for part in address.split(",")]) == known


def _tell_if_outside(draft: Draft, producer: Producer, units: list[Given], address: str, cell: Cell) -> None:
    if not draft.is_new(producer):
        return
    stated = [as_commune(str(unit.value)) for unit in units if unit.target == _UNITS[0]] or communes_in(address)[-1:]
    if not stated:
        return
    mine = draft.book.commune
    if not mine.name:
        why = "sổ chưa ghi tên xã ở trang «Thông tin xã» nên chưa biết chủ thể có thuộc xã không"
        draft.note(cell, f"chủ thể ở {stated[0]}", why)
    elif not same_commune(stated[0], mine.name):
        own = f"{mine.kind or 'xã'} {mine.name}"
        draft.note(
            cell, f"chủ thể ở {stated[0]}", f"ngoài {own} theo cách ghi của nguồn (hoặc là tên xã cũ trước sắp xếp)"
        )
