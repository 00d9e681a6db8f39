"""Ranges and tables of the test engine: blocks of cells of a LibreOffice sheet, seen as Excel would show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from xlwings import base_classes, utils

from tests.buttons.libreoffice.lo_office import uno_module

_EPOCH = datetime(1899, 12, 30)
_DATE, _LOGICAL, _TEXT = 2, 1024, 256  # com.sun.star.util.NumberFormat
_CONTENTS, _EVERYTHING = 31, 1023  # com.sun.star.sheet.CellFlags
_ERRORS = {502: "#VALUE!", 503: "#NUM!", 519: "#VALUE!", 524: "#REF!", 525: "#NAME?", 532: "#DIV/0!", 32767: "#N/A"}
_ROWS, _COLUMNS = 1048576, 16384
_QUOTED = re.compile(r'("(?:[^"]|"")*"|\[[^\[\]]*\])')


class CellError(str):
    """`#N/A` and its like, which Excel hands over as something else than text."""


class Range(base_classes.Range):
    sheet = top = left = has_array = None  # properties of the base class give way to attributes
    max_cells_per_read = max_cells_per_write = None

    def __init__(self, sheet: Any, top: int, left: int, bottom: int, right: int) -> None:
        self.sheet = sheet
        self.top, self.left, self.bottom, self.right = top, left, bottom, right

    @classmethod
    def named(cls, sheet: Any, first: Any, second: Any = None) -> Range:
        """`"A1:B2"`, or one or two (row, column) pairs."""
        if isinstance(first, str):
            one, two = utils.a1_to_tuples(first)
            return cls(sheet, *one, *(two or one))
        if isinstance(first, Range):
            last = second or first
            return cls(sheet, first.top, first.left, last.bottom, last.right)
        if len(first) == 4:
            top, left, rows, columns = first
            return cls(sheet, top, left, top + rows - 1, left + columns - 1)
        return cls(sheet, *first, *(second or first))

    row = property(lambda self: self.top)
    column = property(lambda self: self.left)
    shape = property(lambda self: (self.bottom - self.top + 1, self.right - self.left + 1))
    coords = property(lambda self: (self.sheet.name, self.top, self.left, *self.shape))
    api = property(lambda self: RangeOfExcel(self))
    traffic = property(lambda self: self.sheet.book.app.traffic)

    @property
    def uno(self) -> Any:
        return self.sheet.uno.getCellRangeByPosition(self.left - 1, self.top - 1, self.right - 1, self.bottom - 1)

    def __len__(self) -> int:
        return self.shape[0] * self.shape[1]

    def __call__(self, row: int, column: int | None = None) -> Range:
        if column is None:
            row, column = divmod(row - 1, self.shape[1])
            row, column = row + 1, column + 1
        top, left = self.top + row - 1, self.left + column - 1
        return Range(self.sheet, top, left, top, left)

    @property
    def address(self) -> str:
        first = f"${utils.col_name(self.left)}${self.top}"
        last = f"${utils.col_name(self.right)}${self.bottom}"
        return first if first == last else f"{first}:{last}"

    def get_address(self, row_absolute: bool = True, column_absolute: bool = True, external: bool = False) -> str:
        return self.address if row_absolute or column_absolute else self.address.replace("$", "")

    # --- values -------------------------------------------------------------------------------------------

    @property
    def raw_value(self) -> list[list[Any]]:
        self.traffic.reads.append(f"{self.sheet.name}!{self.address}")
        block = [list(row) for row in self.uno.getDataArray()]
        if any(isinstance(value, float) for row in block for value in row):
            for row, column, kind in self._formats():
                value = block[row][column]
                if isinstance(value, float) and kind & _DATE:
                    block[row][column] = _EPOCH + timedelta(seconds=round(value * 86400))
                elif isinstance(value, float) and kind & _LOGICAL:
                    block[row][column] = bool(value)
        for at, row in enumerate(block):
            for place, value in enumerate(row):
                if not isinstance(value, str | float | bool | datetime):
                    code = self.uno.getCellByPosition(place, at).getError()
                    row[place] = CellError(_ERRORS.get(code, "#VALUE!")) if code else None
        return block

    @raw_value.setter
    def raw_value(self, given: Any) -> None:
        block = _block(given, self.shape)
        target = Range(self.sheet, self.top, self.left, self.top + len(block) - 1, self.left + len(block[0]) - 1)
        self.traffic.change(f"{self.sheet.name}!{target.address}")
        later = [
            (at, place, value) for at, row in enumerate(block) for place, value in enumerate(row) if _special(value)
        ]
        target.uno.setDataArray(tuple(tuple(map(_plain, row)) for row in block))
        for at, place, value in later:
            target._set_as_excel(at, place, value)

    def _set_as_excel(self, at: int, place: int, value: Any) -> None:
        """Excel makes a text of all that is put into a cell of text, and of a text elsewhere what it looks like."""
        cell = self.uno.getCellByPosition(place, at)
        holds_text = self._format_type(cell) == _TEXT
        if isinstance(value, str):
            cell.setString(value) if holds_text else cell.setFormula(in_calc(value))
        elif holds_text:
            cell.setString(f"{value:%d/%m/%Y}" if isinstance(value, datetime) else f"{value:g}")
        elif isinstance(value, datetime) and not self._format_type(cell) & _DATE:
            cell.NumberFormat = self._format_key("dd/mm/yyyy")

    @property
    def formula(self) -> Any:
        self.traffic.reads.append(f"{self.sheet.name}!{self.address} formulas")
        block = [list(row) for row in self.uno.getFormulaArray()]
        return block[0][0] if self.shape == (1, 1) else block

    @formula.setter
    def formula(self, given: Any) -> None:
        self.traffic.change(f"{self.sheet.name}!{self.address}")
        for at, row in enumerate(_block(given, self.shape)):
            for place, value in enumerate(row):
                self.uno.getCellByPosition(place, at).setFormula(in_calc(str(value or "")))

    # --- formats ------------------------------------------------------------------------------------------

    def _formats(self) -> Iterator[tuple[int, int, int]]:
        """Places within the range that hold days or truth values, and which by their number format."""
        groups = self.uno.getUniqueCellFormatRanges()
        for group in (groups.getByIndex(at) for at in range(groups.Count)):
            kind = self._format_type(group.getByIndex(0))
            if kind & (_DATE | _LOGICAL):
                for area in group.RangeAddresses:
                    for row in range(area.StartRow, area.EndRow + 1):
                        for column in range(area.StartColumn, area.EndColumn + 1):
                            yield row - self.top + 1, column - self.left + 1, kind

    def _format_type(self, cells: Any) -> int:
        return int(self.sheet.book.document.NumberFormats.getByKey(cells.NumberFormat).Type)

    def _format_key(self, text: str) -> int:
        formats = self.sheet.book.document.NumberFormats
        locale = self.sheet.book.app.office.uno.createUnoStruct("com.sun.star.lang.Locale")
        locale.Language, locale.Country = "en", "US"
        key = formats.queryKey(text, locale, False)
        return int(key if key != -1 else formats.addNew(text, locale))

    @property
    def number_format(self) -> str:
        return str(self.sheet.book.document.NumberFormats.getByKey(self.uno.NumberFormat).FormatString)

    @number_format.setter
    def number_format(self, text: str) -> None:
        self.traffic.before_change()
        self.uno.NumberFormat = self._format_key(text)

    # --- the rest -----------------------------------------------------------------------------------------

    def copy(self, destination: Any = None) -> None:
        if destination is None:
            self.sheet.book.app.clipboard = self
            return
        destination = destination.impl
        self.traffic.change(f"{destination.sheet.name}!{destination.address} copied")
        rows = self.shape[0]
        for top in range(destination.top, destination.bottom + 1, rows):
            there = destination.sheet.uno.getCellByPosition(destination.left - 1, top - 1).CellAddress
            self.sheet.uno.copyRange(there, self.uno.RangeAddress)

    def paste(self, paste: str = "", operation: str = "", skip_blanks: bool = False, transpose: bool = False) -> None:
        """What Excel's «Paste Special» carries over, column by column; LibreOffice keeps both with the cell's look."""
        self.traffic.change(f"{self.sheet.name}!{self.address} {paste}")
        source = self.sheet.book.app.clipboard
        names = {
            "validation": ("Validation",),
            "formats": ("NumberFormat", "CellBackColor", "CharColor", "CharFontName"),
        }[paste]
        for place in range(self.shape[1]):
            model = source.uno.getCellByPosition(place, 0)
            column = self.uno.getCellRangeByPosition(place, 0, place, self.shape[0] - 1)
            for name in names:
                column.setPropertyValue(name, model.getPropertyValue(name))

    def clear(self) -> None:
        self.traffic.change(f"{self.sheet.name}!{self.address} cleared")
        self.uno.clearContents(_EVERYTHING)

    def clear_contents(self) -> None:
        self.traffic.change(f"{self.sheet.name}!{self.address} emptied")
        self.uno.clearContents(_CONTENTS)

    def select(self) -> None:
        self.sheet.book.selected = self

    def autofit(self, axis: Any = None) -> None:
        self.uno.Rows.OptimalHeight = True

    @property
    def font(self) -> Any:
        """Excel tells no font when there are several."""
        groups = self.uno.getUniqueCellFormatRanges()
        names = {groups.getByIndex(at).getByIndex(0).CharFontName for at in range(groups.Count)}
        return SimpleNamespace(name=names.pop() if len(names) == 1 else None)

    color = property(lambda self: None, lambda self, colour: setattr(self.uno, "CellBackColor", int(colour[1:], 16)))
    wrap_text = property(lambda self: self.uno.IsTextWrapped, lambda self, on: setattr(self.uno, "IsTextWrapped", on))
    column_width = property(lambda self: 0, lambda self, w: setattr(self.uno.Columns, "Width", int(w * 189)))


class RangeOfExcel:
    """What Excel's own object has and xlwings does not."""

    def __init__(self, cells: Range) -> None:
        self.cells = cells

    Value2 = property(lambda self: self.cells.uno.getDataArray())

    Validation = property(lambda self: ValidationOfExcel(self.cells.uno))

    def ClearHyperlinks(self) -> None:
        """In LibreOffice a link is part of the cell's text and goes with it."""


