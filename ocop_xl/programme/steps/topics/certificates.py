"""A certificate's end: filed again in its window, withdrawn as the product is no longer made, its logo taken down."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.clocks import withdrawal_deadline
from ocop_xl.law.withdrawal import NO_LONGER_MADE
from ocop_xl.model import Book, Dossier, Inspection, Product, Recognition, Task
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.sources.certificates import logo_stays
from ocop_xl.programme.participation import takes_part
from ocop_xl.programme.ranks import in_force, latest_in_force, recognitions_of, stands
from ocop_xl.programme.steps.annex import move_to_rank
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.question import Answers, ask, of_day, today
from ocop_xl.programme.steps.step import Changes, step
from ocop_xl.programme.steps.topics.dossiers import LAW, open_dossier, product_of, to_be_filed_again

GOOD, BAD, NOT_LOOKED_AT = c.GOOD_BAD.values
_FOLLOWED = c.INSPECTION_KIND.values[0]


def _to_be_renewed(book: Book, row: Recognition, on: date) -> bool:
    product = product_of(book, row)
    takes = product is not None and takes_part(product, on)
    return takes and to_be_filed_again(book, row, on) and open_dossier(book, row.product_id) is None


def _higher(book: Book, row: Recognition, _on: date) -> str:
    product = product_of(book, row)
    return c.DOSSIER_UPGRADE if product and (product.potential or 0) > (row.stars or 0) else c.DOSSIER_AGAIN


@step(
    "open-renewal",
    "Lập hồ sơ phân hạng lại",
    (Recognition,),
    article="điểm a khoản 6 Điều 7, " + LAW,
    offered=_to_be_renewed,
    questions=(
        ask(Dossier, "kind", _higher, options=lambda *_: (c.DOSSIER_AGAIN, c.DOSSIER_UPGRADE)),
        ask(Dossier, "stars", lambda _book, row, _on: row.stars, text="Hạng đề nghị"),
    ),
    known_from=lambda _book, _row: (),
    papers=("thong-bao-nhac-han",),
)
def open_renewal(book: Book, row: Recognition, on: date, answers: Answers) -> Changes:
    """The subject is told and its dossier begun; the duty ends when the dossier has come in."""
    draft = Draft(book, "lập hồ sơ phân hạng lại")
    note = f"Phân hạng lại giấy {row.id}."
    draft.add(
        Dossier,
        product_id=row.product_id,
        kind=answers["kind"],
        stars=answers["stars"],
        state=c.DOSSIER_DRAFT,
        note=note,
    )
    return draft.changes


# --- no longer made -------------------------------------------------------------------------------------------


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
            content = f"Thu hồi giấy chứng nhận {proof.id} của {product.name}: {why}"
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


def _logo_up(book: Book, row: Recognition, on: date) -> bool:
    return stands(row, on) and logo_stays(book, row, on)


@step(
    "confirm-logo-down",
    "Ghi đã ngừng dùng nhãn OCOP",
    (Recognition,),
    article="khoản 3 Điều 4 và khoản 3 Điều 12, " + LAW,
    offered=_logo_up,
    questions=(ask(Inspection, "inspected", today, past=True, after="ends"), ask(Inspection, "team")),
)
def confirm_logo_down(book: Book, row: Recognition, on: date, answers: Answers) -> Changes:
    """A look at the shelf, on record like any other."""
    draft = Draft(book, "ghi đã ngừng dùng nhãn OCOP")
    finding = f"Đã ngừng dùng nhãn, biểu trưng OCOP sau khi giấy {row.id} hết hạn."
    draft.add(
        Inspection,
        kind=_FOLLOWED,
        product_id=row.product_id,
        mark_use=GOOD,
        finding=finding,
        severity=c.SEVERITY.values[0],
        **answers,
    )
    return draft.changes
