"""Points to stars, stars to the authority that recognises them."""

from datetime import date, timedelta

import pytest

from ocop_xl.law.stars import (
    AUTHORITIES,
    MANDATES,
    RECOGNISED_STARS,
    STAR_BANDS,
    authority_for,
    level_of,
    stars_for_points,
)


@pytest.mark.parametrize(
    ("points", "stars"),
    [
        (0, 1), (29.9, 1), (30, 2), (49.9, 2), (50, 3), (69.9, 3), (70, 4), (89.9, 4), (90, 5), (100, 5),
    ],
)  # fmt: skip
def test_bands(points: float, stars: int) -> None:
    assert stars_for_points(points) == stars


@pytest.mark.parametrize("points", [-0.1, 100.5, float("nan")])
def test_points_outside_0_to_100_are_no_score(points: float) -> None:
    with pytest.raises(ValueError, match="không nằm trong khoảng từ 0 đến 100"):
        stars_for_points(points)


def test_bands_leave_no_gap() -> None:
    assert [band.below for band in STAR_BANDS[1:]] == [band.at_least for band in STAR_BANDS[:-1]]


@pytest.mark.parametrize(
    ("stars", "level", "authority"),
    [
        (1, "", ""),
        (2, "", ""),
        (3, "tỉnh", "UBND tỉnh"),
        (4, "tỉnh", "UBND tỉnh"),
        (5, "quốc gia", "Bộ Nông nghiệp và Môi trường"),
    ],
)
def test_who_recognises_a_rank_today(stars: int, level: str, authority: str) -> None:
    assert (level_of(stars), authority_for(stars)) == (level, authority)
    assert (stars in RECOGNISED_STARS) == bool(authority)


@pytest.mark.parametrize(
    ("stars", "on", "authority"),
    [
        (3, date(2023, 2, 23), ""),  # before QĐ 148/QĐ-TTg: not judged
        (3, date(2023, 2, 24), "UBND huyện"),
        (3, date(2025, 7, 5), "UBND huyện"),
        (3, date(2025, 7, 6), "UBND tỉnh"),  # QĐ 1489/QĐ-TTg
        (4, date(2024, 1, 1), "UBND tỉnh"),
        (5, date(2024, 1, 1), "Bộ Nông nghiệp và Phát triển nông thôn"),
        (5, date(2025, 2, 28), "Bộ Nông nghiệp và Phát triển nông thôn"),
        (5, date(2025, 3, 1), "Bộ Nông nghiệp và Môi trường"),
    ],
)
def test_who_recognised_a_rank_earlier(stars: int, on: date, authority: str) -> None:
    assert authority_for(stars, on) == authority


def test_no_rank_has_two_authorities_on_a_day_nor_none_after_its_first_mandate() -> None:
    for stars in RECOGNISED_STARS:
        mandates = [m for m in MANDATES if m.stars == stars]
        assert [m.since for m in mandates[1:]] == [m.until + timedelta(days=1) for m in mandates[:-1]]
        assert mandates[-1].until == date.max
    assert {m.authority for m in MANDATES} == set(AUTHORITIES)
