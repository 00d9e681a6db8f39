"""`new FILE --from OLD`: the book of a workbook of any age, laid out anew in today's shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ocop_xl.errors import NotWritten
from ocop_xl.model import ALL_TABLES, INPUT_TABLES, Book, CriterionLine, JournalEntry, Row, spec_of
from ocop_xl.model.version import MODEL_VERSION
from ocop_xl.office.guard import open_package
from ocop_xl.rules.check import check
from ocop_xl.sheets.building.fields_sheet import FieldLine
from ocop_xl.sheets.building.own_content import OwnContent
from ocop_xl.sheets.building.pages import pages
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.renewing.left_over import HOLDS_NOTHING, as_they_stood, sort_out
from ocop_xl.sheets.renewing.old_file import LeftOver, old_file
from ocop_xl.vietnamese import fold


@dataclass(slots=True)
class Renewed:
    """The new workbook and what became of the old one's cells. `carried` counts cells by sheet; `left` are those that
    are not in it, each with the reason; `renamed` are own sheets whose name is now one of ours."""

    content: bytes
    version: int
    carried: dict[str, int]
    own_columns: list[str]
    own_sheets: list[str]
    renamed: dict[str, str]
    left: list[LeftOver]


def renew(source: Path, on: date | None, fields: Sequence[FieldLine]) -> Renewed:
    """Raises a `WorkbookError` if the source cannot be read, `NotWritten` if a cell did not arrive as it was."""
    package = open_package(source)
    book = read_book(package.raw, name=package.name, own_sets=True, journal=True)
    version = book.version
    book[CriterionLine] = [line for line in book[CriterionLine] if not (line.set_code or "").isdecimal()]  # of 0.1.0
    old = old_file(package)
    sorted_out = sort_out(book, old)
    own = sorted_out.own
    own.unread = as_they_stood(book, old.sheets)
    renamed = _rename(own)
    before = _values(book)
    carried = {spec_of(kind).sheet: _cells(book, kind) for kind in before}
    columns = [
        f"«{one.header}» ở trang «{spec_of(kind).sheet}»" for kind, found in own.columns.items() for one in found
    ]
    content = _built(book, book.day(on), fields, own)
    _prove(package.name, before, read_book(content, name=package.name, own_sets=True, journal=True))
    return Renewed(content, version, carried, columns, [sheet.name for sheet in own.sheets], renamed, sorted_out.left)


def _built(book: Book, on: date, fields: Sequence[FieldLine], own: OwnContent) -> bytes:
    """Findings name the cells of the new workbook, so its rows are given their places first."""
    book.placements.clear()
    book.missing.clear()
    book.frame.clear()
    book.unseen.clear()  # what was typed as text is written as the value that it was read as
    book.unread = [cell for cell in book.unread if cell.problem not in HOLDS_NOTHING]
    book.version = MODEL_VERSION
    book.lay_out()
    return build_workbook(book, on, check(book, on), fields, own)


def _rename(own: OwnContent) -> dict[str, str]:
    """An own sheet may have the name that one of ours has today, an own column that of a column of its table."""
    ours = {fold(page.name) for page in pages()}
    renamed = {}
    for at, sheet in enumerate(own.sheets):
        if fold(sheet.name) in ours:
            renamed[sheet.name] = f"{sheet.name[:26]} (cũ)"
            own.sheets[at] = sheet._replace(name=renamed[sheet.name])
    for kind, columns in own.columns.items():
        taken = {column.header.casefold() for column in spec_of(kind).columns}
        for at, column in enumerate(columns):
            header = column.header
            while header.casefold() in taken:
                header = f"{header} (riêng)"
            taken.add(header.casefold())
            columns[at] = column._replace(header=header)
    return renamed


def _values(book: Book) -> dict[type[Row], list[tuple[object, ...]]]:
    """What somebody typed, row by row; kept as values, since building gives the rows new places."""
    kinds = [kind for kind in ALL_TABLES if kind in INPUT_TABLES or kind in (JournalEntry, CriterionLine)]
    return {
        kind: [tuple(getattr(row, column.attribute) for column in spec_of(kind).inputs) for row in book[kind]]
        for kind in kinds
    }


def _filled(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """A row may hold nothing but a cell that could not be read."""
    return [row for row in rows if any(cell is not None for cell in row)]


def _cells(book: Book, kind: type[Row]) -> int:
    return sum(getattr(row, one.attribute) is not None for row in book[kind] for one in spec_of(kind).inputs)


def _prove(name: str, before: dict[type[Row], list[tuple[object, ...]]], now: Book) -> None:
    """The new workbook is read back as anybody would: every row must say what it said."""
    after = _values(now)
    for kind, rows in before.items():
        if _filled(rows) != _filled(after[kind]):
            raise NotWritten(name, f"trang «{spec_of(kind).sheet}» không sang đủ")
