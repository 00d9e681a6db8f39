"""What a step has to be told: each question is a cell of the model, so that kind, list, bounds and help are known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from ocop_xl.model import Book, Row, spec_of
from ocop_xl.model.choices import STARS
from ocop_xl.model.column import Column, Kind
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import fold

Answers = Mapping[str, Any]
"""What was answered or known, by attribute; typed as the column is."""
Value = Any
LEFT_BLANK = "-"
"""The answer that leaves a cell blank, whatever the book makes likely."""
Default = Callable[[Book, Any, date], Value]


def name_of(text: str) -> str:
    """`Ngày nhận` is `ngay-nhan`; so is `ngay-nhan` itself."""
    return fold(text).replace(" ", "-")


class Question(NamedTuple):
    """`default` is what the book makes likely, shown and written unless something else is answered.

    `needed`: nothing is written without it. `again`: asked even where the cell holds something, which the answer then
    replaces. `past`: a day that has come. `after`: an attribute, answered or of the row, whose day it may not precede.
    `only`: asked only if earlier answers make it sensible. `options`: the list, where the book decides it. `problem`:
    what is wrong with an answer, beyond what its column says; "" for a good one.
    """

    kind: type[Row]
    column: Column
    text: str
    key: str
    default: Default | None = None
    needed: bool = False
    again: bool = False
    past: bool = False
    after: str = ""
    only: Callable[[Answers], bool] | None = None
    options: Callable[[Book, Any, date], Sequence[str]] | None = None
    problem: Callable[[Book, Any, Any], str] | None = None

    @property
    def name(self) -> str:
        """As an answer names it: `ngay-nhan`."""
        return name_of(self.text)

    def choices(self, book: Book, row: Row, on: date) -> tuple[str, ...]:
        """The words that may be chosen; empty where any value may be typed."""
        if self.options is not None:
            return tuple(self.options(book, row, on))
        if self.column.kind is Kind.STARS:
            return STARS.values
        return self.column.choices.values if self.column.choices else ()


def ask(kind: type[Row], attribute: str, default: Any = None, **facts: Any) -> Question:
    """A question about a cell; a default that is no function holds for every row."""
    column = spec_of(kind).column(attribute)
    likely = default if default is None or callable(default) else (lambda _book, _row, _on: default)
    facts = {"text": column.header, "key": attribute} | facts
    return Question(kind, column, default=likely, **facts)


def of_text(header: str, key: str, help: str, default: Any = None, **facts: Any) -> Question:
    """A question whose answer is no cell by itself, such as a list of numbers or keys."""
    likely = default if default is None or callable(default) else (lambda _book, _row, _on: default)
    return Question(Row, Column(header, Kind.TEXT, help, attribute=key), header, key, default=likely, **facts)


def of_day(header: str, key: str, help: str, **facts: Any) -> Question:
    """A day that is no cell by itself."""
    return Question(Row, Column(header, Kind.DATE, help, attribute=key), header, key, **facts)


def of_choice(header: str, key: str, words: Sequence[str], **facts: Any) -> Question:
    """A choice whose answer is no cell by itself."""
    column = Column(header, Kind.CHOICE, attribute=key)
    return Question(Row, column, header, key, options=lambda _book, _row, _on: words, **facts)


def today(_book: Book, _row: Row, on: date) -> date:
    """Most steps are told on the day on which they are done."""
    return on
