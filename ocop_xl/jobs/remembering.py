"""What a workbook remembers of itself, brought up to date when it is handed out: the base of later merges, what was
exported.

Told to the workbook at few moments only – born, renewed, packed, merged, its frame mended – so that an ordinary change
touches no other part of the file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ocop_xl.changes.bases import Base, packed, with_base
from ocop_xl.changes.change import Change
from ocop_xl.changes.journal import free_time
from ocop_xl.model.book import Book
from ocop_xl.model.identity import Identity
from ocop_xl.office.safe_write import refuse_if_open, replace_safely
from ocop_xl.sheets.identity import PAGE, bases_of, rows, stamped
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.sheets.writing.backup_note import say_backup
from ocop_xl.sheets.writing.hidden_page import put_hidden_page
from ocop_xl.sheets.writing.package import PatchPackage
from ocop_xl.sheets.writing.patch import apply_changes

_MERGE = "lần ghép cuối"
"""What the last merge has added to the past: names of moments, so that they go when it is taken back."""


def remember(
    path: Path, exported: Mapping[str, str] | None = None, changes: Sequence[Change] = (), action: str = ""
) -> Path | None:
    """Let the closed workbook remember what it holds now, and what was exported from it; `changes` say it to people and
    stand in the journal as `action`. Returns the backup, None if the workbook knows that already. Raises a
    `WorkbookError` if it cannot be written."""
    path = path.resolve()
    refuse_if_open(path)
    package = PatchPackage.open(path)
    book = read_book(package.source.raw, name=package.name)
    identity = remembered(book, exported)
    if changes:
        return apply_changes(path, book, changes, action=action, identity=identity)
    if identity == book.identity:
        return None
    put_hidden_page(package, PAGE.sheet, rows(identity))
    say_backup(package, free_time(()))
    return replace_safely(path, package.rendered(), verify=read_book, seen=package.source.raw)


def remembered(book: Book, exported: Mapping[str, str] | None = None) -> Identity:
    """The identity of a book that was read from a file, with its contents as the latest base."""
    identity = stamped(book, book.day(None))
    return identity._replace(exported={**identity.exported, **exported}) if exported else identity


def with_merge(identity: Identity, moments: Sequence[Base]) -> Identity:
    """The identity after a merge: the other copy's contents and those of both together are part of its past."""
    bases = bases_of(identity)
    for moment in moments:
        bases = with_base(bases, moment)
    names = " ".join(moment.revision for moment in moments)
    return identity._replace(bases=packed(bases), exported={**identity.exported, _MERGE: names})


def without_merge(identity: Identity) -> Identity:
    """The identity after the last merge was taken back: what came then may come again."""
    names = identity.exported.get(_MERGE, "").split()
    bases = [base for base in bases_of(identity) if base.revision not in names]
    exported = {kind: text for kind, text in identity.exported.items() if kind != _MERGE}
    return identity._replace(bases=packed(bases), exported=exported) if names else identity
