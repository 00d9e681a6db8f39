"""Work of an officer played on a book: clicks on «Bước tiếp» and cells that are typed, each on its day and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any, NamedTuple

from ocop_xl.changes.change import Change
from ocop_xl.jobs.next_step import plan_of
from ocop_xl.model import Book, Row, spec_of
from ocop_xl.papers.make import plan_papers
from ocop_xl.papers.numbering.numbers import Taking
from ocop_xl.papers.numbering.register import register_papers
from ocop_xl.programme.registered.stale import stale_marks
from ocop_xl.programme.steps.steps import row_named, step_named
from tests.changed_books import after


class Click(NamedTuple):
    """«Bước tiếp» on a row, on a day, with what is typed into it."""

    on: date
    key: str
    step: str
    typed: Mapping[str, str] = MappingProxyType({})

    @property
    def cells(self) -> int:
        return len(self.typed)

    def changes(self, book: Book) -> list[Change]:
        done = plan_of(book, step_named(self.step), row_named(book, self.key), self.on, self.typed)
        assert done.changes, f"{self.step} at {self.key} on {self.on} wrote nothing, asked for {done.open}"
        return list(done.changes)


class Typing(NamedTuple):
    """Cells that are typed into a row on a day; the key of a new row is typed as well."""

    on: date
    kind: type[Row]
    key: str
    typed: Mapping[str, Any]
    new: bool = False

    @property
    def cells(self) -> int:
        return len(self.typed) + self.new

    def changes(self, book: Book) -> list[Change]:
        spec, row = spec_of(self.kind), book.row(self.kind, self.key)
        columns = ((spec.column(name), value) for name, value in self.typed.items())
        return [
            Change(spec.name, self.key, column.header, getattr(row, column.attribute, None), value, "gõ tay")
            for column, value in columns
        ]


class Reporting(NamedTuple):
    """A step of the commune's own that only makes a paper, which then takes its number from the register."""

    on: date
    step: str
    key: str = ""
    cells: int = 0

    def changes(self, book: Book) -> list[Change]:
        done = plan_of(book, step_named(self.step), book.commune, self.on, {})
        assert done.offered and not done.changes
        entered: list[Change] = []
        with TemporaryDirectory() as out:
            papers = plan_papers(book, self.on, done.step.papers)
            register_papers(
                book, self.on, papers, Path(out), entered.extend, taking=Taking(told=_NONE_YET, anyway=True)
            )
        return entered


class Checking(NamedTuple):
    """«Kiểm tra toàn bộ», which marks papers that no longer say what the workbook says."""

    on: date
    key: str = ""
    step: str = ""
    cells: int = 0

    def changes(self, book: Book) -> list[Change]:
        return stale_marks(book, self.on)


_NONE_YET = {"BC-UBND": 0}
"""What văn thư says of the symbol's last number."""
Act = Click | Typing | Reporting | Checking
Write = Callable[[Book, list[Change]], Book]


class Played(NamedTuple):
    """An act, and the book before and after it."""

    act: Act
    before: Book
    after: Book


def play(book: Book, acts: Iterable[Act], write: Write = after) -> Iterator[Played]:
    """One act after the other; `write` brings the changes into the book, here in memory."""
    for act in acts:
        then = write(book, act.changes(book))
        yield Played(act, book, then)
        book = then


def typed_cells(acts: Iterable[Act]) -> int:
    return sum(act.cells for act in acts)


def months_of(acts: Iterable[Act]) -> Iterator[tuple[date, list[Act]]]:
    """What is done in a month, with its last working day."""
    for _, done in groupby(acts, key=lambda act: act.on.month):
        of_month = [*done]
        yield of_month[-1].on, of_month


def together(book: Book, acts: Iterable[Act]) -> tuple[list[Change], Book]:
    """What the acts write together, each cell once, and the book after them."""
    written: dict[tuple[str, str, str], Change] = {}
    for act in acts:
        changes = act.changes(book)
        for change in changes:
            first = written.get(change[:3], change)
            written[change[:3]] = change._replace(before=first.before)
        book = after(book, changes)
    return [change for change in written.values() if change.before != change.after], book
