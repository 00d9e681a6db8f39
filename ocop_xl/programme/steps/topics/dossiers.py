"""A dossier comes in: its row, the number of its form, the fifteen lines of evidence, the score sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ocop_xl.law import sectors
from ocop_xl.law.clocks import moved, round_of
from ocop_xl.law.criteria import NoCriteriaSet
from ocop_xl.law.evidence import EVIDENCE_LINES
from ocop_xl.model import Book, Dossier, Evidence, Product, Recognition, Row, ScoreSheet
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.sources.certificates import renewals
from ocop_xl.programme.agenda.sources.cycle import finished
from ocop_xl.programme.agenda.sources.dossiers import to_be_sent
from ocop_xl.programme.participation import takes_part
from ocop_xl.programme.ranks import rank_on
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.lists import NONE, evidence_numbers, wrong_numbers
from ocop_xl.programme.steps.question import Answers, ask, of_text, today
from ocop_xl.programme.steps.step import Changes, step
from ocop_xl.programme.steps.topics.cycle import cycle_of, finish
from ocop_xl.scoring.lay_out import lines_for, new_sheet
from ocop_xl.scoring.sets import set_for

LAW = "QĐ 26/2026/QĐ-TTg"
SAMPLES = 5
"""Sent to the province with every dossier but that of a service (điểm d khoản 1 Điều 7)."""
STATUS_GROWING, STATUS_FILING, STATUS_FILED, STATUS_RECOGNISED = c.PRODUCT_STATUS.values[:4]
CLAIMS = ("material_claim", "labour_claim", "idea_claim", "identity_claim")
FINDINGS = ("material_finding", "labour_finding", "idea_finding", "identity_finding")
_NUMBER = re.compile(r"(\d{1,4})\D.*PĐK")

MISSING = of_text(
    "Minh chứng thiếu",
    "missing",
    f"Số của các minh chứng thiếu, ví dụ 04, 12; đủ thì ghi «{NONE}».",
    problem=wrong_numbers,
    needed=True,
)
NOT_NEEDED = of_text(
    "Minh chứng không áp dụng", "not_needed", "Số của các minh chứng mà sản phẩm không cần.", problem=wrong_numbers
)


def product_of(book: Book, row: Row) -> Product | None:
    """The product that a row is, or belongs to."""
    return row if isinstance(row, Product) else book.by_id(Product).get(getattr(row, "product_id", None) or "")


def open_dossier(book: Book, product_id: str | None) -> Dossier | None:
    """The dossier of a product that has no result yet."""
    mine = (row for row in book[Dossier] if product_id and row.product_id == product_id)
    return next((row for row in mine if row.state not in c.DOSSIER_SETTLED), None)


def _draft_of(book: Book, row: Row) -> Dossier | None:
    found = row if isinstance(row, Dossier) else open_dossier(book, getattr(product_of(book, row), "id", None))
    return found if found and found.state in (None, c.DOSSIER_DRAFT) and found.received is None else None


def can_come_in(book: Book, row: Row, on: date) -> bool:
    """A draft, or a product that takes part and has no dossier under way; for a certificate once its time to be filed
    again has come."""
    if isinstance(row, Dossier):
        return _draft_of(book, row) is not None
    if isinstance(row, Recognition) and not to_be_filed_again(book, row, on):
        return False
    product = product_of(book, row)
    under_way = open_dossier(book, product.id if product else None)
    return product is not None and takes_part(product, on) and (under_way is None or _draft_of(book, row) is not None)


def to_be_filed_again(book: Book, row: Recognition, on: date) -> bool:
    """From the first day of the window until a dossier has come in (điểm a khoản 6 Điều 7)."""
    return any(one.row is row and one.opens is not None and one.opens <= on for one in renewals(book, on))


def likely_kind(book: Book, row: Row, on: date) -> str:
    """By what the product has: nothing yet, a rank that is to be higher, or one that is to be kept."""
    product = product_of(book, row)
    if product is None or not any(r.product_id == product.id for r in book[Recognition]):
        return c.DOSSIER_FIRST
    stars = rank_on(book, product, on).stars
    return c.DOSSIER_UPGRADE if stars and (product.potential or 0) > stars else c.DOSSIER_AGAIN


def _wanted_stars(book: Book, row: Row, _on: date) -> int | None:
    product = product_of(book, row)
    return product.potential if product else None


def usual_samples(book: Book, row: Row, _on: date) -> int | None:
    """Five; of a service none (điểm d khoản 1 Điều 7)."""
    product = product_of(book, row)
    return None if product and product.sector == sectors.TOURISM else SAMPLES


def likely_set(book: Book, row: Row, _on: date) -> int | None:
    """The one set that the product's name points to."""
    product = product_of(book, row)
    likely = sectors.suggest_sets(product.name or "", product.sector) if product else ()
    return likely[0] if len(likely) == 1 else None


