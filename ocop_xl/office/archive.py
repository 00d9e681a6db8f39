"""The zip container of a workbook, read strictly and written plainly.

Two readers that understand one zip differently are how bombs and tricks pass a check. So the directory is read here
with every liberty refused, and the reading library is given a fresh archive that we wrote (`pack`), never the file's.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

_END, _ENTRY, _LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_END_SHAPE = struct.Struct("<4s4H2LH")
_ENTRY_SHAPE = struct.Struct("<4s6H3L5H2L")
_LOCAL_SHAPE = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED_FLAG, _UTF8_FLAG = 0x1, 0x800
_ZIP64_COUNT = 0xFFFF
_COMPRESS_FROM = 4 * 2**20
_VERSION, _NEW_YEAR_1980 = 20, 33


class DamagedArchive(Exception):
    """The archive does not add up; the argument says where, in Vietnamese."""


class TrickedArchive(Exception):
    """The archive is built as no office program builds one; the argument says how, in Vietnamese."""


class LockedArchive(Exception):
    """An entry is encrypted."""


class OversizedPart(Exception):
    """A part inflates to more than allowed."""


@dataclass(slots=True)
class Entry:
    """One part as the directory declares it; `start` is where its bytes begin in the file."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    start: int


def read_directory(raw: bytes, most: int) -> dict[str, Entry]:
    """Parts by name, in the directory's order; at most `most` of them."""
    end = raw.rfind(_END)
    if end < 0 or end + _END_SHAPE.size > len(raw):
        raise DamagedArchive("không thấy phần mục lục ở cuối tệp")
    _, disk, _, _, count, length, offset, _ = _END_SHAPE.unpack_from(raw, end)
    if count == _ZIP64_COUNT or count > most:
        raise TrickedArchive(f"có hơn {most} phần bên trong")
    if disk or offset + length > end or not count:
        raise DamagedArchive("mục lục không khớp với tệp")
    entries: dict[str, Entry] = {}
    spans: list[tuple[int, int]] = []
    folded: set[str] = set()
    at = offset
    for _ in range(count):
        entry, header, at = _read_entry(raw, at, end)
        if entry.name.casefold() in folded:
            raise TrickedArchive("có hai phần cùng tên")
        folded.add(entry.name.casefold())
        entries[entry.name] = entry
        spans.append((header, entry.start + entry.packed))
    _refuse_overlaps(spans, offset)
    return entries


def _read_entry(raw: bytes, at: int, end: int) -> tuple[Entry, int, int]:
    """The entry at `at`, where its local header stands, and where the next entry begins."""
    if at + _ENTRY_SHAPE.size > end or raw[at : at + 4] != _ENTRY:
        raise DamagedArchive("mục lục bị đứt")
    (_, _, _, flags, method, _, _, crc, packed, size, name_length, extra, comment, _, _, _, header) = (
        _ENTRY_SHAPE.unpack_from(raw, at)
    )
    name_at = at + _ENTRY_SHAPE.size
    written = raw[name_at : name_at + name_length]
    if flags & _ENCRYPTED_FLAG:
        raise LockedArchive
    if method not in (_STORED, _DEFLATED):
        raise TrickedArchive("nén theo cách Excel không dùng")
    if header + _LOCAL_SHAPE.size > len(raw) or raw[header : header + 4] != _LOCAL:
        raise DamagedArchive("có phần bên trong không còn nguyên")
    local = _LOCAL_SHAPE.unpack_from(raw, header)
    start = header + _LOCAL_SHAPE.size + local[9] + local[10]
    if raw[header + _LOCAL_SHAPE.size : start - local[10]] != written:
        raise TrickedArchive("tên phần bên trong không thống nhất")
    entry = Entry(_safe_name(written), method, crc, packed, size, start)
    return entry, header, name_at + name_length + extra + comment


def _safe_name(written: bytes) -> str:
    name = written.decode("utf-8", "replace").replace("\\", "/")
    if not name or "\0" in name or name.startswith("/") or ":" in name or ".." in name.split("/"):
        raise TrickedArchive("tên phần bên trong trỏ ra ngoài tệp")
    return name


def _refuse_overlaps(spans: list[tuple[int, int]], directory: int) -> None:
    """Parts that share bytes let a small file declare an endless content."""
    reached = 0
    for start, stop in sorted(spans):
        if start < reached:
            raise TrickedArchive("các phần bên trong chồng lên nhau")
        reached = stop
    if reached > directory:
        raise TrickedArchive("các phần bên trong chồng lên mục lục")


def inflate(raw: bytes, entry: Entry, most: int) -> bytes:
    """The part's real content; what the directory declares is believed only when it proves true."""
    if entry.size > most:
        raise OversizedPart
    packed = raw[entry.start : entry.start + entry.packed]
    if entry.method == _STORED:
        content = packed
    else:
        stream = zlib.decompressobj(-15)
        try:
            content = stream.decompress(packed, entry.size + 1)
        except zlib.error as error:
            raise DamagedArchive("dữ liệu nén bị hỏng") from error
    if len(content) > entry.size:
        raise TrickedArchive("khai dung lượng ít hơn thực có")
    if len(content) < entry.size or zlib.crc32(content) != entry.crc:
        raise DamagedArchive("nội dung không khớp mã kiểm tra")
    return content


@dataclass(slots=True)
class Packed:
    """A part ready to be written: its bytes as they stand in an archive, and what the directory says of them."""

    method: int
    crc: int
    size: int
    data: bytes


def packed(content: bytes) -> Packed:
    """A part for `pack`; only a large one is worth the time of compressing, to have its content in memory once."""
    crc = zlib.crc32(content)
    if len(content) < _COMPRESS_FROM:
        return Packed(_STORED, crc, len(content), content)
    stream = zlib.compressobj(1, zlib.DEFLATED, -15)
    return Packed(_DEFLATED, crc, len(content), stream.compress(content) + stream.flush())


def pack(parts: dict[str, Packed]) -> bytes:
    """A fresh archive of the parts; it lives in memory only, for the reading library."""
    out: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, part in parts.items():
        coded = name.encode()
        facts = (_UTF8_FLAG, part.method, 0, _NEW_YEAR_1980, part.crc, len(part.data), part.size, len(coded), 0)
        out += (_LOCAL_SHAPE.pack(_LOCAL, _VERSION, *facts), coded, part.data)
        directory += (_ENTRY_SHAPE.pack(_ENTRY, _VERSION, _VERSION, *facts, 0, 0, 0, 0, at), coded)
        at += _LOCAL_SHAPE.size + len(coded) + len(part.data)
    listing = b"".join(directory)
    end = _END_SHAPE.pack(_END, 0, 0, len(parts), len(parts), len(listing), at, 0)
    return b"".join((*out, listing, end))
