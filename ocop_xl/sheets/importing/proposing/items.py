"""One row of a list of products, subjects, classes or channels → rows of the workbook."""

from __future__ import annotations

from ocop_xl.model import Producer, Product, Recognition, choices
from ocop_xl.sheets.importing.proposing.draft import Draft, KeptOut
from ocop_xl.sheets.importing.proposing.entering import Entering, verdicts_in
from ocop_xl.sheets.importing.proposing.numbering import guess_section, settle_number
from ocop_xl.sheets.importing.proposing.other_lists import OtherLists
from ocop_xl.sheets.importing.proposing.owners import Owners
from ocop_xl.sheets.importing.proposing.producers import Producers
from ocop_xl.sheets.importing.proposing.products import Products, suggest_for
from ocop_xl.sheets.importing.proposing.recognitions import Recognitions
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.facts import Given, RowFacts
from ocop_xl.sheets.importing.tables.rows import RowKind, SourceRow
from ocop_xl.sheets.importing.tables.table import Table
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.captions import What
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.list_fields import FAILED
from ocop_xl.sheets.importing.words.list_kinds import CHANNELS, PRODUCERS, TRAININGS
from ocop_xl.sheets.importing.words.states import Condition
from ocop_xl.sheets.importing.words.values import Reading
from ocop_xl.vietnamese import fold


class Items:
    """Takes rows in the order of the source; what a row may take over from the one above is kept here."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.owners = Owners(draft, Producers(draft))
        self.products = Products(draft)
        self.others = OtherLists(draft, self.owners, self.products)
        self.recognitions = Recognitions(draft)
        self.entering = Entering(draft, self.owners.producers)
        self._remarked: list[Given] = []
        self._above: tuple[Product, Producer | None] | None = None

    def start(self) -> None:
        """A table begins, or a section of it: nothing holds over."""
        self._above = None
        self.owners.start()
        self.entering.start()

    def take(self, table: Table, row: SourceRow, facts: RowFacts) -> None:
        if row.kind is RowKind.MORE:
            self._more(facts)
            return
        try:
            kept_out = self.entering.unseen(facts) or self._take(table, facts)
        except KeptOut as undecided:
            kept_out = str(undecided)
        self.draft.count(kept_out)
        if kept_out:
            self.owners.keep_out(facts.given.get(f.PRODUCER))
            for cell in row.cells:
                self.draft.leave(cell, kept_out)
            for given in facts.given.values():
                self.draft.leave(given.cell, kept_out)
            self._above = None

    def _take(self, table: Table, facts: RowFacts) -> str:
        if table.kind is TRAININGS:
            return self.others.attendance(table, facts)
        if table.kind is CHANNELS:
            return self.others.channel(facts)
        if table.kind is PRODUCERS:
            return self.others.subject(facts)
        return self._product(table, facts)

    # --- a product ------------------------------------------------------------------------------------------------

    def _product(self, table: Table, facts: RowFacts) -> str:
        condition = self._condition(facts)
        if kept_out := self.entering.elsewhere(facts) or self.entering.failed(facts, condition):
            return kept_out
        self._remarked = verdicts_in(facts)
        name = facts.given.pop(f.NAME)
        producer = self.owners.of_row(table, facts, name.cell)
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
        self.owners.fill(producer, facts)
        made = self.recognitions.add(product, facts, condition)
        self._rank_of_title(product, facts, made)
        self._section_of(product, facts, name, condition, bool(made), old=old)
        proposed = facts.take(Target(Product, f.PROPOSED))
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
        self.owners.fill(producer, facts)
        made = self.recognitions.add(product, facts, condition)
        self._rank(product, facts)
        self._fill_rest(product, facts)
        self.recognitions.settle_present(product, made, facts.row.cells[0])

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
