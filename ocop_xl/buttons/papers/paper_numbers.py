"""The numbers of papers at a button: next, later or none; what văn thư's register says; papers that waited."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from ocop_xl.buttons.outcome import NOTHING_DONE, Outcome
from ocop_xl.buttons.papers.papers_told import Watched, told
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.live_book import LiveBook
from ocop_xl.desks.page import choose
from ocop_xl.errors import Refusal
from ocop_xl.model import LastNumber, Paper, spec_of
from ocop_xl.papers.make import PaperList
from ocop_xl.papers.numbering.last_numbers import LastNumbers, told_numbers
from ocop_xl.papers.numbering.numbers import Numbering, Taking

_REGISTER = spec_of(Paper).sheet
LATE = "Điền số văn thư đã cho vào các văn bản đang chờ số"


class Drafts(Enum):
    """Papers without a number."""

    ONLY = None


def asked_numbering(desk: Desk, plan: PaperList) -> Drafts | Numbering | None:
    """Where the numbers come from; not asked where no paper has one. None when the user gives up."""
    if not any(task.symbol for task in plan.tasks):
        return Drafts.ONLY
    answers: dict[str, Drafts | Numbering] = {
        "Chưa: lập dự thảo, để trống số": Drafts.ONLY,
        f"Có: lấy số tiếp theo, ghi trang «{_REGISTER}», lưu sổ": Numbering.NEXT,
        f"Chờ số: ghi trang «{_REGISTER}», số điền sau khi văn thư cho": Numbering.LATER,
    }
    chosen = choose(desk, "Văn bản có lấy số không?", [*answers])
    return None if chosen is None else [*answers.values()][chosen]


def register(desk: Desk, live: LiveBook, plan: PaperList, out: Path, numbering: Numbering) -> Outcome:
    """The register's new rows go into the open workbook, which is saved: a number given must not be given again."""
    from ocop_xl.desks.apply import apply
    from ocop_xl.papers.numbering.register import ENTERING, register_papers

    taking = _taking(desk, live, plan, out, numbering)
    if taking is None:
        return NOTHING_DONE
    papers = register_papers(
        live.book,
        live.book.day(None),
        plan,
        out,
        lambda changes: apply(desk, live, changes, ENTERING),
        Watched(desk, "lập"),
        taking,
    )
    if any(paper.number for paper in papers):
        desk.save()
    return Outcome(told(papers, f"đã ghi ở trang «{_REGISTER}», sổ đã lưu"))


def enter_late(desk: Desk, live: LiveBook, out: Path) -> Outcome:
    """Văn thư's numbers, typed in the register since, into the files that wait for them."""
    from ocop_xl.desks.apply import apply
    from ocop_xl.papers.numbering.late_papers import enter_late_numbers, numbered_rows, waiting_rows
    from ocop_xl.papers.numbering.register import ENTERING

    if not numbered_rows(live.book):
        count = len(waiting_rows(live.book))
        raise Refusal(f"{count} văn bản đang chờ số; hãy ghi «Số» ở trang «{_REGISTER}» rồi bấm lại.")
    papers = enter_late_numbers(
        live.book, live.book.day(None), out, lambda changes: apply(desk, live, changes, ENTERING)
    )
    desk.save()
    return Outcome(told(papers, f"tên tệp đã ghi ở trang «{_REGISTER}», sổ đã lưu"))


def _taking(desk: Desk, live: LiveBook, plan: PaperList, out: Path, numbering: Numbering) -> Taking | None:
    """With what only the user knows: where văn thư's register stands, whether a paper is issued that should not be."""
    from ocop_xl.papers.numbering.register import preview_registered

    said = _last_numbers(desk, live, plan) if numbering is Numbering.NEXT else {}
    if said is None:
        return None
    taking = Taking(numbering, said)
    day = live.book.day(None)
    held_back = preview_registered(live.book, day, plan, out, taking).failed
    if not held_back:
        return taking
    anyway = Taking(numbering, said, anyway=True)
    doubtful = len(held_back) - len(preview_registered(live.book, day, plan, out, anyway).failed)
    if doubtful and desk.confirm(
        f"{doubtful} văn bản còn thiếu chỗ lấy từ sổ, đã xong hoặc đã ban hành, ví dụ {held_back[0].title}: "
        f"{held_back[0].sentence.partition(' Hãy')[0]} Vẫn lấy số?"
    ):
        return anyway
    return taking if len(held_back) < len(plan.tasks) else None


def _last_numbers(desk: Desk, live: LiveBook, plan: PaperList) -> dict[str, int] | None:
    """Văn thư's last number of each symbol of which the book knows none; None when the user gives up."""
    day = live.book.day(None)
    told_so_far: dict[str, int] = {}
    known = LastNumbers(live.book, day, {})
    for symbol in known.asked_for((task.symbol for task in plan.tasks if task.symbol), day):
        text = desk.ask(
            f"Sổ của văn thư năm {day.year} đã cấp đến số mấy/{symbol}? Chưa có số nào thì ghi 0. Chỉ hỏi một lần, "
            f"sau này sửa ở trang «{spec_of(LastNumber).sheet}».",
            "0",
        )
        if text is None:
            return None
        told_so_far |= told_numbers([f"{symbol}={text}"])
    return told_so_far
