"""«Đã xem»: a finding that an officer has looked at and lets stand, with her name, the day and the reason.

What she has seen is one cell as it is: the mark holds the rule, table, row, column and what the cell held, so that it
stays through sorting and new checks, and the finding comes back as soon as the cell holds something else.
"""

from __future__ import annotations

from datetime import date
from zlib import adler32, crc32

from ocop_xl.model import Book, FindingLine
from ocop_xl.records import NamedTuple


class Seen(NamedTuple):
    """What was typed beside a finding; it counts once both name and reason are there."""

    who: str
    on: date | None
    why: str

    @property
    def complete(self) -> bool:
        return bool(self.who and self.why)


def mark(*told: str) -> str:
    """A short mark for what was seen: rule, table, row, column, content. Two checksums, 40 bits: two cells of a book do
    not share it, nobody gains by forging it, and `hashlib` would load all of OpenSSL at every click."""
    text = "\x1f".join(told).encode()
    return f"{crc32(text):08x}{adler32(text) & 0xFF:02x}"


def seen_marks(book: Book) -> dict[str, Seen]:
    """All that officers have typed on «Phát hiện», by the marks of the cells that the line speaks of."""
    found: dict[str, Seen] = {}
    for line in book[FindingLine]:
        typed = Seen(line.seen_by or "", line.seen_on, line.seen_why or "")
        if typed != Seen("", None, ""):
            found |= dict.fromkeys((line.marks or "").split(), typed)
    return found
