"""PDF files of LibreOffice joined into one: their objects under new numbers, below one tree of pages.

LibreOffice writes the plain form of the standard (ISO 32000-1, 7.5): a table of cross references, every object by
itself. A file of another form is refused, not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ocop_xl.errors import PaperError
from ocop_xl.records import NamedTuple

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_SECTION = re.compile(rb"(\d+) (\d+)\s+")
_ENTRY_LENGTH = 20
_REFERENCE = re.compile(rb"(\d+) 0 R\b")
_OBJECT = re.compile(rb"(\d+) 0 obj\b")
_STREAM = re.compile(rb"\bstream\r?\n")


class _File(NamedTuple):
    """A file taken apart: its objects by number, the number of its root of pages, how many pages."""

    objects: dict[int, bytes]
    root: int
    pages: int


def page_count(content: bytes) -> int:
    return _taken_apart(content).pages


def joined(files: Sequence[bytes]) -> bytes:
    """One file with the pages of all, in this order; `PaperError` for a file that LibreOffice did not write."""
    objects: list[bytes] = [b"", b""]
    roots: list[int] = []
    total = 0
    for content in files:
        source = _taken_apart(content)
        numbers = {old: len(objects) + at for at, old in enumerate(sorted(source.objects), 1)}
        for old in sorted(source.objects):
            body = _renumbered(source.objects[old], numbers)
            objects.append(body.replace(b"<<", b"<</Parent 2 0 R", 1) if old == source.root else body)
        roots.append(numbers[source.root])
        total += source.pages
    kids = b" ".join(b"%d 0 R" % root for root in roots)
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, total)
    return _written(objects)


def _taken_apart(content: bytes) -> _File:
    places = _places(content)
    ends = sorted([*places.values(), _xref_at(content)])
    following = dict(pairwise(ends))
    objects = {number: _body(content[at : following[at]]) for number, at in places.items()}
    trailer = content[_xref_at(content) :]
    catalogue = _named(rb"/Root (\d+) 0 R", trailer)
    root = _named(rb"/Pages (\d+) 0 R", objects[catalogue])
    pages = _named(rb"/Count (\d+)", objects[root])
    info = re.search(rb"/Info (\d+) 0 R", trailer)
    for left_out in (catalogue, *((int(info[1]),) if info else ())):
        del objects[left_out]
    return _File(objects, root, pages)


def _places(content: bytes) -> dict[int, int]:
    """Where each object begins, by the table of cross references."""
    at = _xref_at(content) + len(b"xref")
    while content[at : at + 1].isspace():
        at += 1
    places: dict[int, int] = {}
    while section := _SECTION.match(content, at):
        at = section.end()
        first, size = int(section[1]), int(section[2])
        for number in range(first, first + size):
            entry = content[at : at + _ENTRY_LENGTH]
            at += _ENTRY_LENGTH
            if entry[17:18] == b"n":
                places[number] = int(entry[:10])
    if not places:
        raise _strange()
    return places


def _xref_at(content: bytes) -> int:
    found = _START.search(content[-64:])
    at = int(found[1]) if found else -1
    if at < 0 or content[at : at + 4] != b"xref":
        raise _strange()
    return at


def _body(whole: bytes) -> bytes:
    head = _OBJECT.match(whole)
    end = whole.rfind(b"endobj")
    if head is None or end < 0:
        raise _strange()
    return whole[head.end() : end].strip()


def _renumbered(body: bytes, numbers: dict[int, int]) -> bytes:
    """References in the dictionary; what is in a stream is left alone, and one to what was left out becomes null."""
    stream = _STREAM.search(body)
    words, rest = (body[: stream.start()], body[stream.start() :]) if stream else (body, b"")

    def new(found: re.Match[bytes]) -> bytes:
        number = numbers.get(int(found[1]))
        return b"null" if number is None else b"%d 0 R" % number

    return _REFERENCE.sub(new, words) + rest


def _named(pattern: bytes, text: bytes) -> int:
    found = re.search(pattern, text)
    if found is None:
        raise _strange()
    return int(found[1])


def _written(objects: Sequence[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def _strange() -> PaperError:
    return PaperError("Không ghép được tệp PDF này: không phải dạng thường mà LibreOffice xuất. Hãy in từng tệp.")
