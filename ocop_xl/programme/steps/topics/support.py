"""Help for products and subjects: one kind, the same for other products, or all that the plan wants for many."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Producer, Product, Support
from ocop_xl.model import choices as c
from ocop_xl.programme.participation import (
    SUPPORT_NEEDED,
    active_producers,
    products_of,
    supported_kinds,
    takes_part,
)
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


# --- all that the plan wants, for many at once ------------------------------------------------------------------


def _lacking(book: Book, _row: Producer, on: date) -> list[Producer]:
    """Subjects that take part and lack one of the three contents, the row's own among them."""
    return [one for one in active_producers(book, on) if len(supported_kinds(book, one, on)) < len(SUPPORT_NEEDED)]


@step(
    "complete-support",
    "Ghi hỗ trợ đủ ba nội dung cho nhiều chủ thể",
    (Producer,),
    article=_HELP,
    offered=lambda book, row, on: row in _lacking(book, row, on),
    known_from=lambda _book, _row: (),
    questions=(
        ask(Support, "done", today, past=True),
        of_text("Chủ thể", "subjects", KEYS, default=keys_of(_lacking), needed=True, problem=wrong_keys(Producer)),
        ask(Support, "contractor"),
        ask(Support, "cost", text="Kinh phí mỗi việc"),
        ask(Support, "funding"),
    ),
)
def complete_support(book: Book, row: Producer, on: date, answers: Answers) -> Changes:
    """Trademark, packaging and traceability: what was begun is finished, what is lacking gets a row."""
    draft, done = Draft(book, "ghi hỗ trợ đủ ba nội dung"), answers["done"] or on
    facts = {name: answers[name] for name in ("contractor", "cost", "funding")}
    for producer in rows_of(book, Producer, answers["subjects"]):
        for kind in SUPPORT_NEEDED:
            if kind not in supported_kinds(book, producer, on):
                begun = _begun(book, producer, kind) or draft.add(
                    Support, kind=kind, producer_id=producer.id, product_id=_only(book, producer, on)
                )
                draft.fill(begun, done=done, **facts)
                draft.move(begun, state=c.WORK_DONE)
    return draft.changes


def _begun(book: Book, producer: Producer, kind: str) -> Support | None:
    """Help of the kind that has not come to its end."""
    mine = (one for one in book[Support] if one.producer_id == producer.id and one.kind == kind)
    return next((one for one in mine if one.done is None and one.state not in (c.WORK_DONE, c.WORK_DROPPED)), None)


def _only(book: Book, producer: Producer, on: date) -> str | None:
    """Of one product that is made it is for that one; of several, for the subject as a whole."""
    mine = products_of(book, producer, on)
    return mine[0].id if len(mine) == 1 else None
