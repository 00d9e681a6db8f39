"""What a workbook remembers of itself, brought up to date when it is handed out: the base of later merges, what was
exported.

Told to the workbook at few moments only – born, renewed, packed, merged, its frame mended – so that an ordinary change
touches no other part of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ocop_xl.model.book import Book
from ocop_xl.model.identity import Identity
from ocop_xl.office.safe_write import refuse_if_open, replace_safely
from ocop_xl.sheets.identity import PAGE, rows, stamped
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.hidden_page import put_hidden_page
from ocop_xl.sheets.writing.package import PatchPackage

PACKAGE = "gói gửi tỉnh"
"""Kind of an export: its text is the code of the last package."""


def remember(path: Path, exported: Mapping[str, str] | None = None) -> Path | None:
    """Let the closed workbook remember what it holds now, and what was exported from it; returns the backup, None if it
    knows that already. Raises a `WorkbookError` if it cannot be written."""
    path = path.resolve()
    refuse_if_open(path)
    package = PatchPackage.open(path)
    book = read_book(package.source.raw, name=package.name)
    identity = remembered(book, exported)
    if identity == book.identity:
        return None
    put_hidden_page(package, PAGE.sheet, rows(identity))
    return replace_safely(path, package.rendered(), verify=read_book, seen=package.source.raw)


def remembered(book: Book, exported: Mapping[str, str] | None = None) -> Identity:
    """The identity of a book that was read from a file, with its contents as the latest base."""
    identity = stamped(book, book.day(None))
    return identity._replace(exported={**identity.exported, **exported}) if exported else identity
