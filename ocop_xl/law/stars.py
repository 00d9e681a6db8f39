"""Points to stars: the bands of khoản 3 Điều 3, QĐ 26/2026/QĐ-TTg, and who recognises each rank.

A band is only the first condition: the scoring sheets also mark minima on single criteria
(`criteria.CriteriaSet.minima`).
"""

from __future__ import annotations

from datetime import date, timedelta

from ocop_xl.law.documents import document
from ocop_xl.records import NamedTuple

ARTICLE = "khoản 3 Điều 3, QĐ 26/2026/QĐ-TTg"
FULL_SCORE = 100
RECOGNISED_STARS = (3, 4, 5)
"""Ranks with a decision and a certificate; 1 and 2 sao have neither (khoản 1 Điều 4)."""


class StarBand(NamedTuple):
    """Mean total score from `at_least` to below `below` (100 itself belongs to 5 sao)."""

    stars: int
    at_least: int
    below: int
    level: str


STAR_BANDS: tuple[StarBand, ...] = (
    StarBand(5, 90, FULL_SCORE + 1, "quốc gia"),
    StarBand(4, 70, 90, "tỉnh"),
    StarBand(3, 50, 70, "tỉnh"),
    StarBand(2, 30, 50, ""),
    StarBand(1, 0, 30, ""),
)


def stars_for_points(total: float) -> int:
    """1–5. Nothing is rounded: 69,9 điểm is 3 sao (our reading). ValueError outside 0–100."""
    if not 0 <= total <= FULL_SCORE:
        raise ValueError(f"Tổng điểm {total} không nằm trong khoảng từ 0 đến {FULL_SCORE}.")
    return next(band.stars for band in STAR_BANDS if total >= band.at_least)


def level_of(stars: int) -> str:
    """`quốc gia`, `tỉnh`, or empty for 1 and 2 sao."""
    return next(band.level for band in STAR_BANDS if band.stars == stars)


DISTRICT = "UBND huyện"
PROVINCE = "UBND tỉnh"
OLD_MINISTRY = "Bộ Nông nghiệp và Phát triển nông thôn"
MINISTRY = "Bộ Nông nghiệp và Môi trường"
AUTHORITIES = (DISTRICT, PROVINCE, OLD_MINISTRY, MINISTRY)

MINISTRY_RENAMED = date(2025, 3, 1)
"""From this day the ministry bears its present name (common knowledge, not a rule of the OCOP decisions)."""


class Mandate(NamedTuple):
    """`authority` recognises products of that rank from `since` to `until`, both days included."""

    stars: int
    authority: str
    since: date
    until: date


_148, _1489 = document("148/QĐ-TTg").effective_from, document("1489/QĐ-TTg").effective_from
MANDATES: tuple[Mandate, ...] = (
    Mandate(3, DISTRICT, _148, _1489 - timedelta(days=1)),
    Mandate(3, PROVINCE, _1489, date.max),
    Mandate(4, PROVINCE, date.min, date.max),
    Mandate(5, OLD_MINISTRY, date.min, MINISTRY_RENAMED - timedelta(days=1)),
    Mandate(5, MINISTRY, MINISTRY_RENAMED, date.max),
)
"""Each rank's mandates, oldest first. QĐ 148/QĐ-TTg gave 3 sao to the district, QĐ 1489/QĐ-TTg to the province.

Our reading: 3 sao before QĐ 148/QĐ-TTg is not judged; from 1 to 5/7/2025, when districts were already gone, the text
of QĐ 148/QĐ-TTg still counts.
"""


def authority_for(stars: int, on: date | None = None) -> str:
    """Who recognises that rank on a day, by today's law if none is given; empty for 1 and 2 sao, and if not known."""
    day = on or date.max
    return next((m.authority for m in MANDATES if m.stars == stars and m.since <= day <= m.until), "")
