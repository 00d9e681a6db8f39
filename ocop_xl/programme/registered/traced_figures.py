"""What figures of a paper were when it was issued, small enough to stand beside the trace of its rows.

A figure belongs to its day and is counted for that day again: a day that passes changes nothing, a row that is entered,
mended or removed later does. A trace reads `n739925:aaaa=bbbb,cccc=dddd`: the day as a number, then four hex digits
for the name of each figure and four for what it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from ocop_xl.model import Book
from ocop_xl.model.trace import digits
from ocop_xl.records import NamedTuple

_TRACE = r"n([1-9]\d{5}):((?:[0-9a-f]{4}=[0-9a-f]{4},?)+)"


class DatedFigure(NamedTuple):
    """A figure by its name – of «Số liệu» or of `named_figures` –, and the day for which a paper says it."""

    name: str
    day: date


def figures_trace(book: Book, figures: Iterable[tuple[str, date]]) -> str:
    """ "" when there is none."""
    days: dict[date, list[str]] = {}
    for figure in dict.fromkeys(DatedFigure(*one) for one in figures):
        days.setdefault(figure.day, []).append(f"{digits(figure.name)}={_of(book, figure)}")
    return ";".join(f"n{day.toordinal()}:{','.join(items)}" for day, items in days.items())


def figures_moved(book: Book, text: str) -> Iterator[DatedFigure]:
    """Those of a trace that are no longer what they were; a name that the model no longer has says nothing."""
    for found in filter(None, (re.fullmatch(_TRACE, part) for part in text.split(";"))):
        day, known = date.fromordinal(int(found[1])), _known()
        for item in found[2].split(","):
            mark, _, before = item.partition("=")
            if mark in known and _of(book, figure := DatedFigure(known[mark], day)) != before:
                yield figure


def figures_retaken(book: Book, text: str) -> str:
    """The trace with the same figures as they are now; its other parts, and names that are known no more, as they
    were."""
    return ";".join(_retaken(book, part) for part in text.split(";"))


def _retaken(book: Book, part: str) -> str:
    found = re.fullmatch(_TRACE, part)
    if found is None:
        return part
    day, known = date.fromordinal(int(found[1])), _known()
    items = (item.partition("=") for item in found[2].split(",") if item)
    now = (f"{mark}={_of(book, DatedFigure(known[mark], day)) if mark in known else old}" for mark, _, old in items)
    return f"n{found[1]}:{','.join(now)}"


@cache
def _known() -> dict[str, str]:
    """The names of all figures by what a trace has for them."""
    return {digits(name): name for name in _figures()}


def _of(book: Book, figure: DatedFigure) -> str:
    count = _figures().get(figure.name)
    return digits(str(count(book, figure.day) if count else None))


def _figures() -> Mapping[str, Callable[[Book, date], object]]:
    """Loaded by those who meet a paper with figures: few clicks do, and all that counts in the program comes along."""
    from ocop_xl.programme.registered.named_figures import FIGURES

    return FIGURES
