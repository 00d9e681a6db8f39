"""All texts of a table as one: a letter that no text has need not be looked for in any of its cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

BETWEEN = "\x1f"
"""Stands between two cells in a joined text, as nobody can type it."""
_ALPHANUMERIC = bytes(code for code in range(128) if chr(code).isalnum())


class TableText(NamedTuple):
    """The cells' texts between `BETWEEN`s, and the letters that occur in them (of ASCII columns only marks)."""

    text: str
    letters: frozenset[str]


def joined(columns: Iterable[Iterable[str | None]]) -> TableText:
    texts = [BETWEEN.join(filter(None, values)) for values in columns]
    return TableText(BETWEEN.join(["", *texts, ""]), frozenset().union(*map(_letters, texts)))


def _letters(text: str) -> frozenset[str]:
    """The letters of a column that matter here: keys and codes, all ASCII, are thinned out before they are gathered."""
    if text.isascii():
        text = text.encode("ascii").translate(None, _ALPHANUMERIC).decode("ascii")
    return frozenset(text)
