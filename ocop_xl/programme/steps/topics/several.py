"""One class, one event, one kind of help for several subjects at once: a row each, typed once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ocop_xl.model import Book, Producer, Product, Promotion, Row, Support, Task, Training, TrainingClass
from ocop_xl.model import choices as c
from ocop_xl.model.table import R
from ocop_xl.programme.participation import takes_part
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.lists import rows_of, wrong_keys
from ocop_xl.programme.steps.question import Answers, Default, ask, of_text, today
from ocop_xl.programme.steps.step import Changes, step

_TRAINING = "khoản 2 mục III Kế hoạch 76/KH-UBND"
_HELP = "khoản 2 mục II và điểm b khoản 3 mục III Kế hoạch 76/KH-UBND"
_KEYS = "Các mã, cách nhau dấu phẩy."


def taking_part(book: Book, on: date) -> list[Producer]:
    """Subjects with a product that takes part on the day."""
    makers = {product.producer_id for product in book[Product] if takes_part(product, on)}
    return [one for one in book[Producer] if one.id in makers]


def first_class_task(producer: Producer) -> str:
    """What the task says that a new subject brings with it."""
    return f"Cử {producer.name} dự lớp tập huấn OCOP"


def _attend(draft: Draft, held: TrainingClass, producer: Producer, on: date, result: str | None = None) -> None:
    """A line of attendance; with a class that has been held the subject's task is done."""
    draft.add(Training, class_id=held.id, who=c.ATTENDEE_SUBJECT, producer_id=producer.id, result=result)
    for task in draft.book[Task]:
        if task.content == first_class_task(producer) and task.done is None and held.held and held.held <= on:
            draft.fill(task, done=held.held)
            draft.move(task, state=c.WORK_DONE)


def _keys(rows: Callable[[Book, Any, date], list[R]]) -> Default:
    return lambda book, row, on: ", ".join(one.id for one in rows(book, row, on) if one.id) or None  # type: ignore[attr-defined]


def _not_there(book: Book, row: TrainingClass, on: date) -> list[Producer]:
    there = {one.producer_id for one in book[Training] if one.class_id == row.id}
    return [one for one in taking_part(book, on) if one.id not in there]


@step(
    "add-attendees",
    "Ghi chủ thể dự lớp",
    (TrainingClass,),
    article=_TRAINING,
    offered=lambda book, row, on: bool(_not_there(book, row, on)),
    questions=(
        of_text("Chủ thể", "subjects", _KEYS, default=_keys(_not_there), needed=True, problem=wrong_keys(Producer)),
        ask(Training, "result"),
    ),
)
def add_attendees(book: Book, row: TrainingClass, on: date, answers: Answers) -> Changes:
    """Who is not there yet; day, name and organiser of the class stand in its own row."""
    draft = Draft(book, "ghi chủ thể dự lớp")
    there = {one.producer_id for one in book[Training] if one.class_id == row.id}
    for producer in rows_of(book, Producer, answers["subjects"]):
        if producer.id not in there:
            _attend(draft, row, producer, on, answers["result"])
    return draft.changes


def _never_trained(book: Book, _row: Row, on: date) -> list[Producer]:
    trained = {one.producer_id for one in book[Training]}
    return [one for one in taking_part(book, on) if one.id not in trained]


@step(
    "hold-class",
    "Ghi lớp tập huấn cho nhiều chủ thể",
    (Producer,),
    article=_TRAINING,
    offered=lambda book, row, on: row in _never_trained(book, row, on),
    questions=(
        ask(TrainingClass, "held", today),
        ask(TrainingClass, "course", needed=True),
        ask(TrainingClass, "organiser"),
        ask(TrainingClass, "place"),
        ask(TrainingClass, "days"),
        of_text("Chủ thể", "subjects", _KEYS, default=_keys(_never_trained), needed=True, problem=wrong_keys(Producer)),
    ),
)
def hold_class(book: Book, row: Producer, on: date, answers: Answers) -> Changes:
    """A class and who attends it; likely all that have never been to one."""
    draft = Draft(book, "ghi lớp tập huấn")
    facts = {name: answers[name] for name in ("held", "course", "organiser", "place", "days")}
    held = draft.add(TrainingClass, **facts)
    for producer in rows_of(book, Producer, answers["subjects"]):
        _attend(draft, held, producer, on)
    return draft.changes


# --- events ---------------------------------------------------------------------------------------------------


def _at_the_event(book: Book, row: Promotion) -> set[str | None]:
    return {one.producer_id for one in book[Promotion] if one.event == row.event and one.held == row.held}


def _others(book: Book, row: Promotion, on: date) -> list[Producer]:
    return [one for one in taking_part(book, on) if one.id not in _at_the_event(book, row)]


@step(
    "add-to-event",
    "Ghi thêm chủ thể dự sự kiện",
    (Promotion,),
    article="khoản 4 mục III Kế hoạch 76/KH-UBND",
    offered=lambda book, row, on: bool(row.event and row.held and _others(book, row, on)),
    questions=(
        of_text("Chủ thể", "subjects", _KEYS, default=_keys(_others), needed=True, problem=wrong_keys(Producer)),
    ),
)
def add_to_event(book: Book, row: Promotion, on: date, answers: Answers) -> Changes:
    """The event is as the first subject's row says it; the result is each one's own."""
    draft = Draft(book, "ghi thêm chủ thể dự sự kiện")
    there = _at_the_event(book, row)
    for producer in rows_of(book, Producer, answers["subjects"]):
        if producer.id not in there:
            draft.add(
                Promotion, held=row.held, event=row.event, kind=row.kind, place=row.place, producer_id=producer.id
            )
    return draft.changes


# --- help -----------------------------------------------------------------------------------------------------


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
        of_text("Sản phẩm", "products", _KEYS, default=_keys(_not_helped), needed=True, problem=wrong_keys(Product)),
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
