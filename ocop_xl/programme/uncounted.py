"""Who does not count for a target yet: for each figure of the targets, the products or subjects that it still misses.

Each stands twice, as every figure does: a function for Python, and for the workbook a condition over the live columns –
an array, one item a row, 1 or TRUE for whoever is missing. Our reading of who is meant stands in the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from ocop_xl.model import Book, Producer, Product
from ocop_xl.model import choices as c
from ocop_xl.programme.participation import (
    SUPPORT_NEEDED,
    active_producers,
    active_products,
    finished_supports,
    online_shops,
    points_of,
    supported_kinds,
    takes_part,
    trainings_of,
)
from ocop_xl.programme.ranks import rank_on
from ocop_xl.programme.target_measures import ORGANISATION_FORMS
from ocop_xl.records import NamedTuple

LISTED = 30
"""Names that the workbook lists of one target; how many more there are stands behind them."""
NO_NAME = "chưa ghi tên"
Item = Product | Producer


class Uncounted(NamedTuple):
    """`table` is the Excel Table whose rows are meant, «Sản phẩm» or «Chủ thể»."""

    table: str
    condition: str
    rule: str
    find: Callable[[Book, date], list[Product] | list[Producer]]


def missing_for(measure: str | None, book: Book, on: date) -> Sequence[Item]:
    """In the order of their sheet; nobody for a figure that is no target's."""
    found = UNCOUNTED.get(measure or "")
    return found.find(book, on) if found else ()


def named(item: Item) -> str:
    """`Mắm lóc (SP03)`"""
    return f"{item.name or NO_NAME} ({item.id})"


def missing_text(items: Sequence[Item]) -> str:
    """What the column «Còn thiếu» shows."""
    more = len(items) - LISTED
    return "; ".join([*map(named, items[:LISTED]), *([f"… và {more} nữa"] if more > 0 else [])])


def _products(holds: Callable[[Book, Product, date], bool]) -> Callable[[Book, date], list[Product]]:
    """Products that take part and do not hold yet what the target asks of each."""
    return lambda book, on: [p for p in active_products(book, on) if not holds(book, p, on)]


def _producers(holds: Callable[[Book, Producer, date], bool]) -> Callable[[Book, date], list[Producer]]:
    return lambda book, on: [p for p in active_producers(book, on) if not holds(book, p, on)]


def _not_taking_part(book: Book, on: date) -> list[Product]:
    return [p for p in book[Product] if p.id and not takes_part(p, on)]


def _reached(stars: int) -> Callable[[Book, Product, date], bool]:
    def holds(book: Book, product: Product, on: date) -> bool:
        meant = stars == _LEAST or (product.potential or 0) >= stars
        return not meant or (rank_on(book, product, on).stars or 0) >= stars

    return holds


def _other_forms(book: Book, on: date) -> list[Producer]:
    active = active_producers(book, on)
    return [p for p in active if p.legal_form not in ORGANISATION_FORMS]


_LEAST = 3
"""The least rank that is recognised: every product aims at it, at a higher one only those whose potential says so."""
_TAKES_PART = '(tblSanPham[Tham gia]="Có")'
_MAKES = '(tblChuThe[Số sản phẩm tham gia]<>"")*(tblChuThe[Số sản phẩm tham gia]>0)'
_RANK = "tblSanPham[Hạng đang tính]"
_FORM = "+".join(f'(tblChuThe[Loại hình]="{form}")' for form in ORGANISATION_FORMS)


def _below(stars: int) -> str:
    return f'{_TAKES_PART}*(1-({_RANK}<>"")*({_RANK}>={stars}))'


UNCOUNTED: dict[str, Uncounted] = {
    c.MEASURE_PRODUCTS: Uncounted(
        "tblSanPham",
        '(tblSanPham[Tham gia]="Không")',
        "sản phẩm chưa tham gia, tạm dừng hoặc ngừng sản xuất",
        _not_taking_part,
    ),
    c.MEASURE_FROM_3_STARS: Uncounted(
        "tblSanPham", _below(_LEAST), "sản phẩm đang tham gia chưa đạt 3 sao", _products(_reached(_LEAST))
    ),
    c.MEASURE_FROM_4_STARS: Uncounted(
        "tblSanPham",
        f"{_below(4)}*(tblSanPham[Tiềm năng]>=4)",
        "sản phẩm có tiềm năng từ 4 sao chưa đạt 4 sao",
        _products(_reached(4)),
    ),
    c.MEASURE_SUPPORTED: Uncounted(
        "tblSanPham",
        f"{_TAKES_PART}*(tblSanPham[Lượt hỗ trợ]=0)",
        "sản phẩm chưa có việc hỗ trợ nào hoàn thành",
        _products(lambda book, product, on: bool(finished_supports(book, product, on))),
    ),
    c.MEASURE_ORGANISATIONS: Uncounted(
        "tblChuThe",
        f"{_MAKES}*(1-({_FORM}))",
        "chủ thể đang tham gia chưa phải là tổ chức kinh tế",
        _other_forms,
    ),
    c.MEASURE_TRAINED: Uncounted(
        "tblChuThe",
        f"{_MAKES}*(tblChuThe[Lượt tập huấn]=0)",
        "chủ thể chưa dự lớp tập huấn nào",
        _producers(lambda book, producer, on: bool(trainings_of(book, producer, on))),
    ),
    c.MEASURE_FULLY_SUPPORTED: Uncounted(
        "tblChuThe",
        f"{_MAKES}*(tblChuThe[Số nội dung được hỗ trợ]<{len(SUPPORT_NEEDED)})",
        "chủ thể chưa được hỗ trợ đủ nhãn hiệu, bao bì, truy xuất nguồn gốc",
        _producers(lambda book, producer, on: len(supported_kinds(book, producer, on)) == len(SUPPORT_NEEDED)),
    ),
    c.MEASURE_SALES_POINTS: Uncounted(
        "tblSanPham",
        f"{_TAKES_PART}*(tblSanPham[Ở điểm bán]=0)",
        "sản phẩm chưa có ở điểm giới thiệu và bán nào",
        _products(lambda book, product, on: bool(points_of(book, product, on))),
    ),
    c.MEASURE_ONLINE: Uncounted(
        "tblSanPham",
        f"{_TAKES_PART}*(tblSanPham[Gian hàng trên sàn]=0)",
        "sản phẩm chưa có gian hàng trên sàn thương mại điện tử",
        _products(lambda book, product, on: bool(online_shops(book, product, on))),
    ),
}
"""By the figure's name (`choices.MEASURE`)."""
