"""One writer at a time: a lock beside the workbook, held from reading it to replacing it.

Who creates the file first holds it – that is one step on a local disk and on a network share alike. The holder's
machine and process stand inside, so that the lock of a killed command is known for what it is. Excel and LibreOffice
know no such lock: against them `safe_write` looks at the file's bytes right before it replaces them.
"""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ocop_xl.errors import ChangedMeanwhile, FolderClosed, NotWritten, WorkbookBusy
from ocop_xl.office.holder import holder_in, this_holder
from ocop_xl.office.our_files import lock_beside, remove_copies

_PAUSE = 0.1
_TOO_OLD = 15 * 60
"""Seconds after which a lock from another machine is nobody's: a command holds it for some seconds."""
_UNWRITTEN = 10
"""Seconds after which a lock that names no holder is that of a command killed at that moment."""


class BookLock:
    """Held by this thread; `refuse_if_lost` says so no longer when somebody has thrown the lock away."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lock = lock_beside(path)
        self._text = text

    @property
    def is_held(self) -> bool:
        return _text_of(self._lock) == self._text

    def refuse_if_lost(self) -> None:
        if not self.is_held:
            raise ChangedMeanwhile(self._path.name, "khóa của lệnh này không còn bên cạnh sổ; hãy chạy lại lệnh")

    def release(self) -> None:
        if self.is_held:
            self._lock.unlink(missing_ok=True)


@contextmanager
def locked(path: Path, wait: float = 0) -> Iterator[BookLock]:
    """Keep every other command of ours from writing the file; copies that a killed one left are removed.

    The same thread may lock again what it holds. Raises `WorkbookBusy` when another holds it and does not let go within
    `wait` seconds.
    """
    path = path.resolve()
    held = _text_of(lock_beside(path))
    holder = holder_in(held)
    if holder is not None and holder.is_me:
        yield BookLock(path, held)
        return
    lock = _acquired(path, wait)
    try:
        remove_copies(path)
        yield lock
    finally:
        lock.release()


def is_held_by_the_living(path: Path) -> bool:
    """Whether a command that still runs has the file's lock; one that was killed left it to nobody."""
    lock = lock_beside(path.resolve())
    return lock.exists() and not _is_dead(lock, _text_of(lock))


def _acquired(path: Path, wait: float) -> BookLock:
    until = time.monotonic() + wait
    while (text := _created(path)) is None:
        if time.monotonic() >= until:
            holder = holder_in(_text_of(lock_beside(path)))
            raise WorkbookBusy(path.name, holder.in_words if holder else "máy khác")
        time.sleep(_PAUSE)
    return BookLock(path, text)


def _created(path: Path) -> str | None:
    """The text of the lock that is ours now; None if another lives."""
    lock, text = lock_beside(path), this_holder().as_text()
    found = _text_of(lock)
    if lock.exists() and not (_is_dead(lock, found) and _bury(lock, found)):
        return None
    try:
        with lock.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return None
    except PermissionError:
        if lock.exists():  # Windows, while its holder takes it away
            return None
        raise FolderClosed(path.name, f"thư mục «{path.parent.name}» không cho ghi") from None
    except OSError:
        lock.unlink(missing_ok=True)
        raise NotWritten(path.name, "ổ đĩa đầy hoặc có lỗi") from None
    return text


def _text_of(lock: Path) -> str:
    try:
        return lock.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _is_dead(lock: Path, text: str) -> bool:
    holder = holder_in(text)
    if holder is None:
        return _age(lock) > _UNWRITTEN
    lives = holder.lives
    return _age(lock) > _TOO_OLD if lives is None else not lives


def _age(lock: Path) -> float:
    """By the clock of the disk, which two machines share; their own may be hours apart."""
    try:
        with tempfile.TemporaryFile(dir=lock.parent, prefix=".ocop-") as probe:
            now = os.fstat(probe.fileno()).st_mtime
        return now - lock.stat().st_mtime
    except OSError:
        return 0


def _bury(lock: Path, text: str) -> bool:
    """Take a dead holder's lock away. Two may try at once: what is taken away must be what was found dead."""
    aside = lock.with_name(f"{lock.name}.{os.getpid()}-{threading.get_ident()}")
    try:
        lock.rename(aside)
    except OSError:
        return False
    buried = _text_of(aside) == text
    if not buried:  # a new holder was faster, and keeps it
        with suppress(OSError):
            os.link(aside, lock)
    aside.unlink(missing_ok=True)
    return buried
