"""The gate before any reading library: a `Package` exists only for a file that is sound and of bearable size.

Staff open what others mail them. A file of 20 MB, good or hostile, may cost 5 seconds and 300 MB, no more; the limits
below were measured for that. Findings of attacks that worked on other readers are in `tests/sheets/hostile.py`.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from ocop_xl import errors
from ocop_xl.office import archive, sniff
from ocop_xl.office.files import read_file

MAX_FILE = 20 * 2**20
MAX_INFLATED = 160 * 2**20
"""All parts that are really opened."""
MAX_SMALL_PART = 2 * 2**20
"""Workbook, relationships and table definitions; a commune's have some KB."""
LIMITS = archive.Limits(parts=1000, part=100 * 2**20, content=400 * 2**20)
"""`content` counts pictures and parts that are never opened too."""
_OFFICE_NAMES = {
    word.casefold(): word
    for word in (
        *("[Content_Types].xml", "_rels", ".rels", "docProps", "custom.xml", "xl", "workbook.xml", "workbook.xml.rels"),
        *("sharedStrings.xml", "styles.xml", "worksheets", "tables", "charts"),
    )
}
"""How Office spells what it puts into a workbook. Part names do not heed case (ECMA-376 Part 2, 6.2.2); readers do."""
_MAX_UTF_16 = 25 * 2**20
"""Of a part that is in memory three times until it is in UTF-8."""
_DECLARED = re.compile(r"""^(<\?xml[^>]*?) encoding=(?:"[^"]*"|'[^']*')""")


class Package:
    """The parts of one .xlsx file, inflated on demand within a common allowance."""

    def __init__(self, name: str, raw: bytes, parts: archive.Parts) -> None:
        self.name = name
        self.raw = raw
        self.parts = parts
        self._folded: dict[str, str] = {}
        self._allowance = MAX_INFLATED

    def find(self, part: str) -> str | None:
        """The part's name as the archive spells it; part names do not heed case (ECMA-376 Part 2, 6.2.2)."""
        if part in self.parts:
            return part
        if not self._folded:
            self._folded = {name.casefold(): name for name in self.parts}
        return self._folded.get(part.casefold())

    def read(self, part: str, most: int = LIMITS.part) -> bytes:
        """A part's XML, checked against its sum and for what no workbook needs. The part must exist."""
        with Refusals(self.name):
            content = self.parts[part].content(min(most, self._allowance))
        self._allowance -= len(content)
        if content[:2] in (BOM_UTF16_LE, BOM_UTF16_BE):
            content = self._in_utf8(content)
        mark = content.find(b"!")  # of one letter, which is found ten times as fast; most sheets have it near their end
        if mark > 0 and content.find(b"<!DOCTYPE", mark - 1) >= 0:
            raise errors.UnsafeWorkbook(self.name, "có khai báo DTD")
        if b"\0" in content[:64]:
            raise errors.UnsafeWorkbook(self.name, "phần bên trong không viết bằng UTF-8")
        return content

    def _in_utf8(self, content: bytes) -> bytes:
        """A part in UTF-16, the other encoding that a package may use (ECMA-376 Part 2, 8.1.4)."""
        if len(content) > _MAX_UTF_16:
            raise errors.WorkbookTooLarge(self.name, "có phần viết bằng UTF-16 quá dài")
        try:
            return _DECLARED.sub(r"\1", content.decode("utf-16"), count=1).encode()
        except UnicodeError as error:
            raise errors.TruncatedWorkbook(self.name, "có phần không đúng mã UTF-16") from error


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


def open_package(source: str | Path | bytes, name: str = "") -> Package:
    """Read the file once and prove its container; raises a `WorkbookError` for everything that is not a sound .xlsx.

    Bytes that come from no file are called `name` in the sentences.
    """
    raw, name = _content(source, name)
    if not raw:
        raise errors.EmptyWorkbookFile(name)
    if not raw.startswith(sniff.ZIP_MAGIC):
        raise sniff.not_zip(name, raw)
    with Refusals(name):
        parts = {_as_office_spells(part): one for part, one in archive.read_directory(raw, LIMITS.parts).items()}
    package = Package(name, raw, parts)
    if not (package.find("[Content_Types].xml") and package.find("xl/workbook.xml")):
        mimetype = parts["mimetype"].start(100) if "mimetype" in parts else b""
        raise sniff.other_package(name, parts, mimetype)
    with Refusals(name):
        archive.refuse_bombs(parts, LIMITS)
    return package


def _as_office_spells(part: str) -> str:
    return "/".join(_OFFICE_NAMES.get(word.casefold(), word) for word in part.split("/"))


def _content(source: str | Path | bytes, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name or "sổ"
    path = Path(source)
    return read_file(path, MAX_FILE), name or path.name or str(path)
