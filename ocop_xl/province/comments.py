"""Comments that an officer of the province has put on cells of a package's workbook, read as remarks."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell

from ocop_xl.exchange.answers.answer import NewRemark, Place
from ocop_xl.model import Book, Row, spec_of
from ocop_xl.model.book import Placement
from ocop_xl.model.column import Column
from ocop_xl.privacy.profiles import TO_PROVINCE
from ocop_xl.sheets.notes import note_of


def comments_in(raw: bytes, book: Book) -> Iterator[NewRemark]:
    """In the order of the sheets; `book` was read from the same bytes. A comment beside the tables is about the whole,
    and says where it stood."""
    workbook = load_workbook(BytesIO(raw))
    kinds = {placement.sheet: kind for kind, placement in book.placements.items()}
    for sheet in workbook.worksheets:
        for cells in sheet.iter_rows():
            for cell in cells:
                if isinstance(cell, MergedCell) or cell.comment is None:
                    continue
                if text := _plain(cell.comment.text, cell.comment.author):
                    yield _remark(book, kinds.get(sheet.title), sheet.title, cell, text)


def _plain(text: str, author: str | None) -> str:
    """Without the name that Excel writes before it, and without what it says of itself."""
    words = note_of(text, author).text.strip()
    return words.removeprefix(f"{author}:").strip() if author else words


def _remark(book: Book, kind: type[Row] | None, sheet: str, cell: Cell, text: str) -> NewRemark:
    place = _place(book, kind, cell) if kind else None
    return NewRemark(place, text) if place else NewRemark(Place(), f"{text} (ghi chú ở ô {cell.coordinate}, «{sheet}»)")


def _place(book: Book, kind: type[Row], cell: Cell) -> Place | None:
    spec, placement = spec_of(kind), book.placements[kind]
    column = _column(placement, TO_PROVINCE.columns(spec), cell)
    if spec.form:
        return Place(spec.sheet, "", column.header) if column else None
    if cell.row == placement.header_row:
        return Place(spec.sheet, "", column.header if column else "")
    row = next((row for row in book[kind] if row.at == cell.row), None)
    row_id = getattr(row, spec.key.attribute) if row is not None and spec.key else None
    if row_id is None:
        return None
    return Place(spec.sheet, row_id, "" if column is None or column is spec.key else column.header)


def _column(placement: Placement, columns: tuple[Column, ...], cell: Cell) -> Column | None:
    """The column of the cell; in a form the one of its line, whose label may carry the comment too."""
    for column in columns:
        if placement.rows is not None:
            if placement.rows.get(column.attribute) == cell.row:
                return column
        elif placement.letters.get(column.attribute) == cell.column_letter:
            return column
    return None
