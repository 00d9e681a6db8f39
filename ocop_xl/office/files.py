"""The one gate through which a file's bytes come in: only a regular file of a bearable size is opened.

A folder, a pipe or a device has no content that ends; reading one would wait or run for ever.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePath

from ocop_xl import errors

MEGABYTE = 2**20
DEVICE_NAMES = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})
"""What Windows takes for a device in every folder and with every extension (`NUL`, `con.xlsx`)."""
WORKBOOK, WORD, PDF, PACKAGE, LIST, ANSWER = (
    "tệp Excel đuôi .xlsx",
    "tệp Word đuôi .docx",
    "tệp PDF",
    "tệp gói đuôi .zip",
    "tệp .xlsx, .docx, .csv hoặc .txt",
    "tệp trả lời của tỉnh, tra-loi….xlsx hoặc tệp nén có tệp ấy",
)
"""What a command may want instead."""


def read_file(path: Path, most: int, wanted: str = WORKBOOK) -> bytes:
    """The bytes of a file of at most `most`; raises a `WorkbookError` that says what the path leads to instead."""
    name = path.name or str(path)
    try:
        refuse_other_than_file(path, wanted)
        if path.stat().st_size > most:
            raise _too_large(name, most)
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError as error:
        raise errors.WorkbookNotFound(name) from error
    except PermissionError as error:
        raise errors.WorkbookLocked(name) from error
    except (OSError, ValueError) as error:
        raise errors.WorkbookUnreadable(name, "ổ đĩa hoặc đường dẫn có lỗi") from error
    if len(content) > most:  # it grew, or never told its size
        raise _too_large(name, most)
    return content


def refuse_other_than_file(path: Path, wanted: str = WORKBOOK) -> None:
    """Nothing is opened; raises `NotAFile`, or what the system says of a path that leads nowhere."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise errors.NotAFile(path.name or str(path), f" mà là thư mục; hãy chọn {wanted}")
    if not stat.S_ISREG(mode) or (os.name == "nt" and names_device(path)):
        raise errors.NotAFile(path.name or str(path), f" mà là thiết bị hoặc đường ống của máy; hãy chọn {wanted}")


def names_device(path: PurePath) -> bool:
    """By the part before the first dot, as Windows reads it."""
    return path.name.partition(".")[0].rstrip().casefold() in DEVICE_NAMES


def _too_large(name: str, most: int) -> errors.WorkbookTooLarge:
    return errors.WorkbookTooLarge(name, f"chỉ nhận tệp đến {most // MEGABYTE} MB")
