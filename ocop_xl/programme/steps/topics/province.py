"""What went to the province by another way than the button, and what it has remarked on."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Commune, Remark, Sent
from ocop_xl.programme.agenda.sources.province import is_open, package_due
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.question import Answers, ask, today
from ocop_xl.programme.steps.step import Changes, step

_PLAN = "khoản 1 mục V Kế hoạch 76/KH-UBND"


def _lasts(book: Book, _row: Commune, on: date) -> bool:
    return any(True for _ in package_due(book, on))


@step(
    "record-package",
    "Ghi gói đã gửi tỉnh",
    (Commune,),
    article=_PLAN,
    offered=_lasts,
    known_from=lambda _book, _row: (),
    questions=(
        ask(Sent, "made", today, past=True),
        ask(Sent, "code", needed=True),
        ask(Sent, "period"),
    ),
)
def record_package(book: Book, row: Commune, on: date, answers: Answers) -> Changes:
    """«Đóng gói gửi tỉnh» writes this line itself; this is for what was packed elsewhere."""
    draft = Draft(book, "ghi gói đã gửi tỉnh")
    if not any(one.code == answers["code"] for one in book[Sent]):
        last = max((one.sequence or 0 for one in book[Sent]), default=0)
        draft.add(Sent, sequence=last + 1, **answers)
    return draft.changes


@step(
    "answer-remark",
    "Trả lời ý kiến của tỉnh",
    (Remark,),
    article=_PLAN,
    offered=lambda _book, row, on: is_open(row, on),
    questions=(ask(Remark, "reply", needed=True),),
)
def answer_remark(book: Book, row: Remark, on: date, answers: Answers) -> Changes:
    """The next package carries it; a cell that was mended needs no answer, since that is seen."""
    draft = Draft(book, "trả lời ý kiến của tỉnh")
    draft.fill(row, reply=answers["reply"])
    return draft.changes
