"""One product a row, one row a product: what their names tell (SP-…)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.model import Producer, Product
from ocop_xl.rules.alike import (
    ends_with_a_word_of,
    letters_of,
    may_name_two,
    names_two_goods,
    same_name_twice,
    without_brand,
)
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View
from ocop_xl.vietnamese import name_key

LAW = "QĐ 26/2026/QĐ-TTg"


@rule(
    "SP-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — có thể là hai sản phẩm ghi chung một dòng: “{one}” và “{other}”.",
    fix="Hãy tách thành hai dòng nếu là hai sản phẩm, vì mỗi sản phẩm một hồ sơ; nếu là một sản phẩm thì giữ nguyên.",
    source="Điều 6, " + LAW + "; cách nhận biết là cách hiểu của phần mềm",
)
def two_products_in_a_row(view: View, on: date) -> Iterable[Saw]:
    """Each product has its own dossier, set and certificate, so a row for two is counted wrongly."""
    found = {name: names_two_goods(name) for name in may_name_two(view.distinct(Product, "name"))}
    for row in view.having(Product, "name", broken=found.get) if any(found.values()) else ():
        one, other = found[row.name or ""] or ("", "")
        yield saw(row, "name", one=one, other=other)


@rule(
    "SP-011",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — cùng chủ thể đã có “{name}” ({first}), có vẻ là một sản phẩm.",
    fix="Hãy gộp thành một dòng nếu là một sản phẩm; nếu không, ghi rõ chỗ khác nhau trong tên.",
    source="cách hiểu của phần mềm",
)
def same_product_twice_under_one_producer(view: View, on: date) -> Iterable[Saw]:
    """A product listed twice raises every count by one."""
    names, producers = view.column(Product, "name"), view.column(Product, "producer_id")
    hints = list(zip(producers, letters_of(names), strict=True))
    for row, earlier in same_name_twice(view[Product], names, hints):
        if row.producer_id:
            yield saw(row, "name", name=earlier.name, first=earlier.id or f"dòng {earlier.at}")


@rule(
    "SP-017",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — bỏ tên chủ thể thì giống “{name}” ({first}) của cùng chủ thể.",
    fix="Hãy gộp thành một dòng nếu là một sản phẩm; nếu không, ghi rõ chỗ khác nhau trong tên.",
    source="cách hiểu của phần mềm",
)
def same_product_with_its_makers_name(view: View, on: date) -> Iterable[Saw]:
    """Lists of other offices add the maker's name: `Tôm khô`, `Tôm khô Hiểu Phát`."""
    makers = {row.id: row.name for row in view[Producer] if row.name}
    for row in view[Product]:
        maker = makers.get(row.producer_id, "")
        if not row.name or not ends_with_a_word_of(row.name, maker):
            continue
        bare = without_brand(row.name, maker)
        mine = (other for other in view[Product] if other is not row and other.producer_id == row.producer_id)
        same = next((other for other in mine if other.name and name_key(other.name) == bare), None)
        if same is not None:
            yield saw(row, "name", name=same.name, first=same.id or f"dòng {same.at}")
