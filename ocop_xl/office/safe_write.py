"""Replaces a workbook so that at every moment the old file or the whole new one is there, and the old one is kept."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from ocop_xl.errors import (
    ChangedMeanwhile,
    FolderClosed,
    NotWritten,
    ReadOnlyFile,
    WorkbookError,
    WorkbookLocked,
    WorkbookOpen,
)
from ocop_xl.office import archive
from ocop_xl.office.lock import BookLock, locked
from ocop_xl.office.our_files import BACKUPS, fresh_name

_NOT_READABLE = "tệp vừa ghi không đọc lại được"
_MOST_PARTS = 5000
_NEW_FILE = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


def replace_safely(
    path: Path, content: bytes, verify: Callable[[bytes], object] | None = None, seen: bytes | None = None
) -> Path | None:
    """Back up `path`, then put `content` in its place; returns the backup, None if there was no file before.

    `seen` is what was read when the new content was decided. `verify` gets what was written before it takes the old
    one's place and raises `WorkbookError` if it is not right. Raises `ChangedMeanwhile` if the file no longer holds
    what was seen, `WorkbookLocked` if another program has it open or writes it, `FolderClosed` or `ReadOnlyFile` if
    nothing may be written there, `NotWritten` for any other failure.
    """
    path = path.resolve()
    refuse_closed(path)
    with locked(path) as lock:
        refuse_if_open(path)
        try:
            before = _state(path)
            if seen is not None and before != seen:
                raise _changed(path)
            fresh = _write_beside(path, content)
            try:
                _prove(fresh, content, path.name, verify)
                return _exchange(path, fresh, before, lock)
            finally:
                fresh.unlink(missing_ok=True)
        except PermissionError:
            raise WorkbookLocked(path.name) from None
        except OSError as error:
            raise NotWritten(path.name, _cause(error)) from None


def _exchange(path: Path, fresh: Path, before: bytes | None, lock: BookLock) -> Path | None:
    """The last moment to see that nobody else has opened or saved the file."""
    backup = back_up(path) if before is not None else None
    try:
        fresh.chmod(path.stat().st_mode & 0o777 if backup else _usual_mode())
        refuse_if_open(path)
        lock.refuse_if_lost()
        if _state(path) != before:
            raise _changed(path)
        fresh.replace(path)
    except (OSError, WorkbookError):
        if backup is not None:
            backup.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)
    return backup


def _state(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _changed(path: Path) -> ChangedMeanwhile:
    return ChangedMeanwhile(
        path.name,
        "tệp vừa được người khác hoặc chương trình khác lưu trong lúc lệnh đang làm; "
        "hãy chạy lại lệnh để làm trên nội dung mới",
    )


def create_file(path: Path, content: bytes) -> None:
    """A file where there is none; `NotWritten` if there is one."""
    refuse_closed(path.resolve())
    with locked(path):
        if path.exists():
            raise NotWritten(path.name, "đã có tệp cùng tên")
        replace_safely(path, content)


def refuse_if_open(path: Path) -> None:
    """Excel leaves `~$name` beside an open workbook, LibreOffice `.~lock.name#`."""
    for mark in (f"~${path.name}", f".~lock.{path.name}#"):
        if (path.parent / mark).exists():
            raise WorkbookOpen(path.name, mark)


def refuse_closed(path: Path) -> None:
    """Told before anything is tried: the folder is not there, or nothing may be written."""
    if not path.parent.is_dir():
        raise FolderClosed(path.name, f"không có thư mục «{path.parent.name}»")
    if not os.access(path.parent, os.W_OK):
        raise FolderClosed(path.name, f"thư mục «{path.parent.name}» không cho ghi")
    if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
        raise ReadOnlyFile(path.name)


def back_up(path: Path) -> Path:
    """A copy in `saoluu/`, named by the second, never over an earlier one; under its name only when whole."""
    folder = path.parent / BACKUPS
    if folder.is_file():
        raise NotWritten(path.name, f"«{BACKUPS}» cạnh sổ là một tệp, không phải thư mục để cất bản sao lưu")
    folder.mkdir(exist_ok=True)
    fresh = folder / fresh_name(path)
    try:
        shutil.copy2(path, fresh)
        backup = _unused(folder, f"{path.stem}.saoluu-{datetime.now():%Y%m%d-%H%M%S}", path.suffix)
        return fresh.rename(backup)
    finally:
        fresh.unlink(missing_ok=True)


def _unused(folder: Path, stem: str, suffix: str) -> Path:
    backup, number = folder / f"{stem}{suffix}", 2
    while backup.exists():
        backup, number = folder / f"{stem}-{number}{suffix}", number + 1
    return backup


def _write_beside(path: Path, content: bytes) -> Path:
    """In the same folder, since only there a replacement is one step; on the disk when this returns.

    Nobody but its owner may read it until it stands in the file's place.
    """
    fresh = path.with_name(fresh_name(path))
    try:
        with os.fdopen(os.open(fresh, _NEW_FILE, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    return fresh


def _prove(fresh: Path, content: bytes, name: str, verify: Callable[[bytes], object] | None) -> None:
    """The disk holds what was to be written, every part inflates to what its sum says, `verify` has nothing against."""
    written = fresh.read_bytes()
    try:
        if written != content:
            raise archive.DamagedArchive("đọc lại khác với đã ghi")
        for part in archive.read_directory(written, _MOST_PARTS).values():
            part.prove()
    except archive.ArchiveError as problem:
        raise NotWritten(name, _NOT_READABLE) from problem
    if verify is not None:
        try:
            verify(written)
        except WorkbookError as problem:  # its sentence has no name for bytes
            raise NotWritten(name, _NOT_READABLE) from problem


def _usual_mode() -> int:
    """What a new file may be read and written by; temporary files are closed to all others."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _flush_folder(folder: Path) -> None:
    """Makes the new name last through a power cut; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _cause(error: OSError) -> str:
    return "ổ đĩa đầy" if error.errno == 28 else "ổ đĩa hoặc đường dẫn có lỗi"
