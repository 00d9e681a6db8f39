"""Writes changes into a closed workbook: the cells that change, the figures that follow from them, and not a byte of
any other part.

Nothing is written unless every change fits: the rows still stand where they were seen, no cell to be written holds a
formula, and new rows find room. Each change leaves a line in the journal (`tblNhatKy`), new rows of
«Tiêu chí» leave one together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ocop_xl.changes.change import Change, Value, with_keys
from ocop_xl.changes.fits import misfit
from ocop_xl.changes.journal import Line, as_text, free_time, in_short, line_of, one_a_cell, written
from ocop_xl.changes.unread import refuse_if_unread
from ocop_xl.changes.wording import as_cell
from ocop_xl.errors import CannotChange, ChangedMeanwhile
from ocop_xl.model import JournalEntry, Row, spec_of, table_named
from ocop_xl.model.book import Book, column_letters
from ocop_xl.model.column import LONGEST_TEXT, Column
from ocop_xl.model.identity import Identity
from ocop_xl.office.safe_write import refuse_if_open, replace_safely
from ocop_xl.sheets.area import column_index
from ocop_xl.sheets.identity import PAGE, rows
from ocop_xl.sheets.reading.flaws import cell_in_words
from ocop_xl.sheets.reading.raw_cells import Place, raw_cells
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.backup_note import say_backup
from ocop_xl.sheets.writing.hidden_page import put_hidden_page
from ocop_xl.sheets.writing.package import PatchPackage
from ocop_xl.sheets.writing.rows import RowMaker
from ocop_xl.sheets.writing.sheet import CellValue
from ocop_xl.sheets.writing.user import user_name
from ocop_xl.sheets.writing.values import refresh_values


def apply_changes(
    path: Path,
    book: Book,
    changes: Sequence[Change],
    *,
    action: str = "Nhập dữ liệu",
    notes: Sequence[Line] = (),
    identity: Identity | None = None,
) -> Path | None:
    """Write `changes`, decided on `book` as it was read from `path`; returns the backup, None if there is no change.

    A row id that its table does not have makes a new row in the first blank one. `notes` are lines of the journal for
    cells that stay as they are; `identity` is who the workbook is from then on. Raises `CannotChange` when the file
    no longer is what `book` shows, `WorkbookLocked` when another program has it open; the file is then as before.
    """
    if not changes and not notes:
        return None
    path = path.resolve()
    refuse_if_open(path)
    package = PatchPackage.open(path)
    full = _by_table(book, changes)
    now = read_book(package.source.raw, name=package.name)
    refuse_if_unread(now, full)
    moments = _moments(package)
    raw = raw_cells(package.source, {*_places(now, full), *moments})
    cells = _Cells(now, raw)
    _refuse_if_other(package.name, cells, book, full)
    for name in dict.fromkeys(change.table for change in full):
        _change_table(package, book, table_named(name).row_type, [change for change in full if change.table == name])
    taken = [as_text(raw.get(place)) for place in moments]
    lines = one_a_cell(cells.line(change) for change in full)
    moment = free_time(taken)
    _write_journal(package, [*in_short(lines), *notes], action, moment)
    say_backup(package, moment)
    if identity:
        put_hidden_page(package, PAGE.sheet, rows(identity))
    refresh_values(package)
    return replace_safely(path, package.rendered(), verify=read_book, seen=package.source.raw)


def _by_table(book: Book, changes: Sequence[Change]) -> list[Change]:
    """The changes of one table together, and in each new row its key."""
    full: list[Change] = []
    for name in dict.fromkeys(change.table for change in changes):
        spec = table_named(name)
        known = [""] if spec.form else book.by_id(spec.row_type)
        full += with_keys([change for change in changes if change.table == name], known, spec.key)
    return full


class _Cells:
    """What the file holds now."""

    def __init__(self, book: Book, raw: dict[Place, Any]) -> None:
        self.book, self._raw = book, raw

    def now(self, change: Change) -> tuple[Value, Any]:
        """The value that the reader made of the cell, and the cell; nothing for a row that is not there yet."""
        spec, place = table_named(change.table), _place(self.book, change)
        value = self.book.value(spec, change.row_id, spec.by_header(change.column))
        return value, self._raw.get(place) if place else None

    def line(self, change: Change) -> Line:
        """The journal's line: before is what the cell held, not what it was read as."""
        column = table_named(change.table).by_header(change.column)
        return line_of(change, column, cell_in_words(self.now(change)[1], column))


