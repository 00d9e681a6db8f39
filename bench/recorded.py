"""A host that answers from memory: xlwings over a workbook whose cells were recorded beforehand, so that what is
measured of a click is Python's side alone.

A recording is a pickled dictionary: `path` of the workbook; `answers` that its dialogs give one after the other;
`selected`, the sheet and the row and column of a cell, or None; `sheets`, by name the rows of cells from A1 as Excel hands them over; `tables`, by name sheet, top, left, bottom, right.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import xlwings
from xlwings import base_classes


class Engine:
    """What xlwings asks of an engine; values are cleaned in Python, as its engine for Windows does."""

    name, type = "recorded", "desktop"

    def __init__(self) -> None:
        self.apps: list[App] = []

    @staticmethod
    def prepare_xl_data_element(x: Any, options: Any) -> Any:
        return x

    @staticmethod
    def clean_value_data(data: Any, datetimes: Any, empty: Any, numbers: Any, err_to_str: bool) -> list[list[Any]]:
        def clean(value: Any) -> Any:
            if value is None or value == "":
                return empty
            if isinstance(value, datetime):
                return datetimes(
                    month=value.month,
                    day=value.day,
                    year=value.year,
                    hour=value.hour,
                    minute=value.minute,
                    second=value.second,
                    microsecond=value.microsecond,
                    tzinfo=None,
                )
            return numbers(value) if numbers and isinstance(value, float) else value

        return [[clean(value) for value in row] for row in data]


class App(base_classes.App):
    pid, hwnd, version = 1, 0, "16.0"
    engine = books = api = selection = None
    screen_updating = enable_events = display_alerts = True
    calculation, status_bar, cut_copy_mode = "automatic", False, None

    def __init__(self, answers: list[str]) -> None:
        self.told: list[str] = []
        self.engine = Engine()
        self.engine.apps.append(self)
        xlwings.engines.add(xlwings.Engine(impl=self.engine))
        xlwings.engines[self.engine.name].activate()
        self.api = SimpleNamespace(InputBox=lambda **named: answers.pop(0))

    def alert(self, prompt: str, *named: Any, **more: Any) -> str:
        self.told.append(prompt)
        return "ok"

    def activate(self, steal_focus: bool = False) -> None:
        return None


class Book(base_classes.Book):
    app = sheets = name = fullname = None
    api = SimpleNamespace(ProtectStructure=False)

    def __init__(self, recording: dict[str, Any]) -> None:
        self.app = App(recording["answers"])
        self.fullname = recording["path"]
        self.name = Path(self.fullname).name
        self.cells, self.tables = recording["sheets"], recording["tables"]
        self.sheets = Sheets(self)
        self.written = 0
        if recording["selected"]:
            sheet, row, column = recording["selected"]
            self.app.selection = self.sheets(sheet).range((row, column), (row, column))

    def activate(self) -> None:
        return None


class Sheets(base_classes.Sheets):
    api = None

    def __init__(self, book: Book) -> None:
        self.book = book
        self.all = {name: Sheet(book, name, at) for at, name in enumerate(book.cells, 1)}

    def __call__(self, key: Any) -> Sheet:
        return list(self.all.values())[key - 1] if isinstance(key, int) else self.all[key]

    def add(self, before: Any = None, after: Any = None, name: str | None = None) -> Sheet:
        assert name is not None
        self.all[name] = Sheet(self.book, name, len(self.all) + 1)
        return self.all[name]

    def __len__(self) -> int:
        return len(self.all)

    def __iter__(self) -> Iterator[Sheet]:
        return iter(self.all.values())


class Sheet(base_classes.Sheet):
    book = name = index = tables = None
    api = SimpleNamespace(ProtectContents=False)
    visible = True

    def __init__(self, book: Book, name: str, index: int) -> None:
        self.book, self.name, self.index = book, name, index
        self.tables = Tables(self)

    @property
    def used_range(self) -> Range:
        rows = self.book.cells[self.name]
        return Range(self, 1, 1, len(rows), len(rows[0]) if rows else 1)

    def range(self, first: Any, second: Any) -> Range:
        """From one cell to the other; each is a (row, column) pair, or a range that begins there."""
        corners = [(cell.row, cell.column) if hasattr(cell, "row") else cell for cell in (first, second)]
        return Range(self, *corners[0], *corners[1])

    def activate(self) -> None:
        return None

    def delete(self) -> None:
        del self.book.sheets.all[self.name]


class Range(base_classes.Range):
    sheet = row = column = shape = None
    max_cells_per_read = max_cells_per_write = None
    number_format = wrap_text = column_width = color = None
    api = SimpleNamespace(ClearHyperlinks=lambda: None)

    def __init__(self, sheet: Sheet, top: int, left: int, bottom: int, right: int) -> None:
        self.sheet, self.row, self.column = sheet, top, left
        self.shape = (bottom - top + 1, right - left + 1)

    def __len__(self) -> int:
        return self.shape[0] * self.shape[1]

    def __call__(self, row: int, column: int) -> Range:
        top, left = self.row + row - 1, self.column + column - 1
        return Range(self.sheet, top, left, top, left)

    @property
    def raw_value(self) -> list[list[Any]]:
        rows = self.sheet.book.cells[self.sheet.name]
        top, left = self.row - 1, self.column - 1
        return [row[left : left + self.shape[1]] for row in rows[top : top + self.shape[0]]]

    @raw_value.setter
    def raw_value(self, block: Any) -> None:
        self.sheet.book.written += len(block)

    @property
    def formula(self) -> tuple[tuple[Any, ...], ...]:
        """What is typed: the values themselves, since a recording has no formulas."""
        return tuple(tuple("" if value is None else value for value in row) for row in self.raw_value)

    def copy(self, destination: Any = None) -> None:
        return None

    def clear(self) -> None:
        return None

    def select(self) -> None:
        return None


class Tables(base_classes.Tables):
    api = None

    def __init__(self, sheet: Sheet) -> None:
        self.all = {
            name: Table(name, Range(sheet, *corners))
            for name, (title, *corners) in sheet.book.tables.items()
            if title == sheet.name
        }

    def __call__(self, key: Any) -> Table:
        return self.all[key]

    def __len__(self) -> int:
        return len(self.all)

    def __iter__(self) -> Iterator[Table]:
        return iter(self.all.values())


class Table(base_classes.Table):
    api = SimpleNamespace(AutoFilter=None)
    name = range = None
    show_totals = False

    def __init__(self, name: str, area: Range) -> None:
        self.name, self.range = name, area

    def resize(self, area: Any) -> None:
        return None


def open_recorded(path: Path) -> Book:
    with path.open("rb") as file:
        return Book(pickle.load(file))  # noqa: S301 (made by bench.clicks a moment ago)
