"""Phụ lục «Sản phẩm dự kiến tham gia OCOP», in the form of the plan's own annex."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Producer, Product
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, common_values, gap, row_values, tag
from ocop_xl.papers.facts import Gap, PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind


def annex_facts(book: Book, on: date) -> list[PaperFacts]:
    """One paper: the products by section, each section numbered from 1 as in the workbook."""
    values = common_values(book, on)
    values["muc"] = _sections(book, on)
    title = f"Phụ lục sản phẩm dự kiến tham gia OCOP giai đoạn {values['ke_hoach']['giai_doan']}"
    return [PaperFacts(title, values)]


def _sections(book: Book, on: date) -> list[Values]:
    """Sections A, B, C that have products, then products without a section, so that no row is lost."""
    products = book[Product]
    names = [*c.PRODUCT_SECTION.values, *{p.section: None for p in products if p.section not in c.PRODUCT_SECTION}]
    sections = []
    for name in names:
        rows = [_product(book, product, on) for product in products if product.section == name]
        if rows:
            letter, dot, words = (name or "").partition(". ")
            heading = words if dot else name or Gap("Có sản phẩm chưa ghi «Mục» (trang Sản phẩm)")
            sections.append({"ky_hieu": letter if dot else "", "ten": heading, "san_pham": rows})
    if not sections:
        nothing = Gap("Sổ chưa có sản phẩm nào (trang Sản phẩm)")
        sections.append({"ky_hieu": "", "ten": nothing, "san_pham": []})
    return sections


def _product(book: Book, product: Product, on: date) -> Values:
    values = row_values(book, product, on)
    if product.present is None and product.section in (c.SECTION_UPGRADE, c.SECTION_KEEP):
        values[tag(Product, "present")] = gap(book, product, "present")
    producer = book.by_id(Producer).get(product.producer_id or "")
    for attribute, source in (("producer_name", "name"), ("producer_form", "legal_form")):
        if not values[tag(Product, attribute)]:
            missing = gap(book, producer, source) if producer else gap(book, product, "producer_id")
            values[tag(Product, attribute)] = missing
    values["lo_trinh"] = _road_map(book, product)
    return values


def _road_map(book: Book, product: Product) -> str:
    if product.from_year is None or product.to_year is None:
        return gap(book, product, "from_year" if product.from_year is None else "to_year")
    if product.from_year == product.to_year:
        return str(product.to_year)
    return f"{product.from_year}-{product.to_year}"


KINDS = (
    PaperKind(
        "phu-luc-san-pham",
        "Phụ lục sản phẩm dự kiến tham gia OCOP",
        "phu-luc-san-pham.docx",
        annex_facts,
    ),
)
