"""The figures that papers say and that many rows are counted for, by name; `traced_figures` keeps what they were."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

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
from ocop_xl.programme.measure import MeasureSpec
from ocop_xl.programme.measures import MEASURES
from ocop_xl.programme.participation import active_producers, active_products
from ocop_xl.programme.registered.traced_figures import DatedFigure
from ocop_xl.programme.star_flow import moves, star_flow
from ocop_xl.programme.year_figures import Mending, channel_flow, dossier_clock, idea_funnel, mending, within

Count = Callable[[Book, date], object]

STARS, IDEAS, DOSSIERS, MENDED, CHANNELS = (
    f"{what} trong năm" for what in ("Hạng sao", "Ý tưởng", "Hồ sơ", "Khắc phục", "Kênh bán")
)
ACTIVITIES, VISITS, TAKING_PART = "Hoạt động trong năm", "Lượt kiểm tra trong năm", "Sản phẩm, chủ thể tham gia"
MONEY, MONEY_OF_YEAR = "Kinh phí", "Kinh phí năm"
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


def of_targets(book: Book, day: date) -> list[DatedFigure]:
    """The figures of all targets, and how much takes part."""
    names = dict.fromkeys(target.measure for target in book[Target] if target.measure in MEASURES)
    return [DatedFigure(name, day) for name in (*names, TAKING_PART) if name]


def _measured(spec: MeasureSpec) -> Count:
    return lambda book, day: spec.reckon(book, day).value


def _of_year(count: Callable[[Book, date, date], object]) -> Count:
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


FIGURES: dict[str, Count] = {
    **{name: _measured(spec) for name, spec in MEASURES.items()},
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
"""By name: those of «Số liệu», then those that stand in no cell. Equal as long as nothing moves the figure."""
