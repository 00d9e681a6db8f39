"""Turns the rows of one found table into proposed rows of the workbook."""

from __future__ import annotations

from ocop_xl.law.sectors import label, suggest_sets
from ocop_xl.model import Producer, Product, Recognition
from ocop_xl.model.table import Row, spec_of
from ocop_xl.sheets.importing.drafts import Drafts, Given
from ocop_xl.sheets.importing.ledger import HEADER, SECTION, Ledger
from ocop_xl.sheets.importing.numbering import guess_section, settle_number
from ocop_xl.sheets.importing.producers import Producers
from ocop_xl.sheets.importing.product_match import find_product
from ocop_xl.sheets.importing.recognitions import add_recognitions
from ocop_xl.sheets.importing.rows import RowKind, RowReader, SourceRow
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.find_table import FoundTable
from ocop_xl.sheets.importing.words.cell_values import read_cell
from ocop_xl.sheets.importing.words.headers import ROADMAP, YEAR_OF_RECOGNITION, Target
from ocop_xl.sheets.importing.words.sections import Section
from ocop_xl.sheets.importing.words.values import UNREADABLE, Reading, read_whole, read_years

Facts = dict[Target, Given]


class TableImport:
    """Goes down one table; what a blank cell may take over from the row above is kept here."""

    def __init__(self, table: FoundTable, drafts: Drafts, ledger: Ledger, producers: Producers) -> None:
        self.table = table
        self.drafts = drafts
        self.ledger = ledger
        self.producers = producers
        self.section: Section | None = None
        self.sector: Section | None = None
        self.above: tuple[Product, Producer | None] | None = None
        self.known = 0

    def run(self) -> None:
        self._headers()
        for row in RowReader(self.table).read():
            if row.kind is RowKind.SECTION:
                self._open_section(row)
            elif row.kind is RowKind.PRODUCT:
                self._product(row)
            elif row.kind is RowKind.MORE and self.above is not None:
                self._more(row, *self.above)
            else:
                for cell in row.cells:
                    self.ledger.leave(cell, row.why or "dòng không rõ thuộc sản phẩm nào")
        self.ledger.close_table(self.table)

    def _headers(self) -> None:
        for column in self.table.columns:
            for row in range(self.table.header_row, self.table.first_row):
                cell = self.table.grid.cell(row, column.index).held
                if not cell.blank:
                    self.ledger.place(cell, None, HEADER)
            if not column.match.sure:
                self.ledger.unsure(column.header, f"cột “{column.match.spelling}”", "tên cột chỉ gần giống tên đã biết")

    def _open_section(self, row: SourceRow) -> None:
        section = row.section
        assert section is not None
        self.above = None
        if section.value is not None:
            self.section, self.sector = section, None
        elif section.sector is not None:
            self.sector = section
        elif section.main:
            self.section = self.sector = None
        if not section.known:
            for cell in row.cells:
                self.ledger.leave(cell, "tiêu đề mục không rõ là mới, nâng hạng hay duy trì")
            return
        for cell in section.cells:
            self.ledger.place(cell, None, SECTION)
        if section.why:
            self.ledger.unsure(section.cells[0], section.value or "", section.why)

    # --- one product --------------------------------------------------------------------------------------

    def _product(self, row: SourceRow) -> None:
        facts = self._facts(row.index)
        name = facts.pop(Target(Product, "name"))
        producer = self._producer(facts, name.cell)
        product = find_product(self.drafts, self.ledger, name, producer)
        old = product is not None
        if product is None:
            product = self.drafts.add(Product)
            self._suggest_sets(name)
        elif self.drafts.is_new(product):
            self.ledger.unsure(name.cell, f"cùng một dòng với {product.id}", "sản phẩm ghi hai lần dưới một chủ thể")
        else:
            self.known += 1
        self.drafts.fill(product, name)
        if producer is not None:
            self.drafts.assume(product, "producer_id", producer.id, name.cell)
        self._section_of(product, facts, name, old)
        settle_number(self.drafts, self.ledger, product, facts.pop(Target(Product, "number"), None), name.cell, old)
        self._fill_all(product, producer, facts)
        self.above = (product, producer)

    def _more(self, row: SourceRow, product: Product, producer: Producer | None) -> None:
        """A row below its product: another recognition, or the lines under a merged name."""
        facts = self._facts(row.index)
        facts.pop(Target(Product, "name"), None)
        facts.pop(Target(Product, "number"), None)
        self._fill_all(product, producer, facts)

    def _fill_all(self, product: Product, producer: Producer | None, facts: Facts) -> None:
        recognised = {target: given for target, given in facts.items() if target.row_type is Recognition}
        for target, given in facts.items():
            if target.row_type is Product:
                self._fill(product, given, target)
            elif target.row_type is Producer:
                if producer is None:
                    self.ledger.leave(given.cell, "dòng không có tên chủ thể")
                elif target.attribute != "name" or given.cell.address:
                    self._fill(producer, given, target)
        add_recognitions(self.drafts, self.ledger, product, recognised)

    def _fill(self, row: Row, given: Given, target: Target) -> None:
        if target.attribute == ROADMAP:
            self._fill_roadmap(row, given)
        elif self.drafts.fill(row, given):
            self._say_assumed(row, given)

    def _fill_roadmap(self, row: Row, given: Given) -> None:
        spec = spec_of(type(row))
        done = [
            self.drafts.fill(row, Given(given.cell, spec.column(attribute), Reading(year)))
            for attribute, year in zip(("from_year", "to_year"), given.value, strict=True)
        ]
        if any(done):
            self._say_assumed(row, given)

    def _say_assumed(self, row: Row, given: Given) -> None:
        if given.reading.why:
            shown = getattr(row, given.column.attribute, given.value)
            self.ledger.unsure(given.cell, f"«{given.column.header}» là “{shown}”", given.reading.why)
        if given.reading.rest:
            self.drafts.remark(row, given)

    # --- cells of a row -----------------------------------------------------------------------------------

    def _facts(self, index: int) -> Facts:
        """What the row states, cell by cell; unreadable cells are listed here and left out."""
        facts: Facts = {}
        for column in self.table.columns:
            cell = self.table.grid.cell(index, column.index).held
            if cell.blank:
                continue
            given = _given(cell, column.target)
            if given.value is not None:
                facts[column.target] = given
            elif given.reading.nothing:
                self.ledger.place(cell, None, given.column.header)
                if given.reading.why:
                    self.ledger.unsure(cell, f"«{given.column.header}» để trống", given.reading.why)
            else:
                problem = "ô lỗi" if cell.error else f"không đọc được thành {given.column.kind}"
                self.ledger.leave(cell, problem)
                self.ledger.unsure(cell, f"«{given.column.header}» để trống", problem)
        return facts

    def _producer(self, facts: Facts, name_cell: Cell) -> Producer | None:
        """The producer named in the row; with no word about one, that of the row above, noted as an assumption."""
        named = facts.pop(Target(Producer, "name"), None)
        if named is not None:
            producer = self.producers.named(named)
            if Target(Producer, "legal_form") not in facts:
                self.producers.form_from_name(producer, named)
            return producer
        stated = any(target.row_type is Producer for target in facts) or self._producer_error(name_cell)
        if self.above is None or self.above[1] is None or stated or self.table.column(Target(Producer, "name")) is None:
            return None
        producer = self.above[1]
        self.ledger.unsure(
            name_cell, f"chủ thể là “{producer.name}” ({producer.id})", "ô chủ thể để trống, lấy theo dòng trên"
        )
        return producer

    def _producer_error(self, name_cell: Cell) -> bool:
        """`#REF!` where the producer should stand tells nothing, not even that it is the one above."""
        column = self.table.column(Target(Producer, "name"))
        rows = self.table.grid.rows
        row = next((cells for cells in rows if any(cell is name_cell for cell in cells)), [])
        return column is not None and column.index < len(row) and row[column.index].error

    def _section_of(self, product: Product, facts: Facts, name: Given, old: bool) -> None:
        if self.section is not None and self.section.value is not None:
            first = self.section.cells[0]
            given = Given(first, spec_of(Product).column("section"), Reading(self.section.value))
            if product.section not in (None, self.section.value):
                self.ledger.unsure(name.cell, f"giữ «Mục» là “{product.section}”", f"nguồn xếp ở “{first.text}”")
            else:
                self.drafts.fill(product, given)
        elif not old and Target(Product, "section") not in facts:
            guess_section(self.drafts, self.ledger, product, facts, name.cell)
        if (
            self.sector is not None
            and Target(Product, "sector") not in facts
            and self.drafts.assume(product, "sector", self.sector.sector, name.cell)
        ):
            self.ledger.unsure(name.cell, f"nhóm là “{self.sector.sector}”", "lấy theo tiêu đề nhóm phía trên")

    def _suggest_sets(self, name: Given) -> None:
        found = suggest_sets(str(name.value))
        if found:
            self.ledger.suggest(name.cell, " hoặc ".join(label(number) for number in found), "theo tên sản phẩm")


def _given(cell: Cell, target: Target) -> Given:
    """The cell read for its column; a road map and a year of recognition have no column of their own."""
    spec = spec_of(target.row_type)
    if target.attribute == ROADMAP:
        reading = UNREADABLE if cell.error else read_years(cell)
        return Given(cell, spec.column("from_year"), reading)
    if target.attribute == YEAR_OF_RECOGNITION:
        return Given(cell, spec.column("decision_date"), UNREADABLE if cell.error else read_whole(cell))
    column = spec.column(target.attribute)
    return Given(cell, column, read_cell(cell, column))
