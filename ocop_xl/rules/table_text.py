"""All texts of a table as one: a letter that no text has need not be looked for in any of its cells."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

BETWEEN = "\x1f"
"""Stands between two cells in a joined text, as nobody can type it."""
_ALPHANUMERIC = bytes(code for code in range(128) if chr(code).isalnum())


class TableText:
    """The cells' texts between `BETWEEN`s."""

    def __init__(self, columns: Iterable[Iterable[str | None]]) -> None:
        self._texts = [BETWEEN.join(filter(None, values)) for values in columns]
        self.text = BETWEEN.join(["", *self._texts, ""])

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters that occur; of ASCII columns only marks."""
        return frozenset().union(*map(_letters, self._texts))


def _letters(text: str) -> frozenset[str]:
    """The letters of a column that matter here: keys and codes, all ASCII, are thinned out before they are gathered."""
    if text.isascii():
        text = text.encode("ascii").translate(None, _ALPHANUMERIC).decode("ascii")
    return frozenset(text)
