"""What the province answers: recognised, returned, or not passed; and a dossier that is filed again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ocop_xl.law.clocks import certificate_end
from ocop_xl.law.documents import document
from ocop_xl.law.stars import RECOGNISED_STARS, authority_for
from ocop_xl.model import Book, Dossier, Product, Recognition, Row
from ocop_xl.model import choices as c
from ocop_xl.programme.ranks import in_force
from ocop_xl.programme.rounds import label_of, round_reached
from ocop_xl.programme.steps.annex import move_to_rank
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.question import Answers, ask, of_choice, today
from ocop_xl.programme.steps.step import Changes, step
from ocop_xl.programme.steps.topics.cycle import cycle_of, finish
from ocop_xl.programme.steps.topics.dossiers import (
    CLAIMS,
    LAW,
    STATUS_FILED,
    STATUS_FILING,
    STATUS_RECOGNISED,
    lines_of,
    open_dossier,
    product_of,
)

RESULTS = ("Được công nhận", "Bị trả lại", "Không đạt hạng")
RECOGNISED, RETURNED, NOT_PASSED = RESULTS


def _recognised(answers: Answers) -> bool:
    return bool(answers.get("result") == RECOGNISED)


def _refused(answers: Answers) -> bool:
    return answers.get("result") in (RETURNED, NOT_PASSED)


def _no_rank(_book: Book, _row: Row, stars: int) -> str:
    """1 and 2 sao have no decision (khoản 1 Điều 4)."""
    return "" if stars in RECOGNISED_STARS else f"chỉ nhận {', '.join(map(str, RECOGNISED_STARS))} sao; hãy ghi lại."


def _wanted(book: Book, row: Dossier, _on: date) -> int | None:
    product = product_of(book, row)
    return row.province_stars or row.stars or (product.potential if product else None)


def next_code(book: Book, row: Dossier, on: date) -> str | None:
    """(T)-(X)-(STT)-(năm) of the scoring sheet; the number is that of the product's key (our reading), or the next that
    is free. None while the commune has no codes."""
    product = product_of(book, row)
    place = (book.commune.province_code, book.commune.commune_code)
    if product is None or product.code or not all(place):
        return product.code if product else None
    taken = {one.code for one in book[Product]}
    first = int("".join(letter for letter in product.id or "" if letter.isdecimal()) or 1)
    codes = (f"{place[0]}-{place[1]}-{number}-{on.year}" for number in range(first, first + len(taken) + 1))
    return next(code for code in codes if code not in taken)


def _no_code(book: Book, _row: Row, _on: date, answers: Answers) -> Iterable[str]:
    """Why a recognised product has no code."""
    if _recognised(answers) and not answers["code"]:
        yield "chưa có «Mã sản phẩm OCOP» vì «Thông tin xã» chưa ghi mã tỉnh, mã xã; ghi xong thì gõ mã vào sản phẩm."


@step(
    "record-result",
    "Ghi kết quả của tỉnh",
    (Dossier,),
    article="Điều 3, Điều 4, khoản 1 Điều 5, " + LAW,
    offered=lambda _book, row, on: row.state == c.DOSSIER_SENT and bool(row.sent and row.sent <= on),
    known_from=lambda book, row: [one for one in (row, product_of(book, row)) if one is not None],
    remarks=_no_code,
    questions=(
        of_choice("Kết quả", "result", RESULTS, needed=True),
        ask(Dossier, "province_score"),
        ask(Recognition, "stars", _wanted, needed=True, only=_recognised, problem=_no_rank),
        ask(Recognition, "decision_number", needed=True, only=_recognised),
        ask(Recognition, "decision_date", today, past=True, after="sent", only=_recognised),
        ask(
            Recognition,
            "issued",
            past=True,
            after="decision_date",
            only=_recognised,
            text="Ngày cấp, nếu khác ngày quyết định",
        ),
        ask(Product, "code", next_code, only=_recognised),
        ask(Dossier, "returned", today, past=True, after="sent", only=_refused),
        ask(Dossier, "return_reason", needed=True, only=_refused),
    ),
    leads_to=Recognition,
)
def record_result(book: Book, row: Dossier, on: date, answers: Answers) -> Changes:
    """A result closes the dossier; a recognition also makes the certificate, the product's rank and code, and ends what
    it replaces."""
    draft = Draft(book, "ghi kết quả của tỉnh")
    draft.fill(row, province_score=answers["province_score"])
    if answers["result"] == RECOGNISED:
        _recognise(draft, row, answers)
    else:
        reason = answers["return_reason"]
        not_passed = answers["result"] == NOT_PASSED
        draft.fill(row, returned=answers["returned"], return_reason=f"{NOT_PASSED}: {reason}" if not_passed else reason)
        draft.move(row, state=c.DOSSIER_RETURNED)
        enter_return(draft, row)
    return draft.changes


def _recognise(draft: Draft, row: Dossier, answers: Answers) -> None:
    decided, stars = answers["decision_date"], answers["stars"]
    draft.move(row, state=c.DOSSIER_RECOGNISED)
    draft.fill(row, province_stars=stars)
    decision = {"decision_number": answers["decision_number"], "decision_date": decided}
    enter_decision(draft, row, decision | {"stars": stars, "issued": answers["issued"] or decided}, answers["code"])


def enter_return(draft: Draft, row: Dossier) -> None:
    """What follows from a dossier's return: its product is one whose dossier is being made again."""
    product = product_of(draft.book, row)
    if product is not None and product.status == STATUS_FILED:
        draft.move(product, status=STATUS_FILING)


