"""xlwings over LibreOffice: an engine that lets the code of the buttons run here unchanged, on a real spreadsheet.

Only what Excel does and LibreOffice does not is imitated: a text that looks like a number or a formula becomes one
unless its cell is formatted as text, and dialogs are answered from a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import xlwings
from xlwings import NoSuchObjectError, base_classes

from tests.buttons.libreoffice.lo_cells import CellError, Range, Tables, whole
from tests.buttons.libreoffice.lo_office import Office


@dataclass
class Traffic:
    """Blocks that went to and fro since the last `clear`. `before_change` is called before anything is changed."""

    reads: list[str] = field(default_factory=list)
    writes: list[str] = field(default_factory=list)
    before_change: Callable[[], object] = lambda: None

    def change(self, what: str) -> None:
        self.before_change()
        self.writes.append(what)

    def clear(self) -> None:
        self.reads.clear()
        self.writes.clear()


class Engine:
    """What xlwings asks of an engine."""

    name, type = "libreoffice", "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(x: Any, options: Any) -> Any:
        return datetime(x.year, x.month, x.day) if isinstance(x, date) and not isinstance(x, datetime) else x

    @staticmethod
    def clean_value_data(
        data: Any, datetime_builder: Any, empty_as: Any, number_builder: Any, err_to_str: bool
    ) -> list[list[Any]]:
        def clean(value: Any) -> Any:
            if value is None or value == "":
                return empty_as
            if isinstance(value, CellError):
                return str(value) if err_to_str else None
            return number_builder(value) if number_builder and isinstance(value, float) else value

        return [[clean(value) for value in row] for row in data]


class Apps(base_classes.Apps):
    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.open: list[App] = []

    def keys(self) -> list[int]:
        return [app.pid for app in self.open]

    def __iter__(self) -> Iterator[App]:
        return iter(self.open)

    def __len__(self) -> int:
        return len(self.open)

    def __getitem__(self, pid: int) -> App:
        return next(app for app in self.open if app.pid == pid)


class Dialogs:
    """Excel's own dialogs that xlwings reaches through `api`; `False` is what Excel answers when they are closed."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answers: list[Any] = []

    def _answer(self, question: str) -> Any:
        self.asked.append(question)
        return self.answers.pop(0) if self.answers else False

    def InputBox(self, **named: Any) -> Any:
        assert len(named["Prompt"]) <= 255, "Excel does not open a longer one"
        return self._answer(named["Prompt"])

    def GetOpenFilename(self, **named: Any) -> Any:
        return self._answer(named["Title"])

    def FileDialog(self, kind: int) -> FolderDialog:
        assert kind == 4, "msoFileDialogFolderPicker"
        return FolderDialog(self)


class FolderDialog:
    """Excel's dialog for a folder: `Show` says whether one was chosen."""

    Title = ""

    def __init__(self, dialogs: Dialogs) -> None:
        self._dialogs, self._chosen = dialogs, None

    def Show(self) -> int:
        self._chosen = self._dialogs._answer(self.Title) or None
        return -1 if self._chosen else 0

    def SelectedItems(self, at: int) -> Any:
        return self._chosen


class App(base_classes.App):
    engine = property(lambda self: self.apps.engine)
    pid = property(lambda self: self.office.process.pid)
    hwnd, version, visible = 0, "16.0", False
    apps = books = api = None  # xlwings declares them as properties; these give way to attributes
    screen_updating = enable_events = display_alerts = True
    cut_copy_mode = None

    def __init__(self, apps: Apps, office: Office) -> None:
        self.apps, self.office = apps, office
        self.traffic = Traffic()
        self.api = Dialogs()
        self.books = Books(self)
        self.alerts: list[str] = []
        self.alert_answers: list[str] = []
        self.said: list[Any] = []
        self.clipboard: Range | None = None
        self._status: Any = False
        self._calculation = "automatic"
        apps.open.insert(0, self)

    @property
    def status_bar(self) -> Any:
        return self._status

    @status_bar.setter
    def status_bar(self, text: Any) -> None:
        self._status = text
        self.said.append(text)

    @property
    def calculation(self) -> str:
        return self._calculation

    @calculation.setter
    def calculation(self, mode: str) -> None:
        self._calculation = mode
        for book in self.books:
            book.document.enableAutomaticCalculation(mode == "automatic")
            if mode == "automatic":
                book.document.calculate()

    @property
    def selection(self) -> Range | None:
        book = self.books.active
        return book.selected if book else None

    def alert(self, prompt: str, title: str, buttons: str, mode: str, callback: Any) -> str:
        self.alerts.append(prompt)
        if self.alert_answers:
            return self.alert_answers.pop(0)
        return "ok" if buttons == "ok" else "yes"

    def activate(self, steal_focus: bool = False) -> None:
        """Several may be open, the one in front is xlwings's active one."""
        self.apps.open.remove(self)
        self.apps.open.insert(0, self)


