"""«Lập văn bản…»: Word papers that the user chooses, from the workbook as it stands, as drafts or with a number."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ocop_xl.buttons.outcome import NOTHING_DONE, Outcome
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.live_book import LiveBook
from ocop_xl.desks.page import choose
from ocop_xl.desks.whole_book import read_whole, selected_dossier, selected_row
from ocop_xl.jobs.papers_words import gathered, waiting
from ocop_xl.model import Paper, Product, spec_of
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.make import PaperList, make_planned, plan_papers
from ocop_xl.papers.paper_files import PAPERS
from ocop_xl.papers.paper_job import MadePaper, Papers
from ocop_xl.papers.resources import own_templates

_REGISTER = spec_of(Paper).sheet


def run(desk: Desk) -> Outcome:
    out, own = desk.path.parent / PAPERS, own_templates(desk.path)
    chosen = choose(desk, "Lập loại văn bản nào?", ["Tất cả các loại", *(kind.name for kind in KINDS)])
    if chosen is None:
        return NOTHING_DONE
    live = read_whole(desk)
    day = live.book.day(None)
    slugs = [kind.slug for kind in KINDS] if chosen == 0 else [KINDS[chosen - 1].slug]
    whole = plan_papers(live.book, day, slugs, own)
    plan = _narrowed(desk, live, whole) if chosen and len(whole.tasks) > 1 else whole
    if plan is None:
        return NOTHING_DONE
    numbered = _numbered(desk, plan)
    if numbered is None:
        return NOTHING_DONE
    if not numbered:
        return Outcome(_told(make_planned(plan, out, lambda *steps: _progress(desk, *steps)), "sổ không thay đổi"))
    return _registered(desk, live, plan, out)


def _narrowed(desk: Desk, live: LiveBook, plan: PaperList) -> PaperList | None:
    """Only one paper of a kind, if the user wants; first those about the row in which she stands."""
    dossier = selected_dossier(desk, live)
    product = selected_row(desk, live, Product)
    mine = [
        task
        for task in plan.tasks
        if (dossier and task.facts.dossier_id == dossier) or (product and task.facts.product_id == _id(product))
    ]
    tasks = [*mine, *(task for task in plan.tasks if task not in mine)]
    every = f"Tất cả ({len(tasks)} văn bản)"
    titles = [task.facts.title for task in tasks]
    chosen = choose(desk, "Lập văn bản nào?", [titles[0], every, *titles[1:]] if mine else [every, *titles])
    if chosen is None:
        return None
    place = 1 if mine else 0
    return plan if chosen == place else plan.only([tasks[chosen - (chosen > place)]])


def _id(row: object) -> str:
    return row.id or "" if isinstance(row, Product) else ""


def _numbered(desk: Desk, plan: PaperList) -> bool | None:
    """Whether the papers take numbers; not asked where none has one. None when the user gives up."""
    if not any(task.symbol for task in plan.tasks):
        return False
    chosen = choose(
        desk,
        "Văn bản có lấy số không?",
        ["Chưa: lập dự thảo, để trống số", f"Có: lấy số tiếp theo, ghi trang «{_REGISTER}», lưu sổ"],
    )
    return None if chosen is None else chosen == 1


def _registered(desk: Desk, live: LiveBook, plan: PaperList, out: Path) -> Outcome:
    """The register's new rows go into the open workbook, which is saved: a number given must not be given again."""
    from ocop_xl.desks.apply import apply
    from ocop_xl.papers.register import ENTERING, preview_registered, register_papers

    seen = preview_registered(live.book, live.book.day(None), plan, out)
    gaps = sum(len(paper.missing) for paper in seen if paper.number)
    if gaps and not desk.confirm(f"Văn bản sẽ lấy số còn thiếu {gaps} chỗ, để dấu chấm. Vẫn lấy số?"):
        return NOTHING_DONE
    papers = register_papers(
        live.book,
        live.book.day(None),
        plan,
        out,
        lambda changes: apply(desk, live, changes, ENTERING),
        lambda *steps: _progress(desk, *steps),
    )
    if any(paper.number for paper in papers):
        desk.save()
    return Outcome(_told(papers, f"số đã ghi ở trang «{_REGISTER}», sổ đã lưu"))


def _progress(desk: Desk, done: int, total: int) -> None:
    desk.status(f"Đã lập {done}/{total} văn bản…")


def _told(papers: Papers, book: str) -> str:
    made = list(papers)
    lines = [f"Đã lập {len(made)} văn bản trong thư mục «{PAPERS}» cạnh sổ; {book}."]
    if not made:
        lines = ["Chưa lập được văn bản nào; sổ không thay đổi."]
    for paper in made:
        number = f" – số {paper.number}" if paper.number else ""
        gaps = f" – còn thiếu {len(paper.missing)} chỗ, để dấu chấm" if paper.missing else ""
        lines.append(f"✔ {paper.path.name}{number}{gaps}")
        lines += _missing(paper)
    lines += [f"✘ {failed.title}: {failed.sentence}" for failed in papers.failed]
    lines += [_nothing(kind) for kind in waiting(papers)]
    if any(paper.number for paper in made):
        lines.append("Muốn bỏ số: bấm «Hoàn tác», lưu sổ, rồi xóa tệp.")
    elif made:
        lines.append("Không cần văn bản nào thì xóa tệp đó.")
    return "\n".join(lines)


def _missing(paper: MadePaper) -> Sequence[str]:
    """What shows as dots, and what whoever signs has to know."""
    notices = (f"Lưu ý: {notice}" for notice in paper.notices)
    return [f"    {line}" for line in (*gathered(paper.missing), *notices)]


def _nothing(kind: PaperKind) -> str:
    return f"– {kind.name}: chưa có gì để lập" + (f"; loại này lập cho {kind.made_for}." if kind.made_for else ".")