class ValidationOfExcel:
    """The rule for what may be typed into cells: here, a list of words."""

    def __init__(self, uno: Any) -> None:
        self.uno = uno

    def Delete(self) -> None:
        """`Add` below replaces the rule."""

    def Add(self, kind: int, alert: int, operator: int, words: str) -> None:
        rule = self.uno.Validation
        rule.Type = uno_module().Enum("com.sun.star.sheet.ValidationType", "LIST")
        rule.setFormula1(";".join(f'"{word}"' for word in words.split(",")))
        self.uno.Validation = rule


class FilterOfExcel:
    """The filter of a table: its arrows, and whether they hide rows now."""

    def __init__(self, uno: Any) -> None:
        self.uno = uno

    FilterMode = property(lambda self: bool(self.uno.getFilterDescriptor().getFilterFields()))

    def ShowAllData(self) -> None:
        self.uno.getFilterDescriptor().setFilterFields(())
        self.uno.refresh()


def whole(sheet: Any) -> Range:
    return Range(sheet, 1, 1, _ROWS, _COLUMNS)


class Tables(base_classes.Tables):
    api = None

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet

    def __iter__(self) -> Iterator[Table]:
        for at, found in self.sheet.book.table_ranges:
            if at == self.sheet.index:
                yield Table(self.sheet, found)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __call__(self, key: Any) -> Table:
        for table in self:
            if table.name.casefold() == str(key).casefold():
                return table
        raise KeyError(key)


