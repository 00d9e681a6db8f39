"""Pictures rebuilt from the segments that draw them: what a camera, a program or a person noted beside is left behind.

JPEG (ITU-T T.81, JFIF), PNG (W3C), GIF89a, BMP, TIFF 6.0, WebP (RFC 9649), EMF and WMF ([MS-EMF], [MS-WMF]), the latter
also gzipped. A picture of another kind, or a damaged one, cannot be rebuilt.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator

from ocop_xl.exchange.word.metafiles import emf, wmf
from ocop_xl.exchange.word.tiff import tiff
from ocop_xl.records import NamedTuple

MAX_UNPACKED = 50 * 2**20


class Picture(NamedTuple):
    """`rebuilt` is False for one that goes out as it is."""

    content: bytes
    suffix: str
    media_type: str
    rebuilt: bool = True


def rebuilt(content: bytes, name: str) -> Picture:
    """The picture without what does not draw; its kind is told by its first bytes, never by its name."""
    if content[:2] == b"\x1f\x8b":
        content = _unpacked(content)
    for magic, at, suffix, media_type, build in _KINDS:
        if content[at : at + len(magic)] == magic:
            try:
                return Picture(build(content), suffix, media_type)
            except (struct.error, LookupError, ValueError):
                return Picture(content, suffix, media_type, rebuilt=False)
    suffix = name.rpartition(".")[2].lower()
    known = suffix.isascii() and suffix.isalnum() and len(suffix) <= 5
    return Picture(content, suffix if known else "bin", f"image/{suffix if known else 'x-unknown'}", rebuilt=False)


def _unpacked(content: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(content, MAX_UNPACKED)
    except zlib.error:
        return content


def _jpeg(content: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(_segments(content)) + b"\xff\xd9"


_JPEG_DRAWS = frozenset((*range(0xC0, 0xD0), 0xDB, 0xDC, 0xDD, 0xDE, 0xDF))


def _segments(content: bytes) -> Iterator[bytes]:
    at = 2
    while True:
        at = content.index(b"\xff", at)
        marker = content[at + 1]
        if marker in (0xFF, 0x00) or 0xD0 <= marker <= 0xD8:
            at += 1
            continue
        if marker == 0xD9:
            return
        size = int.from_bytes(content[at + 2 : at + 4], "big")
        end = at + 2 + size
        if size < 2 or end > len(content):
            raise ValueError
        if marker == 0xDA:
            end = _after_scan(content, end)
            yield content[at:end]
        elif marker in _JPEG_DRAWS:
            yield content[at:end]
        else:
            yield _application(marker, content[at + 4 : end])
        at = end


def _after_scan(content: bytes, at: int) -> int:
    """Where the compressed picture ends: at a marker that is neither a stuffed byte nor a restart."""
    while True:
        at = content.index(b"\xff", at)
        if content[at + 1] != 0 and not 0xD0 <= content[at + 1] <= 0xD7 and content[at + 1] != 0xFF:
            return at
        at += 1


def _application(marker: int, data: bytes) -> bytes:
    """JFIF's density without its thumbnail, Adobe's colours, of Exif how the camera was held; nothing else."""
    if marker == 0xE0 and data[:5] == b"JFIF\0":
        data = data[:12] + b"\0\0"
    elif marker == 0xEE and data[:5] == b"Adobe":
        data = data[:12]
    elif marker == 0xE1 and data[:6] == b"Exif\0\0" and (held := _orientation(data[6:])) > 1:
        data = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" + bytes((held,)) + b"\0\0\0\0\0\0"
    else:
        return b""
    return b"\xff" + bytes((marker,)) + struct.pack(">H", len(data) + 2) + data


def _orientation(exif: bytes) -> int:
    """1 to 8, 0 if it does not say (tag 0112 of the first directory)."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2], "")
    if not order:
        return 0
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (number,) = struct.unpack_from(f"{order}H", exif, start)
        for at in range(start + 2, start + 2 + 12 * number, 12):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, at)
            if tag == 0x0112 and 1 <= value <= 8:
                return int(value)
    except struct.error:
        return 0
    return 0


