"""Papers that get a number: printed in the paper and entered in the register «Văn bản», both or neither.

The order of steps is what makes it safe; see `ocop_xl.papers.numbering.staged`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from ocop_xl.changes.change import Change
from ocop_xl.errors import PaperError, Stopped
from ocop_xl.model import Book, Paper, spec_of
from ocop_xl.office.passing import remove_passed
from ocop_xl.papers.batch import make_draft
from ocop_xl.papers.make import PaperList, preview_draft
from ocop_xl.papers.numbering.numbers import NEXT, NumberedPaper, Numbers, Taking
from ocop_xl.papers.numbering.register_row import changes_for, entry
from ocop_xl.papers.numbering.staged import Waiting, finish_waiting, put_in_place, stage, withdraw
from ocop_xl.papers.paper_files import unused_name
from ocop_xl.papers.paper_job import FailedPaper, MadePaper, PaperJob, PaperResult, Papers, Progress, attempt, unheard

ENTERING = "Vào sổ văn bản"
"""The journal's word for it."""
_NOTHING_TAKEN = "Đã dừng theo yêu cầu: chưa văn bản nào lấy số, sổ không thay đổi."
Enter = Callable[[Sequence[Change]], object]
"""Writes the new rows of «Văn bản» into the workbook, all of them or, with an error, none."""


def register_papers(
    book: Book,
    on: date,
    plan: PaperList,
    out: Path,
    enter: Enter,
    progress: Progress = unheard,
    taking: Taking = NEXT,
) -> Papers:
    """Make the papers of a plan; those of a kind that has a symbol take the next number of the year they are dated in,
    or wait for văn thư's.

    `book` is the workbook as just read. Forms and annexes have no number of their own and are made as always. A paper
    that cannot be made takes no number. When `enter` fails no number is taken, and its error is passed on.
    """
    finish_registered(book, out)
    remove_passed(out, ".docx")
    numbers = Numbers(book, on, out, taking)
    staged: dict[Waiting, NumberedPaper] = {}
    outcomes: list[PaperResult] = []
    try:
        for task in plan.tasks:
            outcomes.append(attempt(task, partial(_stage, book, out, numbers, staged)))
            progress(len(outcomes), len(plan.tasks))
    except (KeyboardInterrupt, Stopped):
        _withdraw(staged)
        raise Stopped(_NOTHING_TAKEN) from None
    try:
        rows = changes_for(book, [_row(book, paper, waiting.path) for waiting, paper in staged.items()])
        enter([*rows, *(numbers.last.changes(book) if rows else ())])
    except Exception:
        _withdraw(staged)
        raise
    places = {waiting.path: waiting for waiting in staged}
    return plan.result([_placed(one, places.get(one.path)) if isinstance(one, MadePaper) else one for one in outcomes])


def _withdraw(waiting: Iterable[Waiting]) -> None:
    for paper in waiting:
        withdraw(paper)


def preview_registered(book: Book, on: date, plan: PaperList, out: Path, taking: Taking = NEXT) -> Papers:
    """What `register_papers` would make and which numbers it would take; nothing is written."""
    numbers = Numbers(book, on, out, taking)
    taken = {out / name for name in registered_files(book)}

    def preview(task: PaperJob) -> MadePaper:
        if not task.symbol:
            return preview_draft(out, taken, task)
        paper = numbers.number(task)
        numbers.take(paper)
        path = unused_name(out, paper.stem, ".docx", b"", taken)
        taken.add(path)
        return _made(paper, path)

    return plan.result([attempt(task, preview) for task in plan.tasks])


def finish_registered(book: Book, out: Path) -> list[Path]:
    """Put in place the papers of an earlier command that was stopped after the register had named them."""
    return finish_waiting(out, registered_files(book), Path(book.source), alone=False)


def _stage(book: Book, out: Path, numbers: Numbers, staged: dict[Waiting, NumberedPaper], task: PaperJob) -> MadePaper:
    """The paper beside its place, ready for the register; a paper without a symbol in its place at once."""
    if not task.symbol:
        return make_draft(out, task)
    paper = numbers.number(task)
    waiting = stage(out, paper.stem, ".docx", paper.content, registered_files(book), Path(book.source))
    numbers.take(paper)
    staged[waiting] = paper
    return _made(paper, waiting.path)


def into_closed_file(workbook: Path, book: Book) -> Enter:
    """Entering into a workbook that no program has open, with backup and journal; raises `WorkbookError`."""

    def enter(changes: Sequence[Change]) -> None:
        from ocop_xl.errors import WorkbookError
        from ocop_xl.sheets.reading.read import read_book
        from ocop_xl.sheets.writing.patch import apply_changes

        try:
            apply_changes(workbook, book, changes, action=ENTERING)
        except WorkbookError:
            files = {change.after for change in changes if change.column == spec_of(Paper).column("file").header}
            if not files <= registered_files(read_book(workbook)):
                raise  # else they are in: what failed came after

    return enter


def _row(book: Book, paper: NumberedPaper, path: Path) -> Paper:
    task = paper.task
    row = Paper(
        number=paper.number,
        symbol=task.symbol,
        issued=paper.dated,
        kind=task.register_kind,
        title=task.facts.title,
        file=path.name,
    )
    return entry(row, task.facts, task.template, paper.content, book)


def _made(paper: NumberedPaper, path: Path) -> MadePaper:
    task = paper.task
    return MadePaper(task.kind, task.facts.title, path, paper.missing, paper.notices, paper.sign)


def _placed(paper: MadePaper, waiting: Waiting | None) -> PaperResult:
    """The register names the file: give it its name. A paper without a number has its own already."""
    try:
        if waiting is not None:
            put_in_place(waiting)
    except PaperError as error:
        return FailedPaper(paper.kind, f"{paper.title} (số {paper.number})", str(error))
    return paper


def registered_files(book: Book) -> set[str]:
    return {row.file for row in book[Paper] if row.file}
