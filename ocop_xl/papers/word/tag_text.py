"""The tags of a template as text: where they begin and end, as they were typed and as Jinja reads them.

The tag language is docxtpl's: `{{ }}`, `{% %}`, `{# #}`, and `{%p %}`, `{%tr %}`, `{%tc %}`, `{%r %}`, which take the
place of the paragraph, table row, cell or run they stand in.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from ocop_xl.vietnamese import nfc

_CLOSINGS = {"{": "}}", "%": "%}", "#": "#}"}
_ESCAPED = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")
"""What a template shows and does not mean as a tag: `{_{ xa.ten_xa }_}` is printed as `{{ xa.ten_xa }}`."""
LOOKS_OPEN = re.compile(r"\{(?=[{%#])")
SCOPED = re.compile(r"(\{\{|\{%|\{#)(-?)(tr|tc|p|r)\s(.*)", re.DOTALL)
SCOPE_NAMES = {"p": "đoạn", "tr": "dòng của bảng", "tc": "ô của bảng", "r": "cụm chữ"}
_AS_TYPED = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u200b": None, "\ufeff": None, "\u00ad": None}
)
_WORDS_SHOWN = 90


@dataclass(slots=True)
class Place:
    """Where a tag stands: the tag as typed, and the words of its paragraph."""

    tag: str
    words: str


@dataclass(slots=True)
class Source:
    """Jinja source of one part. Tag number n stands on line n+1, so a line number leads to its place."""

    text: str
    places: list[Place]

    def place(self, line: int) -> Place | None:
        return self.places[line - 2] if 2 <= line <= len(self.places) + 1 else None


@dataclass(slots=True)
class Tag:
    source: str
    place: Place


def tag_spans(raw: str) -> tuple[list[tuple[int, int]], bool]:
    """Where tags begin and end, and whether each opening has its closing; in one pass, whatever is typed."""
    spans: list[tuple[int, int]] = []
    hopeless: set[str] = set()  # closings that do not come any more
    at = 0
    while found := LOOKS_OPEN.search(raw, at):
        start = found.start()
        closing = _CLOSINGS[raw[start + 1]]
        end = -1 if closing in hopeless else raw.find(closing, start + 2)
        if end < 0:
            hopeless.add(closing)
            at = start + 1
        else:
            at = end + 2
            spans.append((start, at))
    return spans, not hopeless


def normal(tag: str) -> str:
    """A tag as it was meant: entities resolved, quotes straight, letters composed, on one line."""
    return nfc(" ".join(html.unescape(tag).translate(_AS_TYPED).splitlines()))


def short(words: str) -> str:
    return words if len(words) <= _WORDS_SHOWN else words[:_WORDS_SHOWN] + "…"


def cut(text: str, offset: int, spans: list[tuple[int, int]], tags: list[Tag], ahead: int) -> list[str | Tag]:
    """The pieces of one text that begins `offset` characters into its paragraph; tags before `ahead` are over."""
    pieces: list[str | Tag] = []
    position = 0
    while ahead < len(spans) and spans[ahead][0] < offset + len(text):
        begin, stop = spans[ahead][0] - offset, spans[ahead][1] - offset
        if begin > position:
            pieces.append(text[position:begin])
        if begin >= 0:
            pieces.append(tags[ahead])
        position = max(position, min(stop, len(text)))
        ahead += 1
    if position < len(text):
        pieces.append(text[position:])
    return pieces


def literal(text: str) -> str:
    """Text that Jinja must leave alone, on one line so that line numbers keep counting tags."""
    if "_" in text:
        text = _ESCAPED.sub(lambda found: found[0].replace("_", ""), text)
    if "{" in text:
        text = LOOKS_OPEN.sub("{{ '{' }}", text)
    if "\n" in text or "\r" in text:
        text = text.replace("\r\n", " ").replace("\r", " ").replace("\n", " ")
    return text


def broken_after_opening(tag: str) -> str:
    """The tag with a line break after its opening: the next tag counts one line further."""
    opening = 3 if tag[2:3] in ("-", "+") else 2
    return f"{tag[:opening]}\n{tag[opening:]}"
