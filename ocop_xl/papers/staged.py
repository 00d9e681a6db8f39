"""Papers that wait beside their place until the register names them.

A registered paper is written in three steps: the file under a hidden name, the row in the workbook, the file's own
name. Stopped before the row, no number is taken. Stopped after it, the row names the file and the whole content waits
beside it: `finish_waiting` puts it in place.
"""

from __future__ import annotations

import os
import time
from collections.abc import Container
from pathlib import Path

from ocop_xl.errors import PaperError
from ocop_xl.papers.paper_files import names

_MARK = ".cho-vao-so"
_ABANDONED = 3600
"""Seconds after which a file that no row names cannot belong to a command still at work."""


def stage(folder: Path, stem: str, suffix: str, content: bytes, taken: Container[str]) -> Path:
    """Write the content, on the disk when this returns, for a name that is neither in use nor in `taken` (names that
    the register gives away); returns the path that it will have."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in names(folder, stem, suffix):
            if path.name not in taken and not path.exists() and _write(waiting(path), content):
                return path
    except OSError as error:
        raise PaperError(
            f"Không ghi được vào thư mục {folder}. Hãy kiểm tra quyền ghi và dung lượng đĩa, hoặc chọn thư mục khác."
        ) from error
    raise AssertionError("numbers do not end")


def waiting(path: Path) -> Path:
    """The hidden name under which a paper waits."""
    return path.with_name(f".{path.name}{_MARK}")


def put_in_place(path: Path) -> None:
    """Give a waiting paper its name; never over a file that holds something."""
    try:
        try:
            path.open("xb").close()
        except FileExistsError:
            if path.stat().st_size:
                raise
        waiting(path).replace(path)
    except OSError as error:
        raise PaperError(
            f"Đã vào sổ văn bản nhưng chưa đặt được tệp {path.name} vào thư mục. Hãy đóng hoặc đổi tên tệp cùng tên, "
            "rồi chạy lại lệnh này để phần mềm đặt lại."
        ) from error


def withdraw(path: Path) -> None:
    """Forget a waiting paper whose number was not taken."""
    waiting(path).unlink(missing_ok=True)


def finish_waiting(folder: Path, registered: Container[str]) -> list[Path]:
    """Put in place what an interrupted command left for a registered name, drop what no row names; the new files."""
    placed = []
    for left in sorted(folder.glob(f".*{_MARK}")):
        path = left.with_name(left.name.removeprefix(".").removesuffix(_MARK))
        if path.name in registered:
            put_in_place(path)
            placed.append(path)
        elif time.time() - left.stat().st_mtime > _ABANDONED:
            left.unlink(missing_ok=True)
    return placed


def _write(path: Path, content: bytes) -> bool:
    """False if another command is at work on this name."""
    try:
        with path.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        return False
    except OSError:
        path.unlink(missing_ok=True)
        raise
    if path.read_bytes() != content:
        path.unlink(missing_ok=True)
        raise OSError("read back something else")
    return True
