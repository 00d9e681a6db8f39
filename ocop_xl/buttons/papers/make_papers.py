"""«Lập văn bản…»: Word papers that the user chooses, from the workbook as it stands, as drafts or with a number."""

from __future__ import annotations

from pathlib import Path

from ocop_xl.buttons.outcome import NOTHING_DONE, Outcome
from ocop_xl.buttons.papers.paper_numbers import LATE, Drafts, asked_numbering, enter_late, register
from ocop_xl.buttons.papers.papers_told import Watched, told
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.live_book import LiveBook
from ocop_xl.desks.page import choose
from ocop_xl.desks.whole_book import read_whole, selected_dossier, selected_row
from ocop_xl.model import Dossier, Paper, Product, spec_of
from ocop_xl.papers.dossier_values import product_name, waiting
from ocop_xl.papers.kinds import KINDS
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.make import PaperList, make_planned, plan_papers
from ocop_xl.papers.paper_files import PAPERS
from ocop_xl.papers.resources import own_templates
from ocop_xl.papers.wanted import EVERYTHING, Wanted


def run(desk: Desk) -> Outcome:
    out, own = desk.path.parent / PAPERS, own_templates(desk.path)
    chosen = choose(desk, "Lập loại văn bản nào?", ["Tất cả các loại", *(kind.name for kind in KINDS), LATE])
    if chosen is None:
        return NOTHING_DONE
    live = read_whole(desk)
    if chosen == len(KINDS) + 1:
        return enter_late(desk, live, out)
    day = live.book.day(None)
    slugs = [kind.slug for kind in KINDS] if chosen == 0 else [KINDS[chosen - 1].slug]
    wanted = _wanted(desk, live, KINDS[chosen - 1]) if chosen else EVERYTHING
    if wanted is None:
        return NOTHING_DONE
    whole = plan_papers(live.book, day, slugs, own, wanted)
    plan = narrowed(desk, live, whole) if chosen and len(whole.tasks) > 1 else whole
    return make(desk, live, plan, out) if plan is not None else NOTHING_DONE


def make(desk: Desk, live: LiveBook, plan: PaperList, out: Path) -> Outcome:
    """Drafts or numbered papers, as the user wants."""
    numbering = asked_numbering(desk, plan)
    if numbering is None:
        return NOTHING_DONE
    if isinstance(numbering, Drafts):
        return Outcome(
            told(make_planned(plan, out, Watched(desk, "lập")), f"chưa ghi vào trang «{spec_of(Paper).sheet}»")
        )
    return register(desk, live, plan, out, numbering)


def _wanted(desk: Desk, live: LiveBook, kind: PaperKind) -> Wanted | None:
    """Of a paper about several dossiers: for all that it is made for, or for one, first that of the user's row."""
    rows = [dossier for dossier in live.book[Dossier] if dossier.id and waiting(dossier)] if kind.chosen else []
    if not rows:
        return EVERYTHING
    mine = selected_dossier(desk, live)
    rows.sort(key=lambda dossier: dossier.id != mine)
    names = [f"Hồ sơ {row.id}, {product_name(live.book, row)}" for row in rows]
    chosen = choose(desk, "Lập cho hồ sơ nào?", ["Mọi hồ sơ đủ điều kiện", *names])
    if chosen is None:
        return None
    return Wanted(dossiers=frozenset({str(rows[chosen - 1].id)})) if chosen else EVERYTHING


def narrowed(desk: Desk, live: LiveBook, plan: PaperList) -> PaperList | None:
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
