"""The first sheet: what the workbook is made of, its main figures, and the way to every other sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from ocop_xl.province.choosing import Fate, Judged
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.building.cells import fit_height
from ocop_xl.sheets.building.style import GREEN, LINE, LIVE, Styles
from ocop_xl.sheets.vocabulary import quoted

_WIDTHS = (34, 18, 78)


class Block(NamedTuple):
    """Lines of name, figure and note under a heading."""

    heading: tuple[str, str, str]
    lines: Sequence[tuple[str, float, str]]


class Listed(NamedTuple):
    """A sheet on the front: how many lines it has and what it is for."""

    name: str
    rows: int
    what: str


def fill_front(
    sheet: Any, styles: Styles, title: str, purpose: str, blocks: Iterable[Block], sheets: Iterable[Listed]
) -> None:
    sheet.hide_gridlines(2)
    sheet.set_tab_color(GREEN)
    sheet.set_default_row(20)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    sheet.set_row(0, 32)
    sheet.write_string(0, 0, title, styles.title)
    sheet.write_string(1, 0, purpose, styles.purpose)
    at = 3
    for block in blocks:
        at = _lines(sheet, styles, at, block) + 1
    _links(sheet, styles, at, sheets)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&9&A&R&9Trang &P/&N")
    sheet.activate()


def of_files(judged: Sequence[Judged], where: str) -> Block:
    """The sum of the lines below the first is the first; `where` says where each file stands."""
    fates = Counter(one.fate for one in judged)
    rest = [(str(fate), fates[fate], "mỗi xã một tệp" if fate is Fate.USED else where) for fate in Fate if fates[fate]]
    lines = [("Tất cả các tệp", len(judged), "gồm cả tệp nằm trong tệp nén"), *rest]
    return Block(("TỆP ĐÃ NHẬN", "Số tệp", "Ghi chú"), lines)


def _links(sheet: Any, styles: Styles, at: int, sheets: Iterable[Listed]) -> None:
    _heading(sheet, styles, at, ("CÁC TRANG", "Số dòng", "Nội dung"))
    link = styles.make(font_color=GREEN, underline=1, border=1, border_color=LINE)
    for row, one in enumerate(sheets, at + 1):
        sheet.write_url(row, 0, f"internal:{quoted(one.name)}!A1", link, one.name)
        _rest_of_line(sheet, styles, row, one.rows, one.what)


def _lines(sheet: Any, styles: Styles, at: int, block: Block) -> int:
    _heading(sheet, styles, at, block.heading)
    label = styles.make(bold=True, bg_color=LIVE, border=1, border_color=LINE, text_wrap=True)
    for row, (name, figure, note) in enumerate(block.lines, at + 1):
        sheet.write_string(row, 0, name, label)
        _rest_of_line(sheet, styles, row, figure, note)
    return at + 1 + len(block.lines)


def _rest_of_line(sheet: Any, styles: Styles, at: int, figure: float, note: str) -> None:
    boxed = {"border": 1, "border_color": LINE}
    sheet.write_number(at, 1, figure, styles.make(align="center", num_format="#,##0.##", **boxed))
    sheet.write_string(at, 2, note, styles.make(text_wrap=True, **boxed))
    fit_height(sheet, at + 1, [(note, _WIDTHS[2])])


def _heading(sheet: Any, styles: Styles, at: int, words: tuple[str, str, str]) -> None:
    for place, text in enumerate(words):
        sheet.write_string(at, place, text, styles.header())
