"""Points to stars: the bands of khoản 3 Điều 3, QĐ 26/2026/QĐ-TTg, and who recognises each rank.

A band is only the first condition: the scoring sheets also mark minima on single criteria
(`criteria.CriteriaSet.minima`).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

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


PROVINCE = "UBND tỉnh"
MINISTRY = "Bộ Nông nghiệp và Môi trường"
DISTRICT = "UBND huyện"
OLD_MINISTRY = "Bộ Nông nghiệp và Phát triển nông thôn"
DISTRICT_ENDS = date(2025, 7, 6)
"""From this day QĐ 1489/QĐ-TTg gives 3 sao to the province; before it the district had it (QĐ 148/QĐ-TTg)."""
MINISTRY_RENAMED = date(2025, 3, 1)
"""From this day the ministry bears its present name (common knowledge, not a rule of the OCOP decisions)."""


def authority_for(stars: int, on: date | None = None) -> str:
    """Who recognises that rank on a day, by today's law if none is given; empty for 1 and 2 sao."""
    if stars not in RECOGNISED_STARS:
        return ""
    if stars == 5:
        return OLD_MINISTRY if on is not None and on < MINISTRY_RENAMED else MINISTRY
    return DISTRICT if stars == 3 and on is not None and on < DISTRICT_ENDS else PROVINCE
