"""Where a product stands in the plan's annex: its section follows the rank that it has."""

from __future__ import annotations

from typing import Any

from ocop_xl.model import Book, Product
from ocop_xl.model import choices as c
from ocop_xl.programme.steps.draft import Draft


def next_number(book: Book, section: str | None) -> int:
    """The next STT of a section."""
    return max((p.number for p in book[Product] if p.section == section and p.number), default=0) + 1


def new_product(draft: Draft, section: str | None = c.SECTION_NEW, **cells: Any) -> Product:
    """A product with the next key and the next number of its section."""
    return draft.add(Product, section=section, number=next_number(draft.book, section), **cells)


def move_to_rank(draft: Draft, product: Product, stars: int | None) -> None:
    """«Hiện trạng» and «Mục» after a decision: no rank is a new product, one below what it strives for is to be raised,
    any other is to be kept (sections A, B, C of the annex)."""
    if stars is None:
        draft.clear(product, "present")
        section = c.SECTION_NEW
    else:
        wanted = max(stars, product.potential or 0)
        draft.move(product, present=stars, potential=wanted)
        section = c.SECTION_UPGRADE if stars < wanted else c.SECTION_KEEP
    if section != product.section:
        draft.move(product, section=section, number=next_number(draft.book, section))
