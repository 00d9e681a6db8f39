"""Lists of other things than products: a row of subjects, of a class, of sales channels → rows of the workbook."""

from __future__ import annotations

from ocop_xl.model import Channel, Producer, Training, TrainingClass, choices
from ocop_xl.model.table import R, Row
from ocop_xl.sheets.importing.proposing.draft import Draft
from ocop_xl.sheets.importing.proposing.owners import Owners
from ocop_xl.sheets.importing.proposing.producers import fill_producer, form_from_name, states_form
from ocop_xl.sheets.importing.proposing.products import Products
from ocop_xl.sheets.importing.tables.facts import RowFacts
from ocop_xl.sheets.importing.tables.table import Table
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.captions import What
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.vietnamese import fold

_MARKETS = (
    *("shopee", "lazada", "tiki", "sendo", "postmart", "voso", "buudien", "nongsan"),
    *("san tmdt", "san thuong mai", "tiktok shop"),
)
_SITES = ("facebook", "zalo", "website", "youtube", "tiktok", "fanpage")


class OtherLists:
    """Each method takes one row and says why it was kept out, or nothing."""

    def __init__(self, draft: Draft, owners: Owners, products: Products) -> None:
        self.draft = draft
        self.owners = owners
        self.products = products

    def subject(self, facts: RowFacts) -> str:
        named = facts.take(f.PRODUCER)
        if named is None:
            return "dòng không có tên chủ thể"
        known = len(self.draft.rows(Producer))
        producer = self.owners.producers.named(named)
        if len(self.draft.rows(Producer)) == known and not self.draft.is_new(producer):
            self.draft.proposal.already_known += 1
        if not states_form(facts):
            form_from_name(self.draft, producer, named.cell)
        fill_producer(self.draft, producer, facts)
        self._place_number(facts, producer)
        for given in list(facts.given.values()):
            self.draft.leave(given.cell, "danh sách chủ thể: sổ ghi điều này ở từng sản phẩm")
        return ""

    def attendance(self, table: Table, facts: RowFacts) -> str:
        """One subject at one class; the class may be named by the title."""
        if Target(TrainingClass, "course") not in facts.given and facts.said(What.COURSE) is None:
            return "nguồn không ghi tên lớp"
        producer = self.owners.of_row(table, facts, facts.cell)
        held = self._class(facts)
        row = self._same_row(
            Training,
            class_id=held.id,
            producer_id=producer.id if producer is not None else None,
            attendee=_value(facts, Target(Training, "attendee")),
        )
        where = facts.row.cells[0]
        self.draft.assume(row, "class_id", held.id, where)
        self.draft.assume(row, "producer_id", producer.id if producer is not None else None, where)
        self._fill_own(row, facts)
        return ""

    def _class(self, facts: RowFacts) -> TrainingClass:
        """The class of that name and day, which all who attended it share."""
        said = facts.said(What.COURSE)
        named = facts.given.get(Target(TrainingClass, "course"))
        title = named.value if named is not None else said.value if said is not None else None
        classes = self.draft.lookup(TrainingClass, ("course", "held"))
        key = (_comparable(title), _comparable(_value(facts, Target(TrainingClass, "held"))))
        found = classes.get(key)
        if found is None:
            found = classes[key] = self.draft.add(TrainingClass)
        self.draft.assume(found, "course", title, named.cell if named is not None else facts.row.cells[0])
        for target in [one for one in facts.given if one.row_type is TrainingClass]:
            given = facts.given.pop(target)
            if self.draft.fill(found, given):
                self.draft.say_assumed(found, given)
        return found

    def channel(self, facts: RowFacts) -> str:
        """A product at a sales channel; a point without a product counts as a point all the same."""
        named, owner = facts.take(f.NAME), facts.take(f.PRODUCER)
        producer = self.owners.producers.named(owner) if owner is not None else None
        product = None
        if named is not None:
            found = self.products.named(named, producer)
            if found.kept_out or found.product is None:
                facts.given[f.NAME] = named
                return found.kept_out or "sổ chưa có sản phẩm này: hãy nhập danh mục sản phẩm trước"
            product = found.product
            self.draft.place(named.cell, product, named.label)
        row = self._same_row(
            Channel,
            product_id=product.id if product is not None else None,
            name=_value(facts, Target(Channel, "name")),
            link=_value(facts, Target(Channel, "link")),
        )
        if product is not None:
            self.draft.assume(row, "product_id", product.id, facts.row.cells[0])
        if producer is not None:
            self.owners.fill(producer, facts)
        self._kind_and_state(row, facts)
        self._fill_own(row, facts)
        return ""

    def _kind_and_state(self, row: Channel, facts: RowFacts) -> None:
        """Required, and seldom written: told from the name, noted."""
        cell = facts.row.cells[0]
        if Target(Channel, "kind") not in facts.given:
            kind = kind_of_channel(
                str(_value(facts, Target(Channel, "name")) or ""), _value(facts, Target(Channel, "link"))
            )
            if self.draft.assume(row, "kind", kind, cell):
                self.draft.note(cell, f"«Loại kênh» là “{kind}”", "suy từ tên kênh, nguồn không ghi")
        if Target(Channel, "state") not in facts.given and self.draft.assume(row, "state", choices.CHANNEL_OPEN, cell):
            self.draft.note(cell, f"«Tình trạng kênh» là “{choices.CHANNEL_OPEN}”", "nguồn không ghi")

    def _same_row(self, kind: type[R], **wanted: object) -> R:
        """The row of the book that says the same of these columns, else a new one."""
        rows = self.draft.lookup(kind, tuple(wanted))
        key = tuple(_comparable(value) for value in wanted.values())
        row = rows.get(key)
        if row is None:
            row = rows[key] = self.draft.add(kind)
        elif not self.draft.is_new(row):
            self.draft.proposal.already_known += 1
        return row

    def _fill_own(self, row: Row, facts: RowFacts) -> None:
        self._place_number(facts, row)
        for target in list(facts.given):
            given = facts.given.pop(target)
            if target.row_type is type(row) and target.attribute in type(row).__slots__:
                if self.draft.fill(row, given):
                    self.draft.say_assumed(row, given)
            else:
                self.draft.remark(row, given.header or given.label, given.cell.text, given.cell)

    def _place_number(self, facts: RowFacts, row: Row) -> None:
        if (number := facts.take(f.NUMBER)) is not None:
            self.draft.place(number.cell, row, number.label)


def kind_of_channel(name: str, link: object) -> str:
    """`Shopee`, `Postmart` are marketplaces; a shop is where goods stand (our reading of the name)."""
    words = fold(f"{name} {link or ''}")
    if any(market in words for market in _MARKETS):
        return choices.CHANNEL_ECOMMERCE
    if link or any(site in words for site in _SITES):
        return choices.CHANNEL_ONLINE
    if "trung bay" in words:
        return choices.CHANNEL_DISPLAY
    sales_point = any(sign in words for sign in ("diem ban", "gioi thieu", "ocop"))
    return choices.CHANNEL_SALES_POINT if sales_point else choices.CHANNEL_SHOP


def _value(facts: RowFacts, target: Target) -> object:
    given = facts.given.get(target)
    return given.value if given is not None else None


def _comparable(value: object) -> object:
    return fold(value) if isinstance(value, str) else value
