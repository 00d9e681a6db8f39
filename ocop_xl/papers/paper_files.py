"""Names and places of the files we write: safe from any cell text, never over another file, never half-written."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from ocop_xl.errors import PaperError
from ocop_xl.office.files import DEVICE_NAMES
from ocop_xl.office.passing import passing_name
from ocop_xl.vietnamese import fold

PAPERS = "van-ban"
"""The folder beside the workbook in which a commune keeps its papers, and the one for them in a package."""
MAX_NAME = 120


def safe_stem(*parts: str) -> str:
    """ASCII name without extension, at most `MAX_NAME` characters: `Bộ/..\\Tôm khô` → `bo-tom-kho`.

    Words within a part are joined by `-`, parts by `_`; what Windows reserves gets `tep-` before it.
    """
    words = ["-".join(fold(part).split()) for part in parts]
    stem = "_".join(word for word in words if word)[:MAX_NAME].strip("-_") or "van-ban"
    return f"tep-{stem}" if stem in DEVICE_NAMES else stem


def write_new(folder: Path, stem: str, suffix: str, content: bytes) -> Path:
    """Write into the folder under a name not used yet (`-2`, `-3`…), and read back what was written.

    A file of that name that already holds these very bytes is the file asked for and stays as it is.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in names(folder, stem, suffix):
            if not path.exists():
                _put(path, content)
            if _holds(path, content):
                return path
    except OSError as error:
        raise PaperError(
            f"Không ghi được vào thư mục {folder}. Hãy kiểm tra quyền ghi và dung lượng đĩa, hoặc chọn thư mục khác."
        ) from error
    raise AssertionError("numbers do not end")


def unused_name(folder: Path, stem: str, suffix: str, content: bytes, taken: Container[Path] = ()) -> Path:
    """The name that `write_new` would choose, if those in `taken` were there already; writes nothing."""
    return next(
        path
        for path in names(folder, stem, suffix)
        if path not in taken and (not path.exists() or _holds(path, content))
    )


def names(folder: Path, stem: str, suffix: str) -> Iterator[Path]:
    """`stem.docx`, `stem-2.docx`, `stem-3.docx`…"""
    yield folder / f"{stem}{suffix}"
    for number in count(2):
        yield folder / f"{stem}-{number}{suffix}"


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _put(path: Path, content: bytes) -> None:
    """The whole file under its name, unless another command has just taken the name."""
    fresh = passing_name(path)
    try:
        with fresh.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if fresh.read_bytes() != content:
            raise OSError("read back something else")
        _give_name(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def _give_name(fresh: Path, path: Path) -> None:
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        return
    except OSError:  # a disk that knows no links: the name is taken first
        with suppress(FileExistsError):
            path.open("xb").close()
            fresh.replace(path)
