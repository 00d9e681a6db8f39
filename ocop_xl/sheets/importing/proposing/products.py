"""Finds the product that a source row names, in the book or among the rows proposed before, or makes a new one."""

from __future__ import annotations

from collections import defaultdict

from ocop_xl.law.sectors import label, suggest_sets
from ocop_xl.model import Producer, Product
from ocop_xl.programme.names import Name
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.importing.proposal import DROP, NEW_ROW, is_row
from ocop_xl.sheets.importing.proposing.draft import OTHER_NAME, Draft, other_names
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.facts import Given
from ocop_xl.sheets.importing.words.names import NameIndex, one_in_the_other
from ocop_xl.vietnamese import has_marks, toned_key

_UNDECIDED = "chưa rõ có phải sản phẩm đã có trong sổ"


class FoundProduct(NamedTuple):
    """`known`: the book has it. `kept_out` says why the row enters nowhere."""

    product: Product | None
    known: bool = False
    kept_out: str = ""


class Products:
    """Products by their producer: a name is looked for under one subject only."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._of: dict[str | None, NameIndex[Product]] = defaultdict(NameIndex)
        self._anywhere: dict[str, list[Product]] = defaultdict(list)
        self._in_book: dict[str | None, list[Product]] = defaultdict(list)
        for row in draft.rows(Product):
            if row.name:
                self._remember(row)
                self._in_book[row.producer_id].append(row)

    def named(self, given: Given, producer: Producer | None) -> FoundProduct:
        """The same name under the same producer; where the row names none, by name alone if only one product has it.

        A name that only resembles another is a new product, noted: `Mắm lóc` is not `Mắm cá lóc`. One that goes on
        from a name of the book's is asked about.
        """
        text = str(given.value)
        like = self._like(text, producer)
        same = self._same(Name.of(text), producer, like)
        if len({product.producer_id for product in same}) > 1:
            return self._which(given, same)
        if same:
            self._belongs(same[0], producer, given)
            if producer is None and same[0].producer_id is not None:
                self._draft.note(given.cell, f"là {same[0].id} đã có", "nguồn không ghi chủ thể, chỉ so theo tên")
            return FoundProduct(same[0], known=not self._draft.is_new(same[0]))
        asked = self._goes_on_from(given, producer)
        if asked is not None:
            return asked
        for product in like:
            self._draft.note(given.cell, "là sản phẩm mới", f"tên gần giống “{product.name}” ({product.id})")
        for product in self._anywhere.get(Name.of(text).key, []):
            if not self._draft.is_new(product) and product not in like:
                whose = f"sổ có “{product.name}” ({product.id}) của chủ thể khác: “{self._owner(product)}”"
                self._draft.note(given.cell, "là sản phẩm mới", whose)
        return FoundProduct(None)

    def _belongs(self, product: Product, producer: Producer | None, given: Given) -> None:
        """A product whose subject nobody had said is from now on found under its subject only."""
        if producer is not None and self._draft.assume(product, "producer_id", producer.id, given.cell):
            self._remember(product)

    def add(self, given: Given, producer: Producer | None) -> Product:
        product = self._draft.add(Product)
        self._draft.fill(product, given)
        if producer is not None:
            self._draft.assume(product, "producer_id", producer.id, given.cell)
        self._remember(product)
        return product

    def _remember(self, product: Product) -> None:
        names = [str(product.name), *other_names(product.note)]
        for name in names:
            self._of[product.producer_id].add(name, product)
            self._anywhere[Name.of(name).key].append(product)

    def _like(self, text: str, producer: Producer | None) -> list[Product]:
        """Of this subject, and of none: the book may not have said whose it is."""
        owners = {None, producer.id} if producer is not None else {None}
        found = (row for owner in owners if owner in self._of for _, row in self._of[owner].alike(text))
        return [row for row in found if row.producer_id in owners]

    def _same(self, name: Name, producer: Producer | None, like: list[Product]) -> list[Product]:
        found = self._anywhere.get(name.key, []) if producer is None else like
        return [row for row in found if any(_is_one(name, other) for other in (str(row.name), *other_names(row.note)))]

    def _which(self, given: Given, same: list[Product]) -> FoundProduct:
        """Several subjects have a product of this name, and the row does not say whose it is."""
        choices = (*(is_row(str(row.id)) for row in same), DROP)
        whose = ", ".join(f"{row.id} ({self._owner(row)})" for row in same)
        text = f"“{given.cell.text}”: nguồn không ghi chủ thể, sổ có {whose}"
        return self._answered(given, same, choices, "Sản phẩm nào trong sổ", "san-pham", text)

    def _goes_on_from(self, given: Given, producer: Producer | None) -> FoundProduct | None:
        """`Tôm khô Hiểu Phát` under the subject that has `Tôm khô`: one product or two, only a person knows."""
        if producer is None:
            return None
        text = str(given.value)
        like = [row for row in self._in_book[producer.id] if one_in_the_other(str(row.name), text, str(producer.name))]
        if not like:
            return None
        choices = (*(is_row(str(row.id)) for row in like), NEW_ROW, DROP)
        named = ", ".join(f"“{row.name}” ({row.id})" for row in like)
        asked = f"“{given.cell.text}” của {producer.id}: sổ đã có {named} của cùng chủ thể"
        return self._answered(given, like, choices, "Sản phẩm gần trùng tên", "trung-ten", asked)

    def _answered(
        self, given: Given, rows: list[Product], choices: tuple[str, ...], about: str, group: str, text: str
    ) -> FoundProduct:
        answer = self._draft.ask(group, given.cell, about, text, choices, DROP)
        chosen = next((row for row in rows if answer == is_row(str(row.id))), None)
        if chosen is not None:
            if toned_key(str(chosen.name)) != toned_key(str(given.value)):
                self._draft.remark(chosen, OTHER_NAME, str(given.value), given.cell)
                self._remember(chosen)
            return FoundProduct(chosen, known=True)
        if answer == NEW_ROW:
            return FoundProduct(None)
        return FoundProduct(None, kept_out=_UNDECIDED if not answer else "người nhập bỏ dòng")

    def _owner(self, product: Product) -> str:
        rows = self._draft.rows(Producer)
        return next((str(row.name) for row in rows if row.id == product.producer_id), str(product.producer_id))


def _is_one(name: Name, other: str) -> bool:
    known = Name.of(other)
    return name.toned == known.toned or (name.key == known.key and not (has_marks(name.text) and has_marks(other)))


def suggest_for(draft: Draft, product: Product, cell: Cell) -> None:
    """The sets that its name points to, inside the group that is stated."""
    found = suggest_sets(str(product.name), product.sector)
    if found and product.product_set is None:
        draft.suggest(cell, " hoặc ".join(label(number) for number in found), "theo tên sản phẩm")