class Books(base_classes.Books):
    app = None

    def __init__(self, app: App) -> None:
        self.app = app
        self.opened: list[Book] = []

    @property
    def active(self) -> Book | None:
        return self.opened[-1] if self.opened else None

    def __call__(self, key: Any) -> Book:
        for book in self.opened:
            if str(key).casefold() in (book.name.casefold(), book.fullname.casefold()):
                return book
        raise KeyError(key)

    def __len__(self) -> int:
        return len(self.opened)

    def __iter__(self) -> Iterator[Book]:
        return iter(self.opened)

    def open_file(self, path: Path) -> Book:
        book = Book(self, self.app.office.open(path), path)
        self.opened.append(book)
        return book


class Book(base_classes.Book):
    books = None
    app = property(lambda self: self.books.app)
    api = property(lambda self: BookOfExcel(self))
    name = property(lambda self: self.path.name)
    fullname = property(lambda self: str(self.path))
    sheets = property(lambda self: Sheets(self))

    def __init__(self, books: Books, document: Any, path: Path) -> None:
        self.books, self.document, self.path = books, document, path
        self.selected: Range | None = None
        ranges = document.DatabaseRanges
        tables = [ranges.getByName(name) for name in ranges.ElementNames]
        self.table_ranges = [(table.DataArea.Sheet + 1, table) for table in tables]
        """Index of the sheet and range of every table; no button moves one to another sheet."""

    def activate(self) -> None:
        return None

    def save(self, path: Any = None, password: Any = None) -> None:
        self.calculation_in_file = self.app.calculation  # Excel writes its mode into each file that it saves
        self.app.office.store(self.document, Path(path or self.path))

    def close(self) -> None:
        self.document.close(True)
        self.books.opened.remove(self)


class BookOfExcel:
    """What Excel's own object has and xlwings does not."""

    def __init__(self, book: Book) -> None:
        self.book = book

    ProtectStructure = property(lambda self: self.book.document.isProtected())

    def SaveCopyAs(self, path: str) -> None:
        self.book.app.office.store(self.book.document, Path(path))


class Sheets(base_classes.Sheets):
    def __init__(self, book: Book) -> None:
        self.book = book
        self.all = book.document.Sheets

    api = property(lambda self: self.all)

    @property
    def active(self) -> Sheet:
        return self.book.selected.sheet if self.book.selected else next(iter(self))

    def __call__(self, key: Any) -> Sheet:
        if isinstance(key, int):
            return Sheet(self.book, self.all.getByIndex(key - 1))
        for name in self.all.ElementNames:
            if name.casefold() == key.casefold():
                return Sheet(self.book, self.all.getByName(name))
        raise NoSuchObjectError(key)

    def __len__(self) -> int:
        return int(self.all.Count)

    def __iter__(self) -> Iterator[Sheet]:
        return (Sheet(self.book, self.all.getByIndex(at)) for at in range(self.all.Count))

    def add(self, before: Any = None, after: Any = None, name: str | None = None) -> Sheet:
        assert name is not None
        self.book.app.traffic.before_change()
        self.all.insertNewByName(name, before.index - 1 if before else after.index if after else self.all.Count)
        return Sheet(self.book, self.all.getByName(name))


class Sheet(base_classes.Sheet):
    book = None
    api = property(lambda self: SimpleNamespace(ProtectContents=self.uno.isProtected()))
    visible = property(lambda self: self.uno.IsVisible, lambda self, shown: setattr(self.uno, "IsVisible", shown))
    name = property(lambda self: self.uno.Name, lambda self, name: setattr(self.uno, "Name", name))
    index = property(lambda self: self.uno.RangeAddress.Sheet + 1)
    tables = property(lambda self: Tables(self))
    cells = property(whole)

    def __init__(self, book: Book, uno: Any) -> None:
        self.book, self.uno = book, uno

    @property
    def used_range(self) -> Range:
        cursor = self.uno.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        return Range(self, 1, 1, end.EndRow + 1, end.EndColumn + 1)

    def range(self, first: Any, second: Any = None) -> Range:
        return Range.named(self, first, second)

    def activate(self) -> None:
        self.book.selected = Range(self, 1, 1, 1, 1)

    select = activate

    def clear(self) -> None:
        self.used_range.clear()

    def delete(self) -> None:
        self.book.app.traffic.before_change()
        self.book.document.Sheets.removeByName(self.name)


engine = Engine()


@contextmanager
def application(office: Office) -> Iterator[App]:
    """LibreOffice as the application that xlwings talks to, until it is closed: one that is gone answers no more."""
    if engine.name not in xlwings.engines.engines_by_name:
        xlwings.engines.add(xlwings.Engine(impl=engine))
    xlwings.engines[engine.name].activate()
    app = App(engine.apps, office)
    try:
        yield app
    finally:
        engine.apps.open.remove(app)
        office.close()
