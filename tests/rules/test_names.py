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


_SHORT = [("HTX", "Hợp tác xã", "H.T.X", "htx"), ("NN", "nông nghiệp"), ("Dịch vụ", "DV")]
_PLAIN = [("Hoà", "Hòa", "HÒA"), ("Lý", "Lí"), ("Mỹ", "mĩ"), ("Đông", "ĐÔNG"), ("Cô Ba", "cô  ba"), ("và", "&")]
_MARKS = [("-", "–", ",", ""), ("(số 2)", "số 2", "số: 2")]


def _two_spellings(of: list[tuple[str, ...]]) -> st.SearchStrategy[tuple[str, str]]:
    """One name twice, each word in any of the ways that mean the same."""
    word = st.sampled_from(of).flatmap(lambda ways: st.tuples(st.sampled_from(ways), st.sampled_from(ways)))
    words = st.lists(word, min_size=1, max_size=4)
    return words.map(lambda pairs: (" ".join(one for one, _ in pairs), " ".join(other for _, other in pairs)))


@given(_two_spellings(_SHORT + _PLAIN + _MARKS))
def test_equal_names_have_equal_last_words(names: tuple[str, str]) -> None:
    assert name_key(names[0]) == name_key(names[1])
    assert len(set(last_words_of(names))) == 1


@given(_two_spellings(_PLAIN + _MARKS))
def test_equal_names_have_equal_letters(names: tuple[str, str]) -> None:
    assert name_key(names[0]) == name_key(names[1])
    assert len(set(letters_of(names))) == 1


def _same(names: list[str]) -> list[tuple[int, int]]:
    return list(same_name_twice(range(len(names)), names, last_words_of(names)))


def test_one_subject_in_two_spellings() -> None:
    assert _same(["HTX DV - NN Hiểu Phát", "Gạo Nguyễn Hưng", "Hợp tác xã Dịch vụ nông nghiệp Hiểu Phát"]) == [(2, 0)]
    assert _same(["HKD Bà Hai", "HKD Ba Hải"]) == []
    assert _same(["HKD Bà Hai", "HKD Ba Hải", "hkd ba hai"]) == [(2, 0)]


def test_letters_ignore_marks_case_spaces_and_y() -> None:
    assert letters_of(["Mắm Cá  Lóc", "mắm cá lóc", "Kỹ", "kĩ", None]) == ["mamcaloc", "mamcaloc", "ki", "ki", ""]


def test_dots_and_ampersands_mean_more_than_a_space() -> None:
    assert last_words_of(["Cơ sở N.N", "Cơ sở nông nghiệp"]) == ["nghiep", "nghiep"]
    assert letters_of(["gạo & kỹ", "Gạo và kĩ"]) == ["gaovaki", "gaovaki"]
