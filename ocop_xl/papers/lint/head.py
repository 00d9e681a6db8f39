"""The head of a paper: agency and number at the left, Quốc hiệu, Tiêu ngữ, place and date at the right."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ocop_xl.papers.lint.story import Line, Paragraph

_FAR = 60
"""Paragraphs within which a head begins."""
_NATION_WORDS = frozenset(["cong", "hoa", "xa", "hoi", "chu", "nghia", "viet", "nam"])
_MOTTO_WORDS = ("doc lap", "tu do", "hanh phuc")
_DATE = re.compile(r"\bngay\b.*\bthang\b.*\bnam\b|\bngay \d+ \d+ \d{4}\b")
_LONGEST = 80
_PARTY = "dang cong san viet nam"
_WIDE = re.compile(r" {3,}")


@dataclass(slots=True)
class Head:
    """`end` is the number of the first paragraph after it; `subject` is the «V/v» of a công văn."""

    nation: Line | None = None
    motto: Line | None = None
    agency: list[Line] = field(default_factory=list)
    number: Line | None = None
    date: Line | None = None
    subject: list[Line] = field(default_factory=list)
    motto_ruled: bool = False
    agency_ruled: bool = False
    end: int = 0


def find_head(paragraphs: list[Paragraph]) -> Head:
    """The lines above the title, whether in a table or typed with tabs; without the nation's name there is no head."""
    head = Head()
    head.nation = next((line for p in paragraphs[:_FAR] for line in _pieces(p) if _is_nation(line)), None)
    if head.nation is None:
        return head
    home = paragraphs.index(head.nation.paragraph)
    table = head.nation.paragraph.place
    for at, paragraph in enumerate(paragraphs):
        in_table = table is not None and paragraph.place is not None and paragraph.place[0] == table[0]
        pieces = _pieces(paragraph)
        known = [_take(head, piece) for piece in pieces]
        if in_table or at <= home or any(known):
            for piece, taken in zip(pieces, known, strict=True):
                if not taken:
                    _take_left(head, piece)
        elif paragraph.words and paragraph.key:
            head.end = at
            break
    else:
        head.end = len(paragraphs)
    _find_rules(head, paragraphs[: head.end])
    return head


def _pieces(paragraph: Paragraph) -> list[Line]:
    """Typed side by side with tabs, or with many blanks before Quốc hiệu or Tiêu ngữ."""
    return [piece for line in paragraph.lines if line.words for part in line.split() for piece in _apart(part)]


def _apart(line: Line) -> list[Line]:
    """A draft's blank for its number is no gap: what stands at the right is known by its words."""
    pieces = line.split(_WIDE) if _WIDE.search(line.text) else [line]
    right = any(_is_nation(piece) or _is_motto(piece.key) for piece in pieces)
    dated = len(pieces) == 2 and _DATE.search(pieces[1].key) is not None
    return pieces if right or dated else [line]


def is_of_the_party(paragraphs: list[Paragraph]) -> bool:
    """Another heading stands in the place of Quốc hiệu."""
    return any(piece.key == _PARTY for paragraph in paragraphs[:_FAR] for piece in _pieces(paragraph))


def _is_nation(line: Line) -> bool:
    words = line.key.split()
    return len(words) <= 10 and len(_NATION_WORDS & set(words)) >= 6


def _is_motto(key: str) -> bool:
    return sum(part in key for part in _MOTTO_WORDS) >= 2


def _take(head: Head, line: Line) -> bool:
    """Keep a line that its words give away."""
    words = line.words
    key = line.key
    if _is_nation(line):
        return True
    if len(words) > _LONGEST:
        return False
    if head.motto is None and _is_motto(key):
        head.motto = line
    elif head.number is None and key.startswith("so") and re.match(r"[Ss]ố?\b.*[:/]|SỐ\b.*[:/]", words):
        head.number = line
    elif head.date is None and _DATE.search(key) and not words.startswith("("):
        head.date = line
    elif not head.subject and key.startswith(("v v ", "ve viec ")):
        head.subject.append(line)
    else:
        return False
    return True


def _take_left(head: Head, line: Line) -> None:
    """The agency, or what goes on from «V/v»; the column of Quốc hiệu and marks like «Mẫu số 01» hold neither."""
    place = line.paragraph.place
    nation = head.nation.paragraph if head.nation else None
    if nation is None or (place is not None and place == nation.place):
        return
    if line.key.startswith(("mau", "du thao")) or ":" in line.words or not line.telling:
        return
    if head.subject:
        if place is not None and place == head.subject[0].paragraph.place:
            head.subject.append(line)
    elif head.number is None or place is None or place != head.number.paragraph.place:
        head.agency.append(line)


def _find_rules(head: Head, paragraphs: list[Paragraph]) -> None:
    """A line belongs to the text above it in its cell; floating lines may be anchored anywhere in the head."""
    floating = sum(paragraph.drawn for paragraph in paragraphs) >= 2
    head.motto_ruled = floating or _ruled(head.motto, paragraphs)
    head.agency_ruled = floating or _ruled(head.agency[-1] if head.agency else None, paragraphs)


def _ruled(line: Line | None, paragraphs: list[Paragraph]) -> bool:
    if line is None or line.paragraph not in paragraphs:
        return False
    if any(run.format.underlined for run in line.telling):
        return True
    start = next(at for at, paragraph in enumerate(paragraphs) if paragraph is line.paragraph)
    for paragraph in paragraphs[start:]:
        if paragraph.place != line.paragraph.place:
            return False
        worded = paragraph is not line.paragraph and _worded(paragraph)
        if paragraph.drawn or (paragraph.format.bordered and not worded) or paragraph.is_typed_rule:
            return True  # a line that floats above the next words may be anchored at them
        if worded:
            return False
    return False


def _worded(paragraph: Paragraph) -> bool:
    return bool(paragraph.words) and not paragraph.is_typed_rule
