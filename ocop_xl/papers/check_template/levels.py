"""Whether a block may be repeated or left out without breaking the file: what lies between its tags must be whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ocop_xl.papers.check_template.finding import TemplateFinding, finding
from ocop_xl.papers.check_template.tags import MIDDLES, OPENERS, Read, read_tag
from ocop_xl.papers.word.tag_text import Tag
from ocop_xl.papers.word.wordxml import WordPart

_ELEMENT = re.compile(r"<(/?)([^\s/>?!]+)[^>]*?(/?)>")


class _Between:
    """The markup since a tag, reduced to the elements it closes and then opens."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self.closed: list[str] = []
        self.opened: list[str] = []

    def add(self, markup: str) -> None:
        found = _ELEMENT.match(markup)
        if found is None or found[3]:
            return
        if not found[1]:
            self.opened.append(found[2])
        elif self.opened:
            self.opened.pop()
        else:
            self.closed.append(found[2])

    @property
    def whole(self) -> bool:
        return self.closed == self.opened[::-1]

    def swallow(self, inner: _Between) -> None:
        """A whole block inside leaves the level as it was, but reached down to the elements it closed."""
        for name in inner.closed:
            self.add(f"</{name}>")
        for name in inner.opened:
            self.add(f"<{name}>")


def crossings(part: WordPart) -> Iterator[TemplateFinding]:
    """For a part whose blocks are all closed and whose scoped tags stand right."""
    stack: list[_Between] = []
    for item in part.items():
        if not isinstance(item, Tag):
            if stack:
                stack[-1].add(item)
            continue
        read = read_tag(item)
        if read is None or not (read.word in MIDDLES or read.word.startswith("end") or _opens(read)):
            continue
        if not _opens(read):
            between = stack.pop()
            if not between.whole:
                yield finding("MAU-12", between.read.place, name=between.read.word)
                return
            if stack:
                stack[-1].swallow(between)
        if not read.word.startswith("end"):
            stack.append(_Between(read))


def _opens(read: Read) -> bool:
    return read.word in OPENERS and not (read.word == "set" and "=" in read.rest)
