"""Sheet «_ocop», which only the program reads: very hidden, so that nobody meets it among the tabs."""

from __future__ import annotations

from datetime import date
from typing import Any

from ocop_xl.model.book import Book
from ocop_xl.model.identity import PROPERTY
from ocop_xl.sheets.identity import PAGE, rows, stamped


def add_identity_sheet(workbook: Any, book: Book, on: date) -> None:
    """A workbook that is built begins with what is in it: that is its latest base."""
    identity = stamped(book, on)
    sheet = workbook.add_worksheet(PAGE.sheet)
    for at, line in enumerate(rows(identity)):
        for place, text in enumerate(line):
            sheet.write_string(at, place, text)
    sheet.very_hidden()
    workbook.set_custom_property(PROPERTY, identity.book_id, "text")
