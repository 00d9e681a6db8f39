"""A way that ends: the product is no longer made, its certificate is withdrawn. Offered after all that carries on."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.clocks import withdrawal_deadline
from ocop_xl.law.withdrawal import NO_LONGER_MADE
from ocop_xl.model import Book, Product, Recognition, Task
from ocop_xl.model import choices as c
from ocop_xl.programme.ranks import in_force, latest_in_force, recognitions_of, stands
from ocop_xl.programme.steps.annex import move_to_rank
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.question import Answers, ask, of_day, today
from ocop_xl.programme.steps.step import Changes, step
from ocop_xl.programme.steps.topics.dossiers import LAW, product_of


def _still_made(book: Book, row: Product | Recognition, on: date) -> bool:
    product = product_of(book, row)
    made = product is not None and product.status != c.STATUS_STOPPED
    return made and (isinstance(row, Product) or in_force(row, on))


@step(
    "stop-production",
    "Xác nhận ngừng sản xuất",
    (Product, Recognition),
    article="khoản 4 Điều 8, " + LAW,
    offered=_still_made,
    known_from=lambda _book, _row: (),
    questions=(
        ask(Product, "stopped", today, past=True),
        of_day("Ngày xã xác nhận", "confirmed", "Từ ngày này tỉnh có 15 ngày để thu hồi.", default=today, past=True),
    ),
    papers=("xac-nhan-ngung-san-xuat",),
)
def stop_production(book: Book, row: Product | Recognition, on: date, answers: Answers) -> Changes:
    """The commune confirms, the province has 15 days to withdraw each certificate in force."""
    draft = Draft(book, "xác nhận ngừng sản xuất")
    product = product_of(book, row)
    assert product is not None
    draft.move(product, status=c.STATUS_STOPPED)
    draft.fill(product, stopped=answers["stopped"])
    confirmed = answers["confirmed"] or on
    for proof in book[Recognition]:
        if proof.product_id == product.id and in_force(proof, on):
            why = f"xã xác nhận ngừng sản xuất ngày {confirmed:%d/%m/%Y}"
            content = f"Thu hồi giấy chứng nhận {proof.id} của {product.name or product.id}: {why}"
            unit = f"UBND tỉnh {book.commune.province or ''}".strip()
            draft.add(
                Task, section="III.5", content=content, unit=unit, due=withdrawal_deadline(confirmed), state=c.WORK_TODO
            )
    return draft.changes


def _may_be_withdrawn(book: Book, row: Recognition, on: date) -> bool:
    return bool(row.issued and row.issued <= on) and stands(row, on) and row.state != c.RECOGNITION_WITHDRAWN


def _ground(book: Book, row: Recognition, _on: date) -> str | None:
    """The ground for a product that is no longer made, where that is why."""
    product = product_of(book, row)
    return NO_LONGER_MADE.label if product is not None and product.status == c.STATUS_STOPPED else None


@step(
    "record-withdrawal",
    "Ghi giấy chứng nhận bị thu hồi",
    (Recognition,),
    article="khoản 1 và khoản 4 Điều 8, " + LAW,
    offered=_may_be_withdrawn,
    questions=(
        ask(Recognition, "ended", today, past=True, after="issued", text="Ngày thu hồi"),
        ask(Recognition, "ground", _ground, needed=True),
    ),
)
def record_withdrawal(book: Book, row: Recognition, on: date, answers: Answers) -> Changes:
    """From that day the rank counts no more; the province's task is done."""
    draft = Draft(book, "ghi giấy chứng nhận bị thu hồi")
    product = product_of(book, row)
    if product is not None and product.present is not None:
        others = [one for one in recognitions_of(book, product) if one is not row]
        left = latest_in_force(others, on)
        move_to_rank(draft, product, left.stars if left else None)
    draft.move(row, state=c.RECOGNITION_WITHDRAWN)
    draft.fill(row, ended=answers["ended"], ground=answers["ground"])
    for task in book[Task]:
        if task.done is None and f"Thu hồi giấy chứng nhận {row.id} " in (task.content or ""):
            draft.fill(task, done=answers["ended"])
            draft.move(task, state=c.WORK_DONE)
    return draft.changes
