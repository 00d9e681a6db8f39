"""A source is one small function; what is the same for all its duties stands right above it.

@source("cycle-step", CycleStep, "{product}: làm xong bước «{step_name}»", article="…", step="finish-step")
def step_due(book: Book, on: date) -> Iterator[Open]: ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ocop_xl.model import Book
from ocop_xl.model.table import Row
from ocop_xl.programme.agenda.words import OFFICER
from ocop_xl.records import NamedTuple


class Open(NamedTuple):
    """A row that wants something by a day. `opens` None: `SOON` before it is due. `part` tells duties of one row and
    source apart, such as the year of a conference; `more` are the keys of other rows that it speaks of."""

    row: Row
    due: date
    opens: date | None = None
    part: str = ""
    more: tuple[str, ...] = ()


Find = Callable[[Book, date], Iterator[Open]]


class Source(NamedTuple):
    """`words` and `who` are texts with facts (`words.py`). `step` is the one that settles it; `waits`: it is not the
    commune's turn."""

    name: str
    kind: type[Row]
    words: str
    who: str
    article: str
    step: str
    waits: bool
    find: Find


SOURCES: dict[str, Source] = {}


def source(
    name: str, kind: type[Row], words: str, *, article: str, step: str, who: str = OFFICER, waits: bool = False
) -> Callable[[Find], Find]:
    """Put a function into `SOURCES` under a name that no other has: it is part of every key."""

    def register(find: Find) -> Find:
        assert name not in SOURCES, f"{name} is taken"
        SOURCES[name] = Source(name, kind, words, who, article, step, waits, find)
        return find

    return register
