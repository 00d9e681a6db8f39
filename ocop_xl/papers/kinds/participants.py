"""Danh sách ý tưởng, sản phẩm tham gia Chương trình (khoản 3a mục III and khoản 1 mục V, Kế hoạch 76/KH-UBND)."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Idea, Producer, Product
from ocop_xl.papers.context import Values, common_values, gap, row_values, tag
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import report_to_superiors
from ocop_xl.papers.legal_bases import bases
from ocop_xl.papers.naming import full_name
from ocop_xl.papers.wording import count
from ocop_xl.programme.participation import active_products

UNDECIDED = "Chưa xem xét"


def participants_facts(book: Book, on: date) -> list[PaperFacts]:
    """One list: the ideas as they came in, then the products that take part."""
    values = common_values(book, on)
    report_to_superiors(book, values)
    ideas = [_idea(book, row, number, on) for number, row in enumerate(book[Idea], 1)]
    products = [_product(book, row, number, on) for number, row in enumerate(active_products(book, on), 1)]
    values["can_cu"] = bases(book, on)
    values |= {"y_tuong": ideas, "san_pham": products}
    values["tong"] = {"y_tuong": count(len(ideas)), "san_pham": count(len(products))}
    return [PaperFacts("Báo cáo danh sách ý tưởng, sản phẩm tham gia Chương trình OCOP", values)]


def _idea(book: Book, row: Idea, number: int, on: date) -> Values:
    values = row_values(book, row, on)
    values["stt"] = str(number)
    decided = tag(Idea, "decision")
    values[decided] = values[decided] or UNDECIDED
    product = book.by_id(Product).get(row.product_id or "")
    values["san_pham"] = (product.name or "") if product else ""
    return values


def _product(book: Book, row: Product, number: int, on: date) -> Values:
    values = row_values(book, row, on)
    values["stt"] = str(number)
    producer = book.by_id(Producer).get(row.producer_id or "")
    for attribute, source in (("producer_name", "name"), ("producer_form", "legal_form")):
        if not values[tag(Product, attribute)]:
            values[tag(Product, attribute)] = gap(book, producer, source) if producer else gap(book, row, "producer_id")
    if producer and producer.name:
        values[tag(Product, "producer_name")] = full_name(producer)
    return values


KINDS = (
    PaperKind(
        "danh-sach-y-tuong",
        "Báo cáo danh sách ý tưởng, sản phẩm tham gia Chương trình OCOP",
        "danh-sach-y-tuong.docx",
        participants_facts,
        register_kind="Báo cáo",
        symbol="BC-UBND",
    ),
)
