"""The Python twin of every live column: what Excel must show in a cell that nobody types in.

`LIVE[row type, attribute]` is a function of the row, the book and the day. The builder stores its result in the
cell, so that a previewer shows right figures; the tests compare it with what two spreadsheet engines compute.
Blank texts are "", as in the formulas.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ocop_xl.model import (
    Book,
    Budget,
    Channel,
    Commune,
    CycleStep,
    Dossier,
    Evidence,
    Inspection,
    Producer,
    Product,
    Promotion,
    Recognition,
    Remark,
    Revenue,
    Row,
    ScoreSheet,
    Sent,
    Support,
    Task,
    TaskPart,
    Training,
    TrainingClass,
    spec_of,
)
from ocop_xl.model import choices as c
from ocop_xl.model.rows.commune import DAY_FIRST, NO_BACKUP, NOT_PACKED
from ocop_xl.model.rows.province import ANSWERED, CLOSED, FIXED, NEW
from ocop_xl.model.table import ROW_COMPLETE, ROW_STATE
from ocop_xl.model.version import MODEL_VERSION
from ocop_xl.programme import money, participation
from ocop_xl.programme.agenda.live import AGENDA_LIVE
from ocop_xl.programme.live.certificates import CERTIFICATE_LIVE
from ocop_xl.programme.live.hamlets import HAMLET_LIVE
from ocop_xl.programme.live.row_words import task_words
from ocop_xl.programme.live.scores import SCORE_LIVE
from ocop_xl.programme.live.targets import TARGET_LIVE
from ocop_xl.programme.ranks import rank_on

NOT_YET = "Chưa"
Live = Callable[[Any, Book, date], object]
LIVE: dict[tuple[type[Row], str], Live] = {
    **SCORE_LIVE,
    **TARGET_LIVE,
    **AGENDA_LIVE,
    **CERTIFICATE_LIVE,
    **HAMLET_LIVE,
}


def live_value(row: Row, attribute: str, book: Book, on: date) -> object:
    """What the live column shows in this row on that day."""
    if attribute == ROW_STATE:
        return row_state(row)
    return LIVE[type(row), attribute](row, book, on)


def row_state(row: Row) -> str:
    """`` for a row with no required cell filled, which required cell is blank, or that all are there."""
    blank = [c.header for c in spec_of(type(row)).required if getattr(row, c.attribute) is None]
    if len(blank) == len(spec_of(type(row)).required):
        return ""
    return f"⚠ Thiếu {blank[0]}" if blank else ROW_COMPLETE


def _twin(kind: type[Row], attribute: str) -> Callable[[Live], Live]:
    def register(function: Live) -> Live:
        LIVE[kind, attribute] = function
        return function

    return register


def _name_of_product(row: Any, book: Book, on: date) -> str:
    product = book.by_id(Product).get(row.product_id or "")
    return (product.name or "") if product else ""


def _name_of_producer(row: Any, book: Book, on: date) -> str:
    producer = book.by_id(Producer).get(row.producer_id or "")
    return (producer.name or "") if producer else ""


def _name_of_dossier_product(row: Any, book: Book, on: date) -> str:
    dossier = book.by_id(Dossier).get(row.dossier_id or "")
    return _name_of_product(dossier, book, on) if dossier else ""


_SHOWS_PRODUCT: tuple[type[Row], ...] = (
    CycleStep,
    Dossier,
    Recognition,
    Inspection,
    Revenue,
    Support,
    Promotion,
    Channel,
)
_SHOWS_PRODUCER: tuple[type[Row], ...] = (Product, Training, Support, Promotion)
_SHOWS_DOSSIER: tuple[type[Row], ...] = (Evidence, ScoreSheet)
LIVE.update({(kind, "product_name"): _name_of_product for kind in _SHOWS_PRODUCT})
LIVE.update({(kind, "producer_name"): _name_of_producer for kind in _SHOWS_PRODUCER})
LIVE.update({(kind, "product_name"): _name_of_dossier_product for kind in _SHOWS_DOSSIER})


@_twin(Commune, "date_order")
def _date_order(row: Commune, book: Book, on: date) -> str:
    """Only the PC knows; until it has computed the cell, the order that the workbook is made for."""
    return row.date_order or DAY_FIRST


@_twin(Commune, "version")
def _version(row: Commune, book: Book, on: date) -> str:
    return f"{MODEL_VERSION}"


@_twin(Commune, "checked")
def _checked(row: Commune, book: Book, on: date) -> str:
    """What the last check has left there."""
    return row.checked or ""


@_twin(Commune, "backed_up")
def _backed_up(row: Commune, book: Book, on: date) -> str:
    """What the last writing has left there."""
    return row.backed_up or NO_BACKUP


@_twin(Commune, "packed")
def _packed(row: Commune, book: Book, on: date) -> str:
    days = [sent.made for sent in book[Sent] if sent.made]
    return f"Ngày {max(days):%d/%m/%Y}" if days else NOT_PACKED


@_twin(Product, "producer_form")
def _form_of_producer(row: Product, book: Book, on: date) -> str:
    producer = book.by_id(Producer).get(row.producer_id or "")
    return (producer.legal_form or "") if producer else ""


@_twin(Product, "rank")
def _rank(row: Product, book: Book, on: date) -> object:
    return "" if row.id is None else rank_on(book, row, on).stars or ""


@_twin(Product, "active")
def _active(row: Product, book: Book, on: date) -> str:
    return "" if row.id is None else c.YES if participation.takes_part(row, on) else c.NO


@_twin(Product, "supports")
def _supports(row: Product, book: Book, on: date) -> object:
    return "" if row.id is None else len(participation.finished_supports(book, row, on))


@_twin(Product, "shops")
def _shops(row: Product, book: Book, on: date) -> object:
    return "" if row.id is None else len(participation.online_shops(book, row, on))


@_twin(Product, "points")
def _points(row: Product, book: Book, on: date) -> object:
    return "" if row.id is None else participation.points_of(book, row, on)


@_twin(Producer, "active_products")
def _active_products(row: Producer, book: Book, on: date) -> object:
    return "" if row.id is None else len(participation.products_of(book, row, on))


@_twin(Producer, "trainings")
def _trainings(row: Producer, book: Book, on: date) -> object:
    return "" if row.id is None else len(participation.trainings_of(book, row, on))


@_twin(Producer, "support_kinds")
def _support_kinds(row: Producer, book: Book, on: date) -> object:
    return "" if row.id is None else len(participation.supported_kinds(book, row, on))


@_twin(Training, "class_day")
def _class_day(row: Training, book: Book, on: date) -> object:
    return participation.day_of(row, book) or ""


@_twin(Training, "class_name")
def _class_name(row: Training, book: Book, on: date) -> str:
    held = book.by_id(TrainingClass).get(row.class_id or "")
    return (held.course or "") if held else ""


@_twin(Training, "counts")
def _training_counts(row: Training, book: Book, on: date) -> str:
    if row.id is None and row.producer_id is None:
        return ""
    return c.YES if participation.attended(row, book, on) else NOT_YET


@_twin(TrainingClass, "attendances")
def _attendances(row: TrainingClass, book: Book, on: date) -> object:
    return "" if row.id is None else sum(one.class_id == row.id for one in book[Training])


@_twin(Support, "counts")
@_twin(TaskPart, "counts")
def _work_counts(row: Support | TaskPart, book: Book, on: date) -> str:
    if row.id is None and row.state is None:
        return ""
    return c.YES if participation.finished(row, on) else NOT_YET


@_twin(Channel, "counts")
def _channel_counts(row: Channel, book: Book, on: date) -> str:
    if row.id is None and row.kind is None:
        return ""
    return c.YES if participation.is_open(row, on) else c.NO


@_twin(Channel, "point_share")
def _point_share(row: Channel, book: Book, on: date) -> object:
    for rows in participation.sales_points(book, on).values():
        if any(row is one for one in rows):
            return 1 / len(rows)
    return "" if row.id is None else 0


@_twin(Budget, "supports")
def _supports_paid(row: Budget, book: Book, on: date) -> object:
    return "" if row.id is None else money.paid_for_supports(book, row, on)


@_twin(Budget, "unexplained")
def _unexplained(row: Budget, book: Book, on: date) -> object:
    return "" if row.id is None else (row.spent or 0) - money.paid_for_supports(book, row, on)


@_twin(Budget, "left")
def _left(row: Budget, book: Book, on: date) -> object:
    return "" if row.id is None else (row.allocated or 0) - (row.spent or 0)


@_twin(Task, "parts")
def _parts(row: Task, book: Book, on: date) -> object:
    if row.id is None:
        return ""
    return sum(part.task_id == row.id and not participation.finished(part, on) for part in book[TaskPart])


@_twin(Remark, "state")
def _remark_state(row: Remark, book: Book, on: date) -> str:
    """What has been done about it, the last thing first."""
    if not row.text:
        return ""
    if row.closed:
        return CLOSED
    if row.reply:
        return ANSWERED
    return FIXED if row.fixed else NEW


@_twin(TaskPart, "task_content")
def _task_content(row: TaskPart, book: Book, on: date) -> str:
    task = book.by_id(Task).get(row.task_id or "")
    return (task.content or "") if task else ""


@_twin(Task, "warning")
def _warning(row: Task, book: Book, on: date) -> str:
    return task_words(row, book.commune, on)
