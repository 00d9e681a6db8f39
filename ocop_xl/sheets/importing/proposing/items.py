"""One row of a list of products, subjects, classes or channels → rows of the workbook."""

from __future__ import annotations

from ocop_xl.model import Channel, Producer, Product, Recognition, Training, TrainingClass, choices
from ocop_xl.model.table import R, Row
from ocop_xl.sheets.importing.proposal import DROP, TAKE
from ocop_xl.sheets.importing.proposing.draft import Draft, KeptOut
from ocop_xl.sheets.importing.proposing.numbering import guess_section, settle_number
from ocop_xl.sheets.importing.proposing.producers import Producers, fill_producer, form_from_name, states_form
from ocop_xl.sheets.importing.proposing.products import Products, suggest_for
from ocop_xl.sheets.importing.proposing.recognitions import Recognitions
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.facts import Given, RowFacts
from ocop_xl.sheets.importing.tables.find_table import Table
from ocop_xl.sheets.importing.tables.rows import RowKind, SourceRow
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.captions import What
from ocop_xl.sheets.importing.words.cell_values import FAILED
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.headers import CHANNELS, PRODUCERS, TRAININGS
from ocop_xl.sheets.importing.words.states import Condition
from ocop_xl.sheets.importing.words.values import Reading
from ocop_xl.vietnamese import fold, tidy

_RANKS = (f.PRESENT, f.POTENTIAL, Target(Product, f.PROPOSED))


