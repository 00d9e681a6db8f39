"""A visit is planned, made, followed up, and where the province must act, put to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ocop_xl.law.clocks import moved
from ocop_xl.model import Book, Inspection, Product, Recognition, Row
from ocop_xl.model import choices as c
from ocop_xl.model.terms import CORRECTION, VISIT_EVERY
from ocop_xl.programme.ranks import in_force, rank_on
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.question import Answers, Default, ask, today
from ocop_xl.programme.steps.step import Changes, step
from ocop_xl.programme.steps.topics.dossiers import product_of

_PLAN = "khoản 5 mục III Kế hoạch 76/KH-UBND"
_PROVINCE = "khoản 4 Điều 8 và khoản 4 Điều 9, QĐ 26/2026/QĐ-TTg"
_RESULTS = ("conditions", "quality", "criteria_kept", "mark_use")
NO_FAULT = c.SEVERITY.values[0]


def visits(book: Book, product_id: str | None) -> list[Inspection]:
    """The visits to a product that have a day, the earliest first."""
    mine = [one for one in book[Inspection] if product_id and one.product_id == product_id and one.inspected]
    return sorted(mine, key=lambda one: one.inspected or date.max)


def _made(row: Inspection) -> bool:
    """Whether the visit says what was seen; a planned one says nothing yet."""
    return any(getattr(row, one) for one in _RESULTS) or bool(row.finding)


def _planned(book: Book, row: Row) -> Inspection | None:
    """The visit that was planned and not made."""
    if isinstance(row, Inspection):
        return None if _made(row) else row
    product = product_of(book, row)
    return next((one for one in visits(book, product.id if product else None) if not _made(one)), None)


def _followed(book: Book, row: Product | Recognition, on: date) -> bool:
    """Products with a rank in force are visited (khoản 5 mục III of the plan)."""
    product = product_of(book, row)
    if isinstance(row, Recognition) and not in_force(row, on):
        return False
    return product is not None and bool(product.id) and rank_on(book, product, on).proof is not None


def _to_plan(book: Book, row: Product | Recognition, on: date) -> bool:
    if not _followed(book, row, on) or _planned(book, row) is not None:
        return False
    product = product_of(book, row)
    done = visits(book, product.id if product else None)
    return not (done and done[-1].next and done[-1].next >= on)


def _next_visit(book: Book, row: Row, on: date) -> date:
    product = product_of(book, row)
    done = visits(book, product.id if product else None)
    last = done[-1].inspected if done else getattr(row, "issued", None)
    return max(on, moved(last, VISIT_EVERY.of(book.commune))) if last else on


def _last_said(attribute: str) -> Default:
    def default(book: Book, row: Row, _on: date) -> str | None:
        product = product_of(book, row)
        said = (getattr(one, attribute) for one in reversed(visits(book, product.id if product else None)))
        return next((one for one in said if one), None)

    return default


@step(
    "plan-visit",
    "Đặt ngày kiểm tra",
    (Product, Recognition),
    article=_PLAN + "; số ngày là cách hiểu của phần mềm",
    offered=_to_plan,
    questions=(
        ask(Inspection, "inspected", _next_visit, text="Ngày dự kiến"),
        ask(Inspection, "team", _last_said("team")),
    ),
    leads_to=Inspection,
)
def plan_visit(book: Book, row: Product | Recognition, on: date, answers: Answers) -> Changes:
    """A product that has been seen keeps the day with its last visit; a first visit is a row that waits."""
    draft = Draft(book, "đặt ngày kiểm tra")
    product = product_of(book, row)
    done = visits(book, product.id if product else None)
    if done:
        draft.move(done[-1], next=answers["inspected"])
    else:
        draft.add(Inspection, kind=c.INSPECTION_KIND.values[0], product_id=product.id if product else None, **answers)
    return draft.changes


def _to_be_made(book: Book, row: Product | Recognition | Inspection, on: date) -> bool:
    planned = _planned(book, row)
    if isinstance(row, Inspection):
        return planned is not None and bool(row.inspected and row.inspected <= on)
    if planned is not None:
        return bool(planned.inspected and planned.inspected <= on)
    product = product_of(book, row)
    done = visits(book, product.id if product else None)
    return _followed(book, row, on) and not (done and done[-1].inspected == on)


def _known(book: Book, row: Row) -> Iterable[Row]:
    planned = _planned(book, row)
    return (planned,) if planned else ()


def _to_mend(answers: Answers) -> bool:
    return answers.get("severity") in c.SEVERITY_TO_MEND


@step(
    "record-visit",
    "Ghi kết quả kiểm tra",
    (Inspection, Recognition, Product),
    article=_PLAN + "; khoản 4 Điều 9, QĐ 26/2026/QĐ-TTg",
    offered=_to_be_made,
    known_from=_known,
    questions=(
        ask(Inspection, "inspected", today, past=True),
        ask(Inspection, "kind", c.INSPECTION_KIND.values[0]),
        ask(Inspection, "team", _last_said("team")),
        *(ask(Inspection, one, needed=True) for one in _RESULTS),
        ask(Inspection, "standard", _last_said("standard")),
        ask(Inspection, "finding", needed=True),
        ask(Inspection, "severity", needed=True),
        ask(Inspection, "recommendation", needed=True, only=_to_mend),
        ask(
            Inspection,
            "due",
            lambda book, _row, on: moved(on, CORRECTION.of(book.commune)),
            only=_to_mend,
            after="inspected",
        ),
        ask(Inspection, "next", lambda book, _row, on: moved(on, VISIT_EVERY.of(book.commune))),
    ),
    papers=("bien-ban-kiem-tra",),
    leads_to=Inspection,
)
def record_visit(book: Book, row: Product | Recognition | Inspection, on: date, answers: Answers) -> Changes:
    """What was seen; the next visit is planned with it, a fault gets its day."""
    draft = Draft(book, "ghi kết quả kiểm tra")
    planned = _planned(book, row)
    product = product_of(book, row)
    if planned is not None:
        draft.fill(planned, **answers)
    else:
        draft.add(Inspection, product_id=product.id if product else None, **answers)
    return draft.changes


@step(
    "close-correction",
    "Ghi đã khắc phục",
    (Inspection,),
    article=_PLAN,
    offered=lambda _book, row, _on: row.due is not None and row.done is None,
    questions=(ask(Inspection, "done", today, past=True, after="inspected"),),
)
def close_correction(book: Book, row: Inspection, on: date, answers: Answers) -> Changes:
    """What was asked for has been done."""
    draft = Draft(book, "ghi đã khắc phục")
    draft.fill(row, done=answers["done"])
    return draft.changes


def _for_the_province(_book: Book, row: Inspection, on: date) -> bool:
    """What is grave, and what was not mended in time, is the province's to conclude."""
    late = bool(row.due and row.due < on and not (row.done and row.done <= on))
    return row.requested is None and bool(row.inspected) and (row.severity == c.SEVERITY.values[-1] or late)


