"""A registered paper whose cells have changed: looked at, and found to stand or to be replaced."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Paper
from ocop_xl.programme.registered.stale import is_stale, retaken
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.question import Answers, ask
from ocop_xl.programme.steps.step import Changes, step


def _to_be_looked_at(book: Book, row: Paper, _on: date) -> bool:
    return bool(row.stale) or is_stale(book, row)


@step(
    "look-at-paper",
    "Ghi đã đối chiếu văn bản",
    (Paper,),
    article="Điều 18 và Phụ lục I, NĐ 30/2020/NĐ-CP",
    offered=_to_be_looked_at,
    questions=(ask(Paper, "note", text="Kết quả đối chiếu"),),
)
def look_at_paper(book: Book, row: Paper, on: date, answers: Answers) -> Changes:
    """It stands, was corrected or was replaced: from now on the cells as they are count, and a later change is told
    again."""
    draft = Draft(book, "ghi đã đối chiếu văn bản")
    draft.clear(row, "stale")
    if row.trace:
        left = retaken(book, row.trace)
        draft.move(row, trace=left) if left else draft.clear(row, "trace")
    draft.fill(row, note=answers["note"])
    return draft.changes
