"""The key that a new row gets: the table's letters and the next number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ocop_xl.model.book import Book
from ocop_xl.model.table import Row, spec_of


def next_key(book: Book, kind: type[Row], also: Iterable[str] = ()) -> str:
    """`SP08` after SP07, whatever gaps there are: a key that was given up stays with what it meant. `also` are keys that
    are taken but not in the book yet. A mistyped key of ten digits and more is none to go on from."""
    key = spec_of(kind).key
    assert key is not None and key.prefix, f"{kind.__name__} has no keys of its own"
    taken = [getattr(row, key.attribute) for row in book[kind]]
    found = (re.fullmatch(rf"{key.prefix}0*(\d{{1,9}})", (one or "").strip()) for one in (*taken, *also))
    return f"{key.prefix}{max((int(match[1]) for match in found if match), default=0) + 1:02d}"
