"""Papers from a book: what is to be made, and the one way to make it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from ocop_xl.errors import PaperError
from ocop_xl.model import Book
from ocop_xl.papers.batch import make_all
from ocop_xl.papers.context import gap
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.papers.kinds import kind_of
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.paper_files import safe_stem, unused_name
from ocop_xl.papers.paper_job import (
    FailedPaper,
    MadePaper,
    PaperJob,
    PaperResult,
    Papers,
    Progress,
    attempt,
    failure,
    made,
    rendered,
    unheard,
)
from ocop_xl.papers.resources import template_path
from ocop_xl.papers.wanted import EVERYTHING, Wanted
from ocop_xl.records import NamedTuple

LETTER = "Công văn"


class PaperList(NamedTuple):
    """What is to be made of some kinds: tasks, kinds that could not even be planned, kinds with nothing to make."""

    steps: tuple[PaperJob | FailedPaper, ...]
    nothing: tuple[str, ...]

    @property
    def tasks(self) -> list[PaperJob]:
        return [step for step in self.steps if isinstance(step, PaperJob)]

    def only(self, chosen: Sequence[PaperJob]) -> PaperList:
        """These of its tasks, and what could not be planned."""
        kept = {id(task) for task in chosen}
        return PaperList(
            tuple(step for step in self.steps if isinstance(step, FailedPaper) or id(step) in kept), self.nothing
        )

    def result(self, made: Sequence[PaperResult]) -> Papers:
        """`made` are the outcomes of `tasks`; they take the tasks' places."""
        outcomes = iter(made)
        return Papers(
            tuple(step if isinstance(step, FailedPaper) else next(outcomes) for step in self.steps), self.nothing
        )


def make_papers(
    book: Book,
    on: date,
    kinds: Sequence[str],
    out: Path,
    templates: Path | None = None,
    wanted: Wanted = EVERYTHING,
    progress: Progress = unheard,
) -> Papers:
    """Make the wanted papers of these kinds (slugs) in the folder `out`, as drafts dated `on`.

    `templates` is the commune's own folder of templates; a template that is not there is the house's. A paper that
    cannot be made is among the result's `failed`. Raises `PaperError` for an unknown kind, before anything is made.
    """
    plan = plan_papers(book, on, kinds, templates, wanted)
    return make_planned(plan, out, progress)


def make_planned(plan: PaperList, out: Path, progress: Progress = unheard) -> Papers:
    """Make every paper of a plan as a draft."""
    return plan.result(make_all(plan.tasks, out, progress))


def preview_papers(plan: PaperList, out: Path) -> Papers:
    """What `make_papers` would make: names, titles and missing facts; nothing is written."""
    taken: set[Path] = set()
    return plan.result([attempt(task, partial(preview_draft, out, taken)) for task in plan.tasks])


def preview_draft(out: Path, taken: set[Path], task: PaperJob) -> MadePaper:
    """The draft as it would be; `taken` are names promised already, and gets this one's."""
    filled = rendered(task)
    path = unused_name(out, task.stem, ".docx", filled.content, taken)
    taken.add(path)
    return made(task, path, filled)


def plan_papers(
    book: Book, on: date, kinds: Sequence[str], templates: Path | None = None, wanted: Wanted = EVERYTHING
) -> PaperList:
    """Gather the facts of every wanted paper; raises `PaperError` for an unknown kind."""
    steps: list[PaperJob | FailedPaper] = []
    nothing = []
    for kind in [kind_of(slug) for slug in kinds]:
        found = _steps(kind, book, on, templates, wanted)
        steps += found
        if not found:
            nothing.append(kind.name)
    return PaperList(tuple(steps), tuple(nothing))


def _steps(
    kind: PaperKind, book: Book, on: date, templates: Path | None, wanted: Wanted
) -> list[PaperJob] | list[FailedPaper]:
    try:
        template = template_path(kind.template, templates)
        return [
            PaperJob(
                kind.slug,
                facts,
                template,
                safe_stem(kind.slug, facts.subject, book.commune.name or "", on.isoformat()),
                kind.register_kind,
                _symbol(kind, book),
            )
            for facts in _facts(kind, book, on, wanted)
        ]
    except PaperError as error:
        return [FailedPaper(kind.slug, kind.name, str(error))]
    except Exception:
        return [failure(kind.slug, kind.name)]


def _facts(kind: PaperKind, book: Book, on: date, wanted: Wanted) -> list[PaperFacts]:
    """Those that are wanted; a paper about several dossiers is made anew for the wanted ones."""
    dossiers = wanted.dossiers_in(book)
    if kind.chosen and dossiers:
        return [facts for facts in kind.chosen(book, on, dossiers) if wanted.of_year(facts, on)]
    return [facts for facts in kind.facts(book, on) if wanted.takes(book, facts, on)]


def _symbol(kind: PaperKind, book: Book) -> str:
    """The ký hiệu; an official letter's ends with the drafting office (`UBND-PKT`; khoản 3 mục II, Phụ lục I)."""
    if kind.register_kind != LETTER:
        return kind.symbol
    return f"{kind.symbol}-{book.commune.office_symbol or gap(book, book.commune, 'office_symbol')}"
