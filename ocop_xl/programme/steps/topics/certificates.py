"""A certificate runs out: filed again in its window, or its logo taken down."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Dossier, Inspection, Recognition
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.sources.certificates import logo_stays
from ocop_xl.programme.participation import takes_part
from ocop_xl.programme.ranks import stands
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.question import Answers, ask, today
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
    leads_to=Dossier,
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
