"""What figures of a paper were when it was issued, small enough to stand beside the trace of its rows.

A figure belongs to its day and is counted for that day again: a day that passes changes nothing, a row that is entered,
mended or removed later does. A trace reads `n739925:aaaa=bbbb,cccc=dddd`: the day as a number, then four hex digits
for the name of each figure and four for what it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache

from ocop_xl.model import (
    Book,
    Budget,
    Communication,
    Dossier,
    Idea,
    Inspection,
    Promotion,
    Support,
    Target,
    TrainingClass,
)
from ocop_xl.model.table import Row
from ocop_xl.model.trace import digits
from ocop_xl.programme.measures import MEASURES, measured
from ocop_xl.programme.participation import active_producers, active_products
from ocop_xl.programme.star_flow import moves, star_flow
from ocop_xl.programme.year_figures import Mending, channel_flow, dossier_clock, idea_funnel, mending, within
from ocop_xl.records import NamedTuple

STARS, IDEAS, DOSSIERS, MENDED, CHANNELS = (
    f"{what} trong năm" for what in ("Hạng sao", "Ý tưởng", "Hồ sơ", "Khắc phục", "Kênh bán")
)
ACTIVITIES, VISITS, TAKING_PART = "Hoạt động trong năm", "Lượt kiểm tra trong năm", "Sản phẩm, chủ thể tham gia"
MONEY, MONEY_OF_YEAR = "Kinh phí", "Kinh phí năm"
_TRACE = re.compile(r"n([1-9]\d{5}):((?:[0-9a-f]{4}=[0-9a-f]{4},?)+)")
_DATED: tuple[tuple[type[Row], str], ...] = (
    (Communication, "published"),
    (TrainingClass, "held"),
    (Idea, "received"),
    (Dossier, "received"),
    (Dossier, "sent"),
    (Support, "done"),
    (Promotion, "held"),
)
"""Days of what is done in a year."""


class DatedFigure(NamedTuple):
    """A figure by its name – of «Số liệu» or below –, and the day for which a paper says it."""

    name: str
    day: date


def of_targets(book: Book, day: date) -> list[DatedFigure]:
    """The figures of all targets, and how much takes part."""
    names = dict.fromkeys(target.measure for target in book[Target] if target.measure in MEASURES)
    return [DatedFigure(name, day) for name in (*names, TAKING_PART) if name]


def figures_trace(book: Book, figures: Iterable[tuple[str, date]]) -> str:
    """ "" when there is none."""
    days: dict[date, list[str]] = {}
    for figure in dict.fromkeys(DatedFigure(*one) for one in figures):
        days.setdefault(figure.day, []).append(f"{digits(figure.name)}={_of(book, figure)}")
    return ";".join(f"n{day.toordinal()}:{','.join(items)}" for day, items in days.items())


def figures_moved(book: Book, text: str) -> Iterator[DatedFigure]:
    """Those of a trace that are no longer what they were; a name that the model no longer has says nothing."""
    known = _known()
    for found in filter(None, map(_TRACE.fullmatch, text.split(";"))):
        day = date.fromordinal(int(found[1]))
        for item in found[2].split(","):
            mark, _, before = item.partition("=")
            if mark in known and _of(book, figure := DatedFigure(known[mark], day)) != before:
                yield figure


def figures_retaken(book: Book, text: str) -> str:
    """The trace with the same figures as they are now; its other parts, and names that are known no more, as they
    were."""
    return ";".join(_retaken(book, part) for part in text.split(";"))


def _retaken(book: Book, part: str) -> str:
    found = _TRACE.fullmatch(part)
    if found is None:
        return part
    day, known = date.fromordinal(int(found[1])), _known()
    items = (item.partition("=") for item in found[2].split(",") if item)
    now = (f"{mark}={_of(book, DatedFigure(known[mark], day)) if mark in known else old}" for mark, _, old in items)
    return f"n{found[1]}:{','.join(now)}"


@cache
def _known() -> dict[str, str]:
    """The names of all figures by what a trace has for them."""
    return {digits(name): name for name in (*MEASURES, *_COUNTED)}


def _of(book: Book, figure: DatedFigure) -> str:
    count = _COUNTED.get(figure.name)
    return digits(str(count(book, figure.day) if count else measured(book, figure.day, figure.name)))


def _of_year(count: Callable[[Book, date, date], object]) -> Callable[[Book, date], object]:
    """From the first day of the year up to the day."""
    return lambda book, day: count(book, date(day.year, 1, 1), day)


def _done(book: Book, first: date, last: date) -> list[int]:
    return [sum(within(getattr(row, day), first, last) for row in book[kind]) for kind, day in _DATED]


def _visits(book: Book, first: date, last: date) -> list[tuple[object, ...]]:
    seen = [row for row in book[Inspection] if within(row.inspected, first, last)]
    return [(row.product_id, row.kind, row.conditions, row.quality, row.criteria_kept, row.mark_use) for row in seen]


def _counts(mended: Mending) -> tuple[int, int, int]:
    return mended.asked, mended.done, len(mended.overdue)


def _money(rows: Iterable[Budget]) -> list[tuple[object, ...]]:
    return [(row.year, row.source, row.planned, row.allocated, row.spent) for row in rows]


_COUNTED: dict[str, Callable[[Book, date], object]] = {
    STARS: _of_year(lambda book, first, last: star_flow(moves(book, first, last))),
    IDEAS: _of_year(idea_funnel),
    DOSSIERS: _of_year(dossier_clock),
    MENDED: _of_year(lambda book, first, last: _counts(mending(book, first, last))),
    CHANNELS: _of_year(channel_flow),
    ACTIVITIES: _of_year(_done),
    VISITS: _of_year(_visits),
    TAKING_PART: lambda book, day: (len(active_products(book, day)), len(active_producers(book, day))),
    MONEY: lambda book, day: _money(book[Budget]),
    MONEY_OF_YEAR: lambda book, day: _money(row for row in book[Budget] if row.year == day.year),
}
"""Figures of papers that stand in no cell of «Số liệu»."""
