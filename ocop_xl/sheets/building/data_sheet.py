"""One sheet of the workbook from one table of the model: rows, spare rows, drop-downs, formats, print set-up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ocop_xl.law import sectors
from ocop_xl.law.evidence import EVIDENCE_LINES
from ocop_xl.model import Book, Evidence, Row, ScoreLine
from ocop_xl.model.book import column_letters
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.table import HEADER_ROW, Role, TableSpec, spec_of
from ocop_xl.programme.live.values import live_value
from ocop_xl.records import NamedTuple
from ocop_xl.rules.listed import BESIDE
from ocop_xl.scoring.lines import CriteriaLines
from ocop_xl.sheets.building.cells import (
    HEAD_HEIGHT,
    FittedSheet,
    fit_height,
    height_of,
    leave_out_of_prints,
    lines_needed,
    write_page_head,
    write_value,
)
from ocop_xl.sheets.building.own_content import OwnContent, write_in_table, write_note, write_unread
from ocop_xl.sheets.building.paper import BOTTOM, LEFT, RIGHT, TOP, Paper, pages_wide
from ocop_xl.sheets.building.style import LINE, LIVE, MUTED, Styles
from ocop_xl.sheets.building.validation import GROWTH, validation
from ocop_xl.sheets.reading.days import serial_of
from ocop_xl.sheets.vocabulary import FRONT, in_table, mark_name, quoted, reference_name

_MORE_SPARE: dict[type[Row], int] = {Evidence: 4 * len(EVIDENCE_LINES)}
"""Where one duty fills many rows at once: a dossier has a line of evidence for each of Mẫu 02."""

_MARKED = "#FFDD99"  # a cell that «Phát hiện» names: stronger than any fill of the data sheets
_FORM_WIDTHS = (32, 58, 76)
_OWN_WIDTH = 18  # characters of a column that the commune has added
_HEADER_HEIGHT = 48  # points


class Line(NamedTuple):
    """A row as it is shown: a value for each column, and its height in points."""

    row: Row
    values: list[object]
    height: int


class SheetMaker(NamedTuple):
    """What every sheet is made with."""

    workbook: Any
    styles: Styles
    book: Book
    on: date
    own: OwnContent

    def add_sheet(self, spec: TableSpec) -> Any:
        """The empty sheet of a table."""
        return self.page(spec.sheet, spec.title, spec.purpose)

    def page(self, name: str, title: str, purpose: str) -> Any:
        """A sheet with title, purpose and the way back to the front."""
        sheet = self.workbook.add_worksheet(name, worksheet_class=FittedSheet)
        write_page_head(sheet, self.styles, title, purpose, FRONT)
        return sheet

    def table_sheet(self, kind: type[Row], rows: Sequence[Row], spare: int | None = None) -> Any:
        """The sheet of a list table; rows get their place (`at`) as they are written."""
        spec = spec_of(kind)
        sheet = self.add_sheet(spec)
        filled = self._lines(spec, rows, HEADER_ROW + 1)
        blank = self._spare_rows(kind, filled) if spare is None else spare
        blank = max(blank, 1 - len(filled))
        lines = filled + self._lines(spec, [kind() for _ in range(blank)], HEADER_ROW + 1 + len(filled))
        first, last = HEADER_ROW + 1, HEADER_ROW + len(lines)
        looks = [self.styles.cell(column) for column in spec.columns]
        self._declare_table(sheet, spec, first, last)
        for number, line in enumerate(lines):
            sheet.suggest_height(line.row.at - 1, line.height)
            for place, (column, value) in enumerate(zip(spec.columns, line.values, strict=True)):
                self._write_cell(sheet, spec, line.row, place, column, value, looks[place])
            for place, mine in enumerate(self.own.columns.get(kind, ()), len(spec.columns)):
                write_in_table(sheet, line.row.at - 1, place, mine.cells.get(number), self.styles)
        self._guide_typing(sheet, spec, first, last)
        self._set_up_page(sheet, spec)
        return sheet

    def _lines(self, spec: TableSpec, rows: Sequence[Row], first: int) -> list[Line]:
        """What each row shows, from the sheet's row `first` on."""
        lines = []
        for number, row in enumerate(rows, first):
            row.at = number
            values = [self.shown_value(row, column) for column in spec.columns]
            shown = [(v, one.width) for v, one in zip(values, spec.columns, strict=True) if not one.helper]
            lines.append(Line(row, values, height_of(lines_needed([*shown, *self._to_be_chosen(row)]))))
        return lines

    def _spare_rows(self, kind: type[Row], filled: Sequence[Line]) -> int:
        if kind in _MORE_SPARE:
            return _MORE_SPARE[kind]
        heights = [line.height for line in filled]
        return self._paper(spec_of(kind)).spare_rows(HEAD_HEIGHT, _HEADER_HEIGHT, heights, height_of(1))

    def form_sheet(self, kind: type[Row], row: Row) -> Any:
        """The sheet of a form: a line for each field – label, value, help."""
        spec = spec_of(kind)
        sheet = self.add_sheet(spec)
        last = HEADER_ROW + len(spec.columns)
        heads = ("Thông tin", "Giá trị", "Hướng dẫn")
        header = self.styles.header()
        sheet.add_table(
            HEADER_ROW - 1,
            0,
            last - 1,
            2,
            {
                "name": spec.name,
                "style": None,
                "autofilter": False,
                "columns": [{"header": head, "header_format": header} for head in heads],
            },
        )
        label = self.styles.make(bold=True, bg_color=LIVE, border=1, border_color=LINE, text_wrap=True)
        hint = self.styles.make(italic=True, font_color=MUTED, border=1, border_color=LINE, text_wrap=True)
        for place, column in enumerate(spec.columns):
            at = HEADER_ROW + place
            sheet.write_string(at, 0, column.header, label)
            if column.live:
                style = self.styles.make(bg_color=LIVE, border=1, border_color=LINE, align="left")
                sheet.write_formula(at, 1, column.formula, style, live_value(row, column.attribute, self.book, self.on))
            else:
                self._write_typed(sheet, at, 1, row, column, getattr(row, column.attribute), self.styles.field(column))
            self._write_note(sheet, at, 1, row, column)
            sheet.write_string(at, 2, ("Bắt buộc. " if column.required else "") + column.help, hint)
            sheet.data_validation(at, 1, at, 1, validation(column, {column.attribute: "B"}, at + 1, at + 1))
            fit_height(
                sheet, at + 1, [(getattr(row, column.attribute), _FORM_WIDTHS[1]), (column.help, _FORM_WIDTHS[2])]
            )
            for look in self.styles.symbol_rules() if column.live else ():
                sheet.conditional_format(at, 1, at, 1, look)
        self._mark_findings(sheet, spec, HEADER_ROW + 1, last, 2)
        for place, width in enumerate(_FORM_WIDTHS):
            sheet.set_column(place, place, width)
        sheet.freeze_panes(HEADER_ROW, 1)
        self._print(sheet, pages_wide=1, pages_high=1)
        return sheet

    def _declare_table(self, sheet: Any, spec: TableSpec, first: int, last: int) -> None:
        columns = []
        for column in spec.columns:
            described = {"header": column.header, "header_format": self.styles.header(column)}
            if column.live:
                described["formula"] = in_table(column.formula, spec.name)
            columns.append(described)
        for mine in self.own.columns.get(spec.row_type, ()):
            columns.append({"header": mine.header, "header_format": self.styles.header()})
        sheet.add_table(
            first - 2, 0, last - 1, len(columns) - 1, {"name": spec.name, "style": None, "columns": columns}
        )
        sheet.set_row(HEADER_ROW - 1, _HEADER_HEIGHT)
        for place, column in enumerate(spec.columns):
            sheet.set_column(place, place, column.width, None, {"hidden": column.helper})
        if len(columns) > len(spec.columns):
            sheet.set_column(len(spec.columns), len(columns) - 1, _OWN_WIDTH)

    def shown_value(self, row: Row, column: Column) -> object:
        """What the cell shows: what was typed, or what its formula comes to."""
        if column.live:
            return live_value(row, column.attribute, self.book, self.on)
        value = getattr(row, column.attribute)
        if value is None:
            return self.own.unread.get((id(row), column.attribute))
        return sectors.label(value) if column.kind is Kind.PRODUCT_SET else value

    def _to_be_chosen(self, row: Row) -> list[tuple[object, int]]:
        """Room for the longest level that may be chosen in this row: choosing one does not move the rows below."""
        if not isinstance(row, ScoreLine):
            return []
        width = spec_of(ScoreLine).column("level").width
        lines = self.book.derived(CriteriaLines)
        return [(max(lines.levels_at(live_value(row, "line", self.book, self.on)), key=len), width)]

    def _write_cell(
        self, sheet: Any, spec: TableSpec, row: Row, place: int, column: Column, value: object, style: Any
    ) -> None:
        if column.live:
            shown = serial_of(value) if isinstance(value, date) else value
            sheet.write_formula(row.at - 1, place, in_table(column.formula, spec.name), style, shown)
        else:
            self._write_typed(sheet, row.at - 1, place, row, column, value, style)
        self._write_note(sheet, row.at - 1, place, row, column)

    def _write_note(self, sheet: Any, at: int, place: int, row: Row, column: Column) -> None:
        note = self.own.notes.get((id(row), column.attribute))
        if note is not None:
            write_note(sheet, at, place, note)

    def _write_typed(
        self, sheet: Any, at: int, place: int, row: Row, column: Column, value: object, style: Any
    ) -> None:
        unread = self.own.unread.get((id(row), column.attribute))
        if unread is None:
            write_value(sheet, at, place, value, style)
        else:
            write_unread(sheet, at, place, unread, style, self.styles)

    def _guide_typing(self, sheet: Any, spec: TableSpec, first: int, last: int) -> None:
        letters = {column.attribute: column_letters(place) for place, column in enumerate(spec.columns)}
        for place, column in enumerate(spec.columns):
            if spec.role is Role.INPUT:
                sheet.data_validation(first - 1, place, last - 1, place, validation(column, letters, first, last))
            speaks = spec.role is Role.OUTPUT or column.live
            if speaks and column.kind is Kind.TEXT:
                for look in self.styles.symbol_rules():
                    sheet.conditional_format(first - 1, place, last - 1, place, look)
        if spec.role is Role.INPUT:
            self._mark_findings(sheet, spec, first, last, len(spec.columns) - 1)
        if spec.role is Role.INPUT and spec.key is not None:
            self._name_keys(spec, letters[spec.key.attribute], first, last)

    def _mark_findings(self, sheet: Any, spec: TableSpec, first: int, last: int, right: int) -> None:
        """Colour the cells that «Phát hiện» names, until the next check lists others.

        The formula looks into one text: it runs for every cell in sight after each that is typed, and searching the
        list of findings took LibreOffice a quarter of a second.
        """
        cell = f'"{BESIDE}"&ADDRESS(ROW(),COLUMN(),4)&"{BESIDE}"'
        mark = {
            "type": "formula",
            "criteria": f"=ISNUMBER(FIND({cell},{mark_name(spec.name)}))",
            "format": self.workbook.add_format({"bg_color": _MARKED}),
        }
        sheet.conditional_format(first - 1, 0, last - 1, right, mark)

    def _name_keys(self, spec: TableSpec, letters: str, first: int, last: int) -> None:
        """The keys down to the last one in use: what other tables' drop-downs offer.

        The range reaches far below the table, so that it stays right when the table grows.
        """
        sheet = quoted(spec.sheet)
        whole = f"{sheet}!${letters}${first}:${letters}${last + GROWTH}"
        used = f'SUMPRODUCT(MAX(({whole}<>"")*(ROW({whole})-{first - 1})))'
        formula = f"={sheet}!${letters}${first}:INDEX({whole},MAX(1,{used}))"
        self.workbook.define_name(reference_name(spec.name), formula)

    def _set_up_page(self, sheet: Any, spec: TableSpec) -> None:
        frozen, paper = _frozen(spec), self._paper(spec)
        sheet.freeze_panes(HEADER_ROW, frozen if spec.role is Role.INPUT else 0)
        sheet.repeat_rows(HEADER_ROW - 1)
        if paper.pages > 1:
            sheet.repeat_columns(0, frozen - 1)
        self._print(sheet, pages_wide=paper.pages)
        if spec.role is Role.REFERENCE:
            leave_out_of_prints(sheet)

    def _paper(self, spec: TableSpec) -> Paper:
        """Only tables that somebody fills in take more than one page side by side."""
        widths = [0 if column.helper else column.width for column in spec.columns]
        pages = pages_wide(widths) if spec.role is Role.INPUT else 1
        own = [_OWN_WIDTH for _ in self.own.columns.get(spec.row_type, ())]
        return Paper([*widths, *own], pages, _frozen(spec) if pages > 1 else 0)

    @staticmethod
    def _print(sheet: Any, *, pages_wide: int, pages_high: int = 0) -> None:
        """A4 landscape; `pages_high` 0 lets the table run over as many pages as it needs."""
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(pages_wide, pages_high)
        sheet.set_margins(LEFT, RIGHT, TOP, BOTTOM)
        sheet.set_footer("&L&9&A&R&9Trang &P/&N")


def _frozen(spec: TableSpec) -> int:
    """Columns that stay in sight: the key and, near it, what the row is about."""
    named = ("name", "product_name", "title", "course", "event", "content")
    return next((i + 1 for i, c in enumerate(spec.columns[:4]) if c.attribute in named), 1)