@step(
    "request-province",
    "Kiến nghị tỉnh",
    (Inspection,),
    article=_PROVINCE,
    offered=_for_the_province,
    questions=(
        ask(Inspection, "requested", today, past=True, after="inspected"),
        ask(Inspection, "recommendation", needed=True),
    ),
    papers=("bao-cao-kiem-tra",),
)
def request_province(book: Book, row: Inspection, on: date, answers: Answers) -> Changes:
    """The commune proposes, it does not conclude."""
    draft = Draft(book, "kiến nghị tỉnh")
    draft.fill(row, requested=answers["requested"], recommendation=answers["recommendation"])
    return draft.changes


@step(
    "record-answer",
    "Ghi tỉnh đã trả lời",
    (Inspection,),
    article=_PROVINCE,
    offered=lambda _book, row, on: bool(row.requested and row.requested <= on) and row.answered is None,
    questions=(
        ask(Inspection, "answered", today, past=True, after="requested"),
        ask(Inspection, "note", text="Nội dung trả lời"),
    ),
)
def record_answer(book: Book, row: Inspection, on: date, answers: Answers) -> Changes:
    """With it the commune's request is closed."""
    draft = Draft(book, "ghi tỉnh đã trả lời")
    draft.fill(row, answered=answers["answered"], note=answers["note"])
    return draft.changes
