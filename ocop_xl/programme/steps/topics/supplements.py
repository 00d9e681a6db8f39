"""What is missing is asked for once, with a day; it comes, or a paper that lapsed is replaced."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.clocks import commune_deadline, supplement_deadline
from ocop_xl.model import Book, Dossier, Evidence
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.sources.dossiers import to_be_sent
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.lists import NONE, evidence_numbers, wrong_numbers
from ocop_xl.programme.steps.question import Answers, ask, of_text, today
from ocop_xl.programme.steps.step import Changes, step
from ocop_xl.programme.steps.topics.dossiers import LAW, lines_of


def missing_lines(book: Book, row: Dossier) -> dict[int, Evidence]:
    """The lines of a dossier that are missing, by their number."""
    return {number: line for number, line in lines_of(book, row.id).items() if line.state == c.EVIDENCE_MISSING}


def _last_day(_book: Book, row: Dossier, on: date) -> date | None:
    """Some days before the commune's own last day, which is still offered when that has passed: later there is no time
    left to assess (BS-001)."""
    days = (supplement_deadline(row.received), commune_deadline(row.received)) if row.received else ()
    return next((day for day in days if day >= on), None)


@step(
    "ask-supplement",
    "Yêu cầu bổ sung hồ sơ",
    (Dossier,),
    article="khoản 2 Điều 7, " + LAW + "; hạn bổ sung là cách hiểu của phần mềm",
    offered=lambda book, row, on: bool(to_be_sent(row, on) and missing_lines(book, row)) and row.asked is None,
    questions=(
        ask(Dossier, "asked", today, past=True, after="received"),
        ask(Dossier, "supply_due", _last_day, needed=True, after="asked"),
    ),
    papers=("yeu-cau-bo-sung",),
)
def ask_supplement(book: Book, row: Dossier, on: date, answers: Answers) -> Changes:
    """The dossier waits for its subject, and the workbook knows until when."""
    draft = Draft(book, "yêu cầu bổ sung hồ sơ")
    draft.fill(row, asked=answers["asked"], supply_due=answers["supply_due"])
    draft.move(row, state=c.DOSSIER_TO_COMPLETE)
    return draft.changes


@step(
    "record-supplement",
    "Ghi hồ sơ đã bổ sung",
    (Dossier,),
    article="khoản 2 Điều 7, " + LAW,
    offered=lambda _book, row, on: bool(row.asked and row.asked <= on and row.supplied is None and to_be_sent(row, on)),
    questions=(
        ask(Dossier, "supplied", today, past=True, after="asked"),
        of_text(
            "Minh chứng còn thiếu", "missing", "Số của các minh chứng vẫn thiếu.", default=NONE, problem=wrong_numbers
        ),
    ),
)
def record_supplement(book: Book, row: Dossier, on: date, answers: Answers) -> Changes:
    """The day is written when nothing is missing any more: only then is the dossier complete."""
    draft = Draft(book, "ghi hồ sơ đã bổ sung")
    still = evidence_numbers(answers["missing"])
    missing = missing_lines(book, row)
    for number, line in missing.items():
        if number not in still:
            draft.move(line, state=c.EVIDENCE_PRESENT)
    if not still & set(missing):
        draft.fill(row, supplied=answers["supplied"])
        draft.move(row, state=c.DOSSIER_RECEIVED)
    return draft.changes


def _ends_before(book: Book, row: Evidence, on: date) -> bool:
    dossier = book.by_id(Dossier).get(row.dossier_id or "")
    return row.expires is not None and row.state != c.EVIDENCE_NOT_NEEDED and bool(dossier and to_be_sent(dossier, on))


@step(
    "renew-evidence",
    "Thay minh chứng hết hạn",
    (Evidence,),
    article="Mẫu 02, Phụ lục III, " + LAW,
    offered=_ends_before,
    questions=(
        ask(Evidence, "expires", needed=True, again=True, text="Ngày hết hạn mới"),
        ask(Evidence, "file", again=True),
    ),
)
def renew_evidence(book: Book, row: Evidence, on: date, answers: Answers) -> Changes:
    """A newer paper in the place of one that lapses before the province looks."""
    draft = Draft(book, "thay minh chứng hết hạn")
    draft.move(row, expires=answers["expires"], file=answers["file"], state=c.EVIDENCE_PRESENT)
    return draft.changes
