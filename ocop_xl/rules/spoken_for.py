"""Cells whose mistake a topic rule explains better than the general rules would: one mistake, one finding."""

from __future__ import annotations

from ocop_xl.law.sectors import GROUPS
from ocop_xl.model import Product, Recognition
from ocop_xl.model.table import Row

STARS_HAVE_THEIR_OWN_RULE: frozenset[tuple[type[Row], str]] = frozenset(
    {(Product, "potential"), (Recognition, "stars")}
)
"""Columns left to SP-012 and CN-002, which name the three ranks that the law recognises."""

SUM_ROW = "DL-007"
"""Of a row that only adds up others this rule alone speaks."""


def is_group_for_sector(kind: type[Row], attribute: str, value: object) -> bool:
    """True where SP-002 already says that a group (“Thực phẩm chế biến”) stands in the place of its sector."""
    return kind is Product and attribute == "sector" and value in GROUPS