_PNG_HEAD = b"\x89PNG\r\n\x1a\n"
_PNG_DRAWS = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs cICP acTL fcTL fdAT".split())


def _png(content: bytes) -> bytes:
    pieces, at = [_PNG_HEAD], len(_PNG_HEAD)
    while True:
        size, kind = struct.unpack_from(">I4s", content, at)
        end = at + 12 + size
        if end > len(content):
            raise ValueError
        if kind in _PNG_DRAWS:
            data = content[at + 8 : end - 4]
            pieces.append(content[at : end - 4] + struct.pack(">I", zlib.crc32(kind + data)))
        if kind == b"IEND":
            return b"".join(pieces)
        at = end


def _gif(content: bytes) -> bytes:
    end = 13 + _colours(content[10])
    pieces = [content[:end]]
    while content[end] != 0x3B:
        at = end
        if content[at] == 0x2C:
            end = _blocks(content, at + 11 + _colours(content[at + 9]))
            pieces.append(content[at:end])
        elif content[at] == 0x21:
            end = _blocks(content, at + 2)
            if content[at + 1] == 0xF9 or (content[at + 1 : at + 14] == b"\xff\x0bNETSCAPE2.0" and end - at == 19):
                pieces.append(content[at:end])
        else:
            raise ValueError
    return b"".join((*pieces, b"\x3b"))


def _colours(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(content: bytes, at: int) -> int:
    while size := content[at]:
        at += size + 1
    return at + 1


def _bmp(content: bytes) -> bytes:
    """The pixels under a header that names no profile."""
    offset, head = struct.unpack_from("<II", content, 10)
    image = bytearray(content[: max(offset, int.from_bytes(content[2:6], "little"))])
    if head < 12 or offset < 14 + head or offset > len(content):
        raise ValueError
    image[6:10] = bytes(4)
    if head >= 108:
        width, height = struct.unpack_from("<ii", content, 18)
        row = (abs(width) * int.from_bytes(content[28:30], "little") + 31) // 32 * 4
        packed = int.from_bytes(content[34:38], "little")
        del image[offset + (packed or row * abs(height)) :]
        image[70:74] = b"BGRs"
        if head >= 124:
            image[126:138] = bytes(12)
    image[2:6] = struct.pack("<I", len(image))
    return bytes(image)


def _webp(content: bytes) -> bytes:
    if content[8:12] != b"WEBP":
        raise ValueError
    body = b"".join(_riff(content, 12, min(len(content), 8 + int.from_bytes(content[4:8], "little"))))
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _riff(content: bytes, at: int, stop: int) -> Iterator[bytes]:
    while at + 8 <= stop:
        kind, size = struct.unpack_from("<4sI", content, at)
        data = content[at + 8 : at + 8 + size]
        if len(data) < size:
            raise ValueError
        at += 8 + size + size % 2
        if kind == b"VP8X":
            data = bytes((data[0] & 0b00010010,)) + data[1:]
        elif kind == b"ANMF":
            data = data[:16] + b"".join(_riff(data, 16, size))
        if kind in (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"):
            yield kind + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


_KINDS: tuple[tuple[bytes, int, str, str, Callable[[bytes], bytes]], ...] = (
    (b"\xff\xd8\xff", 0, "jpeg", "image/jpeg", _jpeg),
    (_PNG_HEAD, 0, "png", "image/png", _png),
    (b"GIF8", 0, "gif", "image/gif", _gif),
    (b"BM", 0, "bmp", "image/bmp", _bmp),
    (b"II*\0", 0, "tiff", "image/tiff", tiff),
    (b"MM\0*", 0, "tiff", "image/tiff", tiff),
    (b"RIFF", 0, "webp", "image/webp", _webp),
    (b" EMF", 40, "emf", "image/x-emf", emf),
    (b"\xd7\xcd\xc6\x9a", 0, "wmf", "image/x-wmf", wmf),
    (b"\1\0\t\0\0", 0, "wmf", "image/x-wmf", wmf),
    (b"\2\0\t\0\0", 0, "wmf", "image/x-wmf", wmf),
)
