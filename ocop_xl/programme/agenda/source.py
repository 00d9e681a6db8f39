"""A source is one small function; its name, article and the step that settles its duties stand right above it.

@source("cycle-step", article="…", step="finish-step")
def step_due(book: Book, on: date) -> Iterator[Open]: ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from ocop_xl.model import Book
from ocop_xl.model.table import Row

OFFICER = "Cán bộ OCOP"
"""Who does what no row gives to somebody."""
PROVINCE = "Tỉnh"


class Open(NamedTuple):
    """What a source says of a row that wants something. `opens` None: `SOON` before it is due. `waits`: it is not the
    commune's turn. `part` tells duties of one row and source apart, such as the year of a conference."""

    row: Row
    due: date
    what: str
    who: str = OFFICER
    opens: date | None = None
    waits: bool = False
    part: str = ""
    more: tuple[str, ...] = ()  # keys of other rows it speaks of


Find = Callable[[Book, date], Iterator[Open]]


class Source(NamedTuple):
    """A source with what is the same for all its duties. `step` is "" where no step settles them, but a paper or a cell
    of the plan."""

    name: str
    article: str
    step: str
    find: Find


SOURCES: dict[str, Source] = {}


def source(name: str, *, article: str, step: str) -> Callable[[Find], Find]:
    """Put a function into `SOURCES` under a name that no other has: it is part of every key."""

    def register(find: Find) -> Find:
        assert name not in SOURCES, f"{name} is taken"
        SOURCES[name] = Source(name, article, step, find)
        return find

    return register
