"""Stock and flow of products by star over a period: what stood before, came, rose, fell, went, and what stands now.

Both stocks are the ranks that the targets count (`rank_on` of products that take part); a product's way from one to the
other has one name, so that for every rank the flows are the difference of the stocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import Book, Product
from ocop_xl.model import choices as c
from ocop_xl.programme.participation import takes_part
from ocop_xl.programme.ranks import rank_on, recognitions_of
from ocop_xl.records import NamedTuple


class Way(StrEnum):
    """How a product came into a rank or left it; the value is what the yearly report says."""

    NEW = "công nhận mới"
    RAISED = "nâng hạng"
    LOWERED = "xuống hạng"
    KEPT = "giữ hạng"
    LAPSED = "hết hạn"
    WITHDRAWN = "bị thu hồi"
    STOPPED = "ngừng tham gia"


LEFT = (Way.LAPSED, Way.WITHDRAWN, Way.STOPPED)


class Move(NamedTuple):
    """A product that had a recognised rank before the period or has one at its end; None stands for none."""

    product: Product
    before: int | None
    after: int | None
    way: Way


class StarFlow(NamedTuple):
    """One rank: products before the period and at its end, and what happened to them in between. `came` rose or fell to
    this rank from another, `went` left it for another."""

    stars: int
    before: int
    kept: int
    new: int
    came: int
    went: int
    lapsed: int
    withdrawn: int
    stopped: int
    after: int


def moves(book: Book, first: date, last: date) -> list[Move]:
    """In the order of «Sản phẩm»; `first` and `last` both belong to the period."""
    eve = first - timedelta(days=1)
    found = []
    for product in book[Product]:
        before, after = _stock(book, product, eve), _stock(book, product, last)
        if product.id and (before or after):
            found.append(Move(product, before, after, _way(book, product, before, after, last)))
    return found


def star_flow(found: Sequence[Move]) -> list[StarFlow]:
    """Every recognised rank, the highest first."""
    return [_of_rank(found, stars) for stars in sorted(RECOGNISED_STARS, reverse=True)]


def _of_rank(found: Sequence[Move], stars: int) -> StarFlow:
    had = [move for move in found if move.before == stars]
    has = [move for move in found if move.after == stars]
    left = {way: sum(move.way is way for move in had) for way in LEFT}
    return StarFlow(
        stars,
        before=len(had),
        kept=sum(move.way is Way.KEPT for move in had),
        new=sum(move.way is Way.NEW for move in has),
        came=sum(move.before not in (None, stars) for move in has),
        went=sum(move.after not in (None, stars) for move in had),
        lapsed=left[Way.LAPSED],
        withdrawn=left[Way.WITHDRAWN],
        stopped=left[Way.STOPPED],
        after=len(has),
    )


def _stock(book: Book, product: Product, on: date) -> int | None:
    stars = rank_on(book, product, on).stars if takes_part(product, on) else None
    return stars if stars in RECOGNISED_STARS else None


def _way(book: Book, product: Product, before: int | None, after: int | None, last: date) -> Way:
    if after is None:
        return _how_left(book, product, last)
    if before is None:
        return Way.NEW
    return Way.KEPT if after == before else Way.RAISED if after > before else Way.LOWERED


def _how_left(book: Book, product: Product, last: date) -> Way:
    """Our reading: who no longer takes part has stopped, whatever became of the certificate; else a withdrawal of any
    of its certificates by then outweighs an end that came by itself."""
    if not takes_part(product, last):
        return Way.STOPPED
    withdrawn = any(
        row.state == c.RECOGNITION_WITHDRAWN
        and (row.ended is None or row.ended <= last)
        and not _ran_out(row.ends, row.ended)
        for row in recognitions_of(book, product)
    )
    return Way.WITHDRAWN if withdrawn else Way.LAPSED


def _ran_out(ends: date | None, ended: date | None) -> bool:
    """A withdrawal after the certificate's own end takes nothing away."""
    return ends is not None and ended is not None and ends < ended
