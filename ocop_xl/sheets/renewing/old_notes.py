"""Notes on the cells of an older workbook: those of its rows go along, the others are named with their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ocop_xl.model import Book, Row, spec_of
from ocop_xl.sheets.building.own_content import OwnContent
from ocop_xl.sheets.renewing.old_file import LeftOver, OldCell, OldSheet


def take_notes(book: Book, kinds: Iterable[type[Row]], cells: Iterable[OldCell], own: OwnContent) -> list[OldCell]:
    """Notes on cells of the rows; gives the cells whose notes have no such place in the new workbook."""
    places = {place: at for kind in kinds for place, at in _cells_of_rows(book, kind)}
    rest = []
    for cell in cells:
        if cell.note and (place := places.get((cell.row, cell.letters))):
            own.notes[place] = cell.note
        else:
            rest.append(cell)
    return rest


def _cells_of_rows(book: Book, kind: type[Row]) -> Iterator[tuple[tuple[int, str], tuple[int, str]]]:
    """Each cell's row and letters, with the row's identity and the attribute; a form has one row, a line for each."""
    placement = book.placement(kind)
    today = [column.attribute for column in spec_of(kind).columns]
    for row in book[kind]:
        for attribute in today:
            at = row.at if placement.rows is None else placement.rows.get(attribute)
            letters = placement.letters.get(attribute) if placement.rows is None else placement.value_letters
            if at is not None and letters:
                yield (at, letters), (id(row), attribute)


def notes_left(sheet: str, cells: Iterable[OldCell]) -> Iterator[LeftOver]:
    """Where the program writes all cells itself, a note would stand on something else the next time."""
    for cell in cells:
        if cell.note:
            yield LeftOver(sheet, cell.address, cell.note.text, "ghi chú gắn vào ô")


def threads(sheet: OldSheet) -> Iterator[LeftOver]:
    """Excel 365 keeps who spoke in a part of its own, which a note has no room for."""
    for cell in sheet.cells:
        if cell.note and cell.note.thread:
            yield LeftOver(
                sheet.name, cell.address, cell.note.text, "bình luận nhiều người thành ghi chú, không còn tên"
            )
