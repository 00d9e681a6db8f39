"""The desk of a workbook that is open in LibreOffice Calc, for the same actions as in Excel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ocop_xl.desks.calc_channel import Channel, marked, unmarked
from ocop_xl.desks.cells import Block, as_cells
from ocop_xl.desks.desk import LOCKED_BOOK, LOCKED_SHEET, NOT_SAVED, Desk
from ocop_xl.desks.known_tables import KnownTables
from ocop_xl.errors import Refusal
from ocop_xl.sheets.area import Area


class CalcDesk(Desk):
    """Every order goes to the extension; a text that is written there never turns into anything else."""

    def __init__(self, channel: Channel) -> None:
        self._order = channel.order
        self._tables = KnownTables()

    @classmethod
    def of_caller(cls) -> CalcDesk:
        return cls(Channel.to_caller())

    @property
    def path(self) -> Path:
        path = self._order("path")
        if not path:
            raise Refusal(NOT_SAVED.format(book=self.name))
        return Path(path)

    @property
    def name(self) -> str:
        return str(self._order("name"))

    def save(self) -> None:
        self._order("save")

    def save_copy(self, path: Path) -> None:
        self._order("save_copy", str(path))

    # --- where things stand ---------------------------------------------------------------------------------

    def tables(self) -> dict[str, tuple[str, Area]]:
        if not self._tables.found:
            for name, (sheet, area, totals) in self._order("tables").items():
                self._tables.note(name, sheet, Area(*area), totals=totals)
        return self._tables.found

    def has_totals(self, name: str) -> bool:
        return self._tables.has_totals(name)

    def refuse_if_locked(self, sheet: str) -> None:
        if self._order("is_locked", sheet):
            raise Refusal(LOCKED_SHEET.format(sheet=sheet))

    def sheet_names(self) -> list[str]:
        return list(self._order("sheet_names"))

    def used(self, sheet: str) -> Area:
        return Area(*self._order("used", sheet))

    @property
    def selected(self) -> tuple[str, Area] | None:
        found = self._order("selected")
        return (found[0], Area(*found[1])) if found else None

    def select(self, sheet: str, area: Area) -> None:
        self._order("select", sheet, area)

    # --- blocks ---------------------------------------------------------------------------------------------

    def read(self, sheet: str, area: Area) -> Block:
        rows = self._order("read", sheet, area)
        return as_cells([[unmarked(value) for value in row] for row in rows], area)

    def formulas(self, sheet: str, area: Area) -> list[list[str]]:
        return list(self._order("formulas", sheet, area))

    def write(self, sheet: str, area: Area, block: Sequence[Sequence[Any]]) -> None:
        self._order("write", sheet, area, [[marked(value) for value in row] for row in block])

    def set_format(self, sheet: str, area: Area, number_format: str) -> None:
        self._order("set_format", sheet, area, number_format)

    def forget_links(self, sheet: str, area: Area) -> None:
        """In LibreOffice a link is part of the cell's text and goes with it."""

    # --- tables ---------------------------------------------------------------------------------------------

    def resize(self, sheet: str, name: str, old: Area, bottom: int, typed: Sequence[int] = ()) -> Area:
        self._tables.refuse_totals(sheet, name)
        if bottom != old.bottom:
            self._order("resize", sheet, name, old, bottom, list(typed))
            self._tables.forget()
        return old._replace(bottom=bottom)

    def stretch(self, sheet: str, name: str, old: Area, bottom: int) -> Area:
        self._tables.refuse_totals(sheet, name)
        area = old._replace(bottom=bottom)
        self._order("stretch", name, area)
        self._tables.forget()
        return area

    def show_all_rows(self, sheet: str, name: str) -> None:
        self._order("show_all_rows", sheet, name)

    def paste_like(self, sheet: str, model: Area, target: Area, what: str) -> None:
        self._order("paste_like", sheet, model, target, what)

    def font(self, sheet: str, area: Area) -> str | None:
        found = self._order("font", sheet, area)
        return None if found is None else str(found)

    def new_sheet(self, name: str) -> None:
        if self._order("is_locked", ""):
            raise Refusal(LOCKED_BOOK)
        self._order("new_sheet", name)

    def hide_sheet(self, name: str) -> None:
        self._order("hide_sheet", name)

    def dress_page(self, sheet: str, area: Area, widths: Sequence[int]) -> None:
        self._order("dress_page", sheet, area, widths)

    def offer(self, sheet: str, area: Area, words: Sequence[str]) -> None:
        self._order("offer", sheet, area, list(words))

    def drop_sheet(self, name: str) -> None:
        self._order("drop_sheet", name)

    # --- the user -------------------------------------------------------------------------------------------

    def status(self, text: str) -> None:
        self._order("status", text)

    def stopping(self) -> bool:
        return bool(self._order("stopping"))

    def tell(self, text: str) -> None:
        self._ask("tell", text)

    def confirm(self, text: str) -> bool:
        return bool(self._ask("confirm", text))

    def ask(self, text: str, default: str = "") -> str | None:
        answer = self._ask("ask", text, default)
        return None if answer is None else str(answer).strip()

    def can_list(self, text: str, options: Sequence[str]) -> bool:
        return True

    def choose(self, text: str, options: Sequence[str], listed_on: str = "") -> int | None:
        found = self._ask("choose", text, options)
        return None if found is None or found < 0 else int(found)

    def pick_file(self, title: str, kinds: str) -> Path | None:
        found = self._ask("pick_file", title, kinds)
        return Path(found) if found else None

    def pick_folder(self, title: str) -> Path | None:
        found = self._ask("pick_folder", title)
        return Path(found) if found else None

    def _ask(self, do: str, *what: Any) -> Any:
        self._tables.forget()
        return self._order(do, *what)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        self._order("begin_work")
        try:
            yield
        finally:
            self._order("end_work")