def _known(book: Book, row: Row) -> Iterable[Row]:
    found = (_draft_of(book, row), product_of(book, row))
    return [one for one in found if one is not None]


def _no_number(book: Book) -> Iterator[str]:
    """Why the form of registration has no number."""
    if not (book.commune.province_code and book.commune.commune_code):
        yield "chưa có «Số phiếu» vì trang «Thông tin xã» chưa ghi mã tỉnh, mã xã; ghi xong thì gõ số vào dòng hồ sơ."


def _no_score_sheets(book: Book, row: Row, on: date, answers: Answers) -> Iterator[str]:
    """Why no score sheet is opened."""
    product = product_of(book, row)
    try:
        set_for(
            Product(id=product.id if product else None, product_set=answers["product_set"]), answers["received"] or on
        )
    except NoCriteriaSet as none:
        yield f"chưa mở phiếu chấm: {none}"


@step(
    "receive-dossier",
    "Tiếp nhận hồ sơ",
    (Dossier, Product, Recognition),
    article="Điều 6, khoản 2 Điều 7; Mẫu 01, Mẫu 02, Phụ lục III, " + LAW,
    offered=can_come_in,
    known_from=_known,
    questions=(
        ask(Dossier, "received", today, past=True),
        ask(Dossier, "kind", likely_kind),
        ask(Dossier, "stars", _wanted_stars),
        ask(Product, "product_set", likely_set),
        ask(Dossier, "received_by", lambda book, _row, _on: book.commune.officer),
        ask(Dossier, "paper_sets", 1),
        ask(Dossier, "electronic_sets", 1),
        ask(Dossier, "samples", usual_samples),
        MISSING,
        NOT_NEEDED,
        *(ask(Dossier, claim) for claim in CLAIMS),
    ),
    remarks=lambda book, row, on, answers: (*_no_number(book), *_no_score_sheets(book, row, on, answers)),
    papers=("phieu-tiep-nhan", "phieu-dang-ky"),
    leads_to=Dossier,
)
def receive_dossier(book: Book, row: Dossier | Product | Recognition, on: date, answers: Answers) -> Changes:
    """One click for what took sixty cells a dossier; nothing of a draft that is there is typed again."""
    draft = Draft(book, "tiếp nhận hồ sơ")
    product = product_of(book, row)
    cells = {name: answers[name] for name in ("kind", "stars", "received", "received_by", *CLAIMS)}
    counts = {name: answers[name] for name in ("paper_sets", "electronic_sets", "samples")}
    known = _draft_of(book, row)
    dossier = known or draft.add(Dossier, product_id=product.id if product else None)
    received = answers["received"] or on
    draft.fill(dossier, **cells, **counts, form_number=next_form_number(book, received))
    draft.move(dossier, state=c.DOSSIER_RECEIVED)
    lay_evidence(draft, dossier.id or "", answers)
    if product is not None:
        draft.fill(product, product_set=answers["product_set"])
        if product.status in (None, STATUS_GROWING, STATUS_FILING):
            draft.move(product, status=STATUS_FILED)
        _open_score_sheets(draft, dossier.id or "", product, answers["product_set"], received)
        _move_cycle(draft, product, received, on)
    return draft.changes


