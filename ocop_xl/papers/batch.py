"""Many papers: one after the other, or on all cores when there are enough to pay for starting more processes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from ocop_xl.errors import Stopped
from ocop_xl.office.passing import remove_passed
from ocop_xl.papers.facts import plain
from ocop_xl.papers.paper_files import write_new
from ocop_xl.papers.paper_job import MadePaper, PaperJob, PaperResult, Progress, attempt, made, rendered, unheard

PAYS = 500
"""Papers. One takes about 1,3 ms; on two busy cores more processes gained nothing below 400, on free ones a third of
the time of 1.000."""
_SHARE = 40
"""Papers handed to a process at a time: progress is told after each share."""


def make_all(tasks: Sequence[PaperJob], out: Path, progress: Progress = unheard) -> list[PaperResult]:
    """Make every paper as a draft in the folder `out`; the outcomes stand in the order of the tasks.

    The same tasks give the same files under the same names, however many processes make them.
    """
    remove_passed(out, ".docx")
    workers = os.cpu_count() or 1
    if len(tasks) < PAYS or workers < 2:
        return _one_by_one(tasks, out, progress)
    return _on_all_cores(tasks, out, progress, workers)


def _one_by_one(tasks: Sequence[PaperJob], out: Path, progress: Progress) -> list[PaperResult]:
    outcomes = []
    for task in tasks:
        outcomes.append(attempt(task, partial(make_draft, out)))
        progress(len(outcomes), len(tasks))
    return outcomes


def _on_all_cores(tasks: Sequence[PaperJob], out: Path, progress: Progress, workers: int) -> list[PaperResult]:
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    outcomes: dict[int, PaperResult] = {}
    try:
        with ProcessPoolExecutor(workers, initializer=_deaf_to_interrupts) as pool:
            waiting = {
                pool.submit(_make_share, [_portable(tasks[at]) for at in share], out): share for share in _shares(tasks)
            }
            try:
                for done in as_completed(waiting):
                    outcomes.update(zip(waiting[done], done.result(), strict=True))
                    progress(len(outcomes), len(tasks))
            except (KeyboardInterrupt, Stopped):
                pool.shutdown(wait=True, cancel_futures=True)
                raise
    except (BrokenProcessPool, OSError):  # a process was killed, or none could be started: this one does the rest
        for at, task in enumerate(tasks):
            if at not in outcomes:
                outcomes[at] = attempt(task, partial(make_draft, out))
                progress(len(outcomes), len(tasks))
    return [outcomes[at] for at in range(len(tasks))]


def _deaf_to_interrupts() -> None:
    """Ctrl+C reaches every process: the first one ends the work, the others finish the paper in hand."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _shares(tasks: Sequence[PaperJob]) -> Iterable[list[int]]:
    """Positions of tasks; those that want the same file name stay together, in their order."""
    by_stem: dict[str, list[int]] = {}
    for at, task in enumerate(tasks):
        by_stem.setdefault(task.stem, []).append(at)
    share: list[int] = []
    for positions in by_stem.values():
        share += positions
        if len(share) >= _SHARE:
            yield share
            share = []
    if share:
        yield share


def _portable(task: PaperJob) -> PaperJob:
    """Without the rows behind the values, which the other process has no use for."""
    return task._replace(facts=task.facts._replace(values=plain(task.facts.values)))


def _make_share(tasks: list[PaperJob], out: Path) -> list[PaperResult]:
    return [attempt(task, partial(make_draft, out)) for task in tasks]


def make_draft(out: Path, task: PaperJob) -> MadePaper:
    """The paper without a number, in the folder `out`."""
    filled = rendered(task)
    return made(task, write_new(out, task.stem, ".docx", filled.content), filled)
