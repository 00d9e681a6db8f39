"""Replaces a workbook so that at every moment the old file or the whole new one is there, and the old one is kept."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from ocop_xl.errors import FolderClosed, NotWritten, ReadOnlyFile, WorkbookError, WorkbookLocked, WorkbookOpen
from ocop_xl.office import archive

_NOT_READABLE = "tệp vừa ghi không đọc lại được"
_MOST_PARTS = 5000
BACKUPS = "saoluu"
"""Folder beside the workbook in which earlier states are kept."""


def replace_safely(path: Path, content: bytes, verify: Callable[[bytes], object] | None = None) -> Path | None:
    """Back up `path`, then put `content` in its place; returns the backup, None if there was no file before.

    `verify` gets what was written before it takes the old one's place and raises `WorkbookError` if it is not right.
    Raises `WorkbookLocked` if another program has the workbook open, `FolderClosed` or `ReadOnlyFile` if nothing may
    be written there, `NotWritten` for any other failure.
    """
    path = path.resolve()
    _refuse_closed(path)
    refuse_if_open(path)
    try:
        fresh = _write_beside(path, content)
        try:
            _prove(fresh, content, path.name, verify)
            backup = back_up(path) if path.exists() else None
            fresh.chmod(path.stat().st_mode & 0o777 if backup else _usual_mode())
            fresh.replace(path)
            _flush_folder(path.parent)
        finally:
            fresh.unlink(missing_ok=True)
    except PermissionError:
        raise WorkbookLocked(path.name) from None
    except OSError as error:
        raise NotWritten(path.name, _cause(error)) from None
    return backup


def create_file(path: Path, content: bytes) -> None:
    """A workbook where there is none; `NotWritten` if there is one."""
    if path.exists():
        raise NotWritten(path.name, "đã có tệp cùng tên")
    replace_safely(path, content)


def refuse_if_open(path: Path) -> None:
    """Excel leaves `~$name` beside an open workbook, LibreOffice `.~lock.name#`."""
    for mark in (f"~${path.name}", f".~lock.{path.name}#"):
        if (path.parent / mark).exists():
            raise WorkbookOpen(path.name, mark)


def _refuse_closed(path: Path) -> None:
    if not path.parent.is_dir():
        raise FolderClosed(path.name, f"không có thư mục «{path.parent.name}»")
    if not os.access(path.parent, os.W_OK):
        raise FolderClosed(path.name, f"thư mục «{path.parent.name}» không cho ghi")
    if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
        raise ReadOnlyFile(path.name)


def back_up(path: Path) -> Path:
    """A copy in `saoluu/`, named by the minute and second; never over an earlier one."""
    folder = path.parent / BACKUPS
    folder.mkdir(exist_ok=True)
    stem = f"{path.stem}.saoluu-{datetime.now():%Y%m%d-%H%M%S}"
    backup = folder / f"{stem}{path.suffix}"
    number = 2
    while backup.exists():
        backup = folder / f"{stem}-{number}{path.suffix}"
        number += 1
    shutil.copy2(path, backup)
    return backup


def _write_beside(path: Path, content: bytes) -> Path:
    """In the same folder, since only there a replacement is one step; on the disk when this returns."""
    with NamedTemporaryFile(dir=path.parent, prefix=".ocop-", suffix=path.suffix, delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            file.close()
            Path(file.name).unlink(missing_ok=True)
            raise
        return Path(file.name)


def _prove(fresh: Path, content: bytes, name: str, verify: Callable[[bytes], object] | None) -> None:
    """The disk holds what was to be written, every part inflates to what its sum says, `verify` has nothing against."""
    written = fresh.read_bytes()
    try:
        if written != content:
            raise archive.DamagedArchive("đọc lại khác với đã ghi")
        for part in archive.read_directory(written, _MOST_PARTS).values():
            part.content(part.size)
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