class Items:
    """Takes rows in the order of the source; what a row may take over from the one above is kept here."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.producers = Producers(draft)
        self.products = Products(draft)
        self.recognitions = Recognitions(draft)
        self._remarked: list[Given] = []
        self._above: tuple[Product, Producer | None] | None = None
        self._producer_above: Producer | None = None

    def start(self) -> None:
        """A table begins, or a section of it: nothing holds over."""
        self._above = self._producer_above = None

    def take(self, table: Table, row: SourceRow, facts: RowFacts) -> None:
        if row.kind is RowKind.MORE:
            self._more(facts)
            return
        try:
            kept_out = self._unseen(facts) or self._take(table, facts)
        except KeptOut as undecided:
            kept_out = str(undecided)
        self.draft.count(kept_out)
        if kept_out:
            for cell in row.cells:
                self.draft.leave(cell, kept_out)
            for given in facts.given.values():
                self.draft.leave(given.cell, kept_out)
            self._above = None

    def _take(self, table: Table, facts: RowFacts) -> str:
        if table.kind is TRAININGS:
            return self._attendance(table, facts)
        if table.kind is CHANNELS:
            return self._channel(facts)
        if table.kind is PRODUCERS:
            return self._subject(facts)
        return self._product(table, facts)

    # --- rows that are asked about before anything is made of them ------------------------------------------------

    def _unseen(self, facts: RowFacts) -> str:
        """Hidden and struck-out rows: dropped as long as nobody says that they count."""
        flag = facts.row.flag
        if not flag:
            return ""
        group = "trang-an" if flag.startswith("trang") else "gach" if "gạch" in flag else "an"
        text = f"{flag}: “{tidy(facts.cell.text)}”"
        answer = self.draft.ask(group, facts.cell, f"{flag[:1].upper()}{flag[1:]}", text, (TAKE, DROP), DROP)
        return "" if answer == TAKE else flag

    def _failed(self, facts: RowFacts, condition: Condition | None) -> str:
        """A row that the council did not pass is no product with a rank."""
        failed = [target for target in _RANKS if target in facts.given and facts.given[target].value == FAILED]
        if not failed and condition is not Condition.FAILED:
            return ""
        text = f"“{tidy(facts.cell.text)}” được nguồn ghi là không đạt"
        answer = self.draft.ask("khong-dat", facts.cell, "Dòng «Không đạt»", text, (TAKE, DROP), DROP)
        if answer != TAKE:
            return "không đạt"
        self._remarked = [facts.given.pop(target) for target in failed]
        return ""

    # --- a product ------------------------------------------------------------------------------------------------

    def _product(self, table: Table, facts: RowFacts) -> str:
        self._remarked = []
        condition = self._condition(facts)
        if kept_out := self._failed(facts, condition):
            return kept_out
        name = facts.given.pop(f.NAME)
        producer = self._producer_of(table, facts, name.cell)
        found = self.products.named(name, producer)
        if found.kept_out:
            facts.given[f.NAME] = name
            return found.kept_out
        product = found.product
        if product is None:
            product = self.products.add(name, producer)
        else:
            self._met_again(product, name, known=found.known)
        self._say_of(product, producer, facts, name, condition, old=found.product is not None)
        if found.product is None:
            suggest_for(self.draft, product, name.cell)
        self._above = (product, producer)
        return ""

    def _met_again(self, product: Product, name: Given, *, known: bool) -> None:
        if known:
            self.draft.proposal.already_known += 1
        elif self.draft.is_new(product):
            self.draft.note(name.cell, f"cùng một dòng với {product.id}", "sản phẩm ghi hai lần dưới một chủ thể")
        self.draft.place(name.cell, product, name.label)

    def _say_of(
        self,
        product: Product,
        producer: Producer | None,
        facts: RowFacts,
        name: Given,
        condition: Condition | None,
        *,
        old: bool,
    ) -> None:
        draft = self.draft
        number = facts.take(f.NUMBER)
        proposed = facts.take(Target(Product, f.PROPOSED))
        self._fill_producer(producer, facts)
        made = self.recognitions.add(product, facts, condition)
        self._rank_of_title(product, facts, made)
        self._section_of(product, facts, name, condition, bool(made), old=old)
        settle_number(draft, product, number, name.cell, old=old)
        self._sector_of_title(product, facts, name)
        if condition is not Condition.WITHDRAWN:
            self._rank(product, facts)
        self._state(product, condition, facts, name.cell)
        self._fill_rest(product, facts)
        if proposed is not None:
            draft.assume(product, "potential", proposed.value, proposed.cell)
            draft.remark(product, proposed.header or proposed.label, proposed.cell.text, proposed.cell)
        for given in self._remarked:
            draft.remark(product, given.header or given.label, given.cell.text, given.cell)
        self._round(product, made, facts)
        self.recognitions.settle_present(product, made, name.cell)

    def _round(self, product: Product, made: list[Recognition], facts: RowFacts) -> None:
        """«Đợt 1 năm 2026» of the title: the workbook has no column for it."""
        said, year = facts.said(What.ROUND), facts.said(What.YEAR)
        if said is None:
            return
        words = said.value if year is None else f"{said.value} năm {year.value}"
        self.draft.remark(made[-1] if made else product, "", words, said.cell)

    def _more(self, facts: RowFacts) -> None:
        """A row below its product: another recognition, or the lines under a merged name."""
        if self._above is None:
            for cell in facts.row.cells:
                self.draft.leave(cell, "dòng không rõ thuộc sản phẩm nào")
            return
        product, producer = self._above
        for target in (f.NAME, f.NUMBER, f.PRODUCER):
            if (given := facts.take(target)) is not None:
                self.draft.place(given.cell, product, given.label)
        self._remarked = []
        condition = self._condition(facts)
        self._fill_producer(producer, facts)
        made = self.recognitions.add(product, facts, condition)
        self._rank(product, facts)
        self._fill_rest(product, facts)
        self.recognitions.settle_present(product, made, facts.row.cells[0])

    def _fill_producer(self, producer: Producer | None, facts: RowFacts) -> None:
        if producer is not None:
            fill_producer(self.draft, producer, facts)
            return
        for target in [target for target in facts.given if target.row_type is Producer]:
            self.draft.leave(facts.given.pop(target).cell, "dòng không có tên chủ thể")

    def _producer_of(self, table: Table, facts: RowFacts, cell: Cell) -> Producer | None:
        """The producer named in the row; with no word about one, that of the row above, noted as an assumption."""
        named = facts.take(f.PRODUCER)
        above = facts.said(What.SUBJECT)
        if named is None and above is not None and table.column(f.PRODUCER) is None:
            named = Given(above.cell, f.PRODUCER, Reading(above.value))
        if named is not None:
            producer = self.producers.named(named)
            if not states_form(facts):
                form_from_name(self.draft, producer, named.cell)
            self._producer_above = producer
            return producer
        column = table.column(f.PRODUCER)
        stated = any(target.row_type is Producer for target in facts.given)
        broken = column is not None and table.grid.cell(facts.row.index, column.index).error
        if self._producer_above is None or stated or broken or column is None:
            return None
        producer = self._producer_above
        self.draft.note(cell, f"chủ thể là “{producer.name}” ({producer.id})", "ô chủ thể để trống, lấy theo dòng trên")
        return producer

    def _section_of(
        self,
        product: Product,
        facts: RowFacts,
        name: Given,
        condition: Condition | None,
        recognised: bool,
        *,
        old: bool,
    ) -> None:
        form = facts.take(Target(Product, f.FORM_OF_ASSESSMENT))
        said = facts.said(What.SECTION)
        if form is not None:
            if not self.draft.assume(product, "section", form.value, form.cell) and product.section != form.value:
                self.draft.note(form.cell, f"giữ «Mục» là “{product.section}”", f"nguồn ghi “{form.cell.text}”")
            self.draft.place(form.cell, product, "Mục")
        elif said is not None:
            if product.section not in (None, said.value):
                self.draft.note(name.cell, f"giữ «Mục» là “{product.section}”", f"nguồn xếp ở “{said.cell.text}”")
            else:
                self.draft.assume(product, "section", said.value, said.cell)
        elif not old and Target(Product, "section") not in facts.given:
            guess_section(
                self.draft, product, facts, name.cell, withdrawn=condition is Condition.WITHDRAWN, recognised=recognised
            )

    def _sector_of_title(self, product: Product, facts: RowFacts, name: Given) -> None:
        said = facts.said(What.SECTOR)
        if said is None or Target(Product, "sector") in facts.given:
            return
        if self.draft.assume(product, "sector", said.value, said.cell):
            self.draft.note(name.cell, f"nhóm là “{said.value}”", "lấy theo tiêu đề nhóm phía trên")

    def _rank_of_title(self, product: Product, facts: RowFacts, made: list[Recognition]) -> None:
        """«Sản phẩm 4 sao» over rows without a rank: what they have, or what is planned for them."""
        said = facts.said(What.STARS)
        if said is None or made or f.PRESENT in facts.given:
            return
        planned = facts.said(What.PLANNED) is not None
        target = f.POTENTIAL if planned else f.PRESENT
        if target in facts.given:
            return
        facts.given[target] = Given(said.cell, target, Reading(said.value))
        self.draft.note(said.cell, f"«{target.label}» của các dòng bên dưới là {said.value} sao", "lấy theo tiêu đề")

    def _rank(self, product: Product, facts: RowFacts) -> None:
        for target in (f.PRESENT, f.POTENTIAL):
            given = facts.take(target)
            if given is not None and given.value != FAILED and self.draft.fill(product, given):
                self.draft.say_assumed(product, given)

    def _condition(self, facts: RowFacts) -> Condition | None:
        """What the row says became of it; else what the title says of all its rows."""
        given = facts.given.get(Target(Product, f.CONDITION))
        if given is not None and isinstance(given.value, Condition):
            said = facts.said(What.CONDITION)
            if (
                said is not None
                and said.value is Condition.WITHDRAWN
                and given.value in (Condition.STOPPED, Condition.FAILED)
            ):
                return Condition.WITHDRAWN
            return given.value
        if given is not None and given.value == choices.RECOGNITION_WITHDRAWN:
            return Condition.WITHDRAWN
        said = facts.said(What.CONDITION)
        return said.value if said is not None else None

    def _state(self, product: Product, condition: Condition | None, facts: RowFacts, cell: Cell) -> None:
        """Withdrawn and stopped products do not count: «Trạng thái» says so."""
        given = facts.take(Target(Product, f.CONDITION))
        stopped = given is not None and given.value is Condition.STOPPED
        status = None
        if condition is Condition.STOPPED or stopped:
            status = choices.STATUS_STOPPED
        elif condition in (Condition.WITHDRAWN, Condition.PAUSED):
            status = choices.STATUS_PAUSED
        elif given is not None and given.value in choices.PRODUCT_STATUS:
            status = given.value
        if status is not None:
            where = given.cell if given is not None else cell
            self.draft.fill(product, Given(where, Target(Product, "status"), Reading(status)))
            if condition is Condition.WITHDRAWN and not stopped:
                why = "giấy bị thu hồi: không tính vào chỉ tiêu cho đến khi được công nhận lại"
                self.draft.note(cell, f"«Trạng thái» là “{status}”", why)
        if given is not None and (status is None or fold(given.cell.text) != fold(status)):
            self.draft.remark(product, given.header or given.label, given.cell.text, given.cell)

    def _fill_rest(self, product: Product, facts: RowFacts) -> None:
        self._roadmap(product, facts)
        for target in list(facts.given):
            given = facts.given.pop(target)
            if target.attribute in f.REMARKS or target.attribute == f.REASON:
                self.draft.remark(product, given.header or given.label, str(given.value), given.cell)
            elif target.row_type is Product and self.draft.fill(product, given):
                self.draft.say_assumed(product, given)

    def _roadmap(self, product: Product, facts: RowFacts) -> None:
        given = facts.take(Target(Product, f.ROADMAP))
        if given is None and facts.ticks:
            years = [tick.target.group for tick in facts.ticks]
            given = Given(facts.ticks[0].cell, facts.ticks[0].target, Reading((min(years), max(years))))
            if len(years) not in (1, max(years) - min(years) + 1):
                marked = ", ".join(map(str, years))
                self.draft.note(
                    given.cell, f"lộ trình {min(years)}–{max(years)}", f"nguồn chỉ đánh dấu các năm {marked}"
                )
        if given is None:
            return
        done = [
            self.draft.fill(product, given._replace(reading=Reading(year)), attribute)
            for attribute, year in zip(("from_year", "to_year"), given.value, strict=True)
        ]
        if any(done):
            for tick in facts.ticks:
                self.draft.place(tick.cell, product, "Lộ trình từ năm")
            self.draft.say_assumed(product, given, "from_year")

    # --- other lists ------------------------------------------------------------------------------------------------

    def _subject(self, facts: RowFacts) -> str:
        named = facts.take(f.PRODUCER)
        if named is None:
            return "dòng không có tên chủ thể"
        known = len(self.draft.rows(Producer))
        producer = self.producers.named(named)
        if len(self.draft.rows(Producer)) == known and not self.draft.is_new(producer):
            self.draft.proposal.already_known += 1
        if not states_form(facts):
            form_from_name(self.draft, producer, named.cell)
        fill_producer(self.draft, producer, facts)
        self._place_number(facts, producer)
        for given in list(facts.given.values()):
            self.draft.leave(given.cell, "danh sách chủ thể: sổ ghi điều này ở từng sản phẩm")
        return ""

    def _attendance(self, table: Table, facts: RowFacts) -> str:
        """One subject at one class; the class may be named by the title."""
        if Target(TrainingClass, "course") not in facts.given and facts.said(What.COURSE) is None:
            return "nguồn không ghi tên lớp"
        producer = self._producer_of(table, facts, facts.cell)
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

    def _channel(self, facts: RowFacts) -> str:
        """A product at a sales channel; a point without a product counts as a point all the same."""
        named, owner = facts.take(f.NAME), facts.take(f.PRODUCER)
        producer = self.producers.named(owner) if owner is not None else None
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
            self._fill_producer(producer, facts)
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
    if any(
        market in words
        for market in (
            "shopee",
            "lazada",
            "tiki",
            "sendo",
            "postmart",
            "voso",
            "buudien",
            "san tmdt",
            "san thuong mai",
            "tiktok shop",
            "nongsan",
        )
    ):
        return choices.CHANNEL_ECOMMERCE
    if link or any(site in words for site in ("facebook", "zalo", "website", "youtube", "tiktok", "fanpage")):
        return choices.CHANNEL_ONLINE
    if "trung bay" in words:
        return choices.CHANNEL_DISPLAY
    return (
        choices.CHANNEL_SALES_POINT
        if any(w in words for w in ("diem ban", "gioi thieu", "ocop"))
        else choices.CHANNEL_SHOP
    )


def _value(facts: RowFacts, target: Target) -> object:
    given = facts.given.get(target)
    return given.value if given is not None else None


def _comparable(value: object) -> object:
    return fold(value) if isinstance(value, str) else value
