"""The plan itself: it is reported on, and what it rests on is adjusted when a decision has lapsed."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.documents import document, find_citations
from ocop_xl.model import Book, Commune
from ocop_xl.programme.agenda.sources.plan import basis_lapsed, report_due
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.question import Answers, ask
from ocop_xl.programme.steps.step import Changes, step


@step(
    "report-progress",
    "Báo cáo tiến độ thực hiện kế hoạch",
    (Commune,),
    article="khoản 1 mục V Kế hoạch 76/KH-UBND; kỳ báo cáo là cách hiểu của phần mềm",
    offered=lambda book, _row, on: any(True for _ in report_due(book, on)),
    papers=("bao-cao-tien-do",),
)
def report_progress(book: Book, row: Commune, on: date, answers: Answers) -> Changes:
    """No cell tells that it was reported: the paper does, once «Văn bản» has its number and day."""
    return []


def _still_cited(_book: Book, _row: Commune, text: str) -> str:
    """What is wrong with bases of which one has lapsed."""
    lapsed = [code for code in find_citations(text) if document(code).effective_to is not None]
    return f"còn dẫn {lapsed[0]} đã hết hiệu lực; hãy ghi văn bản thay thế." if lapsed else ""


@step(
    "adjust-bases",
    "Điều chỉnh căn cứ của kế hoạch",
    (Commune,),
    article="Điều 11, QĐ 26/2026/QĐ-TTg",
    offered=lambda book, _row, on: any(True for _ in basis_lapsed(book, on)),
    questions=(ask(Commune, "plan_bases", needed=True, again=True, problem=_still_cited),),
)
def adjust_bases(book: Book, row: Commune, on: date, answers: Answers) -> Changes:
    """As the adjusted plan words them: number, day and title of a decision are never made up."""
    draft = Draft(book, "điều chỉnh căn cứ của kế hoạch")
    draft.move(row, plan_bases=answers["plan_bases"])
    return draft.changes
