"""Papers that wait beside their place until the register names them.

A registered paper is written in three steps: the file under a hidden name, the row in the workbook, the file's own
name. Stopped before the row, no number is taken. Stopped after it, the row names the file and the whole content waits
beside it: `finish_waiting` puts it in place.
"""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator
from pathlib import Path

from ocop_xl.errors import PaperError
from ocop_xl.office.our_files import is_abandoned, mark_of
from ocop_xl.papers.paper_files import names
from ocop_xl.records import NamedTuple

_WAITING = ".cho-vao-so"
_LEFT = re.compile(r"\.(.+?)(?:\.([0-9a-f]{8}))?" + re.escape(_WAITING))


class Waiting(NamedTuple):
    """A paper beside its place: `path` is the name that it will have, `file` the hidden one under which it waits."""

    path: Path
    file: Path


def stage(folder: Path, stem: str, suffix: str, content: bytes, taken: Container[str], workbook: Path) -> Waiting:
    """Write the content, on the disk when this returns, for a name that nobody uses, has waiting or is in `taken`
    (names that the workbook's register gives away). Two that wait for one name at once both give it up."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in names(folder, stem, suffix):
            paper = Waiting(path, path.with_name(f".{path.name}.{mark_of(workbook)}{_WAITING}"))
            if path.name in taken or path.exists() or _others_wait(paper) or not _write(paper.file, content):
                continue
            if not _others_wait(paper):
                return paper
            withdraw(paper)
    except OSError as error:
        raise PaperError(
            f"Không ghi được vào thư mục {folder}. Hãy kiểm tra quyền ghi và dung lượng đĩa, hoặc chọn thư mục khác."
        ) from error
    raise AssertionError("numbers do not end")


def put_in_place(paper: Waiting) -> None:
    """Give a waiting paper its name; never over a file that holds something."""
    path = paper.path
    try:
        try:
            path.open("xb").close()
        except FileExistsError:
            if path.stat().st_size:
                raise
        paper.file.replace(path)
    except OSError as error:
        raise PaperError(
            f"Đã vào sổ văn bản nhưng chưa đặt được tệp {path.name} vào thư mục. Hãy đóng hoặc đổi tên tệp cùng tên, "
            "rồi chạy lại lệnh này để phần mềm đặt lại."
        ) from error


def withdraw(paper: Waiting) -> None:
    """Forget a waiting paper whose number was not taken."""
    paper.file.unlink(missing_ok=True)


def finish_waiting(folder: Path, registered: Container[str], workbook: Path, *, alone: bool = True) -> list[Path]:
    """Put in place what an interrupted command left for a registered name, drop what no row names; the new files.

    `alone`: no living command has papers of this workbook waiting. What may be another's is touched when it is old.
    """
    placed = []
    for paper, mark in _waiting_in(folder):
        ours = mark == mark_of(workbook)
        if paper.path.name in registered and (ours or is_abandoned(paper.file)):
            put_in_place(paper)
            placed.append(paper.path)
        elif (ours and alone) or is_abandoned(paper.file):
            withdraw(paper)
    return placed


def _waiting_in(folder: Path) -> Iterator[tuple[Waiting, str]]:
    """Every waiting paper and the mark of its workbook, "" from a version that wrote none."""
    for file in sorted(folder.glob(f".*{_WAITING}")):
        if found := _LEFT.fullmatch(file.name):
            yield Waiting(file.with_name(found[1]), file), found[2] or ""


def wait_in(folder: Path, workbook: Path) -> bool:
    return any(mark == mark_of(workbook) for _, mark in _waiting_in(folder))


def _others_wait(paper: Waiting) -> bool:
    return any(
        other.path.name == paper.path.name and other.file != paper.file for other, _ in _waiting_in(paper.path.parent)
    )


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
