"""Which paragraph is which component: known by its words and its place, never by its letters alone.

What a fault may spoil (bold, capitals, a missing comma) is not what a component is known by; so a paper with one fault
is still read as the paper it is meant to be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from ocop_xl.law.paper_form import PAPER_TYPES
from ocop_xl.papers.lint.foot import Foot, find_foot
from ocop_xl.papers.lint.head import Head, find_head, is_of_the_party
from ocop_xl.papers.lint.story import Line, Paragraph, Story
from ocop_xl.vietnamese import fold


class PaperSort(Enum):
    """NAMED and LETTER (công văn) need all components; a FORM has those of its own pattern; an ANNEX has its own; a
    paper of the Party follows rules that are not held here."""

    NAMED = "named"
    LETTER = "letter"
    FORM = "form"
    ANNEX = "annex"
    PARTY = "party"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Annex:
    word: Line
    title: list[Line] = field(default_factory=list)
    attached: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Recognised:
    """The components of one paper; `body` are the paragraphs between title and foot, tables included."""

    kind: PaperSort
    head: Head
    foot: Foot
    abbreviation: str = ""
    title: list[Line] = field(default_factory=list)
    summary: list[Line] = field(default_factory=list)
    summary_ruled: bool = False
    addressees: list[Line] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)

    @property
    def official(self) -> bool:
        return self.kind in (PaperSort.NAMED, PaperSort.LETTER)


_ANNEX = re.compile(r"phu luc( [ivxlc]+| \d+)?")
_TYPES = {fold(name): short for name, short in PAPER_TYPES.items()}
_MOST_SUMMARY = 400


def recognise(story: Story) -> Recognised:
    """Head, title, body, foot and annexes of a paper, whoever typed it."""
    paragraphs = story.paragraphs
    first = next((paragraph for paragraph in paragraphs if paragraph.words), None)
    if first is not None and _is_annex(first):
        return Recognised(PaperSort.ANNEX, Head(), Foot(), annexes=_annexes(paragraphs))
    head = find_head(paragraphs)
    if head.nation is None:
        return Recognised(PaperSort.PARTY if is_of_the_party(paragraphs) else PaperSort.UNKNOWN, head, Foot())
    rest = paragraphs[head.end :]
    own = next((at for at, paragraph in enumerate(rest) if _is_annex(paragraph)), len(rest))
    annexes = _annexes(rest[own:])
    rest = rest[:own]
    foot = find_foot(rest)
    found = Recognised(PaperSort.FORM, head, foot, annexes=annexes)
    start = _read_title(found, rest[: foot.start])
    start = _read_addressees(found, rest[: foot.start], start)
    found.body = rest[start : foot.start]
    return found


def _is_annex(paragraph: Paragraph) -> bool:
    """A line of its own: «Phụ lục», «Phụ lục II», also with the title after a colon or line break."""
    if paragraph.place is not None:
        return False
    first = next((line for line in paragraph.lines if line.words), None)
    return (
        first is not None
        and _ANNEX.fullmatch(first.key) is not None
        and (paragraph.centred or first.has_style(bold=True))
    )


def _annexes(paragraphs: list[Paragraph]) -> list[Annex]:
    found: list[Annex] = []
    open_title = False
    for paragraph in paragraphs:
        lines = [line for line in paragraph.lines if line.words]
        if _is_annex(paragraph):
            found.append(Annex(lines[0], lines[1:]))
            open_title = True
        elif lines and found and open_title:
            annex = found[-1]
            if paragraph.place is not None:
                open_title = False
            elif annex.attached:
                open_title = not annex.attached[-1].words.endswith(")") and _stands_out(paragraph)
                annex.attached += lines if open_title else []
            elif "kem theo" in paragraph.key and len(paragraph.words) < _MOST_SUMMARY:
                annex.attached += lines
            elif _stands_out(paragraph):
                annex.title += lines
            else:
                open_title = False
    return found


def _stands_out(paragraph: Paragraph) -> bool:
    lines = [line for line in paragraph.lines if line.words]
    return len(paragraph.words) < _MOST_SUMMARY and (
        paragraph.centred or all(line.has_style(bold=True) for line in lines)
    )


def _read_title(found: Recognised, rest: list[Paragraph]) -> int:
    """Fills type, title and trích yếu; where the body begins."""
    start = next((at for at, paragraph in enumerate(rest) if paragraph.words), len(rest))
    if start == len(rest) or rest[start].place is not None:
        return start
    lines = [line for line in rest[start].lines if line.words]
    official = bool(found.head.agency or found.head.number)
    if lines[0].key.startswith("kinh gui"):
        found.kind = PaperSort.LETTER if official else PaperSort.FORM
        return start
    key = lines[0].key
    name = next((name for name in _TYPES if key == name or key.startswith(f"{name} ")), "")
    if not _stands_out(rest[start]) and key != name:
        return start
    found.title = lines[:1]
    if name and official:
        found.kind, found.abbreviation = PaperSort.NAMED, _TYPES[name]
    return _read_summary(found, rest, start, lines[1:])


def _read_summary(found: Recognised, rest: list[Paragraph], title: int, lines: list[Line]) -> int:
    found.summary += lines
    at = title + 1
    while at < len(rest) and rest[at].place is None:
        paragraph = rest[at]
        if is_rule(paragraph) or paragraph.is_dashed:
            if found.summary:
                break
        elif paragraph.words:
            key = paragraph.key
            aside = paragraph.words.startswith("(")  # «(Trình Hội nghị …)»
            if aside or not _stands_out(paragraph) or key.startswith(("kinh gui", "can cu")):
                break
            found.summary += [line for line in paragraph.lines if line.words]
        at += 1
        if _underlined(found.summary):
            break  # what follows is not of it, however it stands out
    following = rest[at] if at < len(rest) else None
    drawn = any(paragraph.drawn or paragraph.format.bordered for paragraph in rest[title:at])
    below = following is not None and (is_rule(following) or bool(following.drawn and following.place is None))
    found.summary_ruled = drawn or below or _underlined(found.summary)
    return at


def _underlined(lines: list[Line]) -> bool:
    return bool(lines) and any(run.format.underlined for run in lines[-1].telling)


def is_rule(paragraph: Paragraph) -> bool:
    """A paragraph that is there for a line: drawn, a border, or typed."""
    if paragraph.words:
        return paragraph.is_typed_rule
    return bool(paragraph.drawn) or paragraph.format.bordered


_NEAR = 6
"""Paragraphs after the title within which «Kính gửi» stands."""


def _read_addressees(found: Recognised, rest: list[Paragraph], start: int) -> int:
    opening = [at for at in range(start, len(rest)) if rest[at].words][:_NEAR]
    at = next((at for at in opening if rest[at].key.startswith("kinh gui")), None)
    if at is None:
        return start
    place = rest[at].place
    if place is None:
        stop = at + 1
        while stop < len(rest) and (not rest[stop].words or rest[stop].words.startswith(("-", "–"))):
            stop += 1
    else:
        stop = next((n for n in range(at, len(rest)) if (rest[n].place or (-1,))[0] != place[0]), len(rest))
    found.addressees = [line for paragraph in rest[at:stop] for line in paragraph.lines if line.words]
    return stop
