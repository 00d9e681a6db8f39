"""The workbook's shared texts, and the proof that repeating them fills no memory.

A text stands once in the file and any number of cells may show it; in memory each cell gets its own copy. One text of
100 KB shown in a million cells would take 100 GB.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocop_xl import errors
from ocop_xl.office import archive
from ocop_xl.office.guard import Package

MAX_TEXT = 22 * 2**20
"""Bytes of text in all cells together, each cell with its own copy; a commune's workbook has 1 or 2 MB.
One rare letter makes Python keep four bytes for every letter of its text."""
MAX_STRINGS = 1_600_000
_END_OF_TEXT = b"</si>"
_SHOWN = re.compile(rb't="s"><v>([0-9]{1,9})</v>')


@dataclass(slots=True)
class SharedTexts:
    """How long each shared text is at most, in bytes of XML; `longest` of them all."""

    part: archive.Part
    lengths: list[int]
    longest: int

    def shown(self, cells: bytes) -> int:
        """Bytes that the cells of a sheet show, never less than the truth; quick where that is clearly little.

        Cells that are not written as spreadsheet programs write them count as more than allowed when it matters.
        """
        count = cells.count(b'"s"') + cells.count(b"'s'")
        if count * self.longest <= MAX_TEXT // 2:
            return count * self.longest
        total = seen = 0
        last = len(self.lengths)
        for found in _SHOWN.finditer(cells):
            index = int(found[1])
            total += self.lengths[index] if index < last else 0
            seen += 1
        return total if seen == count else MAX_TEXT + 1


def shared_texts(package: Package, part: str | None) -> SharedTexts | None:
    """The shared texts of the workbook; None if it has none."""
    if part is None:
        return None
    content = package.read(part)
    if content.count(b"<si") + content.count(b":si") > MAX_STRINGS:
        raise errors.WorkbookTooLarge(package.name, "có quá nhiều nội dung chữ khác nhau")
    lengths = [len(piece) for piece in content.split(_END_OF_TEXT)]
    return SharedTexts(archive.for_memory(content), lengths, max(lengths))
