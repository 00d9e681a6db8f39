"""What the front sheet is laid out with: a block is a heading, captions and lines of cells that compute.

Only what must be done is coloured, and a symbol always goes first; bars show how much, never how good. They are made
of letters: LibreOffice 7.4 dies on printing a data bar near the edge of a page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ocop_xl.records import NamedTuple
from ocop_xl.sheets.building.data_sheet import SheetMaker
from ocop_xl.sheets.building.style import DARK_GREEN, GREEN, MUTED, SYMBOLS
from ocop_xl.sheets.vocabulary import quoted

_HAIR = "#DDE6E0"
_BLOCKS = 4  # letters of a full bar
BAR: Mapping[str, Any] = {"font_name": "Arial", "font_size": 8, "font_color": GREEN, "align": "left"}
"""Arial has the letters that bars are made of."""


HIDDEN = "P"
"""Column for figures that only formulas of the front look at."""


class Live(NamedTuple):
    """A cell that computes: what the spreadsheet is told, and what it comes to on the workbook's day."""

    formula: str
    value: object


class Field(NamedTuple):
    """A column of a block; `signal` colours by the first letter."""

    letter: str
    caption: str
    look: Mapping[str, Any] = {}
    signal: bool = False


class Block(NamedTuple):
    """`at` is the row of the heading; the captions follow, then the lines. `first` and `last` are its columns."""

    title: str
    at: int
    first: str
    last: str
    fields: Sequence[Field]
    lines: Sequence[Sequence[Live]]
    note: Live | None = None  # at the right end of the heading

    @property
    def rows(self) -> range:
        return lines_at(self.at, len(self.lines))


def lines_at(at: int, count: int) -> range:
    """Rows of the lines of a block whose heading is in row `at`."""
    return range(at + 2, at + 2 + count)


def link_to(sheet: str, words: str) -> str:
    """A formula's part that shows `words`, an expression, and leads to a sheet."""
    return f'HYPERLINK("#{quoted(sheet)}!A1",{words})'


def bar_formula(figure: str, most: str) -> str:
    """A bar as long as the figure is of the most, in half letters, and the figure behind it; expressions."""
    halves = f"ROUND({2 * _BLOCKS}*MIN({figure},{most})/{most},0)"
    return f'REPT("█",INT({halves}/2))&IF(MOD({halves},2)=1,"▌","")&" "&ROUND({figure},0)'


def bar(value: float, most: float) -> str:
    halves = int(2 * _BLOCKS * min(value, most) / most + 0.5)
    return f"{'█' * (halves // 2)}{'▌' * (halves % 2)} {int(value + 0.5)}"


def cut(cell: str, letters: int) -> str:
    """Formula of a text that has to fit."""
    return f'IF(LEN({cell})>{letters},LEFT({cell},{letters - 1})&"…",{cell})'


def shortened(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[: letters - 1]}…"


def write_block(maker: SheetMaker, sheet: Any, block: Block) -> None:
    _heading(maker, sheet, block)
    small = {"font_size": 9, "font_color": MUTED}
    for field in block.fields:
        sheet.write_string(f"{field.letter}{block.at + 1}", field.caption, maker.styles.make(**small, **_place(field)))
    for row, line in zip(block.rows, block.lines, strict=True):
        plain = maker.styles.make(font_size=10, bottom=1, bottom_color=_HAIR)
        for letter in _letters(block):
            sheet.write_blank(f"{letter}{row}", None, plain)
        for field, cell in zip(block.fields, line, strict=True):
            style = maker.styles.make(**{"font_size": 10, "bottom": 1, "bottom_color": _HAIR, **field.look})
            sheet.write_formula(f"{field.letter}{row}", cell.formula, style, "" if cell.value is None else cell.value)
    for field in block.fields:
        _dress(maker, sheet, field, block.rows)


def _letters(block: Block) -> list[str]:
    return [chr(code) for code in range(ord(block.first), ord(block.last) + 1)]


def _place(field: Field) -> dict[str, Any]:
    return {fact: field.look[fact] for fact in ("align", "indent") if fact in field.look}


def _heading(maker: SheetMaker, sheet: Any, block: Block) -> None:
    line = {"bottom": 2, "bottom_color": GREEN, "valign": "bottom"}
    for letter in _letters(block):
        sheet.write_blank(f"{letter}{block.at}", None, maker.styles.make(**line))
    band = maker.styles.make(bold=True, font_size=11, font_color=DARK_GREEN, **line)
    sheet.write_string(f"{block.first}{block.at}", block.title, band)
    if block.note is not None:
        style = maker.styles.make(font_size=10, font_color=GREEN, underline=1, align="right", **line)
        sheet.write_formula(f"{block.last}{block.at}", block.note.formula, style, block.note.value)


def _dress(maker: SheetMaker, sheet: Any, field: Field, rows: range) -> None:
    if field.signal:
        span = f"{field.letter}{rows.start}:{field.letter}{rows.stop - 1}"
        signal_by_symbol(maker, sheet, span, f"${field.letter}{rows.start}")


def signal_by_symbol(maker: SheetMaker, sheet: Any, span: str, cell: str) -> None:
    """Red and amber for a text that begins with the symbol of an alarm; `cell` is the first row's."""
    for symbol in ("✘", "⚠", "►"):
        ink, fill = SYMBOLS[symbol]
        look = maker.workbook.add_format({"font_color": ink, "bg_color": fill})
        sheet.conditional_format(span, {"type": "formula", "criteria": f'=LEFT({cell},1)="{symbol}"', "format": look})
