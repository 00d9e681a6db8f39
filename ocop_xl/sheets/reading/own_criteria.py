"""The commune's own criteria sets, which stand on «Tiêu chí» below those of the law."""

from __future__ import annotations

from ocop_xl.law.sectors import is_shipped
from ocop_xl.model import Book, CriterionLine, ScoreSheet, spec_of
from ocop_xl.sheets.reading.rows import Found, fill_table


def names_own_set(book: Book) -> bool:
    """Whether a score sheet is by a set that the law does not have: «Tiêu chí» is read only then."""
    return any(row.criteria_set and not is_shipped(row.criteria_set) for row in book[ScoreSheet])


def fill_own_sets(book: Book, found: Found, *, date1904: bool) -> None:
    """The lines of «Tiêu chí» that no shipped set has, and what could not be read in them."""
    reference = Book(source=book.source)
    fill_table(reference, spec_of(CriterionLine), found, date1904=date1904)
    own = [line for line in reference[CriterionLine] if not is_shipped(line.set_code)]
    mine = {id(line) for line in own}
    book[CriterionLine] = own
    book.placements |= reference.placements
    book.unread += [cell for cell in reference.unread if id(cell.row) in mine]
