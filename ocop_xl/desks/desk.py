"""The desk: the one seam between the buttons and the workbook that is open in front of the user.

Cells go to and fro in blocks, since every call to a spreadsheet program costs about a millisecond, however little it
carries. `excel` and `calc` are the two desks there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from ocop_xl.desks.cells import Block
from ocop_xl.sheets.area import Area

LOCKED_SHEET = (
    "Trang «{sheet}» đang khóa nên phần mềm chưa ghi gì; hãy bỏ khóa trang (Review, Unprotect Sheet) rồi bấm lại."
)
LOCKED_BOOK = "Cấu trúc sổ đang khóa nên không thêm được trang; hãy bỏ khóa (Review, Protect Workbook) rồi bấm lại."
NOT_SAVED = "Sổ «{book}» chưa nằm trong một thư mục của máy này; hãy lưu sổ vào máy rồi bấm lại."


class Desk(Protocol):
    """A live workbook."""

    @property
    def path(self) -> Path:
        """Where the workbook is kept; refused while it has never been saved or stands only on the web."""

    @property
    def name(self) -> str: ...

    def save(self) -> None: ...

    def save_copy(self, path: Path) -> None:
        """The workbook as it stands into another file; it stays open, and unsaved, as it is."""

    # --- where things stand ---------------------------------------------------------------------------------

    def tables(self) -> dict[str, tuple[str, Area]]:
        """Sheet and area, without a row of totals, of every Excel Table by its name in small letters; looked up anew
        once the user has acted."""

    def has_totals(self, name: str) -> bool:
        """Whether the row below that table's area is its row of totals."""

    def refuse_if_locked(self, sheet: str) -> None:
        """To be asked before anything is written there."""

    def sheet_names(self) -> list[str]: ...

    def used(self, sheet: str) -> Area:
        """From A1 to the last cell in use."""

    @property
    def selected(self) -> tuple[str, Area] | None:
        """The user's selection; None when it is no cells."""

    def select(self, sheet: str, area: Area) -> None:
        """A sheet that is hidden is shown again: nobody can stand on it otherwise."""

    # --- blocks ---------------------------------------------------------------------------------------------

    def read(self, sheet: str, area: Area) -> Block:
        """Values as the reader of files gives them: "" for a blank, whole days as dates, errors as flaws."""

    def formulas(self, sheet: str, area: Area) -> list[list[str]]:
        """What Excel would show in the formula bar, in its own English spelling."""

    def write(self, sheet: str, area: Area, block: Sequence[Sequence[Any]]) -> None:
        """One block. A text stays a text, whatever it looks like; only a `Formula` is computed."""

    def set_format(self, sheet: str, area: Area, number_format: str) -> None: ...

    def forget_links(self, sheet: str, area: Area) -> None:
        """Links of earlier findings stay with their cells, whatever is written there."""

    # --- tables ---------------------------------------------------------------------------------------------

    def resize(self, sheet: str, name: str, old: Area, bottom: int, typed: Sequence[int] = ()) -> Area:
        """Let a table end at row `bottom`: new rows are like its last one but hold nothing that was typed, rows given
        up are emptied. `typed` are the sheet columns in which people type: a formula there is theirs.

        Nothing that was typed is ever there twice, should the program be killed on the way.
        """

    def stretch(self, sheet: str, name: str, old: Area, bottom: int) -> Area:
        """Let a table reach down to row `bottom`, over rows that are filled in already."""

    def show_all_rows(self, sheet: str, name: str) -> None:
        """A block is written past the rows that a filter hides: the filter's arrows stay, its choice goes."""

    def paste_like(self, sheet: str, model: Area, target: Area, what: str) -> None:
        """Carry `validation` or `formats` of one row over to others."""

    def font(self, sheet: str, area: Area) -> str | None:
        """Name of the one font that all these cells are written in; None when there are several."""

    def new_sheet(self, name: str) -> None:
        """A sheet at the end of the workbook, in the place of one of that name."""

    def hide_sheet(self, name: str) -> None:
        """Out of the tabs; it can be written to all the same."""

    def dress_page(self, sheet: str, area: Area, widths: Sequence[int]) -> None:
        """Columns of these widths, in letters; the heading told apart. Done first, so that rows get their height."""

    def offer(self, sheet: str, area: Area, words: Sequence[str]) -> None:
        """A drop-down of these words, none of which may hold a comma; other words are refused."""

    def drop_sheet(self, name: str) -> None:
        """Nothing happens where there is none of that name."""

    # --- the user -------------------------------------------------------------------------------------------

    def status(self, text: str) -> None:
        """A word in the status bar; an empty one gives the bar back to the program."""

    def stopping(self) -> bool:
        """Whether the user has pressed Esc since the last word in the status bar, or shortly before."""

    def tell(self, text: str) -> None: ...

    def confirm(self, text: str) -> bool: ...

    def ask(self, text: str, default: str = "") -> str | None:
        """A line of text; None when the user gives up."""

    def can_list(self, text: str, options: Sequence[str]) -> bool:
        """Whether the question can show its options itself."""

    def choose(self, text: str, options: Sequence[str], listed_on: str = "") -> int | None:
        """The place of the option that the user picks; None when she gives up. `listed_on` names the sheet that shows
        them, when the question cannot."""

    def pick_file(self, title: str, kinds: str) -> Path | None:
        """A file that the user chooses; `kinds` as Excel writes filters: `Tên,*.x;*.y`."""

    def pick_folder(self, title: str) -> Path | None: ...

    def at_work(self) -> AbstractContextManager[None]:
        """The program stands still while blocks go in, and is afterwards as the user has set it."""
