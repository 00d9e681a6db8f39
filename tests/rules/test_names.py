"""Names: what counts as two goods, and the quick hints that must never separate what is the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_xl.rules.alike import last_words_of, letters_of, names_two_goods, same_name_twice
from ocop_xl.vietnamese import name_key


@pytest.mark.parametrize(
    ("name", "goods"),
    [
        ("Tương hột và chao", ("Tương hột", "Chao")),
        ("Khô cá lóc & mắm cá lóc", ("Khô cá lóc", "Mắm cá lóc")),
        ("Muối tiêu/muối ớt", ("Muối tiêu", "Muối ớt")),
        ("Tôm khô; cá khô", ("Tôm khô", "Cá khô")),
        ("Muối ớt", None),
        ("Khô cá lóc và", None),
        ("Trà sen và mật ong", None),
        ("Kẹo đậu phộng, mè", None),
        ("Mắm ruốc (hũ 250 g, muối ớt kèm)", None),
        ("Giỏ quà: gạo, khô, mắm", None),
        ("", None),
    ],
)
def test_two_goods_in_a_name(name: str, goods: tuple[str, str] | None) -> None:
    assert names_two_goods(name) == goods


_WORDS = st.sampled_from(
    [
        "HTX",
        "Hợp tác xã",
        "NN",
        "nông nghiệp",
        "Dịch vụ",
        "DV",
        "Hoà",
        "Hòa",
        "HÒA",
        "Lý",
        "Lí",
        "Đông",
        "Cô Ba",
        "-",
        "số 2",
    ]
)


@given(st.lists(st.lists(_WORDS, min_size=1, max_size=4).map(" ".join), min_size=2, max_size=6))
def test_equal_names_have_equal_last_words(names: list[str]) -> None:
    hints = dict(zip(names, last_words_of(names), strict=True))
    for one in names:
        for other in names:
            if name_key(one) == name_key(other):
                assert hints[one] == hints[other]


def _same(names: list[str]) -> list[tuple[int, int]]:
    return list(same_name_twice(range(len(names)), names, last_words_of(names)))


def test_one_subject_in_two_spellings() -> None:
    assert _same(["HTX DV - NN Hiểu Phát", "Gạo Nguyễn Hưng", "Hợp tác xã Dịch vụ nông nghiệp Hiểu Phát"]) == [(2, 0)]
    assert _same(["HKD Bà Hai", "HKD Ba Hải"]) == []
    assert _same(["HKD Bà Hai", "HKD Ba Hải", "hkd ba hai"]) == [(2, 0)]


def test_letters_ignore_marks_case_spaces_and_y() -> None:
    assert letters_of(["Mắm Cá  Lóc", "mắm cá lóc", "Kỹ", "kĩ", None]) == ["mamcaloc", "mamcaloc", "ki", "ki", ""]
