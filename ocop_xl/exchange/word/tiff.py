"""TIFF pictures rebuilt: the first page with the fields that draw it (TIFF 6.0, sections 4 to 21)."""

from __future__ import annotations

import struct

_SIZES = {1: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
_DRAWS = frozenset(
    (*range(256, 260), 262, 266, 273, 274, *range(277, 280), *range(282, 285), 292, 293, 296, 301, *range(317, 326))
) | {332, 334, 336, 338, 339, 340, 341, 347, 529, 530, 531, 532}
_DATA = {273: 279, 324: 325}
"""Fields that say where strips or tiles are, and those that say how long they are."""


def tiff(content: bytes) -> bytes:
    """A file of one directory: header, the picture's data, the fields, the directory."""
    order = "<" if content[:2] == b"II" else ">"
    (start,) = struct.unpack_from(f"{order}I", content, 4)
    fields = _fields(content, order, start)
    out = bytearray(content[:4] + bytes(4))
    for where, length in _DATA.items():
        if where in fields:
            fields[where] = _moved(content, order, fields[where], fields[length], out)
    lines = [_line(order, tag, kind, count, data, out) for tag, (kind, count, data) in sorted(fields.items())]
    out += bytes(len(out) % 2)
    struct.pack_into(f"{order}I", out, 4, len(out))
    return bytes(out) + struct.pack(f"{order}H", len(lines)) + b"".join(lines) + bytes(4)


_Field = tuple[int, int, bytes]
"""Type, number of values, the values' bytes."""


def _fields(content: bytes, order: str, start: int) -> dict[int, _Field]:
    (number,) = struct.unpack_from(f"{order}H", content, start)
    found: dict[int, _Field] = {}
    for at in range(start + 2, start + 2 + 12 * number, 12):
        tag, kind, count = struct.unpack_from(f"{order}HHI", content, at)
        if tag in _DRAWS and kind in _SIZES:
            size = _SIZES[kind] * count
            place = at + 8 if size <= 4 else struct.unpack_from(f"{order}I", content, at + 8)[0]
            data = content[place : place + size]
            if len(data) < size:
                raise ValueError
            found[tag] = kind, count, data
    return found


def _numbers(order: str, field: _Field) -> tuple[int, ...]:
    kind, count, data = field
    return struct.unpack(f"{order}{count}{'H' if kind == 3 else 'I'}", data)


def _moved(content: bytes, order: str, where: _Field, lengths: _Field, out: bytearray) -> _Field:
    """The data copied to the new file, and the field that says where they are now."""
    places = []
    for at, size in zip(_numbers(order, where), _numbers(order, lengths), strict=True):
        if at + size > len(content) or len(out) + size > len(content) + 8:
            raise ValueError
        places.append(len(out))
        out += content[at : at + size]
        out += bytes(len(out) % 2)
    return 4, len(places), struct.pack(f"{order}{len(places)}I", *places)


def _line(order: str, tag: int, kind: int, count: int, data: bytes, out: bytearray) -> bytes:
    head = struct.pack(f"{order}HHI", tag, kind, count)
    if len(data) <= 4:
        return head + data.ljust(4, b"\0")
    out += bytes(len(out) % 2)
    at = len(out)
    out += data
    return head + struct.pack(f"{order}I", at)
