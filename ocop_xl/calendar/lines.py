"""The lines of a calendar file: escaped, folded, and read back (RFC 5545, sections 3.1 and 3.3.11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_OCTETS = 75
"""Of a line; what is longer goes on in the next, behind a blank."""
_UNESCAPED = {"\\\\": "\\", "\\n": "\n", "\\N": "\n", "\\,": ",", "\\;": ";"}


def line(name: str, text: str) -> bytes:
    """A property whose value is text."""
    escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")
    return plain(f"{name}:{escaped}")


def plain(content: str) -> bytes:
    """A line as it stands, folded between letters: none is ever cut in two."""
    folded, length = [], 0
    for letter in content:
        octets = len(letter.encode())
        if length + octets > MOST_OCTETS:
            folded.append("\r\n ")
            length = 1
        folded.append(letter)
        length += octets
    return "".join(folded).encode() + b"\r\n"


def unfolded(content: bytes) -> Iterator[tuple[str, str]]:
    """Names, without their parameters, and values of all lines."""
    whole = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
    for one in whole.split("\n"):
        name, colon, value = one.partition(":")
        if colon:
            yield name.partition(";")[0].upper(), value


def text_of(value: str) -> str:
    """What was escaped."""
    return re.sub(r"\\[\\nN,;]", lambda found: _UNESCAPED[found[0]], value)