def _places(book: Book, changes: Iterable[Change]) -> set[Place]:
    return {place for change in changes if (place := _place(book, change)) is not None}


def _place(book: Book, change: Change) -> Place | None:
    """None for a row that the book does not have, or a column that its sheet lacks."""
    spec = table_named(change.table)
    row, placement = book.row(spec.row_type, change.row_id), book.placement(spec.row_type)
    address = placement.cell(row, spec.by_header(change.column).attribute) if row is not None else ""
    letters = address.rstrip("0123456789")
    return (placement.sheet, int(address[len(letters) :]), column_index(letters)) if letters else None


def _refuse_if_other(name: str, cells: _Cells, seen: Book, changes: Sequence[Change]) -> None:
    """The person decided on what `seen` showed: the cells must still hold that, and the rows stand there."""
    other = next((change for change in changes if _has_moved(cells.book, seen, change)), None) or misfit(
        changes, cells.now
    )
    if other is not None:
        sheet = table_named(other.table).sheet
        raise ChangedMeanwhile(
            name, f"dòng {other.row_id or sheet} của trang «{sheet}» đã thay đổi từ lúc xem trước; hãy chạy lại lệnh"
        )


def _has_moved(now: Book, seen: Book, change: Change) -> bool:
    kind = table_named(change.table).row_type
    before, current = (book.row(kind, change.row_id) for book in (seen, now))
    return (before and before.at) != (current and current.at)


def _change_table(package: PatchPackage, book: Book, kind: type[Row], changes: list[Change]) -> None:
    spec = spec_of(kind)
    known = {} if spec.form else book.by_id(kind)
    fresh = [row_id for row_id in dict.fromkeys(c.row_id for c in changes) if row_id not in known]
    if spec.form or len(fresh) < len({c.row_id for c in changes}):
        _change_rows(package, book, kind, [c for c in changes if spec.form or c.row_id in known])
    if fresh and not spec.form:
        maker = RowMaker(package, spec)
        by_row: dict[str, list[Change]] = {row_id: [] for row_id in fresh}
        for change in changes:
            if change.row_id in by_row:
                by_row[change.row_id].append(change)
        for row_id, mine in by_row.items():
            values = {
                c.column: _shown(package.name, c.after, column)
                for c in mine
                if not (column := spec.by_header(c.column)).live
            }
            if spec.key is not None:
                values[spec.key.header] = row_id
            maker.add(values)
        maker.finish()


def _change_rows(package: PatchPackage, book: Book, kind: type[Row], changes: list[Change]) -> None:
    """Cells of rows that the book has, found by the place where the reader met them."""
    spec, placement = spec_of(kind), book.placement(kind)
    sheet = package.sheet(placement.sheet)
    for change in changes:
        column = spec.by_header(change.column)
        found = _place(book, change)
        if found is None:
            raise CannotChange(package.name, f"trang «{spec.sheet}» không có cột «{column.header}»")
        _, at, place = found
        if column.live or sheet.has_formula(at, place):
            address = f"{column_letters(place)}{at}"
            raise CannotChange(package.name, f"ô {address} trang «{spec.sheet}» là công thức, không ghi đè")
        value = _shown(package.name, change.after, column)
        style = sheet.style(at, place)
        if isinstance(value, date) and not style:
            value = f"{value:%d/%m/%Y}"
        sheet.write(at, place, value, style, date1904=package.plan.date1904)


def _moments(package: PatchPackage) -> list[Place]:
    """Where the journal keeps the time of each line."""
    spec = spec_of(JournalEntry)
    title, table = package.table(spec.name) or ("", None)
    column = table.column_of(spec.column("when").header) if table else None
    if table is None or column is None:
        return []
    return [(title, row, column) for row in range(table.first_row, table.last_row + 1)]


def _write_journal(package: PatchPackage, lines: Sequence[Line], action: str, moment: str) -> None:
    maker = RowMaker(package, spec_of(JournalEntry))
    headers = [column.header for column in spec_of(JournalEntry).columns]
    for cells in written(lines, moment, user_name(), action):
        maker.add({header: text for header, text in zip(headers, cells, strict=True) if text})
    maker.finish()


def _shown(name: str, value: Value, column: Column) -> CellValue:
    """The value as its cell holds it; refused if that is too long for one."""
    cell: CellValue = as_cell(value, column)
    if isinstance(cell, str) and len(cell) > LONGEST_TEXT:
        raise CannotChange(name, f"nội dung của «{column.header}» dài hơn {LONGEST_TEXT} ký tự")
    return cell
