"""Small pictures of each format, with and without what cameras and programs note beside; every note holds `MARK`."""

from __future__ import annotations

import gzip
import struct

from tests.exchange.word_papers import MARK, png

_NOTE = MARK.encode()


def _segment(marker: int, data: bytes) -> bytes:
    return b"\xff" + bytes((marker,)) + struct.pack(">H", len(data) + 2) + data


def jpeg(*segments: bytes, after: bytes = b"") -> bytes:
    """Eight by eight grey points."""
    zeros = bytes((1, *[0] * 15))
    return b"".join(
        (
            b"\xff\xd8",
            _segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"),
            *segments,
            _segment(0xDB, b"\0" + b"\x10" * 64),
            _segment(0xC0, b"\x08\0\x08\0\x08\x01\x01\x11\0"),
            _segment(0xC4, b"\0" + zeros + b"\0"),
            _segment(0xC4, b"\x10" + zeros + b"\0"),
            _segment(0xDA, b"\x01\x01\0\0\x3f\0") + b"\x3f",
            b"\xff\xd9",
            after,
        )
    )


def exif(held: int) -> bytes:
    """A camera's note with how it was held, and whose it is."""
    tags = struct.pack(">HHII", 0x0112, 3, 1, held << 16) + struct.pack(">HHII", 0x013B, 2, len(_NOTE), 38)
    return b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">H", 2) + tags + bytes(4) + _NOTE


def gif(*extensions: bytes) -> bytes:
    head = b"GIF89a\1\0\1\0\x80\0\0\xff\xff\xff\0\0\0"
    return head + b"".join(extensions) + b"\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0\x3b"


def bmp(after: bytes = b"") -> bytes:
    pixels = b"\xff\xff\xff\0"
    head = struct.pack("<IiiHHIIiiII", 124, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0) + bytes(16) + b"LINK" + bytes(48)
    head += struct.pack("<IIII", 0, 128, len(after), 0)
    return b"BM" + struct.pack("<IHHI", 138 + len(pixels), 0, 0, 138) + head + pixels + after


def tiff(*texts: tuple[int, bytes]) -> bytes:
    """One white point; `texts` are fields of text by their tags."""
    plain = {256: 1, 257: 1, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: 1, 279: 1}
    start = 10
    at = start + 2 + 12 * (len(plain) + len(texts)) + 4
    lines, data = [], b""
    for tag, value in sorted({**plain, **dict(texts)}.items()):
        if isinstance(value, int):
            lines.append(struct.pack("<HHII", tag, 4, 1, value))
        else:
            lines.append(struct.pack("<HHII", tag, 2, len(value), at + len(data)))
            data += value
    listing = struct.pack("<H", len(lines)) + b"".join(lines) + bytes(4)
    return b"II*\0" + struct.pack("<I", start) + b"\xff\0" + listing + data


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    all_of_them = (*chunks, (b"VP8L", bytes.fromhex("2f00000010071011118888fe0700")))
    body = b"".join(kind + struct.pack("<I", len(data)) + data + bytes(len(data) % 2) for kind, data in all_of_them)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def emf(description: bytes = b"", comment: bytes = b"") -> bytes:
    """An empty drawing."""
    told = description + bytes(-len(description) % 4)
    size = 100 + len(told)
    note = comment + bytes(-len(comment) % 4)
    noted = struct.pack("<III", 70, 12 + len(note), len(comment)) + note if comment else b""
    end = struct.pack("<IIIII", 14, 20, 0, 16, 20)
    total = size + len(noted) + len(end)
    head = struct.pack("<II8i", 1, size, 0, 0, 9, 9, 0, 0, 99, 99)
    head += struct.pack("<4sIIIHHII", b" EMF", 0x10000, total, 3 if comment else 2, 1, 0, len(description) // 2, 100)
    head += struct.pack("<I2i2iII", 0, 800, 600, 300, 200, 0, 0) + bytes(4)
    return head[:100].ljust(100, b"\0") + told + noted + end


def wmf(comment: bytes = b"") -> bytes:
    note = comment + bytes(len(comment) % 2)
    noted = struct.pack("<IHHH", 5 + len(note) // 2, 0x0626, 0x000F, len(comment)) + note if comment else b""
    end = struct.pack("<IH", 3, 0)
    return struct.pack("<HHHIHIH", 1, 9, 0x300, (18 + len(noted) + 6) // 2, 0, 9, 0) + noted + end


PICTURES: dict[str, bytes] = {
    "clean PNG": png(),
    "JPEG with a camera's note": jpeg(_segment(0xE1, exif(6))),
    "JPEG with XMP": jpeg(_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + _NOTE)),
    "JPEG with IPTC": jpeg(_segment(0xED, b"Photoshop 3.0\0" + _NOTE)),
    "JPEG with a comment": jpeg(_segment(0xFE, _NOTE)),
    "JPEG with a colour profile": jpeg(_segment(0xE2, b"ICC_PROFILE\0\1\1" + _NOTE)),
    "JPEG with a thumbnail": jpeg(_segment(0xE0, b"JFXX\0\x10" + _NOTE)),
    "JPEG with a film after it": jpeg(after=_NOTE),
    "PNG with texts": png(
        (b"tEXt", b"Author\0" + _NOTE), (b"iTXt", b"Title\0\0\0\0\0" + _NOTE), (b"zTXt", b"A\0\0" + _NOTE)
    ),
    "PNG with a camera's note": png((b"eXIf", b"MM\0*" + _NOTE)),
    "PNG with a time and a profile": png((b"tIME", _NOTE[:7]), (b"iCCP", _NOTE + b"\0\0")),
    "PNG with an own chunk": png((b"prVt", _NOTE)),
    "PNG with something after it": png() + _NOTE,
    "GIF with a comment": gif(b"\x21\xfe" + bytes((len(_NOTE),)) + _NOTE + b"\0"),
    "GIF of a program": gif(b"\x21\xff\x0bXMP DataXMP" + bytes((len(_NOTE),)) + _NOTE + b"\0"),
    "GIF with something after it": gif() + _NOTE,
    "BMP with a profile": bmp(_NOTE),
    "TIFF of an artist": tiff((270, _NOTE), (315, _NOTE), (700, _NOTE)),
    "TIFF with something after it": tiff() + _NOTE,
    "WebP with notes": webp((b"VP8X", b"\x0c" + bytes(9)), (b"EXIF", _NOTE), (b"XMP ", _NOTE)),
    "WebP with an own chunk": webp((b"NOTE", _NOTE)),
    "EMF with a description": emf(MARK.encode("utf-16-le")),
    "EMF with a comment": emf(comment=_NOTE + b"...."),
    "WMF with a comment": wmf(_NOTE),
    "gzipped EMF": gzip.compress(emf(MARK.encode("utf-16-le"))),
}
"""Of all these the notes go and the picture stays."""