class Table(base_classes.Table):
    parent = None
    name = display_name = property(lambda self: self.uno.Name)
    show_headers = True
    show_totals = property(lambda self: self.uno.TotalsRow)
    api = property(lambda self: SimpleNamespace(AutoFilter=FilterOfExcel(self.uno)))

    def __init__(self, sheet: Any, uno: Any) -> None:
        self.parent, self.uno = sheet, uno

    @property
    def range(self) -> Range:
        area = self.uno.DataArea
        return Range(self.parent, area.StartRow + 1, area.StartColumn + 1, area.EndRow + 1, area.EndColumn + 1)

    def resize(self, to: Any) -> None:
        self.parent.book.app.traffic.before_change()
        self.uno.setDataArea(getattr(to, "impl", to).uno.RangeAddress)


def in_calc(formula: str) -> str:
    """A formula as LibreOffice's own setter reads it: `;` between arguments, `.` after a sheet's name."""
    if not formula.startswith("="):
        return formula
    pieces = _QUOTED.split(formula)
    return "".join(
        piece if at % 2 else re.sub(r"(?<=['\w])!(?=\$?[A-Z])", ".", piece).replace(",", ";")
        for at, piece in enumerate(pieces)
    )


def _block(given: Any, shape: tuple[int, int]) -> list[list[Any]]:
    if not isinstance(given, list | tuple):
        return [[given] * shape[1] for _ in range(shape[0])]
    return [list(row) for row in given] if isinstance(given[0], list | tuple) else [list(given)]


def _special(value: Any) -> bool:
    return isinstance(value, datetime | float | int) or (isinstance(value, str) and _more_than_text(value))


def _more_than_text(text: str) -> bool:
    return text.startswith("=") or bool(
        re.fullmatch(r"[+-]?\d+([.,]\d+)?%?|\d{1,4}[/-]\d{1,2}([/-]\d{1,4})?", text.strip())
    )


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return (value - _EPOCH).total_seconds() / 86400
    if value is None or (isinstance(value, str) and _more_than_text(value)):
        return ""
    return float(value) if isinstance(value, bool | int) else value
