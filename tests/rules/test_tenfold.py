"""No rule nags: each fault of the examples typed ten times, in rows of other keys and other names, is one line a column."""

from __future__ import annotations

from collections import Counter

import pytest

from ocop_xl.model import INPUT_TABLES, Book, Row, spec_of
from ocop_xl.model.column import Column, Kind
from ocop_xl.rules.check import catalogue
from ocop_xl.rules.gather import gathered
from tests.rules.example_files import Example, examples
from tests.rules.markdown_book import read

_TIMES = 10
_WORDS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
WRONG = [one for one in examples() if one.expected]


def _tenfold(book: Book) -> Book:
    """The rows of every table ten times, each time with keys of their own; the forms and the frame as they are."""
    larger, copies = Book(), dict[tuple[int, int], Row]()
    larger.frame, larger.missing, larger.version = book.frame, book.missing, book.version
    for kind in INPUT_TABLES:
        for time in range(1 if spec_of(kind).form else _TIMES):
            copies |= {(id(row), time): _again(row, time) for row in book[kind]}
        larger[kind] = [
            copies[id(row), time] for time in range(_TIMES) for row in book[kind] if (id(row), time) in copies
        ]
    for listed, cells in ((larger.unread, book.unread), (larger.unseen, book.unseen)):
        listed += [
            cell._replace(row=copies.get((id(cell.row), time)) or _again(cell.row, time))
            for time in range(_TIMES)
            for cell in cells
        ]
    return larger


def _again(row: Row, time: int) -> Row:
    copy = type(row)(row.at + 1000 * time)
    for column in spec_of(type(row)).inputs:
        setattr(copy, column.attribute, _other(column, getattr(row, column.attribute), time))
    return copy


def _other(column: Column, value: object, time: int) -> object:
    """A key gets a number more, a name without numbers a word more: what is wrong with the row stays."""
    if not time or not isinstance(value, str):
        return value
    if column.kind in (Kind.KEY, Kind.REF):
        return f"{value}{time:02}"
    named = column.kind in (Kind.TEXT, Kind.LONG_TEXT) and not any(map(str.isdigit, value))
    return f"{value} {_WORDS[time]}" if named else value


@pytest.mark.parametrize("example", WRONG, ids=lambda one: f"{one.code} {one.title}")
def test_ten_times_the_fault_is_not_ten_times_the_lines(example: Example) -> None:
    book, on = read(example.text)
    rule = catalogue()[example.code]
    once = gathered(list(rule.findings(book, on)))
    tenfold = gathered(list(rule.findings(_tenfold(book), on)))
    per_column = Counter((one.sheet, one.column) for one in tenfold)
    assert all(count <= 3 for count in per_column.values())
    assert len(tenfold) <= len(once)
