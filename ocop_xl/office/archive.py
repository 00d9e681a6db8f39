"""The zip container of an Office file, read strictly and written plainly: the one reader and the one writer.

Two readers that understand one zip differently are how bombs and tricks pass a check. So the directory is read here
with every liberty refused, and a reading library is given a fresh archive that we wrote (`pack`), never the file's.
A part is what stands in an archive: nothing is inflated before it is asked for, and what nobody changes is copied as
it is compressed.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from ocop_xl.records import NamedTuple

_END, _ENTRY, _LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_END_SHAPE = struct.Struct("<4s4H2LH")
_ENTRY_SHAPE = struct.Struct("<4s6H3L5H2L")
_LOCAL_SHAPE = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED_FLAG, _UTF8_FLAG = 0x1, 0x800
_ZIP64_COUNT = 0xFFFF
_COMPRESS_FROM = 4 * 2**20
_VERSION, _NEW_YEAR_1980 = 20, 33
_RATIO_FROM = 100 * 2**10
"""Smaller parts may be packed as tightly as they like."""


class ArchiveError(Exception):
    """The bytes are no archive that an office program would write."""


class DamagedArchive(ArchiveError):
    """The archive does not add up; the argument says where, in Vietnamese."""


class TrickedArchive(ArchiveError):
    """The archive is built as no office program builds one; the argument says how, in Vietnamese."""


class LockedArchive(ArchiveError):
    """An entry is encrypted."""


class OversizedPart(ArchiveError):
    """A part inflates to more than allowed."""


class Limits(NamedTuple):
    """What an archive may hold: so many parts, of so many bytes each and together, as its directory declares them; and
    how small a large part may be packed, as a share of what it holds."""

    parts: int
    part: int
    content: int
    packed: float = 0.01  # no honest sheet packs smaller (the bound that Apache POI uses)


_PIECE = 2**14
"""Bytes of a packed part that are looked at together."""


class Part(NamedTuple):
    """A part as it stands in an archive, read from one or ready to be written."""

    method: int
    crc: int
    size: int
    data: bytes | memoryview

    def content(self, most: int) -> bytes:
        """The real content; what the directory declares is believed only when it proves true."""
        if self.size > most:
            raise OversizedPart
        if self.method == _STORED:
            content = bytes(self.data)
        else:
            try:
                content = zlib.decompressobj(-15).decompress(self.data, self.size + 1)
            except zlib.error as error:
                raise DamagedArchive("dữ liệu nén bị hỏng") from error
        if len(content) > self.size:
            raise TrickedArchive("khai dung lượng ít hơn thực có")
        if len(content) < self.size or zlib.crc32(content) != self.crc:
            raise DamagedArchive("nội dung không khớp mã kiểm tra")
        return content

    def prove(self) -> None:
        """That the content is what its sum says, a piece at a time: a large part is not held in memory for it."""
        size = crc = 0
        unpack = zlib.decompressobj(-15).decompress if self.method != _STORED else bytes
        try:
            for at in range(0, len(self.data), _PIECE):
                piece = unpack(self.data[at : at + _PIECE])
                size, crc = size + len(piece), zlib.crc32(piece, crc)
        except zlib.error as error:
            raise DamagedArchive("dữ liệu nén bị hỏng") from error
        if (size, crc) != (self.size, self.crc):
            raise DamagedArchive("nội dung không khớp mã kiểm tra")

    def start(self, length: int) -> bytes:
        """The first `length` bytes, cheaply; of compressed rubbish, nothing."""
        if self.method == _STORED:
            return bytes(self.data[:length])
        try:
            return zlib.decompressobj(-15).decompress(self.data[: 4 * length], length)
        except zlib.error:
            return b""


Parts = dict[str, Part]
"""By name, in the directory's order."""


# --- reading ------------------------------------------------------------------------------------------------