def enter_decision(draft: Draft, row: Dossier, decision: Mapping[str, Any], code: str | None) -> None:
    """The certificate by its cells (at least stars, number, day and day of issue), and what follows from it: it takes
    the place of those in force, gives the product its rank and code, and ends its cycle."""
    issued, decided, stars = decision["issued"], decision["decision_date"], decision["stars"]
    for old in draft.book[Recognition]:
        if old.product_id == row.product_id and in_force(old, issued):
            draft.move(old, state=c.RECOGNITION_REPLACED)
            draft.fill(old, ended=issued)
    follows = {
        "product_id": row.product_id,
        "authority": authority_for(stars, decided) or None,
        "ends": certificate_end(issued),
        "legal_basis": legal_basis_on(row.received, decided),
        "state": c.RECOGNITION_ACTIVE,
    }
    draft.add(Recognition, **follows | dict(decision))
    product = product_of(draft.book, row)
    if product is not None:
        draft.fill(product, code=code)
        draft.move(product, status=STATUS_RECOGNISED)
        move_to_rank(draft, product, stars)
        finish(draft, cycle_of(draft.book, product.id).get(5), issued)


def legal_basis_on(received: date | None, decided: date) -> str | None:
    """The newest decision that held when the dossier came and still holds: what came under the old rules is finished
    under them (khoản 2 Điều 12)."""
    documents = (document(code) for code in reversed(c.LEGAL_BASIS.values))
    asked = received or decided
    return next((one.code for one in documents if one.effective_from <= asked and one.holds_on(decided)), None)


def _is_last(book: Book, row: Dossier) -> bool:
    """Whether nothing was filed for the product after this dossier."""
    mine = [one for one in book[Dossier] if one.product_id == row.product_id]
    return bool(mine) and mine[-1] is row and open_dossier(book, row.product_id) is None


@step(
    "refile",
    "Lập lại hồ sơ bị trả lại",
    (Dossier,),
    article="khoản 1 Điều 5 và Điều 6, " + LAW,
    offered=lambda book, row, _on: row.state == c.DOSSIER_RETURNED and _is_last(book, row),
    known_from=lambda _book, _row: (),
    questions=(ask(Dossier, "round", lambda _book, _row, on: label_of(round_reached(on))),),
    leads_to=Dossier,
)
def refile(book: Book, row: Dossier, on: date, answers: Answers) -> Changes:
    """A dossier of its own for the next round, with what the subject said and proved the first time."""
    draft = Draft(book, "lập lại hồ sơ bị trả lại")
    claims = {claim: getattr(row, claim) for claim in CLAIMS}
    note = f"Nộp lại thay {row.id}."
    cells = {"kind": row.kind, "stars": row.stars, "round": answers["round"], "note": note} | claims
    again = draft.add(Dossier, product_id=row.product_id, state=c.DOSSIER_DRAFT, **cells)
    for number, line in lines_of(book, row.id).items():
        cells = {"line": line.line, "state": line.state, "file": line.file, "expires": line.expires}
        draft.add(type(line), id=f"{again.id}-{number:02d}", dossier_id=again.id, **cells)
    return draft.changes
