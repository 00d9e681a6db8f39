"""Keys by which names are compared: what counts as one spelling, and what does not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocop_xl.vietnamese import ascii_name, fold, has_marks, name_key, nfc, tidy, toned_key

ONE_NAME = [
    ("Hoà Quý", "Hòa Quý"),
    ("HTX Hiểu Phát", "Hợp tác xã Hiểu Phát"),
    ("H.T.X Hiểu Phát", "HTX  hiểu phát"),
    ("HTX Dịch vụ - NN Hiểu Phát", "Hợp tác xã Dịch vụ Nông nghiệp Hiểu Phát"),
    ("HKD Lê Thị Nhỏ", "Hộ KD Lê Thị Nhỏ"),
    ("DNTN Nguyễn Hưng", "Doanh nghiệp tư nhân Nguyễn Hưng"),
    ("Cty TNHH MTV Mỹ Lý", "Công ty trách nhiệm hữu hạn một thành viên Mĩ Lí"),
    ("Tương hột & chao", "Tương hột và chao"),
    ("Thuỷ Tiên", unicodedata.normalize("NFD", "Thủy Tiên")),
    ("Cô\u200b Ba", "Cô Ba"),
]


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_one_name_in_two_spellings_has_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)
    assert toned_key(one) == toned_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Bà Hai", "Ba Hải"), ("Lê Thị Nhỏ", "Lê Thị Nhớ"), ("Nguyễn Văn An", "Nguyễn Văn Ân")]
)
def test_names_that_differ_in_marks_share_only_the_bare_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)
    assert toned_key(one) != toned_key(other)


def test_other_names_have_other_keys() -> None:
    names = ["Mắm lóc", "Mắm cá lóc", "HTX số 1", "HTX số 2", "Cô Ba", "Cô Tư", "Lý", "Lyn"]
    assert len({name_key(name) for name in names}) == len(names)


def test_a_short_form_is_a_whole_word() -> None:
    assert name_key("Tmart") == "tmart"
    assert name_key("Đắk Nông") == "dak nong"


@pytest.mark.parametrize(
    ("text", "marked"), [("Hieu Phat", False), ("Hiếu", True), ("HTX – NN", False), ("đậu", True), ("", False)]
)
def test_has_marks_looks_at_letters_only(text: str, marked: bool) -> None:
    assert has_marks(text) is marked


def test_fold_and_ascii_name() -> None:
    assert fold("  Tên  Cơ-sở (năm) ") == "ten co so nam"
    assert ascii_name("Tên sản phẩm") == "ten_san_pham"
    assert tidy(" Cô \u00a0 Ba\u200b ") == "Cô Ba"


@given(st.text(alphabet="aáàảãạâấăắeéêếiíoóôốơớuúưứyýđbchklmnpqrstvx HTX.-&"))
def test_keys_do_not_depend_on_normal_form_or_case(text: str) -> None:
    for key in (name_key, toned_key, fold):
        assert key(text) == key(unicodedata.normalize("NFD", text)) == key(text.upper())
    assert nfc(unicodedata.normalize("NFD", text)) == unicodedata.normalize("NFC", text)
    assert name_key(text).isascii()