def read_archive(raw: bytes, limits: Limits) -> Parts:
    """The parts of a sound archive within the limits; raises one of the errors above."""
    parts = read_directory(raw, limits.parts)
    refuse_bombs(parts, limits)
    return parts


def read_directory(raw: bytes, most: int) -> Parts:
    """The parts of a sound archive, at most `most` of them, however large they say they are."""
    end = raw.rfind(_END)
    if end < 0 or end + _END_SHAPE.size > len(raw):
        raise DamagedArchive("không thấy phần mục lục ở cuối tệp")
    _, disk, _, _, count, length, offset, _ = _END_SHAPE.unpack_from(raw, end)
    if count == _ZIP64_COUNT or count > most:
        raise TrickedArchive(f"có hơn {most} phần bên trong")
    if disk or offset + length > end or not count:
        raise DamagedArchive("mục lục không khớp với tệp")
    parts: Parts = {}
    spans: list[tuple[int, int]] = []
    folded: set[str] = set()
    view, at = memoryview(raw), offset
    for _ in range(count):
        name, part, span, at = _read_entry(raw, view, at, end)
        if name.casefold() in folded:
            raise TrickedArchive("có hai phần cùng tên")
        folded.add(name.casefold())
        parts[name] = part
        spans.append(span)
    _refuse_overlaps(spans, offset)
    return parts


def _read_entry(raw: bytes, view: memoryview, at: int, end: int) -> tuple[str, Part, tuple[int, int], int]:
    """The part whose entry stands at `at`: its name, its bytes, what it takes of the file, where the next entry is."""
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
    part = Part(method, crc, size, view[start : start + packed])
    return _safe_name(written), part, (header, start + packed), name_at + name_length + extra + comment


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


def refuse_bombs(parts: Mapping[str, Part], limits: Limits) -> None:
    """What declares too many bytes together, or packs tighter than anything honest."""
    if any(part.size > _RATIO_FROM and len(part.data) < part.size * limits.packed for part in parts.values()):
        raise TrickedArchive("có phần nén chặt đến mức không thể là dữ liệu thật")
    if sum(part.size for part in parts.values()) > limits.content:
        raise OversizedPart


# --- writing ------------------------------------------------------------------------------------------------


def stored(content: bytes) -> Part:
    """The content as it is: for what is compressed already."""
    return Part(_STORED, zlib.crc32(content), len(content), content)


def deflated(content: bytes, level: int = 6) -> Part:
    """The content compressed, ready to be packed into any archive."""
    press = zlib.compressobj(level, zlib.DEFLATED, -15)
    return Part(_DEFLATED, zlib.crc32(content), len(content), press.compress(content) + press.flush())


def for_memory(content: bytes) -> Part:
    """For an archive that never reaches a disk: only a large part is worth compressing, to have it in memory once."""
    return stored(content) if len(content) < _COMPRESS_FROM else deflated(content, 1)


def pack(parts: Mapping[str, Part]) -> bytes:
    """An archive of the parts in their order; without times, users or the name of a system, so that the same parts
    give the same bytes."""
    out: list[bytes | memoryview] = []
    directory: list[bytes] = []
    at = 0
    for name, part in parts.items():
        coded = name.encode()
        flags = 0 if name.isascii() else _UTF8_FLAG
        facts = (flags, part.method, 0, _NEW_YEAR_1980, part.crc, len(part.data), part.size, len(coded), 0)
        out += (_LOCAL_SHAPE.pack(_LOCAL, _VERSION, *facts), coded, part.data)
        directory += (_ENTRY_SHAPE.pack(_ENTRY, _VERSION, _VERSION, *facts, 0, 0, 0, 0, at), coded)
        at += _LOCAL_SHAPE.size + len(coded) + len(part.data)
    listing = b"".join(directory)
    end = _END_SHAPE.pack(_END, 0, 0, len(parts), len(parts), len(listing), at, 0)
    return b"".join((*out, listing, end))
