"""The gate before any reading library: a `Package` exists only for a file that is sound and of bearable size.

Staff open what others mail them. A file of 20 MB, good or hostile, may cost 5 seconds and 300 MB, no more; the limits
below were measured for that. Findings of attacks that worked on other readers are in `tests/sheets/hostile.py`.
"""

from __future__ import annotations

import stat
import zlib
from pathlib import Path

from ocop_xl import errors
from ocop_xl.office import archive, sniff

MAX_FILE = 20 * 2**20
MAX_ENTRIES = 1000
MAX_DECLARED = 400 * 2**20
"""All parts together as the directory declares them, pictures and parts that are never opened included."""
MAX_INFLATED = 160 * 2**20
"""All parts that are really opened."""
MAX_PART = 100 * 2**20
MAX_SMALL_PART = 2 * 2**20
"""Workbook, relationships and table definitions; a commune's have some KB."""
MIN_RATIO, RATIO_FROM = 0.01, 100 * 2**10
"""No honest part above 100 KB packs smaller than a hundredth (the bound that Apache POI uses)."""


class Package:
    """The parts of one .xlsx file, inflated on demand within a common allowance."""

    def __init__(self, name: str, raw: bytes, entries: dict[str, archive.Entry]) -> None:
        self.name = name
        self._raw = raw
        self._entries = entries
        self._folded: dict[str, str] = {}
        self._allowance = MAX_INFLATED

    def find(self, part: str) -> str | None:
        """The part's name as the archive spells it; part names do not heed case (ECMA-376 Part 2, 6.2.2)."""
        if part in self._entries:
            return part
        if not self._folded:
            self._folded = {name.casefold(): name for name in self._entries}
        return self._folded.get(part.casefold())

    def read(self, part: str, most: int = MAX_PART) -> bytes:
        """A part's XML, checked against its sum and for what no workbook needs. The part must exist."""
        entry = self._entries[part]
        with Refusals(self.name):
            content = archive.inflate(self._raw, entry, min(most, self._allowance))
        self._allowance -= len(content)
        if b"!" in content and b"<!DOCTYPE" in content:
            raise errors.UnsafeWorkbook(self.name, "có khai báo DTD")
        if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:64]:
            raise errors.UnsafeWorkbook(self.name, "phần bên trong không viết bằng UTF-8")
        return content

    def start_of(self, part: str, length: int) -> bytes:
        """The first `length` bytes of a part, cheaply; of compressed rubbish, nothing."""
        entry = self._entries[part]
        packed = self._raw[entry.start : entry.start + min(entry.packed, 4 * length)]
        if not entry.method:
            return packed[:length]
        try:
            return zlib.decompressobj(-15).decompress(packed, length)
        except zlib.error:
            return b""


class Refusals:
    """Turns what the archive refuses into the sentence for the officer."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, problem: BaseException | None, trace: object) -> None:
        match problem:
            case archive.DamagedArchive():
                raise errors.TruncatedWorkbook(self._name, str(problem)) from problem
            case archive.TrickedArchive():
                raise errors.UnsafeWorkbook(self._name, str(problem)) from problem
            case archive.LockedArchive():
                raise errors.EncryptedWorkbook(self._name) from problem
            case archive.OversizedPart():
                raise errors.WorkbookTooLarge(self._name, "nội dung bung ra quá lớn") from problem


def open_package(path: Path) -> Package:
    """Read the file once and prove its container; raises a `WorkbookError` for everything that is not a sound .xlsx."""
    name = path.name or str(path)
    raw = _file_bytes(path, name)
    if not raw:
        raise errors.EmptyWorkbookFile(name)
    if not raw.startswith(sniff.ZIP_MAGIC):
        raise sniff.not_zip(name, raw)
    with Refusals(name):
        entries = archive.read_directory(raw, MAX_ENTRIES)
    package = Package(name, raw, entries)
    if not (package.find("[Content_Types].xml") and package.find("xl/workbook.xml")):
        mimetype = package.start_of("mimetype", 100) if "mimetype" in entries else b""
        raise sniff.other_package(name, entries, mimetype)
    _refuse_bombs(name, entries)
    return package


def _file_bytes(path: Path, name: str) -> bytes:
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            raise errors.NotAFile(name, " mà là thư mục")
        if not stat.S_ISREG(facts.st_mode):
            raise errors.NotAFile(name)
        if facts.st_size > MAX_FILE:
            raise errors.WorkbookTooLarge(name, f"chỉ nhận tệp đến {MAX_FILE // 2**20} MB")
        with path.open("rb") as file:
            return file.read(MAX_FILE)
    except FileNotFoundError as error:
        raise errors.WorkbookNotFound(name) from error
    except PermissionError as error:
        raise errors.WorkbookLocked(name) from error
    except (OSError, ValueError) as error:
        raise errors.WorkbookUnreadable(name, "ổ đĩa hoặc đường dẫn có lỗi") from error


def _refuse_bombs(name: str, entries: dict[str, archive.Entry]) -> None:
    if sum(entry.size for entry in entries.values()) > MAX_DECLARED:
        raise errors.WorkbookTooLarge(name, "nội dung bung ra quá lớn")
    for entry in entries.values():
        if entry.size > RATIO_FROM and entry.packed < entry.size * MIN_RATIO:
            raise errors.UnsafeWorkbook(name, "có phần nén chặt đến mức không thể là dữ liệu thật")
