"""Parts of an Office file by what their relationships say they are, and the file without some of these.

The XML is changed as text: every byte that need not change stays (ECMA-376 Part 2, 9: relationships).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape

from ocop_xl.records import NamedTuple

Parts = Mapping[str, bytes]
"""The parts of an Office file by name, inflated."""

_VALUE = r"""\s*=\s*(?:"[^"<]*"|'[^'<]*')"""
_ATTRIBUTES = rf"(?:\s+[\w:.-]+{_VALUE})*"
"""As XML allows it: no `<` in a value, so that a search never runs beyond a tag."""
_LINK = re.compile(rf"<(?:[\w.-]+:)?Relationship({_ATTRIBUTES})\s*(?:/>|>\s*</(?:[\w.-]+:)?Relationship\s*>)")
_ONE = re.compile(r"""\s([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")


def text_of(part: bytes) -> str:
    """Losslessly, whatever the bytes: `part_of` gives them back."""
    return part.decode("utf-8", "surrogateescape")


def part_of(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


class Link(NamedTuple):
    """Last word of the relationship's type; the part it leads to by its full name in small letters."""

    kind: str
    target: str


def linked(parts: Parts, kind: re.Pattern[str]) -> set[str]:
    """Names of the parts to which a relationship of that kind leads."""
    targets = {
        link.target
        for name, content in parts.items()
        if _owner(name) is not None
        for link in _links(name, content)
        if kind.fullmatch(link.kind)
    }
    return {name for name in parts if name.lower() in targets}


def without_links(parts: Parts, unwanted: Callable[[Link], bool]) -> dict[str, bytes]:
    """The parts without some relationships; what is linked stays."""

    def shorter(name: str, content: bytes) -> bytes:
        return part_of(_LINK.sub(lambda one: "" if unwanted(_link(name, one)) else one[0], text_of(content)))

    return {name: content if _owner(name) is None else shorter(name, content) for name, content in parts.items()}


def _owner(name: str) -> str | None:
    """`word/document.xml` of `word/_rels/document.xml.rels`, "" of the file's own list; None if it is no such list."""
    folder, _, last = name.lower().rpartition("/")
    if not last.endswith(".rels") or posixpath.basename(folder) != "_rels":
        return None
    return posixpath.join(posixpath.dirname(folder), last.removesuffix(".rels"))


def _links(name: str, content: bytes) -> Iterator[Link]:
    return (_link(name, one) for one in _LINK.finditer(text_of(content)))


def _link(name: str, one: re.Match[str]) -> Link:
    attributes = _attributes(one[1])
    folder = posixpath.dirname(_owner(name) or "")
    target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
    return Link(attributes.get("Type", "").rpartition("/")[2], target.lstrip("/").lower())


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(one or other) for name, one, other in _ONE.findall(text)}
