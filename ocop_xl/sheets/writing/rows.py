"""New rows of an Excel Table: the spare rows first, then rows below it for which the table grows."""

from __future__ import annotations

from datetime import date
from html import escape

from ocop_xl.errors import CannotChange
from ocop_xl.model.table import TableSpec
from ocop_xl.sheets.vocabulary import in_table
from ocop_xl.sheets.writing.package import PatchPackage
from ocop_xl.sheets.writing.sheet import CellValue
from ocop_xl.sheets.writing.table import TableXml


class RowMaker:
    """Collects rows for one table; `finish` grows the table if rows stand below its old end."""

    def __init__(self, package: PatchPackage, spec: TableSpec) -> None:
        found = package.table(spec.name)
        if found is None:
            raise CannotChange(
                package.name,
                f"sổ không có bảng Excel của trang «{spec.sheet}» nên không ghi được vào đó; "
                f'hãy lập lại sổ: ocop-xl new SO_MOI.xlsx --from "{package.name}"',
            )
        self._package = package
        self._spec = spec
        self._title, self._table = found
        self._sheet = package.sheet(self._title)
        self._bottom = self._table.last_row
        table = self._table
        self._formulas = _model_formulas(spec, table) | table.formulas
        self._spare = iter([row for row in range(table.first_row, table.last_row + 1) if self._blank(row, table)])

    def add(self, values: dict[str, CellValue]) -> None:
        """Write one row, values by header."""
        row = next(self._spare, None)
        if row is None:
            row = self._row_below()
        for header, value in values.items():
            place = self._table.column_of(header)
            if place is None:
                raise CannotChange(
                    self._package.name, f"trang «{self._spec.sheet}» không có cột «{header}»; hãy thêm lại cột này"
                )
            style = self._sheet.style(row, place) or self._style_above(place)
            if isinstance(value, date) and not style:
                value = f"{value:%d/%m/%Y}"
            self._sheet.write(row, place, value, style, date1904=self._package.plan.date1904)

    def finish(self) -> None:
        if self._bottom > self._table.last_row:
            self._package.grow(self._title, self._table, self._bottom)

    def _blank(self, row: int, table: TableXml) -> bool:
        """Nobody has typed in it; what the table computes does not count."""
        return all(self._sheet.blank(row, place) for place in table.columns if place not in self._formulas)

    def _row_below(self) -> int:
        """A row made ready like the table's last one: its styles and its calculated columns."""
        table, row = self._table, self._bottom + 1
        if table.has_totals or not all(self._sheet.blank(row, place) for place in table.columns):
            raise CannotChange(
                self._package.name,
                f"bảng ở trang «{self._spec.sheet}» đã hết dòng trống và ngay dưới bảng có nội dung khác; "
                "hãy chèn thêm dòng vào cuối bảng rồi thử lại",
            )
        for place in table.columns:
            style = self._style_above(place)
            if place in self._formulas:
                self._sheet.write_formula(row, place, self._formulas[place], style)
            else:
                self._sheet.write(row, place, None, style)
        self._bottom = row
        return row

    def _style_above(self, place: int) -> str:
        return self._sheet.style(self._table.last_row, place) or self._sheet.style(self._table.first_row, place)


def _model_formulas(spec: TableSpec, table: TableXml) -> dict[int, str]:
    """What the live columns compute, for a file saved by LibreOffice: its table parts no longer say it."""
    places = ((table.column_of(column.header), column) for column in spec.columns if column.live)
    return {
        place: escape(in_table(column.formula, spec.name).removeprefix("="), quote=False)
        for place, column in places
        if place is not None
    }
