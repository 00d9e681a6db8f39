"""What a year brought besides ranks and targets: ideas, dossiers and their clock, mending, channels.

Everything is counted up to a day, from the days in the rows: what is dated later changes nothing of a year that is
over.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ocop_xl.law.clocks import commune_deadline, is_working_day
from ocop_xl.model import Book, Channel, Dossier, Idea, Inspection, Product
from ocop_xl.model import choices as c
from ocop_xl.programme.participation import happened, is_open, takes_part
from ocop_xl.records import NamedTuple


def within(day: date | None, first: date, last: date) -> bool:
    """Both days included; a blank day is in no period."""
    return day is not None and first <= day <= last


class IdeaFunnel(NamedTuple):
    """Ideas received in the period and what had become of them by its end; `products` take part, `waiting` have no
    answer."""

    received: int
    chosen: int
    declined: int
    waiting: int
    products: int


def idea_funnel(book: Book, first: date, last: date) -> IdeaFunnel:
    """What became, by the last day, of the ideas received in the period; both days included."""
    ideas = [row for row in book[Idea] if within(row.received, first, last)]
    chosen, declined, _ = c.IDEA_DECISION.values
    answered = {
        value: [r for r in ideas if r.decision == value and happened(r.reviewed, last)] for value in (chosen, declined)
    }
    products = book.by_id(Product)
    grown = [products.get(row.product_id or "") for row in answered[chosen]]
    return IdeaFunnel(
        len(ideas),
        len(answered[chosen]),
        len(answered[declined]),
        len(ideas) - sum(map(len, answered.values())),
        sum(product is not None and takes_part(product, last) for product in grown),
    )


class DossierClock(NamedTuple):
    """Dossiers of the period and the 15 working days (khoản 2 Điều 7): `median` of the working days from receipt to
    sending, None when none was sent; `late` were sent after their last day, `overdue` wait past it at the end."""

    received: int
    sent: int
    returned: int
    late: int
    overdue: int
    median: float | None


def dossier_clock(book: Book, first: date, last: date) -> DossierClock:
    """How the dossiers of the period kept the 15 working days (khoản 2 Điều 7, QĐ 26/2026/QĐ-TTg), as of its last day.
    One sent before it was received is a slip in a cell (HS-004) and times nothing."""
    from statistics import median  # slow to load, and every click that looks at a registered paper would pay for it

    rows = book[Dossier]
    sent = [row for row in rows if within(row.sent, first, last)]
    timed = [(row.received, row.sent) for row in sent if row.received and row.sent and row.received <= row.sent]
    waiting = [row.received for row in rows if row.received and row.received <= last and _waits(row, last)]
    return DossierClock(
        received=sum(within(row.received, first, last) for row in rows),
        sent=len(sent),
        returned=sum(within(row.returned, first, last) for row in rows),
        late=sum(done > commune_deadline(begun) for begun, done in timed),
        overdue=sum(commune_deadline(begun) < last for begun in waiting),
        median=median(working_days(begun, done) for begun, done in timed) if timed else None,
    )


def _waits(row: Dossier, last: date) -> bool:
    """Neither sent nor returned by the day; a state without a day holds on every day."""
    days = [day for day in (row.sent, row.returned) if day is not None]
    if days:
        return min(days) > last
    return row.state not in (c.DOSSIER_SENT, *c.DOSSIER_SETTLED)


def working_days(begun: date, done: date) -> int:
    """From the day after the first to the second, as the clock counts them."""
    return sum(is_working_day(begun + timedelta(days=n)) for n in range(1, (done - begun).days + 1))


class Mending(NamedTuple):
    """Visits of the period that asked for mending, those mended by its end, those past their day."""

    asked: int
    done: int
    overdue: list[Inspection]


def mending(book: Book, first: date, last: date) -> Mending:
    """Overdue is what is open at the end, whenever it was asked for."""
    asked = [row for row in book[Inspection] if row.severity in c.SEVERITY_TO_MEND and row.inspected]
    ours = [row for row in asked if within(row.inspected, first, last)]
    open_ones = [row for row in asked if row.inspected and row.inspected <= last and not _mended(row, last)]
    return Mending(
        len(ours),
        sum(_mended(row, last) for row in ours),
        [row for row in open_ones if row.due is not None and row.due < last],
    )


def _mended(row: Inspection, last: date) -> bool:
    return row.done is not None and row.done <= last


class ChannelFlow(NamedTuple):
    """One kind of channel: places open before the period, opened and closed in it, open at its end."""

    kind: str
    before: int
    opened: int
    closed: int
    after: int


def channel_flow(book: Book, first: date, last: date) -> list[ChannelFlow]:
    """Places by their name: one that shows several products stands on several rows. Kinds that no row names are left
    out."""
    eve = first - timedelta(days=1)
    found = []
    for kind in c.CHANNEL_KIND.values:
        rows = [row for row in book[Channel] if row.kind == kind]
        before, after = _places(rows, eve), _places(rows, last)
        if before or after:
            found.append(ChannelFlow(kind, len(before), len(after - before), len(before - after), len(after)))
    return found


def _places(rows: Iterable[Channel], on: date) -> set[str]:
    return {(row.name or "").casefold() for row in rows if is_open(row, on)}
