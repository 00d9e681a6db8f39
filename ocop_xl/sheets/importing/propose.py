"""A foreign list → proposed rows and changes. Reads two things, the book and the file; writes nothing.

source → tables → columns → rows → facts → proposal: each stage gives a value that can be printed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from ocop_xl.errors import NoTableFound
from ocop_xl.model import Book
from ocop_xl.sheets.importing.proposal import TAKE, Proposal, Unplaced
from ocop_xl.sheets.importing.proposing.draft import HEADER, SECTION, TITLE, Draft
from ocop_xl.sheets.importing.proposing.items import Items
from ocop_xl.sheets.importing.sources.cells import Cell, Grid, Source
from ocop_xl.sheets.importing.sources.open_source import open_source
from ocop_xl.sheets.importing.tables.facts import RowFacts, facts_of
from ocop_xl.sheets.importing.tables.find_table import Found, find_tables
from ocop_xl.sheets.importing.tables.judge_columns import judge_columns
from ocop_xl.sheets.importing.tables.rows import RowKind, SourceRow, read_rows
from ocop_xl.sheets.importing.tables.several import several_in
from ocop_xl.sheets.importing.tables.table import Table, header_cells
from ocop_xl.sheets.importing.words.captions import What
from ocop_xl.sheets.importing.words.list_kinds import CHANNELS
from ocop_xl.vietnamese import tidy

Progress = Callable[[int, int], None]
"""Rows done, rows in all; what it raises ends the reading, for a person who has waited enough."""
_STEP = 200
_FOR_ALL_ROWS = (What.CONDITION, What.PLANNED)
"""What a title says that shows in no cell of its own; the rest is placed where it is used, and listed if it is not."""
_DROP_COLUMN = "bỏ cột"
_EACH, _ONE = "mỗi tên một sản phẩm", "một sản phẩm"
_ONLY_WHERE = "địa bàn của các dòng bên dưới"
_NO_TABLE = (
    "không có bảng nào mà phần mềm nhận ra: danh mục sản phẩm cần một dòng tiêu đề có cột «Tên sản phẩm» và ít nhất "
    "hai cột khác như «Tên chủ thể», «Nhóm sản phẩm», «Hạng sao»; danh sách chủ thể cần «Tên chủ thể», tập huấn cần "
    "«Tên lớp», kênh bán cần «Tên kênh»; tệp viết thành đoạn văn thì hãy lập thành bảng rồi nhập lại."
)


def propose(
    book: Book, source: Path, answers: Mapping[str, str] | None = None, progress: Progress | None = None
) -> Proposal:
    """Every list of `source` against the rows of `book`; `answers` by a question's key or its group.

    Raises a `WorkbookError` when the file cannot be read or holds no list that we know.
    """
    read = open_source(source)
    if read.own_book:
        from ocop_xl.sheets.importing.own_book import propose_own
        from ocop_xl.sheets.reading.read import read_book

        return propose_own(book, read_book(source), source.name, answers or {})
    return propose_from(book, read, answers or {}, progress)


def propose_from(book: Book, source: Source, answers: Mapping[str, str], progress: Progress | None = None) -> Proposal:
    """All that the source says about the book, with `answers` to what was asked before; `progress` hears of rows
    done and in all. Refused where it finds no table."""
    found = find_tables(source)
    if not found.tables:
        raise NoTableFound(source.name, _NO_TABLE)
    tables = sorted(map(judge_columns, found.tables), key=lambda table: table.kind is CHANNELS)  # products first
    draft = Draft(book, source.name, answers)
    _tell(draft, source)
    items = Items(draft)
    total, done = sum(table.end_row - table.first_row for table in tables), 0
    for table in tables:
        _ask_about_columns(draft, table)
        _place_headers(draft, table)
        items.start()
        for row in read_rows(table):
            _take(draft, items, table, row)
            done += 1
            if progress is not None and done % _STEP == 0:
                progress(done, total)
        _close(draft, table)
    _leave_around(draft, source, found)
    return draft.finished()


def _take(draft: Draft, items: Items, table: Table, row: SourceRow) -> None:
    if row.kind is RowKind.SECTION:
        items.start()
        _place_section(draft, row)
    elif row.kind is RowKind.LEFT_OUT:
        for cell in row.cells:
            draft.leave(cell, row.why)
    else:
        for facts in _facts_of_all(draft, table, row):
            items.take(table, row, facts)
            _account(draft, facts)


def _facts_of_all(draft: Draft, table: Table, row: SourceRow) -> list[RowFacts]:
    """A row is one product; where its cell may name several, a person says so."""
    several = several_in(table, row)
    if several is None:
        return [facts_of(table, row)]
    count = len(several.names)
    if not several.sure:
        text = f"“{tidy(several.cell.text)}” có thể là {count} sản phẩm"
        asked = draft.ask("nhieu-san-pham", several.cell, "Ô ghi nhiều sản phẩm", text, (_EACH, _ONE), _ONE)
        if asked != _EACH:
            return [facts_of(table, row)]
    draft.note(several.cell, f"{count} sản phẩm", "mỗi tên trong ô thành một dòng")
    return [facts_of(table, row, partial(several.part, at=at)) for at in range(count)]


def _account(draft: Draft, facts: RowFacts) -> None:
    """The cells of the row that said nothing, each with why."""
    for untaken in facts.untaken:
        if draft.is_accounted(untaken.cell):
            continue
        if untaken.blank:
            draft.place(untaken.cell, None, untaken.label)
            if untaken.why:
                draft.note(untaken.cell, f"«{untaken.label}» để trống", untaken.why)
        elif untaken.misread:
            draft.leave(untaken.cell, untaken.why)
        else:
            draft.leave(untaken.cell, untaken.why)
            draft.note(untaken.cell, f"«{untaken.label}» để trống", untaken.why)


def _ask_about_columns(draft: Draft, table: Table) -> None:
    """A column whose values are of another kind than its header: nothing of it is written unless somebody says so."""
    for column in table.columns:
        if column.wrong:
            choices = (TAKE, _DROP_COLUMN)
            asked = draft.ask("cot", column.header, "Cột có giá trị khác loại", column.wrong, choices, _DROP_COLUMN)
            column.wrong = "" if asked == TAKE else column.wrong


def _place_headers(draft: Draft, table: Table) -> None:
    for column in table.columns:
        for row in range(table.header_row, table.first_row):
            cell = table.grid.cell(row, column.index).held
            if not cell.blank:
                draft.place(cell, None, HEADER)
        if not column.match.sure and not column.wrong:
            draft.note(column.header, f"cột “{column.match.spelling}”", "tên cột chỉ gần giống tên đã biết")
    for said in table.said:
        if said.what in _FOR_ALL_ROWS:
            draft.place(said.cell, None, TITLE)


def _place_section(draft: Draft, row: SourceRow) -> None:
    section = row.section
    assert section is not None
    only_where = {said.what for said in section.facts()} == {What.PLACE}
    if row.flag or not section.known or only_where:
        why = row.flag or (_ONLY_WHERE if only_where else "tiêu đề mục không rõ là mới, nâng hạng hay duy trì")
        for cell in row.cells:
            draft.leave(cell, why)
        return
    for cell in section.cells:
        draft.place(cell, None, SECTION)
    if section.why:
        draft.note(section.cells[0], section.value or "", section.why)


def _close(draft: Draft, table: Table) -> None:
    """What no column took is listed: cells of columns that we do not know or that another one already says."""
    wrong = {column.index: column.wrong for column in table.columns}
    for cell in header_cells(table):
        if not draft.is_accounted(cell):
            draft.leave(cell, _why_unknown(table, wrong, _column_of(table, cell)))
    for row in table.grid.rows[table.first_row : table.end_row]:
        for index, cell in enumerate(row):
            if not cell.blank and not draft.is_accounted(cell):
                draft.leave(cell, _why_unknown(table, wrong, index))


def _column_of(table: Table, cell: object) -> int:
    for row in table.grid.rows[table.header_row : table.first_row]:
        for index, other in enumerate(row):
            if other is cell:
                return index
    return -1


def _why_unknown(table: Table, known: Mapping[int, str], index: int) -> str:
    if index in known:
        return known[index] or "không thuộc dòng nào của danh sách"
    return table.spare.get(index, "cột này sổ không có")


def _tell(draft: Draft, source: Source) -> None:
    """What concerns the whole file, and what stands in it unseen."""
    for told in source.told:
        draft.note(told.cell, "đọc được cả tệp", told.why)
    for grid in source.grids:
        for aside in grid.aside:
            draft.leave(aside.cell, aside.why)


def _leave_around(draft: Draft, source: Source, found: Found) -> None:
    """Text around the tables that nothing was made of; sheets without a list are said in one line."""
    listed = {id(table.grid) for table in found.tables}
    for grid in source.grids:
        if id(grid) not in listed and grid.rows:
            _tell_passed_over(draft, grid)
    draft.proposal.around = [
        Unplaced(cell.address, tidy(cell.text), "chữ quanh bảng") for cell in found.around if not cell.blank
    ]


def _tell_passed_over(draft: Draft, grid: Grid) -> None:
    filled = sum(1 for _ in grid.filled())
    if filled:
        what = f"{grid.hidden}, không phải" if grid.hidden else "không phải"
        draft.note(Cell(grid.name), f"bỏ qua {filled} ô", f"{what} danh mục sản phẩm hay danh sách nào của sổ")
