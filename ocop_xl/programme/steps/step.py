"""A step is one small function; what it is called, where it starts, its article and its questions stand right above it.

@step("close-correction", "Ghi ngày đã khắc phục", (Inspection,), article="…", questions=(ask(Inspection, "done", …),))
def close_correction(book: Book, row: Inspection, on: date, answers: Answers) -> Changes: ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from ocop_xl.changes.change import Change
from ocop_xl.model import Book, Row, spec_of
from ocop_xl.programme.steps.question import Answers, Question
from ocop_xl.records import NamedTuple

Changes = list[Change]
Do = Callable[[Book, Any, date, Answers], Changes]
Offered = Callable[[Book, Any, date], bool]
KnownFrom = Callable[[Book, Any], Iterable[Row]]
Remarks = Callable[[Book, Any, date, Answers], Iterable[str]]


class Step(NamedTuple):
    """`tables` are those whose rows it starts from; `offered` says on which of them there is something to do on a day.

    `known_from` gives the rows whose filled cells need not be asked for. `remarks` say what the step leaves blank and
    why. `papers` are the kinds of papers that usually follow, by their slug. `leads_to` is the table of the row with
    which the work goes on, where that is another one: the dossier that a product has got.
    """

    id: str
    label: str
    tables: tuple[type[Row], ...]
    article: str
    questions: tuple[Question, ...]
    offered: Offered
    known_from: KnownFrom
    remarks: Remarks
    papers: tuple[str, ...]
    leads_to: type[Row] | None
    do: Do

    @property
    def sheets(self) -> str:
        return ", ".join(f"«{spec_of(kind).sheet}»" for kind in self.tables)


STEPS: dict[str, Step] = {}


def _itself(_book: Book, row: Row) -> Iterable[Row]:
    return (row,)


def _nothing(_book: Book, _row: Row, _on: date, _answers: Answers) -> Iterable[str]:
    return ()


def step(
    id: str,
    label: str,
    tables: tuple[type[Row], ...],
    *,
    article: str,
    offered: Offered,
    questions: tuple[Question, ...] = (),
    known_from: KnownFrom = _itself,
    remarks: Remarks = _nothing,
    papers: tuple[str, ...] = (),
    leads_to: type[Row] | None = None,
) -> Callable[[Do], Do]:
    """Put a function into `STEPS` under an id that no other has: duties name it."""

    def register(do: Do) -> Do:
        assert id not in STEPS, f"{id} is taken"
        STEPS[id] = Step(id, label, tables, article, questions, offered, known_from, remarks, papers, leads_to, do)
        return do

    return register
