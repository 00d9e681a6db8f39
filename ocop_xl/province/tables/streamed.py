"""A sheet of which only one row at a time is in memory, with an Excel Table on it all the same.

XlsxWriter can do either: the header is written twice here, once for the table and once for the sheet, and the table
learns where it ends when the last row is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from xlsxwriter.utility import xl_range

from ocop_xl.model.book import column_letters
from ocop_xl.model.table import HEADER_ROW
from ocop_xl.province.head import Cell
from ocop_xl.province.tables.layout import Layout
from ocop_xl.province.tables.ready import ReadyRow, ready
from ocop_xl.sheets.building.cells import FittedSheet, height_of, write_page_head
from ocop_xl.sheets.building.style import INPUT, Styles

_HEAD_HEIGHT = 48  # points
_FIT_ON_ONE_PAGE = 240  # characters
_LAST = "~"
"""In order behind every text that a column of days can hold: rows that say none stand last."""


class StreamedSheet(FittedSheet):
    """Rows must be written from above."""

    def _initialize(self, init_data: dict[str, Any]) -> None:
        super()._initialize(init_data | {"constant_memory": True})

    def open_table(self, at: int, name: str, headers: Sequence[str], style: Sequence[Any]) -> None:
        """Begin a table whose header stands in the row `at` (from 0)."""
        columns = [{"header": header} for header in headers]
        options = {"name": name, "style": None, "columns": columns}
        self.constant_memory = False
        self.add_table(at, 0, at + 1, len(headers) - 1, options)
        self.constant_memory = True
        for place, header in enumerate(headers):
            self.write_string(at, place, header, style[place])

    def close_table(self, at: int, last: int) -> None:
        """The table goes down to the row `last`; a table has at least one row, if need be a blank one."""
        table = self.tables[-1]
        area = xl_range(at, 0, max(last, at + 1), len(table["columns"]) - 1)
        table |= {"range": area, "a_range": area, "autofilter": area}

    def write_ready(self, at: int, points: int, cells: Sequence[str]) -> None:
        """The row `at` (from 0), whose cells are XML already."""
        self._check_dimensions(at, len(cells) - 1)
        self._write_single_row(at)  # the one before, if it waits
        self.fh.write(f'<row r="{at + 1}" ht="{points}">{"".join(cells)}</row>')


class TableSheet:
    """One table over a whole sheet: rows are added one by one, then it is closed."""

    def __init__(self, workbook: Any, styles: Styles, layout: Layout, front: str) -> None:
        self.layout, self.count = layout, 0
        columns = layout.columns
        self.sheet = workbook.add_worksheet(layout.name, worksheet_class=StreamedSheet)
        self.sheet.set_default_row(20)
        for place, column in enumerate(columns):
            self.sheet.set_column(place, place, column.width)
        write_page_head(self.sheet, styles, layout.title, layout.purpose, front)
        self.sheet.set_row(HEADER_ROW - 1, _HEAD_HEIGHT)
        heads = [styles.header(column) for column in columns]
        self.sheet.open_table(HEADER_ROW - 1, layout.table, [column.header for column in columns], heads)
        self._looks = [
            styles.cell(column, fill=INPUT if column.header in layout.typed else "#FFFFFF") for column in columns
        ]
        self._opened = [f'<c r="{column_letters(place)}' for place in range(len(columns))]
        self._looking = [f'" s="{look._get_xf_index()}"' for look in self._looks]
        self._by = next((at for at, column in enumerate(columns) if column.header == layout.by), None)
        self._waiting: list[ReadyRow] = []
        self._page()

    def add_all(self, rows: Iterable[Sequence[Cell]]) -> None:
        self.add_ready((), (ready(row, self.layout.columns, self._by) for row in rows))

    def add_ready(self, origin: Sequence[Cell], rows: Iterable[ReadyRow]) -> None:
        """Rows that lack their first cells, the same in all. Written as they come; or, where the rows stand in
        an order of their own, kept until all are there."""
        first = ready(origin, self.layout.columns[: len(origin)])
        for row in rows:
            whole = ReadyRow(row.order, max(first.lines, row.lines), (*first.cells, *row.cells))
            if self._by is None:
                self._write(whole)
            else:
                self._waiting.append(whole)

    def close(self) -> int:
        """How many rows there are."""
        for row in sorted(self._waiting, key=lambda row: row.order or _LAST):
            self._write(row)
        if not self.count:
            for place, look in enumerate(self._looks):
                self.sheet.write_blank(HEADER_ROW, place, None, look)
        self.sheet.close_table(HEADER_ROW - 1, HEADER_ROW - 1 + self.count)
        self._choices()
        return self.count

    def colour(self, styles: Styles, header: str) -> None:
        """The cells of this column by the symbol that their text begins with; to be asked when all rows are there."""
        place = next(at for at, column in enumerate(self.layout.columns) if column.header == header)
        for rule in styles.symbol_rules():
            self.sheet.conditional_format(HEADER_ROW, place, HEADER_ROW + max(0, self.count - 1), place, rule)

    def _write(self, row: ReadyRow) -> None:
        at = HEADER_ROW + self.count
        self.count += 1
        framed = zip(self._opened, self._looking, row.cells, strict=True)
        cells = [f"{opened}{at + 1}{looking}{rest}" for opened, looking, rest in framed]
        self.sheet.write_ready(at, height_of(row.lines), cells)

    def _choices(self) -> None:
        for place, column in enumerate(self.layout.columns):
            if column.choices and column.header in self.layout.typed:
                facts = {"validate": "list", "source": list(column.choices.values)}
                self.sheet.data_validation(HEADER_ROW, place, HEADER_ROW + max(0, self.count - 1), place, facts)

    def _page(self) -> None:
        self.sheet.freeze_panes(HEADER_ROW, self.layout.frozen)
        self.sheet.repeat_rows(HEADER_ROW - 1)
        self.sheet.set_paper(9)
        self.sheet.set_landscape()
        self.sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.6)
        self.sheet.set_footer("&L&9&A&R&9Trang &P/&N")
        self.sheet.fit_to_pages(-(-sum(column.width for column in self.layout.columns) // _FIT_ON_ONE_PAGE), 0)
