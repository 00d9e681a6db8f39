"""Stars only while a certificate is in force; nothing personal; nothing without consent."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ocop_xl.catalogue.cards import cards_of
from ocop_xl.model import Channel, Producer, Product, Recognition
from ocop_xl.model import choices as c
from ocop_xl.privacy.public import NotPublic, public_text
from ocop_xl.programme.ranks import in_force
from tests.catalogue.shown import DAY, made, page, shown_book


def test_a_certificate_in_force_is_shown_with_its_decision_and_end(tmp_path: Path) -> None:
    made(shown_book(), tmp_path / "trang")
    text = page(tmp_path / "trang", "31051-sp01")
    assert "OCOP 3 sao, Quyết định số 12/QĐ-UBND, cấp ngày 01/05/2025, đến ngày 01/05/2028" in text


def test_a_lapsed_certificate_takes_its_stars_along_and_the_page_says_so(tmp_path: Path) -> None:
    made(shown_book(), tmp_path / "trang")
    text = page(tmp_path / "trang", "31051-sp02")
    assert "★" not in text and "4 sao" not in text
    assert "hiện không có giấy chứng nhận OCOP còn hiệu lực" in text


def test_no_day_shows_a_star_that_is_not_in_force() -> None:
    """Every day of 2026–2029, with a withdrawal in between."""
    book = shown_book()
    book[Recognition][0].state, book[Recognition][0].ended = c.RECOGNITION_WITHDRAWN, date(2027, 2, 10)
    proofs = {one.product_id: one for one in book[Recognition]}
    for number in range((date(2029, 12, 31) - date(2026, 1, 1)).days + 1):
        day = date(2026, 1, 1) + timedelta(number)
        for card in cards_of(book, day).cards:
            proof = proofs.get(card.key)
            assert card.stars == (proof.stars if proof and in_force(proof, day) else 0), (card.key, day)


def test_stars_that_only_the_present_state_claims_are_left_out_and_told() -> None:
    told = cards_of(shown_book(), DAY).left_out
    assert any("SP06: «Hiện trạng» ghi 3 sao nhưng không có giấy chứng nhận còn hiệu lực" in line for line in told)


@pytest.mark.parametrize("missing", ["issued", "ends", "stars", "state"])
def test_a_certificate_that_misses_a_fact_is_never_left_out_in_silence(missing: str) -> None:
    book = shown_book()
    setattr(book[Recognition][0], missing, None)
    shown = cards_of(book, DAY)
    stars = shown.cards[0].stars
    assert bool(stars) != any(line.startswith("SP01: ở trang «Công nhận» không có giấy") for line in shown.left_out)


def test_a_sales_point_whose_state_is_blank_is_told() -> None:
    book = shown_book()
    book[Channel][0].state = None
    assert "KB01: «Sàn Postmart» chưa ghi «Tình trạng kênh» nên không in ở «Nơi bán»." in cards_of(book, DAY).left_out


@pytest.mark.parametrize("answer", [c.NO, None])
def test_without_consent_there_is_no_page_and_the_result_says_it(tmp_path: Path, answer: str | None) -> None:
    book = shown_book()
    book[Product][0].consent = answer
    result = made(book, tmp_path / "trang")
    assert not (tmp_path / "trang/sp/31051-sp01.html").exists()
    assert "SP01 – Tương hột và chao: chưa ghi «Đồng ý công khai» là «Có» nên không có trang." in result.notices


def test_whoever_changes_her_mind_leaves_a_page_that_says_so_and_no_trace(tmp_path: Path) -> None:
    book, out = shown_book(), tmp_path / "trang"
    made(book, out)
    book[Product][0].consent = c.NO
    removed = made(book, out).removed
    assert "không còn được giới thiệu" in page(out, "31051-sp01")
    assert "qr/31051-sp01.svg" in removed
    assert not [file for file in out.rglob("*.*") if "Tương hột".encode() in file.read_bytes()]


def test_nothing_personal_reaches_a_file(tmp_path: Path) -> None:
    book, out = shown_book(), tmp_path / "trang"
    for producer in book[Producer]:
        producer.representative, producer.phone, producer.email = "Trần Thị Riêng", "0912345678", "rieng@example.vn"
        producer.address, producer.note = "số 7 đường Kín", "ghi chú kín"
    for product in book[Product]:
        product.story, product.note = "Gọi 0912 345 678 hoặc rieng@example.vn để đặt.", "ghi chú kín"
    made(book, out)
    everything = b"".join(file.read_bytes() for file in out.rglob("*.*"))
    for secret in ("Riêng", "0912", "345 678", "rieng@", "đường Kín", "ghi chú kín"):
        assert secret.encode() not in everything, secret
    assert "Gọi (đã che)" in page(out, "31051-sp01")


def test_a_page_cannot_ask_for_what_is_not_public() -> None:
    with pytest.raises(NotPublic):
        public_text(Producer(phone="0912345678"), "phone")


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("javascript:alert(1)", "không phải địa chỉ web"),
        ("JavaScript:alert(1)//https://a.vn", "không phải địa chỉ web"),
        ("data:text/html,x", "không phải địa chỉ web"),
        ('https://a.vn/" onclick="x', "không phải địa chỉ web"),
        ("https://zalo.me/0912345678", "có số điện thoại"),
    ],
)
def test_links_that_a_page_must_not_carry_are_told(tmp_path: Path, link: str, why: str) -> None:
    book = shown_book()
    book[Channel][0].link = link
    result = made(book, tmp_path / "trang")
    text = page(tmp_path / "trang", "31051-sp01")
    assert "Sàn Postmart" in text and "postmart" not in text and '<a href="javascript' not in text.lower()
    assert any(line.startswith("KB01: «Đường dẫn»") and why in line for line in result.notices)


def test_text_is_text(tmp_path: Path) -> None:
    book = shown_book()
    book[Product][0].name = 'Mắm <script>alert(1)</script> "A & B" {{ 7*7 }}'
    book[Product][0].story = "</script><img src=x onerror=alert(1)>"
    made(book, tmp_path / "trang")
    text = page(tmp_path / "trang", "31051-sp01")
    assert "<script>alert" not in text and "<img src=x" not in text and "{{ 7*7 }}" in text
