"""Windows metafiles rebuilt: the records that draw, without comments, descriptions and private data."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_EMF_HEADER, _EMF_END, _EMF_COMMENT = 1, 14, 70
_EMF_PLUS, _PLUS_COMMENT = b"EMF+", 0x4003
_HEADER_SIZE = 88


def emf(content: bytes) -> bytes:
    """EMF+ keeps its drawing in comments of EMF: those stay, all others go; the description in the header goes."""
    records = [record for record in _emf_records(content) if record]
    header = bytearray(records[0])
    struct.pack_into("<I", header, 4, len(header))
    struct.pack_into("<II", header, 60, 0, 0)
    total = len(header) + sum(map(len, records[1:]))
    struct.pack_into("<II", header, 48, total, len(records))
    return bytes(header) + b"".join(records[1:])


def _emf_records(content: bytes) -> Iterator[bytes]:
    at = 0
    while True:
        kind, size = struct.unpack_from("<II", content, at)
        if size < 8 or size % 4 or at + size > len(content) or (at == 0) != (kind == _EMF_HEADER):
            raise ValueError
        record = content[at : at + size]
        if kind == _EMF_HEADER:
            yield _emf_header(record)
        elif kind == _EMF_COMMENT:
            yield _emf_plus(record)
        else:
            yield record
        if kind == _EMF_END:
            return
        at += size


def _emf_header(record: bytes) -> bytes:
    """The fields alone; description and pixel format behind them are pointed to by offsets that are set to nothing."""
    if len(record) < _HEADER_SIZE:
        raise ValueError
    head = bytearray(record[: min(len(record), 108)])
    described = struct.unpack_from("<I", record, 64)[0]
    if described and described < len(head):
        head = head[: max(_HEADER_SIZE, described)]
    if len(head) >= 100:
        struct.pack_into("<II", head, 88, 0, 0)
    return bytes(head[: len(head) // 4 * 4])


def _emf_plus(record: bytes) -> bytes:
    """The records of EMF+ in a comment that hold no comment themselves; nothing of another comment."""
    if record[12:16] != _EMF_PLUS:
        return b""
    end = 12 + struct.unpack_from("<I", record, 8)[0]
    pieces, at = [], 16
    while at + 12 <= min(end, len(record)):
        kind, _, size = struct.unpack_from("<HHI", record, at)
        if size < 12 or at + size > len(record):
            raise ValueError
        if kind != _PLUS_COMMENT:
            pieces.append(record[at : at + size])
        at += size
    data = _EMF_PLUS + b"".join(pieces)
    padded = data + bytes(-len(data) % 4)
    return struct.pack("<III", _EMF_COMMENT, 12 + len(padded), len(data)) + padded


_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_WMF_ESCAPE, _WMF_COMMENT = 0x0626, 0x000F


def wmf(content: bytes) -> bytes:
    """Without escapes that are comments: programs keep whole files in them."""
    placed = content[:22] if content[:4] == _PLACEABLE else b""
    head = bytearray(content[len(placed) : len(placed) + 18])
    records = list(_wmf_records(content, len(placed) + 18))
    words = (18 + sum(map(len, records))) // 2
    struct.pack_into("<I", head, 6, words)
    struct.pack_into("<I", head, 12, max(len(record) for record in records) // 2)
    return placed + bytes(head) + b"".join(records)


def _wmf_records(content: bytes, at: int) -> Iterator[bytes]:
    while True:
        words, kind = struct.unpack_from("<IH", content, at)
        end = at + 2 * words
        if words < 3 or end > len(content):
            raise ValueError
        if kind != _WMF_ESCAPE or struct.unpack_from("<H", content, at + 6)[0] != _WMF_COMMENT:
            yield content[at:end]
        if kind == 0:
            return
        at = end
