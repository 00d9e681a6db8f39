"""Two copies of one workbook: what they hold, whether they can be compared, and what both come from."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from ocop_xl.changes.bases import base_of
from ocop_xl.changes.contents import Apart, Contents, contents, forgetting, set_apart, without
from ocop_xl.changes.diff import RowDiff, diff
from ocop_xl.changes.merging.kinship import are_strangers
from ocop_xl.errors import Refusal
from ocop_xl.model import Book
from ocop_xl.model.column import Column
from ocop_xl.model.identity import Identity
from ocop_xl.model.table import Row, TableSpec
from ocop_xl.model.version import MODEL_VERSION
from ocop_xl.office.our_files import BACKUPS
from ocop_xl.privacy.masking import COVER
from ocop_xl.privacy.remembered import may_be_remembered
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.identity import bases_of
from ocop_xl.sheets.reading.read import read_book

_BACKUPS_READ = 20
"""The latest backups that are looked through: reading one takes as long as reading a book."""


class Copy(NamedTuple):
    """A workbook by the name of its file; `book` is what was read of it."""

    name: str
    book: Book
    contents: Contents
    identity: Identity | None

    @property
    def revision(self) -> str:
        """The name of what it holds now, as later merges know it."""
        return base_of(forgetting(self.contents, may_be_remembered), self.book.day(None)).revision


class CommonBase(NamedTuple):
    """What two copies both come from, and in words where that was found."""

    contents: Contents
    where: str


def read_copy(path: Path) -> Copy:
    return copy_of(read_book(path), path.name)


def copy_of(book: Book, name: str, identity: Identity | None = None) -> Copy:
    """What was covered on the way to somebody is not gone by: the original must not be replaced by its cover."""
    return Copy(name, book, forgetting(contents(book), _is_open), identity or book.identity)


def _is_open(spec: TableSpec, column: Column, value: Any) -> bool:
    return not (isinstance(value, str) and COVER in value)


def apart(*copies: Copy) -> list[tuple[Copy, Apart]]:
    """Rows that take no part, with the book in which they stand."""
    return [(copy, one) for copy in copies for one in set_apart(copy.book)]


def unclear(*copies: Copy) -> dict[type[Row], set[str]]:
    """Keys that tell no row in one of the books."""
    found: dict[type[Row], set[str]] = {}
    for _, row in apart(*copies):
        found.setdefault(row.kind, set()).add(row.row_id)
    return found


def differences(before: Copy, after: Copy) -> list[RowDiff]:
    """By key and column; rows whose key is not clear in one of them are left out."""
    keys = unclear(before, after)
    return diff(without(before.contents, keys), without(after.contents, keys))


def refuse_other_shapes(*copies: Copy) -> None:
    """Rows are compared column by column, so that both copies must have today's columns."""
    for copy in copies:
        if copy.book.version != MODEL_VERSION:
            raise Refusal(
                f"Sổ «{copy.name}» theo khung cũ (phiên bản {copy.book.version}, nay là {MODEL_VERSION}). "
                "Hãy lập lại theo khung mới: ocop-xl new SO_MOI.xlsx --from SO_CU.xlsx, rồi dùng sổ mới."
            )


def refuse_strangers(mine: Copy, theirs: Copy, base: CommonBase | None) -> None:
    """Two books that never were one would merge into a heap that nobody can take apart."""
    if are_copies(mine, theirs, base):
        return
    raise Refusal(
        f"«{mine.name}» và «{theirs.name}» có vẻ là hai sổ khác nhau, không phải hai bản sao của một sổ (khác mã sổ, "
        "hoặc quá nhiều dòng mất mã hay đổi nội dung). Hãy xem lại tệp; nếu đúng là một sổ thì chạy lệnh "
        "ocop-xl merge với --force."
    )


def are_copies(mine: Copy, theirs: Copy, base: CommonBase | None = None) -> bool:
    """False for two ids, and where hardly anything of what both are said to come from is left in one of them. Without a
    base the shorter book is it: the other may have grown since."""
    ids = {copy.identity.book_id for copy in (mine, theirs) if copy.identity}
    shorter, longer = sorted((mine, theirs), key=lambda copy: sum(map(len, copy.contents.values())))
    pairs = (
        [(base.contents, copy.contents) for copy in (mine, theirs)] if base else [(shorter.contents, longer.contents)]
    )
    return len(ids) <= 1 and not any(are_strangers(*pair) for pair in pairs)


def common_base(mine: Copy, theirs: Copy, folder: Path | None = None) -> CommonBase | None:
    """The latest moment that both workbooks remember, or are; else a backup of this one that the other knows."""
    known = {base.revision for base in bases_of(theirs.identity)} | {theirs.revision}
    now = base_of(forgetting(mine.contents, may_be_remembered), mine.book.day(None))
    for base in reversed([*bases_of(mine.identity), now]):
        if base.revision in known:
            where = (
                "bản này như hiện nay" if base is now else f"nội dung ngày {base.day:%d/%m/%Y} mà hai bản cùng ghi nhớ"
            )
            return CommonBase(base.contents, where)
    for path in _backups(folder) if folder else ():
        with suppress(Refusal):
            backup = read_copy(path)
            if backup.revision in known and backup.book.version == MODEL_VERSION:
                return CommonBase(backup.contents, f"bản sao lưu «{path.name}»")
    return None


def given_base(base: Copy) -> CommonBase:
    """A workbook that the user names."""
    refuse_other_shapes(base)
    return CommonBase(base.contents, f"tệp «{base.name}»")


def _backups(folder: Path) -> Iterable[Path]:
    """The latest first; their names end with the time."""
    return sorted((folder / BACKUPS).glob("*.xlsx"), key=lambda path: path.stem[-15:], reverse=True)[:_BACKUPS_READ]
