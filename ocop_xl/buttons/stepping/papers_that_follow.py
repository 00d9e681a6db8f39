"""The papers that usually follow a step: made at once if the user wants, by the one way in which papers are made."""

from __future__ import annotations

from ocop_xl.buttons.outcome import Outcome
from ocop_xl.buttons.papers.make_papers import make, narrowed
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.whole_book import read_whole
from ocop_xl.jobs.step_papers import papers_wanted
from ocop_xl.model import Row
from ocop_xl.papers.kinds import kind_of
from ocop_xl.papers.make import plan_papers
from ocop_xl.papers.paper_files import PAPERS
from ocop_xl.papers.resources import own_templates
from ocop_xl.papers.wanted import EVERYTHING
from ocop_xl.programme.steps.step import Step


def offered(desk: Desk, step: Step, row: Row) -> Outcome | None:
    """Asked once; None where there is nothing to make, or she makes it later."""
    names = "; ".join(kind_of(slug).name for slug in step.papers)
    if not desk.confirm(f"Văn bản của bước «{step.label}»: {names}. Lập luôn bây giờ?"):
        return None
    live = read_whole(desk)
    day, own = live.book.day(None), own_templates(desk.path)
    wanted = papers_wanted(live.book, step, row, day)
    whole = plan_papers(live.book, day, step.papers, own, wanted)
    plan = narrowed(desk, live, whole) if wanted == EVERYTHING and len(whole.tasks) > 1 else whole
    return make(desk, live, plan, desk.path.parent / PAPERS) if plan is not None else None
