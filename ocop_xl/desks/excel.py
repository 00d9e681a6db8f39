"""The desk of a workbook that is open in Excel; only it, `xlwings_door` and the optional `functions` know xlwings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ocop_xl.desks.blocks import runs
from ocop_xl.desks.cells import Block, as_cells, bare_block, looks_like_more
from ocop_xl.desks.desk import LOCKED_BOOK, LOCKED_SHEET, NOT_SAVED, Desk
from ocop_xl.desks.escape import escape_pressed
from ocop_xl.desks.known_tables import KnownTables
from ocop_xl.desks.xlwings_door import load_xlwings, on_this_computer
from ocop_xl.errors import Refusal
from ocop_xl.sheets.area import Area

TITLE = "Sổ OCOP"
LONGEST_PROMPT = 255
"""Letters that Excel's own box for an answer shows; with more it does not open."""
_LIST, _STOP = 3, 1
_FOLDER_PICKER = 4
"""msoFileDialogFolderPicker."""
"""Of Excel's validation: a list to choose from; what is not in it is refused."""


class ExcelDesk(Desk):
    """Every order goes to Excel through xlwings."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._app = book.app
        self._tables = KnownTables()
        self._user_settings: dict[str, Any] = {}

    @classmethod
    def of_caller(cls) -> ExcelDesk:
        """The desk whose button was pressed; xlwings finds it by `--wb=` and `--hwnd=` in the arguments."""
        return cls(load_xlwings().Book.caller())

    @property
    def path(self) -> Path:
        path = Path(on_this_computer(self._book.fullname))
        if not path.is_absolute() or not path.is_file():
            raise Refusal(NOT_SAVED.format(book=self._book.name))
        return path

    @property
    def name(self) -> str:
        return str(self._book.name)

    def save(self) -> None:
        """As the user has set it: Excel keeps the mode of calculation in the file and takes it from there again."""
        mode = self._app.calculation
        self._app.calculation = self._user_settings.get("calculation", mode)
        self._book.save()
        self._app.calculation = mode

    def save_copy(self, path: Path) -> None:
        self._book.api.SaveCopyAs(str(path))

    # --- where things stand ---------------------------------------------------------------------------------

    def tables(self) -> dict[str, tuple[str, Area]]:
        if not self._tables.found:
            for sheet in self._book.sheets:
                for table in sheet.tables:
                    self._tables.note(table.name, sheet.name, _area(table.range), totals=bool(table.show_totals))
        return self._tables.found

    def has_totals(self, name: str) -> bool:
        return self._tables.has_totals(name)

    def refuse_if_locked(self, sheet: str) -> None:
        if self._sheet(sheet).api.ProtectContents:
            raise Refusal(LOCKED_SHEET.format(sheet=sheet))

    def sheet_names(self) -> list[str]:
        return [sheet.name for sheet in self._book.sheets]

    def used(self, sheet: str) -> Area:
        found = _area(self._sheet(sheet).used_range)
        return Area(1, 0, found.bottom, found.right)

    @property
    def selected(self) -> tuple[str, Area] | None:
        found = self._app.selection
        return (found.sheet.name, _area(found)) if found is not None else None

    def select(self, sheet: str, area: Area) -> None:
        if not self._sheet(sheet).visible:
            self._sheet(sheet).visible = True
        self._sheet(sheet).activate()
        self._range(sheet, area).select()

    # --- blocks ---------------------------------------------------------------------------------------------

    def read(self, sheet: str, area: Area) -> Block:
        cells = self._range(sheet, area)
        try:
            values = cells.options(ndim=2, empty="", err_to_str=True).value
        except Exception:  # a number that is no day, in a cell that is formatted for days
            values = bare_block(cells.api.Value2)
        return as_cells(values, area)

    def formulas(self, sheet: str, area: Area) -> list[list[str]]:
        found = self._range(sheet, area).formula
        if isinstance(found, str):
            return [[found]]
        rows = [list(row) if isinstance(row, list | tuple) else [row] for row in found]
        return [["" if text is None else str(text) for text in row] for row in rows]

    def write(self, sheet: str, area: Area, block: Sequence[Sequence[Any]]) -> None:
        for place in range(area.right - area.left + 1):
            texts = [at for at, row in enumerate(block) if looks_like_more(row[place])]
            for first, last in runs(texts):
                column = _column(area, place)
                self.set_format(sheet, column._replace(top=area.top + first, bottom=area.top + last), "@")
        values = [[None if cell == "" else cell for cell in row] for row in block]
        self._range(sheet, area).value = values

    def set_format(self, sheet: str, area: Area, number_format: str) -> None:
        self._range(sheet, area).number_format = number_format

    def forget_links(self, sheet: str, area: Area) -> None:
        self._range(sheet, area).api.ClearHyperlinks()

    # --- tables ---------------------------------------------------------------------------------------------

    def resize(self, sheet: str, name: str, old: Area, bottom: int, typed: Sequence[int] = ()) -> Area:
        self._tables.refuse_totals(sheet, name)
        area = old._replace(bottom=bottom)
        if bottom < old.bottom:
            self._range(sheet, old._replace(top=bottom + 1)).clear()
        if bottom != old.bottom:
            self._table(sheet, name).resize(self._range(sheet, area))
        if bottom > old.bottom:
            self._dress_like(sheet, old._replace(top=old.bottom), area._replace(top=old.bottom + 1), typed)
        if self._tables.found:
            self._tables.note(name, sheet, area, totals=False)
        return area

    def stretch(self, sheet: str, name: str, old: Area, bottom: int) -> Area:
        self._tables.refuse_totals(sheet, name)
        area = old._replace(bottom=bottom)
        self._table(sheet, name).resize(self._range(sheet, area))
        self._tables.forget()
        return area

    def _dress_like(self, sheet: str, row: Area, target: Area, typed: Sequence[int]) -> None:
        """Looks, drop-downs and formulas of a row for the rows below it."""
        for what in ("formats", "validation"):
            self.paste_like(sheet, row, target, what)
        [texts] = self.formulas(sheet, row)
        places = enumerate(texts, row.left)
        computed = [place for place, text in places if text.startswith("=") and place not in typed]
        for left, right in runs(computed):
            source = self._range(sheet, row._replace(left=left, right=right))
            source.copy(self._range(sheet, target._replace(left=left, right=right)))

    def show_all_rows(self, sheet: str, name: str) -> None:
        """Excel writes a block past the rows that a filter hides: the filter's arrows stay, its choice goes."""
        table = self._table(sheet, name)
        found = table.api.AutoFilter
        if found is not None and found.FilterMode:
            found.ShowAllData()

    def paste_like(self, sheet: str, model: Area, target: Area, what: str) -> None:
        self._range(sheet, model).copy()
        self._range(sheet, target).paste(paste=what)
        self._app.cut_copy_mode = False

    def font(self, sheet: str, area: Area) -> str | None:
        found = self._range(sheet, area).font.name
        return None if found is None else str(found)

    def new_sheet(self, name: str) -> None:
        if self._book.api.ProtectStructure:
            raise Refusal(LOCKED_BOOK)
        self.drop_sheet(name)
        self._book.sheets.add(name=name, after=self._book.sheets[len(self._book.sheets) - 1])

    def hide_sheet(self, name: str) -> None:
        self._sheet(name).visible = False

    def dress_page(self, sheet: str, area: Area, widths: Sequence[int]) -> None:
        for place, width in enumerate(widths):
            self._range(sheet, _column(area, place)).column_width = width
        self._range(sheet, area).wrap_text = True
        self._range(sheet, area._replace(bottom=area.top)).color = "#E8F3EC"

    def offer(self, sheet: str, area: Area, words: Sequence[str]) -> None:
        rule = self._range(sheet, area).api.Validation
        rule.Delete()
        rule.Add(_LIST, _STOP, 1, ",".join(words))

    def drop_sheet(self, name: str) -> None:
        if name in self.sheet_names():
            self._sheet(name).delete()

    # --- the user -------------------------------------------------------------------------------------------

    def status(self, text: str) -> None:
        """A word in the status bar, which holds 255 letters; an empty one gives the bar back to Excel."""
        self._app.status_bar = text[:LONGEST_PROMPT] or False

    def stopping(self) -> bool:
        return escape_pressed()

    def tell(self, text: str) -> None:
        with self._visible():
            self._app.alert(text, TITLE)

    def confirm(self, text: str) -> bool:
        with self._visible():
            return bool(self._app.alert(text, TITLE, "yes_no") == "yes")

    def ask(self, text: str, default: str = "") -> str | None:
        prompt = text if len(text) <= LONGEST_PROMPT else f"{text[: LONGEST_PROMPT - 1]}…"
        with self._visible():
            answer = self._app.api.InputBox(Prompt=prompt, Title=TITLE, Default=default, Type=2)
        return None if answer is False else str(answer).strip()

    def can_list(self, text: str, options: Sequence[str]) -> bool:
        return len(_listed(text, options)) <= LONGEST_PROMPT

    def choose(self, text: str, options: Sequence[str], listed_on: str = "") -> int | None:
        prompt = f"{text} Hãy gõ số thứ tự ở trang «{listed_on}»:" if listed_on else _listed(text, options)
        while True:
            answer = self.ask(prompt, "1")
            if answer is None:
                return None
            if answer.isdecimal() and 1 <= int(answer) <= len(options):
                return int(answer) - 1

    def pick_file(self, title: str, kinds: str) -> Path | None:
        with self._visible():
            found = self._app.api.GetOpenFilename(FileFilter=kinds, Title=title)
        return None if found is False else Path(str(found))

    def pick_folder(self, title: str) -> Path | None:
        with self._visible():
            dialog = self._app.api.FileDialog(_FOLDER_PICKER)
            dialog.Title = title
            found = dialog.SelectedItems(1) if dialog.Show() else None
        return None if found is None else Path(str(found))

    @contextmanager
    def _visible(self) -> Iterator[None]:
        """While the user decides, she sees what was written so far."""
        self._tables.forget()
        before = self._app.screen_updating
        self._app.screen_updating = True
        try:
            yield
        finally:
            self._app.screen_updating = before

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Excel stands still while blocks go in, and is afterwards as the user has set it."""
        wanted = {"screen_updating": False, "display_alerts": False, "enable_events": False, "calculation": "manual"}
        before = self._user_settings = {name: getattr(self._app, name) for name in wanted}
        try:
            for name, value in wanted.items():
                setattr(self._app, name, value)
            yield
        finally:
            for name, value in before.items():
                setattr(self._app, name, value)

    # --- xlwings --------------------------------------------------------------------------------------------

    def _sheet(self, name: str) -> Any:
        return self._book.sheets[name]

    def _table(self, sheet: str, name: str) -> Any:
        return self._sheet(sheet).tables[name]

    def _range(self, sheet: str, area: Area) -> Any:
        top, left, bottom, right = area
        return self._sheet(sheet).range((top, left + 1), (bottom, right + 1))


def _listed(text: str, options: Sequence[str]) -> str:
    return "\n".join([text, *(f"{number}. {one}" for number, one in enumerate(options, 1)), "Hãy gõ số thứ tự:"])


def _area(found: Any) -> Area:
    rows, columns = found.shape
    return Area(found.row, found.column - 1, found.row + rows - 1, found.column + columns - 2)


def _column(area: Area, place: int) -> Area:
    return area._replace(left=area.left + place, right=area.left + place)
