"""Tags that join texts: `{%- … %}` goes on with the text before it, `… -%}` with the text behind it, over the ends of
runs and paragraphs – docxtpl's way of writing a long line with its conditions in lines of their own.

As docxtpl's manual asks, such a tag stands alone in its text; one that has words beside it on that side only trims
blanks, as Jinja does, where docxtpl would lose the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ocop_xl.papers.word.markup import name_of
from ocop_xl.papers.word.tag_text import Tag
from ocop_xl.records import NamedTuple

DASHED = re.compile(r"\A\{%-|-%\}\Z")
_CROSSED = frozenset({"w:t", "w:r", "w:p"})
"""What may end and begin anew between two texts that are joined."""

Pieces = Mapping[int, Sequence[str | Tag]]


class Join(NamedTuple):
    """From the end of one text up to the beginning of another: tokens that go."""

    start: int
    stop: int


def joins(tokens: Sequence[str], texts: Sequence[int], pieces: Pieces) -> Iterator[Join]:
    """What goes for the dashes of a part's tags; their tags lose the dash. `texts` are its text tokens in order."""
    shown = [at for at in texts if at not in pieces or pieces[at]]
    for number, at in enumerate(shown):
        tags = pieces.get(at, ())
        if number and tags and _dashed(tags[0], "{%-"):
            yield from _joined(tokens, shown[number - 1], at, tags[0], "{%-")
        if number + 1 < len(shown) and tags and _dashed(tags[-1], "-%}"):
            yield from _joined(tokens, at, shown[number + 1], tags[-1], "-%}")


def _dashed(piece: str | Tag, dash: str) -> bool:
    if not isinstance(piece, Tag):
        return False
    return piece.source.startswith(dash) if dash == "{%-" else piece.source.endswith(dash)


def _joined(tokens: Sequence[str], before: int, behind: int, tag: str | Tag, dash: str) -> Iterator[Join]:
    assert isinstance(tag, Tag)
    if _may_join(tokens[before + 1 : behind]):
        tag.source = f"{{%{tag.source[3:]}" if dash == "{%-" else f"{tag.source[:-3]}%}}"
        yield Join(before + 1, behind)


def _may_join(between: Sequence[str]) -> bool:
    """Whether the tokens close and open the same elements, runs and paragraphs only, and no section ends there."""
    closed: list[str] = []
    opened: list[str] = []
    for token in between:
        name = name_of(token)
        if name == "w:sectPr":
            return False
        if token[0] != "<" or token.endswith("/>") or token[1] in "?!":
            continue
        if not token.startswith("</"):
            opened.append(name)
        elif opened:
            opened.pop()
        else:
            closed.append(name)
    return closed == opened[::-1] and _CROSSED.issuperset(closed)
