"""One class, one event for several subjects at once: a row each, typed once."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Producer, Product, Promotion, Row, Task, Training, TrainingClass
from ocop_xl.model import choices as c
from ocop_xl.programme.participation import takes_part
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.lists import keys_of, rows_of, wrong_keys
from ocop_xl.programme.steps.question import Answers, ask, of_text, today
from ocop_xl.programme.steps.step import Changes, step

_TRAINING = "khoản 2 mục III Kế hoạch 76/KH-UBND"
_MARKET = "khoản 4 mục III Kế hoạch 76/KH-UBND"
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
        of_text("Chủ thể", "subjects", _KEYS, default=keys_of(_not_there), needed=True, problem=wrong_keys(Producer)),
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
        of_text(
            "Chủ thể", "subjects", _KEYS, default=keys_of(_never_trained), needed=True, problem=wrong_keys(Producer)
        ),
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


def _itself(_book: Book, row: Producer, _on: date) -> str | None:
    return row.id


@step(
    "hold-event",
    "Ghi sự kiện xúc tiến cho nhiều chủ thể",
    (Producer,),
    article=_MARKET,
    offered=lambda book, row, on: row in taking_part(book, on),
    known_from=lambda _book, _row: (),
    questions=(
        ask(Promotion, "held", today, past=True),
        ask(Promotion, "event", needed=True),
        ask(Promotion, "kind"),
        ask(Promotion, "place"),
        of_text("Chủ thể", "subjects", _KEYS, default=_itself, needed=True, problem=wrong_keys(Producer)),
    ),
)
def hold_event(book: Book, row: Producer, on: date, answers: Answers) -> Changes:
    """A row for each subject that was there; who is there already is not written twice."""
    draft = Draft(book, "ghi sự kiện xúc tiến")
    event = {name: answers[name] for name in ("held", "event", "kind", "place")}
    there = _at_the_event(book, Promotion(**event))
    for producer in rows_of(book, Producer, answers["subjects"]):
        if producer.id not in there:
            draft.add(Promotion, **event, producer_id=producer.id)
    return draft.changes


def _at_the_event(book: Book, row: Promotion) -> set[str | None]:
    return {one.producer_id for one in book[Promotion] if one.event == row.event and one.held == row.held}


def _others(book: Book, row: Promotion, on: date) -> list[Producer]:
    return [one for one in taking_part(book, on) if one.id not in _at_the_event(book, row)]


@step(
    "add-to-event",
    "Ghi thêm chủ thể dự sự kiện",
    (Promotion,),
    article=_MARKET,
    offered=lambda book, row, on: bool(row.event and row.held and _others(book, row, on)),
    questions=(
        of_text("Chủ thể", "subjects", _KEYS, default=keys_of(_others), needed=True, problem=wrong_keys(Producer)),
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
