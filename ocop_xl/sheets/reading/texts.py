"""The workbook's shared texts, and the proof that repeating them fills no memory.

A text stands once in the file and any number of cells may show it; in memory each cell gets its own copy. One text of
100 KB shown in a million cells would take 100 GB.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocop_xl import errors
from ocop_xl.office import archive

MAX_TEXT = 22 * 2**20
"""Bytes of text in all cells together, each cell with its own copy; a commune's workbook has 1 or 2 MB.
One rare letter makes Python keep four bytes for every letter of its text."""
MAX_STRINGS = 1_600_000
_END_OF_TEXT = b"</si>"
_SHARED = b' t="s"'
_SHOWN = re.compile(rb'<c [^<>]* t="s"[^<>]*+><v(?: [^<>]*+)?>\s*+([0-9]{1,9})\s*+</v>')
_SHOWING = re.compile(rb'<c [^<>]* t="s"[^<>]*+><v>([0-9]{1,9})</v></c>')
_TAGS, _NBSP = re.compile(rb"<[^<>]*+>"), b"\xc2\xa0"


@dataclass(slots=True)
class SharedTexts:
    """How long each shared text is at most, in bytes of XML; `longest` of them all."""

    part: archive.Part
    lengths: list[int]
    longest: int

    def without_blanks(self, xml: bytes) -> bytes:
        """A sheet without the cells that show a text of blanks."""
        texts = self.part.content(self.part.size).split(_END_OF_TEXT)
        blank = {b"%d" % at for at, text in enumerate(texts) if not _TAGS.sub(b"", text).replace(_NBSP, b"").strip()}
        return _SHOWING.sub(lambda cell: b"" if cell[1] in blank else cell[0], xml) if blank else xml

    def at_most(self, cells: bytes) -> int:
        """Bytes that the cells of a sheet show, never less than the truth: all as long as the longest text."""
        return cells.count(_SHARED) * self.longest

    def shown(self, cells: bytes) -> int:
        """Bytes that the cells of a sheet show. A cell that does not say plainly which text shows the longest."""
        last = len(self.lengths)
        indexes = [int(index) for index in _SHOWN.findall(cells)]
        unclear = cells.count(_SHARED) - len(indexes)
        return sum(self.lengths[index] for index in indexes if index < last) + unclear * self.longest


def shared_texts(name: str, content: bytes) -> SharedTexts:
    """The shared texts of the workbook `name`, from their part in the one spelling."""
    if content.count(b"<si") > MAX_STRINGS:
        raise errors.WorkbookTooLarge(name, "có quá nhiều nội dung chữ khác nhau")
    lengths = list(map(len, content.split(_END_OF_TEXT)))
    return SharedTexts(archive.for_memory(content), lengths, max(lengths))
