"""The workbook at hand: can it be read, may it be written, and is it in a place where it is safe?"""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ocop_xl.errors import WorkbookError, WorkbookOpen
from ocop_xl.machine.diagnosis import Diagnosis, bad, care, good
from ocop_xl.machine.machine import Machine
from ocop_xl.machine.zone import is_blocked
from ocop_xl.office.guard import open_package
from ocop_xl.office.safe_write import refuse_if_open
from ocop_xl.sheets.reading.outline import outline

MAX_EXCEL_PATH = 218
"""Characters of folder and name together that Excel opens; Windows itself allows 259."""
_ONLY_IN_CLOUD = 0x1000 | 0x40000 | 0x400000
"""File attributes of a file whose content is fetched when it is opened: offline, recall on open, on data access."""
_FROM_ARCHIVE = re.compile(r"^(temp\d+_.+\.zip|7z[0-9a-z]{6,}|rar\$.+|.+\.zip\..+|content\.outlook|_mei\d+)$")
"""Folders into which Explorer, 7-Zip, WinRAR and Outlook unpack what is opened without unpacking it."""
_SYNCED_FOLDER = re.compile(r"^(onedrive( - .+)?|.*sharepoint.*)$", re.IGNORECASE)


def check_workbook(machine: Machine, book: Path) -> Iterator[Diagnosis]:
    """Whether this PC can read and write the workbook where it is kept."""
    if re.match(r"https?:[\\/]", str(book)):
        yield bad(
            "book",
            "Sổ đang mở thẳng từ web (SharePoint hoặc OneDrive), phần mềm không đọc được tệp.",
            "Hãy đồng bộ thư mục về máy, hoặc tải sổ về rồi làm việc trên tệp đó.",
        )
        return
    path = book.absolute()
    yield _readable(path)
    if path.is_file():
        yield from _writable(path)
        yield from _place(machine, path)


def _readable(path: Path) -> Diagnosis:
    try:
        sheets = outline(open_package(path)).sheets
    except WorkbookError as error:
        what, _, advice = str(error).partition("; ")
        return bad("book", f"{what.rstrip('.')}.", advice[:1].upper() + advice[1:])
    return good("book", f"Đọc được sổ «{path.name}», {len(sheets)} trang.")


def _writable(path: Path) -> Iterator[Diagnosis]:
    try:
        refuse_if_open(path)
    except WorkbookOpen as error:
        yield care(
            "book-open",
            f"Sổ «{path.name}» đang mở ở một chương trình; lệnh gõ không ghi vào sổ đang mở.",
            f"Hãy đóng sổ trước khi chạy lệnh có ghi. Nếu không còn ai mở, hãy xóa tệp khóa «{error.what}» cạnh sổ.",
        )
    if not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        yield bad(
            "book-read-only",
            f"Sổ «{path.name}» được đặt chỉ đọc nên không lưu được.",
            "Hãy bấm phải vào tệp, chọn Properties, bỏ dấu Read-only, hoặc làm việc trên bản sao.",
        )
    if is_blocked(path):
        yield care(
            "book-blocked",
            f"Sổ «{path.name}» mang dấu «tải từ Internet» nên Excel mở ở Protected View.",
            "Hãy bấm Enable Editing khi mở; hoặc bấm phải vào tệp, chọn Properties, đánh dấu Unblock.",
        )


def _place(machine: Machine, path: Path) -> Iterator[Diagnosis]:
    parts = [part.casefold() for part in path.parent.parts]
    if any(_FROM_ARCHIVE.match(part) for part in parts):
        yield bad(
            "book-place",
            f"Sổ «{path.name}» đang mở từ trong tệp nén hoặc thư điện tử; những gì lưu sẽ mất.",
            "Hãy chép sổ ra một thư mục của mình rồi mở bản đó.",
        )
    elif _inside(path, [tempfile.gettempdir(), *_named(machine, "TEMP", "TMP", "TMPDIR")]):
        yield care(
            "book-place",
            f"Sổ «{path.name}» nằm trong thư mục tạm, có thể bị máy dọn mất.",
            "Hãy chuyển sổ sang một thư mục của mình.",
        )
    if _synced(machine, path):
        yield care(
            "book-cloud",
            f"Sổ «{path.name}» nằm trong thư mục đồng bộ OneDrive hoặc SharePoint.",
            "Hãy tắt AutoSave của Excel khi bấm nút lệnh, và chờ đồng bộ xong trước khi mở ở máy khác.",
        )
    if getattr(path.stat(), "st_file_attributes", 0) & _ONLY_IN_CLOUD:
        yield care(
            "book-cloud",
            f"Nội dung sổ «{path.name}» chỉ có trên mạng, mở sẽ chậm và cần mạng.",
            "Hãy bấm phải vào tệp, chọn «Always keep on this device».",
        )
    if str(path).startswith(("\\\\", "//")):
        yield care(
            "book-network",
            f"Sổ «{path.name}» nằm trên máy khác trong mạng; mạng đứt khi đang lưu thì phải lưu lại.",
            "Nên làm việc trên bản chép ở máy này rồi chép trở lại.",
        )
    if len(str(path)) > MAX_EXCEL_PATH:
        yield bad(
            "book-path",
            f"Đường dẫn của sổ dài {len(str(path))} ký tự, Excel chỉ mở đến {MAX_EXCEL_PATH}.",
            "Hãy chuyển sổ lên thư mục gần gốc ổ đĩa hơn, hoặc đặt tên thư mục ngắn lại.",
        )


def _synced(machine: Machine, path: Path) -> bool:
    roots = _named(machine, "OneDrive", "OneDriveCommercial", "OneDriveConsumer")
    return _inside(path, roots) or any(_SYNCED_FOLDER.match(part) for part in path.parent.parts)


def _named(machine: Machine, *variables: str) -> list[str]:
    return [machine.environment.get(name, "") for name in variables]


def _inside(path: Path, folders: list[str]) -> bool:
    return any(folder and path.is_relative_to(folder) for folder in folders)
