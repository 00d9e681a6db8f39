"""Names of products and subjects, as a duty says them."""

from __future__ import annotations

from ocop_xl.model import Book, Producer, Product


def product_name(book: Book, product_id: str | None) -> str:
    """Its name, else its key."""
    product = book.by_id(Product).get(product_id or "")
    return (product.name if product else None) or product_id or "sản phẩm chưa ghi mã"


def producer_of(book: Book, product_id: str | None) -> str:
    """The subject that makes a product, by name; "Chủ thể" when the book does not say which."""
    product = book.by_id(Product).get(product_id or "")
    producer = book.by_id(Producer).get(product.producer_id or "") if product else None
    return (producer.name if producer else None) or "Chủ thể"
