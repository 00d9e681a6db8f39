"""Finds the product that a source row names, in the book or among the rows proposed before."""

from __future__ import annotations

from ocop_xl.model import Producer, Product
from ocop_xl.sheets.importing.drafts import Drafts, Given
from ocop_xl.sheets.importing.ledger import Ledger
from ocop_xl.sheets.importing.words.names import Likeness, Name, likeness
from ocop_xl.vietnamese import has_marks


def find_product(drafts: Drafts, ledger: Ledger, given: Given, producer: Producer | None) -> Product | None:
    """The same name under the same producer; where the row names none, by name alone, noted.

    A name that only resembles another is a new product, noted: `Mắm lóc` is not `Mắm cá lóc`.
    """
    name = Name.of(str(given.value))
    same: list[Product] = []
    near: list[Product] = []
    for product in drafts.rows(Product):
        if not product.name or (producer is not None and product.producer_id not in (None, producer.id)):
            continue
        kind = likeness(Name.of(product.name), name)
        if kind is Likeness.SAME or (kind is Likeness.NEAR and _only_unmarked(name, product.name)):
            same.append(product)
        elif kind is not Likeness.OTHER:
            near.append(product)
    for product in near if not same else ():
        ledger.unsure(given.cell, "là sản phẩm mới", f"tên gần giống “{product.name}” ({product.id})")
    if same and producer is None and same[0].producer_id is not None:
        others = f"; còn {len(same) - 1} sản phẩm cùng tên" if len(same) > 1 else ""
        ledger.unsure(given.cell, f"là {same[0].id} đã có", f"nguồn không ghi chủ thể, chỉ so theo tên{others}")
    return same[0] if same else None


def _only_unmarked(name: Name, other: str) -> bool:
    return name.key == Name.of(other).key and not (has_marks(name.text) and has_marks(other))
