"""«Sửa khung nhập»: headers, formulas, formats and drop-downs put back after a paste; what was typed stays.

Only the table of the sheet on which the user stands, or all input tables from any other sheet. Drop-downs and formats
come from the table's own last blank row, which a paste seldom reaches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ocop_xl.excel.blocks import pieces
from ocop_xl.excel.host import Desk
from ocop_xl.excel.journal import FRAME, Journal, Line
from ocop_xl.excel.live_book import LiveBook, LiveTable, read_live
from ocop_xl.excel.outcome import NOTHING_DONE, Outcome
from ocop_xl.excel.words import in_words
from ocop_xl.model.column import Column
from ocop_xl.rules.check import check
from ocop_xl.rules.finding import Severity
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.build.names import in_table

_WHY = "sửa khung nhập"
_FORMULA = "(công thức)"


def run(desk: Desk) -> Outcome:
    desk.status("Đang đọc sổ…")
    live = read_live(desk)
    tables = _tables_in_question(desk, live)
    headers = {id(table): list(_wrong_headers(table)) for table in tables}
    formulas = {id(table): _broken_columns(desk, table) for table in tables}
    lines = [line for table in tables for line in _lines(table, headers[id(table)], formulas[id(table)])]
    names = ", ".join(f"«{table.sheet}»" for table in tables)
    question = f"Đặt lại danh sách chọn và định dạng ở trang {names}; sửa {len(lines)} tiêu đề và ô công thức?"
    if not tables or not desk.confirm(f"{question}\nCác ô đã gõ giữ nguyên."):
        return NOTHING_DONE
    if lines:
        Journal(desk).add("Sửa khung nhập", lines)
    skipped = []
    for table in tables:
        desk.status(f"Đang sửa trang «{table.sheet}»…")
        _mend(desk, table, headers[id(table)], [column for column, _ in formulas[id(table)]])
        if not _dress(desk, table):
            skipped.append(f"«{table.sheet}»")
    return Outcome(_told(live, tables, len(lines), skipped))


def _tables_in_question(desk: Desk, live: LiveBook) -> list[LiveTable]:
    whole = [table for table in live.tables.values() if table.name and not table.spec.form]
    selected = desk.selected
    here = [table for table in whole if selected is not None and table.sheet == selected[0]]
    return here or whole


def _wrong_headers(table: LiveTable) -> Iterator[tuple[Column, int, str]]:
    for column in table.spec.columns:
        place = table.places.get(column.attribute)
        if place is not None and table.cell(table.area.top, place) != column.header:
            yield column, place, str(table.cell(table.area.top, place))


def _broken_columns(desk: Desk, table: LiveTable) -> list[tuple[Column, list[int]]]:
    """Live columns in which some cells are no formulas any more, and those rows."""
    live = [(c, table.places[c.attribute]) for c in table.spec.columns if c.live and c.attribute in table.places]
    if not live:
        return []
    left, right = min(place for _, place in live), max(place for _, place in live)
    body = Area(table.area.top + 1, left, table.area.bottom, right)
    block = desk.formulas(table.sheet, body)
    broken = []
    for column, place in live:
        rows = [row for row, texts in enumerate(block, body.top) if not texts[place - left].startswith("=")]
        if rows:
            broken.append((column, rows))
    return broken


def _lines(
    table: LiveTable, headers: Sequence[tuple[Column, int, str]], formulas: Sequence[tuple[Column, list[int]]]
) -> Iterator[Line]:
    for column, _, before in headers:
        yield Line(table.spec.name, FRAME, column.header, before, column.header, f"{_WHY}: tiêu đề cột")
    for column, rows in formulas:
        for row in rows:
            before = in_words(table.cell(row, table.places[column.attribute]), column)
            yield Line(table.spec.name, FRAME, column.header, before, _FORMULA, f"{_WHY}: dòng {row}")


def _mend(desk: Desk, table: LiveTable, headers: Sequence[tuple[Column, int, str]], live: Sequence[Column]) -> None:
    cells = {(table.area.top, place): column.header for column, place, _ in headers}
    for piece in pieces(cells):
        desk.write(table.sheet, piece.area, piece.rows)
    for column in live:
        place = table.places[column.attribute]
        body = Area(table.area.top + 1, place, table.area.bottom, place)
        desk.set_format(table.sheet, body, "General")
        desk.fill_formula(table.sheet, body, in_table(column.formula, table.spec.name))


def _dress(desk: Desk, table: LiveTable) -> bool:
    """False when the table has no blank row left to learn from."""
    blank = table.blank_rows()
    if not blank:
        return False
    model = Area(blank[-1], table.area.left, blank[-1], table.area.right)
    body = table.area._replace(top=table.area.top + 1)
    for what in ("formats", "validation"):
        desk.paste_like(table.sheet, model, body, what)
    return True


def _told(live: LiveBook, tables: Sequence[LiveTable], mended: int, skipped: Sequence[str]) -> str:
    names = {table.spec.name for table in tables}
    errors = [
        one for one in check(live.book, live.book.day(None)) if one.severity is Severity.ERROR and one.table in names
    ]
    told = [f"Đã sửa khung {len(tables)} trang ({mended} tiêu đề và ô công thức); các ô đã gõ giữ nguyên."]
    if skipped:
        told.append(f"Trang {', '.join(skipped)} không còn dòng trống nên chưa đặt lại được danh sách chọn.")
    if errors:
        told.append(f"Còn {len(errors)} ô trái quy định, ví dụ {errors[0]}")
        told.append("Bấm «Kiểm tra toàn bộ» để xem từng ô.")
    return "\n".join(told)
