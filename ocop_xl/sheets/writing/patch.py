"""Writes changes into a closed workbook: the cells that change, the figures that follow from them, and not a byte of
any other part.

Nothing is written unless every change fits: the rows still stand where they were seen, no cell to be written holds a
formula, and new rows find room. Each change leaves a line in the journal (`tblNhatKy`), new rows of
«Tiêu chí» leave one together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from ocop_xl.changes.change import Change, Value
from ocop_xl.errors import CannotChange
from ocop_xl.law.sectors import label
from ocop_xl.model import ALL_TABLES, JournalEntry, Row, spec_of
from ocop_xl.model.book import Book
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.table import Role, TableSpec
from ocop_xl.office.safe_write import refuse_if_open, replace_safely
from ocop_xl.sheets.area import column_index
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.package import PatchPackage
from ocop_xl.sheets.writing.rows import RowMaker
from ocop_xl.sheets.writing.sheet import LONGEST_TEXT, CellValue
from ocop_xl.sheets.writing.user import user_name
from ocop_xl.sheets.writing.values import refresh_values

_KINDS: dict[str, type[Row]] = {spec_of(kind).name: kind for kind in ALL_TABLES}


def apply_changes(path: Path, book: Book, changes: Sequence[Change], *, action: str = "Nhập dữ liệu") -> Path | None:
    """Write `changes`, decided on `book` as it was read from `path`; returns the backup, None if there is no change.

    A row id that its table does not have makes a new row in the first blank one. Raises `CannotChange` when the file
    no longer is what `book` shows, `WorkbookLocked` when another program has it open; the file is then as before.
    """
    if not changes:
        return None
    path = path.resolve()
    refuse_if_open(path)
    package = PatchPackage.open(path)
    _refuse_if_other(package.name, read_book(package.source.raw, name=package.name), book, changes)
    for name in dict.fromkeys(change.table for change in changes):
        _change_table(package, book, _KINDS[name], [change for change in changes if change.table == name])
    _write_journal(package, changes, action)
    refresh_values(package)
    return replace_safely(path, package.rendered(), verify=read_book, seen=package.source.raw)


def _refuse_if_other(name: str, now: Book, seen: Book, changes: Iterable[Change]) -> None:
    """The person decided on what `seen` showed: the cells must still hold that, and the rows stand there."""
    written: dict[tuple[str, str, str], Value] = {}
    for change in changes:
        kind = _KINDS[change.table]
        spec = spec_of(kind)
        attribute = _column(spec, change.column).attribute
        place = (change.table, change.row_id, change.column)
        before, current = (_row(book, kind, change.row_id) for book in (seen, now))
        same_place = (before is None) == (current is None) and (not before or not current or before.at == current.at)
        value = getattr(current, attribute) if current is not None else None
        value, written[place] = written.get(place, value), change.after  # a cell may change twice in one go
        if not same_place or value != change.before:
            raise CannotChange(
                name,
                f"dòng {change.row_id or spec.sheet} của trang «{spec.sheet}» đã thay đổi từ lúc xem trước; "
                "hãy chạy lại lệnh",
            )


def _row(book: Book, kind: type[Row], row_id: str) -> Row | None:
    if spec_of(kind).form:
        rows = book[kind]
        return rows[0] if rows else None
    return book.by_id(kind).get(row_id)


def _change_table(package: PatchPackage, book: Book, kind: type[Row], changes: list[Change]) -> None:
    spec = spec_of(kind)
    known = {} if spec.form else book.by_id(kind)
    fresh = [row_id for row_id in dict.fromkeys(c.row_id for c in changes) if row_id not in known]
    if spec.form or len(fresh) < len({c.row_id for c in changes}):
        _change_rows(package, book, kind, [c for c in changes if spec.form or c.row_id in known])
    if fresh and not spec.form:
        maker = RowMaker(package, spec)
        for row_id in fresh:
            values = {
                c.column: _shown(package.name, c.after, column)
                for c in changes
                if c.row_id == row_id and not (column := _column(spec, c.column)).live
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
        column = _column(spec, change.column)
        row = _row(book, kind, change.row_id)
        assert row is not None
        address = placement.cell(row, column.attribute)
        letters = address.rstrip("0123456789")
        if not letters:
            raise CannotChange(package.name, f"trang «{spec.sheet}» không có cột «{column.header}»")
        at, place = int(address[len(letters) :]), column_index(letters)
        if column.live or sheet.has_formula(at, place):
            raise CannotChange(package.name, f"ô {address} trang «{spec.sheet}» là công thức, không ghi đè")
        value = _shown(package.name, change.after, column)
        style = sheet.style(at, place)
        if isinstance(value, date) and not style:
            value = f"{value:%d/%m/%Y}"
        sheet.write(at, place, value, style, date1904=package.plan.date1904)


def _write_journal(package: PatchPackage, changes: Sequence[Change], action: str) -> None:
    spec = spec_of(JournalEntry)
    maker = RowMaker(package, spec)
    now, who = datetime.now(), user_name()
    for entry in _entries(changes):
        entry.when, entry.who, entry.action = now, who, action
        values = {column.header: _in_words(getattr(entry, column.attribute)) for column in spec.columns}
        maker.add({header: text[:LONGEST_TEXT] for header, text in values.items() if text})
    maker.finish()


def _entries(changes: Sequence[Change]) -> Iterator[JournalEntry]:
    """One for each cell of staff's tables; one for all new rows of a reference table, two thousand cells at a time."""
    rows: dict[str, dict[str, Change]] = {}
    for change in changes:
        if spec_of(_KINDS[change.table]).role is Role.REFERENCE:
            rows.setdefault(change.table, {}).setdefault(change.row_id, change)
        else:
            yield JournalEntry(
                sheet=spec_of(_KINDS[change.table]).sheet,
                row_id=change.row_id,
                header=change.column,
                before=_in_words(change.before),
                after=_in_words(change.after),
                why=change.why,
            )
    for table, firsts in rows.items():
        first = next(iter(firsts.values()))
        yield JournalEntry(
            sheet=spec_of(_KINDS[table]).sheet, row_id=first.row_id, after=f"{len(firsts)} dòng", why=first.why
        )


def _column(spec: TableSpec, header: str) -> Column:
    return next(column for column in spec.columns if column.header == header)


def _shown(name: str, value: Value, column: Column) -> CellValue:
    """The value as its cell holds it: a set by its label, a text column always as text."""
    if column.kind is Kind.PRODUCT_SET and isinstance(value, int):
        return label(value)
    if isinstance(value, str) or (value is not None and not column.kind.is_number and column.kind is not Kind.DATE):
        text = _in_words(value)
        if len(text) > LONGEST_TEXT:
            raise CannotChange(name, f"nội dung của «{column.header}» dài hơn {LONGEST_TEXT} ký tự")
        return text
    return value


def _in_words(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M:%S}"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else f"{value}"
