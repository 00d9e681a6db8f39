"""Word files as packages: what a paper does not change is copied as the compressed bytes of the template.

Entries carry a fixed date and come in the template's order, so the same input gives the same bytes.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from ocop_xl.errors import TemplateError

MAX_PART_BYTES = 64 * 1024 * 1024
MAX_PARTS = 2000
_DOS_DATE = 0x21  # 1 January 1980, the earliest a zip can say
_UTF8_NAME = 0x800
_NOT_WORD = "không phải tệp Word (.docx) hoặc đã hỏng. Hãy mở bằng Word rồi lưu lại dạng «Word Document (*.docx)»."


class Entry(NamedTuple):
    """One part as it stands in the zip: `data` are its compressed bytes."""

    name: str
    crc: int
    size: int
    method: int
    data: bytes

    def text(self) -> str:
        """The part's text (UTF-8, or UTF-16 by its byte order mark), refused when it is too big to be true."""
        if self.size > MAX_PART_BYTES:
            raise TemplateError(f"Phần {self.name} của tệp mẫu quá lớn. Hãy bớt hình ảnh, nội dung trong mẫu.")
        try:
            raw = self.content()
            encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
            return raw.decode(encoding)
        except (zlib.error, UnicodeDecodeError) as error:
            raise TemplateError(f"Tệp mẫu {_NOT_WORD}") from error

    def content(self) -> bytes:
        if self.method == zipfile.ZIP_STORED:
            return self.data
        return zlib.decompressobj(-15).decompress(self.data, MAX_PART_BYTES + 1)


def read_package(content: bytes) -> list[Entry]:
    """The entries in their order; raises `TemplateError` when the bytes are no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, EOFError, OSError) as error:
        raise TemplateError(f"Tệp mẫu {_NOT_WORD}") from error
    names = [info.filename for info in infos]
    readable = all(info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos)
    if "word/document.xml" not in names or len(set(names)) != len(names) or len(names) > MAX_PARTS or not readable:
        raise TemplateError(f"Tệp mẫu {_NOT_WORD}")
    return [_entry(content, info) for info in infos]


def _entry(content: bytes, info: zipfile.ZipInfo) -> Entry:
    header = content[info.header_offset : info.header_offset + 30]
    if len(header) < 30:
        raise TemplateError(f"Tệp mẫu {_NOT_WORD}")
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    start = info.header_offset + 30 + name_length + extra_length
    data = content[start : start + info.compress_size]
    return Entry(info.filename, info.CRC, info.file_size, info.compress_type, data)


def write_package(entries: list[Entry], changed: Mapping[str, bytes]) -> bytes:
    """A package with the entries of the template, `changed` parts (by name, uncompressed) in their place."""
    out: list[bytes] = []
    directory: list[bytes] = []
    position = 0
    for entry in entries:
        if entry.name in changed:
            entry = _pack(entry.name, changed[entry.name])
        name = entry.name.encode()
        flags = 0 if entry.name.isascii() else _UTF8_NAME
        sizes = (entry.crc, len(entry.data), entry.size, len(name), 0)
        local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, flags, entry.method, 0, _DOS_DATE, *sizes)
        central = struct.pack("<IHHHHHHIIIHH", 0x02014B50, 20, 20, flags, entry.method, 0, _DOS_DATE, *sizes)
        directory.append(central + struct.pack("<HHHII", 0, 0, 0, 0, position) + name)
        out += (local, name, entry.data)
        position += len(local) + len(name) + len(entry.data)
    listing = b"".join(directory)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), len(listing), position, 0)
    return b"".join((*out, listing, end))


def _pack(name: str, content: bytes) -> Entry:
    if name.endswith((".xlsx", ".png", ".jpeg", ".jpg")):  # compressed already
        return Entry(name, zlib.crc32(content), len(content), zipfile.ZIP_STORED, content)
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    data = packer.compress(content) + packer.flush()
    return Entry(name, zlib.crc32(content), len(content), zipfile.ZIP_DEFLATED, data)
