"""What somebody typed in a book, by table and key: the form in which books are compared, merged and remembered.

A cell that one side does not know – a column that its file lacks, a text that was covered on the way – is `UNSAID`: no
difference, and never a reason to empty the other side's cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from enum import Enum
from operator import attrgetter
from typing import Any

from ocop_xl.model.book import Book
from ocop_xl.model.column import Column
from ocop_xl.model.table import Row, TableSpec, spec_of
from ocop_xl.model.tables import INPUT_TABLES
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import nfc


class Unsaid(Enum):
    """What is not known of a cell; blank is something else."""

    UNSAID = ""

    def __repr__(self) -> str:
        return "UNSAID"


UNSAID = Unsaid.UNSAID
_NUMBERS = (int, float)
_NO_VALUE = ("error_cell", "no_value")
"""Of `model.book.PROBLEMS`, those of a cell in which nobody's value stands."""
Cells = tuple[Any, ...]
"""Of one row, in the order of `TableSpec.inputs`."""
Contents = dict[type[Row], dict[str, Cells]]
"""Rows by key; the one row of a form stands under "". A table that a side does not have is not there."""
Keys = Mapping[type[Row], Collection[str]]
Knows = Callable[[TableSpec, Column, Any], bool]


class Apart(NamedTuple):
    """A row that no key tells from others: it takes no part. `row_id` is empty for a row without a key."""

    kind: type[Row]
    row_id: str
    at: int


def same(one: Any, other: Any) -> bool:
    """Whether two cells say the same, however they were spelt: 3 and 3.0, letters composed or not. What one side does
    not say is no difference."""
    if one == other or one is UNSAID or other is UNSAID:
        return True
    if isinstance(one, str) and isinstance(other, str):
        return _letters(one) == _letters(other)
    if isinstance(one, _NUMBERS) and isinstance(other, _NUMBERS):
        return f"{one:.12g}" == f"{other:.12g}"
    return False


def _letters(text: str) -> str:
    return nfc(text).replace("\r\n", "\n").strip()


def contents(book: Book) -> Contents:
    """Every row that has a key of its own. What could not be read stands as it was typed."""
    found: Contents = {}
    absent = {gap.spec.row_type for gap in book.missing if gap.column is None}
    typed = _typed(book)
    for spec in map(spec_of, INPUT_TABLES):
        kind = spec.row_type
        if kind not in absent and (spec.since <= book.version or kind in book.placements):
            rows, unknown = _rows(book, spec, typed), _unknown(book, spec)
            found[kind] = {row_id: _without(row, unknown) for row_id, row in rows.items()} if unknown else rows
    return found


def forgetting(book: Contents, knows: Knows) -> Contents:
    """Only the cells that are to be gone by: `knows` says so of each that is filled in."""
    return {
        kind: {row_id: _known(spec_of(kind), row, knows) for row_id, row in rows.items()} for kind, rows in book.items()
    }


def _known(spec: TableSpec, row: Cells, knows: Knows) -> Cells:
    return tuple(
        cell if cell is None or cell is UNSAID or knows(spec, column, cell) else UNSAID
        for column, cell in zip(spec.inputs, row, strict=True)
    )


def without(book: Contents, keys: Keys) -> Contents:
    """The book but for the rows of these keys."""
    left = {
        kind: {row_id: row for row_id, row in book[kind].items() if row_id not in some}
        for kind, some in keys.items()
        if kind in book
    }
    return {**book, **left}


def set_apart(book: Book) -> Iterator[Apart]:
    """Rows without a key, and all rows of a key that several have."""
    for kind in INPUT_TABLES:
        spec = spec_of(kind)
        if spec.key is None:
            continue
        again = _repeated(book, spec)
        for row in book[kind]:
            row_id = getattr(row, spec.key.attribute)
            if row_id is None or row_id in again:
                yield Apart(kind, row_id or "", row.at)


def _repeated(book: Book, spec: TableSpec) -> set[str]:
    assert spec.key is not None
    times = Counter(getattr(row, spec.key.attribute) for row in book[spec.row_type])
    return {key for key, many in times.items() if many > 1 and key is not None}


def _typed(book: Book) -> dict[int, dict[str, str | Unsaid]]:
    """Text of the cells that could not be read, by the row's identity and the attribute. A formula that gives no value
    says nothing."""
    found: dict[int, dict[str, str | Unsaid]] = {}
    for cell in book.unread:
        text = UNSAID if cell.problem in _NO_VALUE else cell.text
        found.setdefault(id(cell.row), {})[cell.column.attribute] = text
    return found


def _rows(book: Book, spec: TableSpec, typed: dict[int, dict[str, str | Unsaid]]) -> dict[str, Cells]:
    take = attrgetter(*(column.attribute for column in spec.inputs))
    rows = book[spec.row_type]
    if spec.key is None:
        found = dict(zip(("",), map(take, rows), strict=False))
    else:
        name = attrgetter(spec.key.attribute)
        found = dict(zip(map(name, rows), map(take, rows), strict=True))
        if len(found) < len(rows) or None in found:
            for key in (None, *_repeated(book, spec)):
                found.pop(key, None)  # type: ignore[arg-type]
    for row in rows if typed else ():
        if id(row) in typed and (row_id := getattr(row, spec.key.attribute) if spec.key else "") in found:
            texts = typed[id(row)]
            found[row_id] = tuple(
                texts.get(column.attribute, cell) for column, cell in zip(spec.inputs, found[row_id], strict=True)
            )
    return found


def _unknown(book: Book, spec: TableSpec) -> set[int]:
    """Places of the columns that the book's file does not have."""
    gone = {gap.column.attribute for gap in book.missing if gap.column and gap.spec is spec}
    later = {column.attribute for column in spec.inputs if max(spec.since, column.since) > book.version}
    letters = book.placements[spec.row_type].letters if spec.row_type in book.placements else {}
    unknown = gone | {name for name in later if name not in letters}
    return {at for at, column in enumerate(spec.inputs) if column.attribute in unknown}


def _without(row: Cells, unknown: set[int]) -> Cells:
    return tuple(UNSAID if at in unknown else cell for at, cell in enumerate(row))
