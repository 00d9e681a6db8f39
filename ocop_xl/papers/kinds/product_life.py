"""Phiếu theo dõi sản phẩm: one product's whole life on a page, to lay before whoever comes to look at it."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Dossier, Product, Recognition, Revenue
from ocop_xl.papers.context import Values, common_values, row_values
from ocop_xl.papers.facts import PaperFacts, shown
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.about import facts_about, producer_values
from ocop_xl.programme.duties import certificate_duty, dossier_duty
from ocop_xl.programme.life import LifeEvent, life_of

_NO_DAY = "không ghi"
_QUIET = ("", "✔ Còn hạn")


def life_facts(book: Book, on: date) -> list[PaperFacts]:
    """One for each product, as things stand on the day."""
    return [_of_product(book, product, on) for product in book[Product] if product.id]


def _of_product(book: Book, product: Product, on: date) -> PaperFacts:
    values = common_values(book, on)
    values["san_pham"] = row_values(book, product, on)
    values["chu_the"] = producer_values(book, product, on)
    values["qua_trinh"] = [_line(book, event, on) for event in life_of(book, product, on)]
    years = [row for row in book[Revenue] if row.product_id == product.id and (row.year or 0) <= on.year]
    values["doanh_thu"] = [row_values(book, row, on) for row in years]
    values["viec_can_lam"] = _to_do(book, product, on)
    return facts_about("Phiếu theo dõi sản phẩm", product, product.id, values, on.year)


def _line(book: Book, event: LifeEvent, on: date) -> Values:
    line = row_values(book, event.row, on)
    line.update(ngay=shown(event.day) or _NO_DAY, viec=event.what, noi_dung=event.result)
    return line


def _to_do(book: Book, product: Product, on: date) -> list[str]:
    """What the clocks ask of the product's dossiers and certificates, without the workbook's symbols."""
    asked = [
        (f"Hồ sơ nhận ngày {shown(row.received)}", dossier_duty(row, on))
        for row in book[Dossier]
        if row.product_id == product.id
    ]
    asked += [
        (f"Giấy chứng nhận {row.stars} sao hết hạn ngày {shown(row.ends)}", certificate_duty(row, on))
        for row in book[Recognition]
        if row.product_id == product.id
    ]
    return [f"{what}: {duty.partition(' ')[2].lower()}" for what, duty in asked if duty not in _QUIET]


KINDS = (
    PaperKind(
        "ho-so-san-pham",
        "Phiếu theo dõi sản phẩm (cả quá trình)",
        "ho-so-san-pham.docx",
        life_facts,
        made_for="sản phẩm có mã ở trang «Sản phẩm»",
    ),
)