def next_form_number(book: Book, received: date) -> str | None:
    """«03/PĐK-91-31051-2026»: numbers run within the year (Mẫu 01); None while the commune has no codes."""
    place = (book.commune.province_code, book.commune.commune_code)
    if not all(place):
        return None
    same_year = (row.form_number or "" for row in book[Dossier] if row.received and row.received.year == received.year)
    taken = (int(found[1]) for number in same_year if (found := _NUMBER.match(number)))
    return f"{max(taken, default=0) + 1:02d}/PĐK-{place[0]}-{place[1]}-{received.year}"


def lines_of(book: Book, dossier_id: str | None) -> dict[int, Evidence]:
    """A dossier's lines of evidence by their number."""
    mine = (row for row in book[Evidence] if dossier_id and row.dossier_id == dossier_id)
    return {int(row.line[:2]): row for row in mine if row.line and row.line in c.EVIDENCE_LINE}


def lay_evidence(draft: Draft, dossier_id: str, answers: Answers) -> None:
    """Fifteen lines, each there, missing or not needed; what a line says already stays."""
    there = lines_of(draft.book, dossier_id)
    missing, not_needed = evidence_numbers(answers["missing"]), evidence_numbers(answers["not_needed"])
    for line in EVIDENCE_LINES:
        state = c.EVIDENCE_NOT_NEEDED if line.number in not_needed else c.EVIDENCE_PRESENT
        state = c.EVIDENCE_MISSING if line.number in missing else state
        if line.number in there:
            draft.fill(there[line.number], state=state)
        else:
            row_id = f"{dossier_id}-{line.number:02d}"
            draft.add(Evidence, id=row_id, dossier_id=dossier_id, line=line.label, state=state)


def _open_score_sheets(draft: Draft, dossier_id: str, product: Product, number: int | None, received: date) -> None:
    """The subject's own score and the commune's review, where a set is known and none is open."""
    try:
        criteria_set = set_for(Product(id=product.id, product_set=number), received)
    except NoCriteriaSet:
        return
    for scorer in (c.SCORER_SUBJECT, c.SCORER_COMMUNE):
        if not any(s.dossier_id == dossier_id and s.scorer == scorer for s in draft.book[ScoreSheet]):
            sheet = new_sheet(draft.book, dossier_id, criteria_set, scorer)
            draft.lay([sheet, *lines_for(sheet, criteria_set)])


def _move_cycle(draft: Draft, product: Product, received: date, on: date) -> None:
    """The plan has been carried out when its result is filed (Mẫu 02, part II): step 4 is done, if those before it are;
    assessment begins and ends with the round (our reading)."""
    cycle = cycle_of(draft.book, product.id)
    if all(number in cycle and finished(cycle[number], on) for number in (1, 2, 3)):
        finish(draft, cycle.get(4), received)
    closes = round_of(received)
    if 5 in cycle and not finished(cycle[5], on):
        draft.fill(cycle[5], start=received, due=moved(closes.result_before, -1) if closes else None)


def _unchecked(book: Book, row: Dossier, on: date) -> bool:
    lines = lines_of(book, row.id)
    return to_be_sent(row, on) and (len(lines) < len(EVIDENCE_LINES) or any(x.state is None for x in lines.values()))


@step(
    "check-evidence",
    "Kiểm tra thành phần hồ sơ",
    (Dossier,),
    article="khoản 2 Điều 7; Mẫu 02, Phụ lục III, " + LAW,
    offered=_unchecked,
    questions=(MISSING, NOT_NEEDED),
)
def check_evidence(book: Book, row: Dossier, on: date, answers: Answers) -> Changes:
    """For a dossier that was received without its lines."""
    draft = Draft(book, "kiểm tra thành phần hồ sơ")
    lay_evidence(draft, row.id or "", answers)
    return draft.changes
