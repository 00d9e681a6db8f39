"""Help for products and subjects: one kind, the same for other products."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Producer, Product, Support
from ocop_xl.model import choices as c
from ocop_xl.programme.participation import takes_part
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.lists import keys_of, rows_of, wrong_keys
from ocop_xl.programme.steps.question import Answers, ask, of_text, today
from ocop_xl.programme.steps.step import Changes, step

_HELP = "khoản 2 mục II và điểm b khoản 3 mục III Kế hoạch 76/KH-UBND"
KEYS = "Các mã, cách nhau dấu phẩy."


def _helped(book: Book, kind: str | None) -> set[str | None]:
    """Products that have this help, finished or begun."""
    return {one.product_id for one in book[Support] if one.kind == kind and one.state != c.WORK_DROPPED}


def _not_helped(book: Book, row: Support, on: date) -> list[Product]:
    helped = _helped(book, row.kind)
    return [one for one in book[Product] if one.id not in helped and one.producer_id and takes_part(one, on)]


@step(
    "repeat-support",
    "Ghi cùng việc hỗ trợ cho sản phẩm khác",
    (Support,),
    article=_HELP,
    offered=lambda book, row, on: bool(row.kind and _not_helped(book, row, on)),
    questions=(
        of_text("Sản phẩm", "products", KEYS, default=keys_of(_not_helped), needed=True, problem=wrong_keys(Product)),
        ask(Support, "cost", again=True, text="Kinh phí mỗi sản phẩm"),
    ),
)
def repeat_support(book: Book, row: Support, on: date, answers: Answers) -> Changes:
    """The same kind, days, contractor and source; each product with its own subject."""
    draft = Draft(book, "ghi cùng việc hỗ trợ")
    helped = _helped(book, row.kind)
    same = {
        name: getattr(row, name) for name in ("kind", "start", "done", "state", "contractor", "contract", "funding")
    }
    for product in rows_of(book, Product, answers["products"]):
        if product.id not in helped:
            draft.add(Support, **same, producer_id=product.producer_id, product_id=product.id, cost=answers["cost"])
    return draft.changes


def _kinds_left(book: Book, row: Product | Producer, on: date) -> list[str]:
    mine = [one for one in _meant(book, row) if one.id and one.producer_id and takes_part(one, on)]
    return [kind for kind in c.SUPPORT_KIND.values if any(one.id not in _helped(book, kind) for one in mine)]


def _meant(book: Book, row: Product | Producer) -> list[Product]:
    """The product itself, or all of a subject's."""
    return [row] if isinstance(row, Product) else [one for one in book[Product] if one.producer_id == row.id]


def _the_only_product(book: Book, row: Product | Producer) -> list[Support]:
    """Which product is helped is no question where there is one."""
    mine = _meant(book, row)
    return [Support(product_id=mine[0].id)] if len(mine) == 1 else []


def _of_another(book: Book, row: Product | Producer, product_id: str) -> str:
    mine = [one.id for one in _meant(book, row) if one.id]
    return "" if product_id in mine else f"không phải sản phẩm của {row.name}; hãy ghi một trong: {', '.join(mine)}."


@step(
    "give-support",
    "Ghi việc hỗ trợ",
    (Product, Producer),
    article=_HELP,
    offered=lambda book, row, on: bool(_kinds_left(book, row, on)),
    known_from=_the_only_product,
    questions=(
        ask(Support, "product_id", needed=True, problem=_of_another),
        ask(Support, "kind", needed=True, options=_kinds_left),
        ask(Support, "start", today),
        ask(Support, "contractor"),
        ask(Support, "cost"),
        ask(Support, "funding"),
    ),
)
def give_support(book: Book, row: Product | Producer, on: date, answers: Answers) -> Changes:
    """Begun today unless said otherwise; `finish-support` ends it."""
    draft = Draft(book, "ghi việc hỗ trợ")
    product = book.by_id(Product)[answers["product_id"]]
    if product.id not in _helped(book, answers["kind"]):
        draft.add(Support, producer_id=product.producer_id, state=c.WORK_DOING, **answers)
    return draft.changes
