"""A commune whose producers have agreed: two products with a certificate, one without; two places where they are sold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ocop_xl.catalogue.site import MadeSite, make_site
from ocop_xl.catalogue.sources import Source
from ocop_xl.demo.books import vinh_phong
from ocop_xl.model import Book, Channel, Product, Recognition
from ocop_xl.model import choices as c

DAY = date(2026, 11, 29)
BASE = "https://ocop.example.vn/vinh-phong"


def shown_book() -> Book:
    book = vinh_phong()
    for product in book[Product]:
        product.consent = c.YES
    book[Recognition] = [
        _recognition("CN01", "SP01", 3, date(2025, 5, 1), date(2028, 5, 1)),
        _recognition("CN02", "SP02", 4, date(2023, 6, 1), date(2026, 6, 1)),
    ]
    book[Channel] = [
        _channel("KB01", "Sàn thương mại điện tử", "Sàn Postmart", "SP01", "https://postmart.vn/tuong-hot"),
        _channel("KB02", "Điểm giới thiệu và bán", "Điểm bán chợ Vĩnh Phong", None, None),
    ]
    return book


def _recognition(key: str, product: str, stars: int, issued: date, ends: date) -> Recognition:
    return Recognition(
        id=key, product_id=product, stars=stars, decision_number="12/QĐ-UBND", issued=issued, ends=ends,
        state=c.RECOGNITION_ACTIVE,
    )  # fmt: skip


def _channel(key: str, kind: str, name: str, product: str | None, link: str | None) -> Channel:
    return Channel(
        id=key, kind=kind, name=name, product_id=product, link=link, since=date(2026, 1, 1), state=c.CHANNEL_OPEN
    )


def made(book: Book, out: Path, on: date = DAY, base: str = BASE, beside: Path | None = None) -> MadeSite:
    return make_site([Source(book, beside or out.parent)], out, on, base)


def page(out: Path, slug: str) -> str:
    return (out / "sp" / f"{slug}.html").read_text("utf-8")
