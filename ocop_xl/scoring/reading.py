"""How we read the two conditions of a rank. This is the one place: an officer's correction is made here.

The decision itself says (khoản 3 Điều 3, QĐ 26/2026/QĐ-TTg) which band of the mean total gives which rank, and the
note below each scoring sheet of Phụ lục II says that levels marked ***, **** and ***** are the least that must be
reached for 3, 4 and 5 sao. How the two work together is **our reading**:

1. a rank also needs the minima of the ranks below it (5 sao needs the marks of 3, 4 and 5 sao);
2. the rank is the lower of what points and what minima allow;
3. who misses a minimum of 3 sao gets at most 2 sao, by points;
4. a criterion that nobody has answered has no points and meets no minimum;
5. an excluded product has no rank at all;
6. of a council, the mean of the members' points on a criterion is what its minimum is held against.
"""

from __future__ import annotations

ARTICLE = (
    "khoản 3 Điều 3 và ghi chú dưới các bảng của Phụ lục II, QĐ 26/2026/QĐ-TTg; "
    "cách kết hợp hai điều kiện là cách hiểu của phần mềm"
)
NO_RANK = 0


def stars_by_minima(misses_3: object, misses_4: object, misses_5: object) -> int:
    """The highest rank whose minima, and those of every rank below, are all met: 2–5."""
    return 2 if misses_3 else 3 if misses_4 else 4 if misses_5 else 5


def rank(by_points: int, by_minima: int, knocked_out: object) -> int:
    """1–5, or `NO_RANK` for an excluded product."""
    if knocked_out:
        return NO_RANK
    return by_points if by_points < by_minima else by_minima
