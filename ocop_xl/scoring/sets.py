"""Which criteria set scores what: the shipped ones, and those that the commune has loaded into its workbook."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.criteria import CriteriaSet, NoCriteriaSet, criteria_set, criteria_set_for
from ocop_xl.model import Book, CriterionLine, Product
from ocop_xl.scoring.own_sets import by_set, is_own, own_set


def set_named(book: Book, code: str | None) -> CriteriaSet | None:
    """The set of that code, in whatever case, shipped or loaded into the book; None if there is none that is sound."""
    if not is_own(code):
        return criteria_set(code.upper()) if code else None
    return book.derived(_own_sets).get((code or "").upper())


def _own_sets(book: Book) -> dict[str, CriteriaSet]:
    sets = {code: own_set(lines) for code, lines in by_set(book[CriterionLine]).items()}
    return {code: found for code, found in sets.items() if found is not None}


def set_for(product: Product, on: date) -> CriteriaSet:
    """The shipped set that scores a dossier of the product filed on that day.

    NoCriteriaSet, its message for the officer, where none is shipped: before 22/5/2026 (Điều 11, QĐ 26/2026/QĐ-TTg), or
    while the product has no product set.
    """
    if product.product_set is None:
        raise NoCriteriaSet(
            f"Sản phẩm {product.id or product.name or ''} chưa chọn «Bộ sản phẩm» nên chưa có bộ tiêu chí; "
            "hãy chọn bộ ở trang «Sản phẩm»."
        )
    return criteria_set_for(product.product_set, on)
