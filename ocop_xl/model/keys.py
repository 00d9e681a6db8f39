"""Keys of rows: the next that a new row gets, and the row that somebody means who types one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

from ocop_xl.model.book import Book
from ocop_xl.model.column import Column
from ocop_xl.model.table import R, Row, spec_of


def last_number(kind: type[Row], rows: Iterable[Row], also: Iterable[str] = ()) -> int:
    """The highest number among the keys of rows and `also`, 0 if there is none."""
    name = _key_column(kind).attribute
    return _highest(_letters(kind), (*(getattr(row, name) or "" for row in rows), *also))


def key_of(kind: type[Row], number: int) -> str:
    """`SP08`."""
    return f"{_letters(kind)}{number:02d}"


def new_keys(book: Book, kind: type[Row], also: Iterable[str] = ()) -> Iterator[str]:
    """`SP08`, `SP09`… after SP07, whatever gaps there are: a key that was given up stays with what it meant. `also` are
    keys that are taken but not in the book yet."""
    return (key_of(kind, number) for number in count(last_number(kind, book[kind], also) + 1))


def next_key(book: Book, kind: type[Row], also: Iterable[str] = ()) -> str:
    """The first of `new_keys`."""
    return next(new_keys(book, kind, also))


class FreeKeys:
    """Keys that none of `taken` has, each given once."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = list(taken)
        self._last: dict[str, int] = {}

    def like(self, key: str) -> str:
        """`SP09` for SP08, `HS01-HD2` for HS01-HD1, `HS01-XA2` for HS01-XA: the next number behind the same letters."""
        stem = key.rstrip("0123456789")
        width = len(key) - len(stem)
        self._last[stem] = last = max(self._last.get(stem) or _highest(stem, self._taken), 0 if width else 1) + 1
        return f"{stem}{last:0{width}d}"


def key_typed(book: Book, kind: type[Row], typed: str | None) -> str | None:
    """The key that somebody means who types it: `sp07 ` is SP07. None if no row has it."""
    wanted, keys = (typed or "").strip(), book.by_id(kind)
    if wanted in keys or not wanted:
        return wanted or None
    return next((key for key in keys if key.casefold() == wanted.casefold()), None)


def row_typed(book: Book, kind: type[R], typed: str | None) -> R | None:
    """The row of that key; the first of equal keys, as everywhere."""
    return book.by_id(kind).get(key_typed(book, kind, typed) or "")


def _highest(stem: str, keys: Iterable[str]) -> int:
    """The highest number behind these letters, all keys looked through in one go. A mistyped key of ten digits and more
    is none to go on from."""
    pattern = re.compile(rf"^ *{re.escape(stem)}0*(\d{{1,9}}) *$", re.MULTILINE)
    return max(map(int, pattern.findall("\n".join(keys))), default=0)


def _key_column(kind: type[Row]) -> Column:
    key = spec_of(kind).key
    assert key is not None, f"{kind.__name__} has no key column"
    return key


def _letters(kind: type[Row]) -> str:
    letters = _key_column(kind).prefix
    assert letters, f"{kind.__name__} has no keys of its own"
    return letters
