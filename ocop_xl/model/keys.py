"""The key that a new row gets: the table's letters and the next number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import digits

from ocop_xl.model.book import Book
from ocop_xl.model.table import Row, spec_of


def next_key(book: Book, kind: type[Row], also: Iterable[str] = ()) -> str:
    """`SP08` after SP07, whatever gaps there are: a key that was given up stays with what it meant. `also` are keys that
    are taken but not in the book yet. A mistyped key of ten digits and more is none to go on from."""
    key = spec_of(kind).key
    assert key is not None and key.prefix, f"{kind.__name__} has no keys of its own"
    taken = (getattr(row, key.attribute) or "" for row in book[kind])
    return f"{key.prefix}{_highest(key.prefix, (*taken, *also)) + 1:02d}"


class FreeKeys:
    """Keys that none of `taken` has, each given once."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = list(taken)
        self._last: dict[str, int] = {}

    def like(self, key: str) -> str:
        """`SP09` for SP08, `HS01-HD2` for HS01-HD1, `HS01-XA2` for HS01-XA: the next number behind the same letters."""
        stem = key.rstrip(digits)
        width = len(key) - len(stem)
        self._last[stem] = last = max(self._last.get(stem) or _highest(stem, self._taken), 0 if width else 1) + 1
        return f"{stem}{last:0{width}d}"


def _highest(stem: str, keys: Iterable[str]) -> int:
    """The highest number behind these letters. A mistyped key of ten digits and more is none to go on from."""
    pattern = re.compile(rf"{re.escape(stem)}0*(\d{{1,9}})")
    return max((int(match[1]) for key in keys if (match := pattern.fullmatch(key.strip()))), default=0)
