"""The commune's own part: the meeting, the four contents of Mẫu 03, and the way to the province."""

from __future__ import annotations

from datetime import date

from ocop_xl.law import sectors
from ocop_xl.law.clocks import round_of
from ocop_xl.model import Book, Dossier, Meeting
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.sources.dossiers import to_be_sent
from ocop_xl.programme.agenda.words import product_name
from ocop_xl.programme.rounds import label_of, round_named
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.question import Answers, ask, today
from ocop_xl.programme.steps.step import Changes, step
from ocop_xl.programme.steps.topics.dossiers import FINDINGS, LAW, SAMPLES, product_of, usual_samples
from ocop_xl.programme.steps.topics.supplements import missing_lines


def _met(book: Book, row: Dossier) -> bool:
    """Whether the commune has met, or is to meet, on dossiers since this one came."""
    since = row.received or date.max
    return any(m.kind == c.MEETING_ON_DOSSIERS and m.held and m.held >= since for m in book[Meeting])


def last_meeting(book: Book, attribute: str) -> str | None:
    """What the latest meeting says in that column: hour, place and people are mostly those of last time."""
    said = ((m.held or date.min, getattr(m, attribute)) for m in book[Meeting] if getattr(m, attribute))
    return max(said, key=lambda one: one[0], default=(date.min, None))[1]


def chair(book: Book) -> str | None:
    """Who signs for the commune, with the office."""
    signer, position = book.commune.signer, book.commune.signer_position
    return f"{signer}, {position.capitalize()} UBND {book.commune.kind or 'xã'}" if signer and position else signer


WHEN_AND_WHERE = (
    ask(Meeting, "held", today),
    ask(Meeting, "hour", lambda book, _row, _on: last_meeting(book, "hour")),
    ask(Meeting, "place", lambda book, _row, _on: last_meeting(book, "place") or book.commune.agency),
    ask(Meeting, "chair", lambda book, _row, _on: last_meeting(book, "chair") or chair(book)),
    ask(Meeting, "secretary", lambda book, _row, _on: last_meeting(book, "secretary") or book.commune.officer),
    ask(Meeting, "invited", lambda book, _row, _on: last_meeting(book, "invited")),
)


@step(
    "hold-meeting",
    "Họp lấy ý kiến về hồ sơ",
    (Dossier,),
    article="khoản 2 Điều 7, " + LAW + "; điểm c khoản 3 mục III Kế hoạch 76/KH-UBND",
    offered=lambda book, row, on: to_be_sent(row, on) and not _met(book, row),
    questions=(*WHEN_AND_WHERE, ask(Meeting, "conclusion")),
    papers=("giay-moi", "bien-ban-hop"),
)
def hold_meeting(book: Book, row: Dossier, on: date, answers: Answers) -> Changes:
    """One meeting for all dossiers that wait for it; invitation and minutes are printed from its row."""
    draft = Draft(book, "họp lấy ý kiến về hồ sơ")
    waiting = [one for one in book[Dossier] if to_be_sent(one, on) and not _met(book, one)]
    named = "; ".join(f"{one.id} – {product_name(book, one.product_id)}" for one in waiting)
    draft.add(Meeting, kind=c.MEETING_ON_DOSSIERS, content=f"Lấy ý kiến về hồ sơ: {named}.", **answers)
    return draft.changes


@step(
    "assess",
    "Ghi bốn nội dung xã đánh giá (Mẫu 03)",
    (Dossier,),
    article="khoản 2 Điều 7; Mẫu 03, Phụ lục III, " + LAW,
    offered=lambda _book, row, on: to_be_sent(row, on) and not all(getattr(row, one) for one in FINDINGS),
    questions=tuple(ask(Dossier, finding, needed=True) for finding in FINDINGS),
    papers=("mau-03", "van-ban-de-nghi"),
)
def assess(book: Book, row: Dossier, on: date, answers: Answers) -> Changes:
    """Without all four the report may not go out (HS-007)."""
    draft = Draft(book, "ghi bốn nội dung xã đánh giá")
    draft.fill(row, **{finding: answers[finding] for finding in FINDINGS})
    return draft.changes


def _ready(book: Book, row: Dossier, on: date) -> bool:
    assessed = all(getattr(row, one) for one in FINDINGS)
    return to_be_sent(row, on) and assessed and not missing_lines(book, row)


def round_to_name(_book: Book, row: Dossier, on: date) -> str | None:
    """The round that what is sent today reaches; another that somebody has named stays while it is open."""
    named = round_named(row.round)
    still = row.round and (named is None or on < named.request_before)
    return row.round if still else label_of(round_of(on))


def _too_few(answers: Answers) -> bool:
    return (answers.get("samples") or 0) < SAMPLES


@step(
    "send-dossier",
    "Gửi hồ sơ lên tỉnh",
    (Dossier,),
    article="khoản 1 Điều 5, khoản 1 và khoản 2 Điều 7, " + LAW,
    offered=_ready,
    questions=(
        ask(Dossier, "sent", today, past=True, after="received"),
        ask(Dossier, "round", round_to_name, again=True),
        ask(Dossier, "samples", usual_samples, again=True, only=_too_few),
    ),
)
def send_dossier(book: Book, row: Dossier, on: date, answers: Answers) -> Changes:
    """Only what is complete and assessed is offered; from now on it is the province's turn."""
    draft = Draft(book, "gửi hồ sơ lên tỉnh")
    product = product_of(book, row)
    draft.fill(row, sent=answers["sent"])
    draft.move(row, round=answers["round"])
    if product is None or product.sector != sectors.TOURISM:
        draft.move(row, samples=answers["samples"])
    draft.move(row, state=c.DOSSIER_SENT)
    return draft.changes
