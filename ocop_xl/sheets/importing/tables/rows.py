"""Tells what each row of a table is: an item, more about the one above, a section, a footer or none of these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from ocop_xl.model import Producer, Product, Recognition, Training, TrainingClass
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.footers import SIGNATURE, footer_kind
from ocop_xl.sheets.importing.tables.table import Column, Table, numbers_the_columns
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.captions import Said, What
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.list_kinds import CHANNELS, PRODUCERS, PRODUCTS, TRAININGS
from ocop_xl.sheets.importing.words.sections import Section, is_label, read_section
from ocop_xl.sheets.importing.words.values import read_whole
from ocop_xl.vietnamese import fold, tidy

_NAMES: dict[str, tuple[Target, ...]] = {
    PRODUCTS.name: (f.NAME,),
    PRODUCERS.name: (f.PRODUCER,),
    TRAININGS.name: (f.PRODUCER, Target(Training, "attendee"), Target(TrainingClass, "course")),
    CHANNELS.name: (f.NAME, Target(CHANNELS.tables[0], "name")),
}
"""What an item of a list is known by: the first of these columns that the table has."""


_MOST_OF_A_HEADING = 5
"""A label, a title and counts beside it."""
_COUNT = re.compile(r"\d{1,3}(?: (?:sản phẩm|sp|chủ thể))?", re.IGNORECASE)


class RowKind(Enum):
    ITEM = auto()
    MORE = auto()  # of the product above: a second recognition, a merged name
    SECTION = auto()
    LEFT_OUT = auto()  # listed as not placed, with `why`


@dataclass(slots=True)
class SourceRow:
    """A row that is not blank. `cells` are its filled cells; `said` what title and sections say of it; `flag` why a
    person does not see it; `doubt` a section title above it that nobody understood."""

    kind: RowKind
    index: int
    cells: list[Cell]
    why: str = ""
    section: Section | None = None
    said: dict[What, Said] = field(default_factory=dict)
    flag: str = ""
    doubt: str = ""


class _Opened(NamedTuple):
    style: str
    facts: list[Said]
    doubt: str = ""


def read_rows(table: Table) -> Iterator[SourceRow]:
    """Goes down the table once; after a signature everything is footer, but for a numbered item."""
    reader = _Reader(table)
    for index in range(table.first_row, table.end_row):
        cells = [cell for cell in table.grid.rows[index] if not cell.blank]
        if cells:
            yield reader.read(index, cells)


class _Reader:
    def __init__(self, table: Table) -> None:
        self.table = table
        found = [column for target in _NAMES[table.kind.name] if (column := table.column(target)) is not None]
        self._name: Column | None = found[0] if found else None
        self._number = table.column(f.NUMBER)
        self._subject = table.column(f.PRODUCER)
        self._signed = False
        self._item_above = False
        self._open: list[_Opened] = []
        self._said: dict[What, Said] = {said.what: said for said in table.said}
        self._doubt = ""

    def read(self, index: int, cells: list[Cell]) -> SourceRow:
        row = self._classify(index, cells)
        self._item_above = row.kind in (RowKind.ITEM, RowKind.MORE)
        row.flag = self.table.grid.flags.get(index, "") or self.table.grid.hidden
        if row.kind is RowKind.SECTION and not row.flag:
            assert row.section is not None
            self._enter(row.section.style, row.section.facts(), "" if row.section.known else _shown(cells))
        row.said, row.doubt = self._said, self._doubt
        return row

    def _enter(self, style: str, facts: list[Said], doubt: str) -> None:
        """A section ends the one of its style and all within that; in a style not met yet it divides the one above it.
        A heading of no style ends them all."""
        styles = [opened.style for opened in self._open]
        self._open = self._open[: styles.index(style) if style in styles else len(styles) if style else 0]
        self._open.append(_Opened(style, facts, doubt))
        self._said = {said.what: said for said in self.table.said}
        for opened in self._open:
            self._said |= {said.what: said for said in opened.facts}
        self._doubt = doubt

    def _classify(self, index: int, cells: list[Cell]) -> SourceRow:
        if index in self.table.repeated:
            return SourceRow(RowKind.LEFT_OUT, index, cells, "tiêu đề lặp lại")
        numbered, facts = self._numbered(index), self._facts(index)
        named = not self._cell(index, self._name).blank
        if self._signed and not (numbered and named and facts):
            return SourceRow(RowKind.LEFT_OUT, index, cells, SIGNATURE)
        self._signed = False
        if index <= self.table.first_row + 1 and numbers_the_columns(cells):
            return SourceRow(RowKind.LEFT_OUT, index, cells, "dòng đánh số cột")
        if (section := self._section(index, cells, facts)) is not None:
            return SourceRow(RowKind.SECTION, index, cells, section=section)
        if not numbered and (footer := footer_kind(cells)):
            self._signed = footer == SIGNATURE
            return SourceRow(RowKind.LEFT_OUT, index, cells, footer)
        return self._item_or_more(index, cells, facts)

    def _facts(self, index: int) -> list[Column]:
        """Columns other than number and name that have something of their own in this row."""
        grid = self.table.grid
        return [
            column
            for column in self.table.columns
            if column is not self._name and column is not self._number and not grid.cell(index, column.index).blank
        ]

    def _cell(self, index: int, column: Column | None) -> Cell:
        return Cell("") if column is None else self.table.grid.cell(index, column.index)

    def _numbered(self, index: int) -> bool:
        return self._number is not None and read_whole(self._cell(index, self._number)).value is not None

    def _section(self, index: int, cells: list[Cell], facts: list[Column]) -> Section | None:
        if len(cells) > _MOST_OF_A_HEADING:
            return None
        name = self._cell(index, self._name)
        labelled = is_label(cells[0].text) and len(cells) <= 3
        cells = self._uncounted(index, cells)
        alone = len(cells) == 1 or (len(cells) == 2 and cells[1] is name)
        stated = [cell for fact in facts if (cell := self._cell(index, fact)) in cells]
        if not labelled and not (alone and all(cell is cells[0] for cell in stated)):
            return None
        if not labelled and footer_kind(cells):
            return None
        section = read_section(cells[:2])
        if section is None or (self._numbered(index) and section.value is None and not section.heads_rows):
            return None
        return section if self._number is not None or section.explicit else None

    def _uncounted(self, index: int, cells: list[Cell]) -> list[Cell]:
        """A heading without the counts that stand beside it: `1 | Xã Vĩnh Phong | | 02 sản phẩm`."""
        kept = (self._cell(index, self._number), self._cell(index, self._name))
        return [cell for cell in cells if cell in kept or not _COUNT.fullmatch(tidy(cell.text))]

    def _item_or_more(self, index: int, cells: list[Cell], facts: list[Column]) -> SourceRow:
        name = self._cell(index, self._name)
        if name.blank:
            if self._is_more(index, name, facts):
                return SourceRow(RowKind.MORE, index, cells)
            if self._holds_on(index, name) and self.table.kind is not PRODUCTS and facts:
                return SourceRow(RowKind.ITEM, index, cells)
            return SourceRow(RowKind.LEFT_OUT, index, cells, f"dòng không có {self._what}")
        if name.error:
            return SourceRow(RowKind.LEFT_OUT, index, cells, f"{self._what} là ô lỗi {name.text}")
        if not fold(name.text):
            return SourceRow(RowKind.LEFT_OUT, index, cells, f"dòng không có {self._what}")
        if self._number is None or self._numbered(index) or facts:
            return SourceRow(RowKind.ITEM, index, cells)
        self._enter("", [], _shown(cells))
        return SourceRow(RowKind.LEFT_OUT, index, cells, "không có số thứ tự và không có thông tin nào khác")

    def _is_more(self, index: int, name: Cell, facts: list[Column]) -> bool:
        if not self._item_above or self._numbered(index) or self.table.kind is not PRODUCTS:
            return False
        return self._holds_on(index, name) or (
            bool(facts) and all(fact.target.row_type is Recognition for fact in facts)
        )

    def _holds_on(self, index: int, name: Cell) -> bool:
        """The name of the row above, merged down; a cell of this very row that is merged over its columns is none."""
        held = name.held
        return held is not name and not held.blank and all(held is not own for own in self.table.grid.rows[index])

    @property
    def _what(self) -> str:
        kind = self._name.target.row_type if self._name is not None else Product
        return {Product: "tên sản phẩm", Producer: "tên chủ thể"}.get(kind, "tên")


def _shown(cells: list[Cell]) -> str:
    return " ".join(tidy(cell.text) for cell in cells[:2])
