"""Which rank a product has on a day, and what that rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ocop_xl.law.clocks import late_filer_grace_end
from ocop_xl.law.stars import RECOGNISED_STARS
from ocop_xl.model import Book, Product, Recognition
from ocop_xl.model import choices as c
from ocop_xl.records import NamedTuple


class Rank(NamedTuple):
    """Stars on a day; `proof` is the recognition they rest on, None when only «Hiện trạng» says so."""

    stars: int | None
    proof: Recognition | None = None


def last_day(recognition: Recognition) -> date | None:
    """The last day in force. Whoever re-filed and waits for the result keeps the rank at most 180 days longer
    (khoản 3 Điều 12, QĐ 26/2026/QĐ-TTg)."""
    if recognition.ends is None:
        return None
    if recognition.state == c.RECOGNITION_WAITING:
        return late_filer_grace_end(recognition.ends)
    return recognition.ends


def in_force(recognition: Recognition, on: date) -> bool:
    """Issued, not ended, not withdrawn and not replaced on that day."""
    end = last_day(recognition)
    if recognition.issued is None or end is None:
        return False
    return stands(recognition, on) and recognition.issued <= on <= end


def stands(recognition: Recognition, on: date) -> bool:
    """Neither withdrawn nor replaced by that day; a withdrawal without a day holds on every day."""
    if recognition.state not in (c.RECOGNITION_WITHDRAWN, c.RECOGNITION_REPLACED):
        return True
    return recognition.ended is not None and on < recognition.ended


def recognitions_of(book: Book, product: Product) -> list[Recognition]:
    """Every decision about the product, whatever became of it, in the sheet's order."""
    return [r for r in book[Recognition] if r.product_id == product.id]


def rank_on(book: Book, product: Product, on: date) -> Rank:
    """The rank of the latest recognition in force; while none had been issued by the day, what «Hiện trạng» says.

    Counting «Hiện trạng» is our reading: the plan's annex names ranks without their decisions. A rule asks for them.
    """
    recorded = [r for r in recognitions_of(book, product) if r.issued is None or r.issued <= on]
    if not recorded:
        return Rank(product.present)
    latest = latest_in_force(recorded, on)
    return Rank(latest.stars, latest) if latest else Rank(None)


def latest_in_force(recorded: Sequence[Recognition], on: date) -> Recognition | None:
    """The one issued last among the recognitions in force, if it has a rank; of two of one day, the higher."""
    standing = [r for r in recorded if in_force(r, on)]
    last = max((r.issued for r in standing if r.issued), default=None)
    ranked = [r for r in standing if r.issued == last and r.stars in RECOGNISED_STARS]
    return max(ranked, key=lambda r: r.stars or 0, default=None)
