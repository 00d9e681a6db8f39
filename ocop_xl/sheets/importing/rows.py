"""Tells what each row of a table is: a product, more about the product above, a section, a footer or none of these."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from ocop_xl.model import Product, Recognition
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.find_table import Column, FoundTable, looks_like_header, numbers_the_columns
from ocop_xl.sheets.importing.words.headers import Target
from ocop_xl.sheets.importing.words.sections import Section, is_label, read_section
from ocop_xl.sheets.importing.words.values import read_whole
from ocop_xl.vietnamese import fold

NAME = Target(Product, "name")
NUMBER = Target(Product, "number")

_TOTAL = re.compile(r"(tong cong|tong so|tong|cong)(\s|$)")
_SIGNATURE = re.compile(
    r"(nguoi lap|lap bieu|nguoi tong hop|thu truong|(pho )?chu tich$|tm (uy ban|ubnd)|kt chu tich|ky ten|xac nhan cua|"
    r"ghi chu|noi nhan|[a-z ]*ngay( \d+)? thang( \d+)? nam)"
)


class RowKind(Enum):
    PRODUCT = auto()
    MORE = auto()  # of the product above: a second recognition, a merged name
    SECTION = auto()
    LEFT_OUT = auto()  # listed as not placed, with `why`


@dataclass(slots=True)
class SourceRow:
    """A row that is not blank. `cells` are its filled cells; `section` is set for section rows."""

    kind: RowKind
    index: int
    cells: list[Cell]
    why: str = ""
    section: Section | None = None


class RowReader:
    """Goes down a table once; after a signature line everything is footer."""

    def __init__(self, table: FoundTable) -> None:
        self.table = table
        self._name = table.column(NAME)
        self._number = table.column(NUMBER)
        self._signed = False
        self._product_above = False

    def read(self) -> list[SourceRow]:
        rows = []
        for index in range(self.table.first_row, len(self.table.grid.rows)):
            cells = [cell for cell in self.table.grid.rows[index] if not cell.blank]
            if cells:
                row = self._classify(index, cells)
                self._product_above = row.kind in (RowKind.PRODUCT, RowKind.MORE)
                rows.append(row)
        return rows

    def _classify(self, index: int, cells: list[Cell]) -> SourceRow:
        if self._signed:
            return SourceRow(RowKind.LEFT_OUT, index, cells, "phần ký, ghi chú cuối bảng")
        if index <= self.table.first_row + 1 and numbers_the_columns(cells):
            return SourceRow(RowKind.LEFT_OUT, index, cells, "dòng đánh số cột")
        if looks_like_header(self.table, index):
            return SourceRow(RowKind.LEFT_OUT, index, cells, "tiêu đề lặp lại")
        facts = self._facts(index)
        if (section := self._section(index, cells, facts)) is not None:
            return SourceRow(RowKind.SECTION, index, cells, section=section)
        if footer := self._footer(index, cells, facts):
            return SourceRow(RowKind.LEFT_OUT, index, cells, footer)
        return self._product_or_more(index, cells, facts)

    def _facts(self, index: int) -> list[Column]:
        """Columns other than number and name that have something of their own in this row."""
        grid = self.table.grid
        return [
            column
            for column in self.table.columns
            if column.target not in (NAME, NUMBER) and not grid.cell(index, column.index).blank
        ]

    def _cell(self, index: int, column: Column | None) -> Cell:
        return Cell("") if column is None else self.table.grid.cell(index, column.index)

    def _numbered(self, index: int) -> bool:
        return read_whole(self._cell(index, self._number)).value is not None

    def _section(self, index: int, cells: list[Cell], facts: list[Column]) -> Section | None:
        name = self._cell(index, self._name)
        labelled = is_label(cells[0].text) and len(cells) <= 3
        alone = len(cells) == 1 or (len(cells) == 2 and cells[1] is name)
        if not labelled and not (alone and all(self._cell(index, fact) is cells[0] for fact in facts)):
            return None
        section = read_section(cells[:2])
        if section is None or (self._numbered(index) and section.value is None):
            return None
        return section if self._number is not None or section.explicit else None

    def _footer(self, index: int, cells: list[Cell], facts: list[Column]) -> str:
        if self._numbered(index) or (len(facts) > 2 and not self._cell(index, self._name).blank):
            return ""
        texts = [fold(cell.text) for cell in cells]
        if any(_SIGNATURE.match(text) for text in texts):
            self._signed = True
            return "phần ký, ghi chú cuối bảng"
        return "dòng cộng" if any(_TOTAL.match(text) for text in texts) else ""

    def _product_or_more(self, index: int, cells: list[Cell], facts: list[Column]) -> SourceRow:
        name = self._cell(index, self._name)
        if name.blank:
            held = name.held is not name and not name.held.blank
            recognised = bool(facts) and all(fact.target.row_type is Recognition for fact in facts)
            if self._product_above and not self._numbered(index) and (held or recognised):
                return SourceRow(RowKind.MORE, index, cells)
            return SourceRow(RowKind.LEFT_OUT, index, cells, "dòng không có tên sản phẩm")
        if name.error:
            return SourceRow(RowKind.LEFT_OUT, index, cells, f"tên sản phẩm là ô lỗi {name.text}")
        if not fold(name.text):
            return SourceRow(RowKind.LEFT_OUT, index, cells, "dòng không có tên sản phẩm")
        if self._number is None or self._numbered(index) or facts:
            return SourceRow(RowKind.PRODUCT, index, cells)
        return SourceRow(RowKind.LEFT_OUT, index, cells, "không có số thứ tự và không có thông tin nào khác")
