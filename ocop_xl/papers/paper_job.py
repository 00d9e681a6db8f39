"""One paper to be made, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ocop_xl.errors import PaperError, TemplateError
from ocop_xl.papers.facts import PaperFacts
from ocop_xl.records import NamedTuple

if TYPE_CHECKING:
    from ocop_xl.papers.word.template import Filled


class PaperJob(NamedTuple):
    """A paper to be made: a kind's slug, «Loại văn bản» and ký hiệu, what fills the template, and the file's name
    without its extension."""

    kind: str
    facts: PaperFacts
    template: Path
    stem: str
    register_kind: str = ""
    symbol: str = ""


class MadePaper(NamedTuple):
    """A paper on disk; `missing` are the facts that it shows as dots, `notices` what whoever signs has to know, one
    Vietnamese sentence each. `number` is `12/BC-UBND` for a paper that stands in the register, "" for a draft."""

    kind: str
    title: str
    path: Path
    missing: tuple[str, ...]
    notices: tuple[str, ...] = ()
    number: str = ""
    pdf: Path | None = None


class FailedPaper(NamedTuple):
    """A paper that was not made, and the sentence that says why; `trace` only for a fault of ours."""

    kind: str
    title: str
    sentence: str
    trace: str = ""


PaperResult = MadePaper | FailedPaper


class Papers:
    """What a job came to, in the order of the kinds; `nothing` are the names of kinds with no paper to make."""

    def __init__(self, outcomes: tuple[PaperResult, ...], nothing: tuple[str, ...] = ()) -> None:
        self.outcomes, self.nothing = outcomes, nothing

    def __iter__(self) -> Iterator[MadePaper]:
        return (one for one in self.outcomes if isinstance(one, MadePaper))

    @property
    def failed(self) -> list[FailedPaper]:
        return [one for one in self.outcomes if isinstance(one, FailedPaper)]


Progress = Callable[[int, int], None]
"""Told after each paper how many are done, and of how many."""


def unheard(done: int, total: int) -> None:
    """For those who do not want to know."""


def rendered(task: PaperJob) -> Filled:
    """The Word file of a task; raises `TemplateError` that names the template."""
    from ocop_xl.papers.word.template import load_template  # Jinja is slow to import: only who renders pays

    try:
        return load_template(task.template).fill(task.facts)
    except TemplateError as error:
        raise TemplateError(f"Mẫu «{task.template.name}»: {error}") from error


def attempt(task: PaperJob, make: Callable[[PaperJob], MadePaper]) -> PaperResult:
    """Whatever goes wrong with one paper is said, and the next one can be made."""
    try:
        return make(task)
    except PaperError as error:
        return FailedPaper(task.kind, task.facts.title, str(error))
    except Exception:
        return failure(task.kind, task.facts.title)


def made(task: PaperJob, path: Path, filled: Filled) -> MadePaper:
    """The result of a task as a draft."""
    return MadePaper(task.kind, task.facts.title, path, filled.gaps, task.facts.told)


def failure(kind: str, title: str) -> FailedPaper:
    """For a fault of ours that has just been caught."""
    import traceback

    sentence = "Phần mềm gặp lỗi ngoài dự kiến khi lập văn bản này; các văn bản khác không bị ảnh hưởng."
    return FailedPaper(kind, title, sentence, traceback.format_exc())
