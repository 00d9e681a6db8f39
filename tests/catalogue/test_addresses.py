"""A printed label leads to its product, whatever has happened to name and key since."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.model import Channel, Product, Recognition
from ocop_xl.model import choices as c
from tests.catalogue.shown import made, page, shown_book


def test_a_new_name_keeps_the_address(tmp_path: Path) -> None:
    book, out = shown_book(), tmp_path / "trang"
    made(book, out)
    book[Product][0].name = "Tương hột Thanh Hương"
    made(book, out)
    assert "Tương hột Thanh Hương" in page(out, "31051-sp01")


def test_a_new_key_keeps_the_address(tmp_path: Path) -> None:
    book, out = shown_book(), tmp_path / "trang"
    made(book, out)
    book[Product][0].id = "SP99"
    book[Channel], book[Recognition] = [], []
    made(book, out)
    assert "Tương hột và chao" in page(out, "31051-sp01")
    assert not (out / "sp/31051-sp99.html").exists()


def test_two_products_that_change_keys_do_not_change_pages(tmp_path: Path) -> None:
    book, out = shown_book(), tmp_path / "trang"
    made(book, out)
    first, second = book[Product][:2]
    first.id, second.id = second.id, first.id
    made(book, out)
    assert "Tương hột và chao" in page(out, "31051-sp01") and "Chả cá phi" in page(out, "31051-sp02")


def test_an_address_is_never_given_to_another_product(tmp_path: Path) -> None:
    book, out = shown_book(), tmp_path / "trang"
    made(book, out)
    gone, renumbered = book[Product][0], book[Product][1]
    gone.consent, renumbered.id = c.NO, "SP01"
    made(book, out)
    assert "không còn được giới thiệu" in page(out, "31051-sp01")
    gone.consent, gone.id = c.YES, "SP77"
    made(book, out)
    assert "Tương hột và chao" in page(out, "31051-sp01"), "who comes back finds her page"


def test_a_damaged_or_foreign_note_does_no_harm(tmp_path: Path) -> None:
    book, out = shown_book(), tmp_path / "trang"
    made(book, out)
    victim = tmp_path / "sổ.html"
    victim.write_text("của tôi", "utf-8")
    (out / "san-pham.json").write_text('{"trang": [{"dia_chi": "../sổ"}], "tep": ["../sổ.html", "sp/../../sổ.html"]}')
    made(book, out)
    assert victim.read_text("utf-8") == "của tôi"
    (out / "san-pham.json").write_text("{")
    assert made(book, out).pages == 7
