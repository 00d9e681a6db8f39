"""Rows that add up the rows above them, as printed lists end: no product, and no reason for ten findings."""

from __future__ import annotations

import re

from ocop_xl.model import INPUT_TABLES, spec_of
from ocop_xl.model.column import Kind
from ocop_xl.model.table import Row
from ocop_xl.rules.table_text import BETWEEN
from ocop_xl.rules.view import View
from ocop_xl.vietnamese import fold, tidy

_SUM = r"(?:tong cong|tong so|tong|cong)(?: (?:muc|nhom|trang) \w{1,3})?(?: \d[\d ]*(?:[a-z]+ ?){0,3})?"
"""“TỔNG CỘNG”, “Tổng số: 8 sản phẩm”, “Cộng mục A (3)”: our reading."""
_MAY_BE_SUM = re.compile(rf"{BETWEEN}\s*(?:t[oổô]ng|c[oộô]ng)\b", re.IGNORECASE)
_TEXT_KINDS = (Kind.KEY, Kind.REF, Kind.TEXT, Kind.LONG_TEXT)
_NAMES = {
    kind: tuple(c.attribute for c in spec_of(kind).required if c.kind in _TEXT_KINDS)
    for kind in INPUT_TABLES
    if not spec_of(kind).form
}


def sum_cells(view: View) -> list[tuple[Row, str]]:
    """The rows that are sums, each with the column whose words say so."""
    found: dict[int, tuple[Row, str]] = {}
    for kind, names in _NAMES.items():
        if view[kind] and _MAY_BE_SUM.search(view.text(kind, *names).text):
            for name in names:
                for row in view.having(kind, name, broken=lambda text: text and re.fullmatch(_SUM, fold(tidy(text)))):
                    found.setdefault(id(row), (row, name))
    return list(found.values())
