"""Which column of a sheet is which column of the model, told by the headers that staff see and sometimes retype."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from ocop_xl.model.column import Column
from ocop_xl.model.table import TableSpec
from ocop_xl.vietnamese import fold, tidy

SEARCH_ROWS = 30
"""Headers stand near the top; below are data."""
_ENOUGH = 0.5
"""A row is taken for the header if it has at least this part of the input columns."""


def match_headers(cells: Sequence[Any], columns: Sequence[Column]) -> dict[str, int]:
    """Position by attribute. The same words win over words without marks, and those over an alias; of two equal headers
    the first wins. A live column keeps its header, so that no alias of another column takes it."""
    free = {index: cell for index, cell in enumerate(cells) if isinstance(cell, str) and cell}
    found: dict[str, int] = {}
    _claim(free, columns, found, _tidied, lambda column: (column.header,))
    if all(column.live or column.until or column.attribute in found for column in columns):
        return found
    _claim(free, columns, found, fold, lambda column: (fold(column.header),))
    _claim(free, columns, found, fold, lambda column: map(fold, column.aliases))
    return found


_tidied = lru_cache(maxsize=1024)(tidy)
"""A read asks three times for the headers of each table."""


def _claim(
    free: dict[int, str],
    columns: Sequence[Column],
    found: dict[str, int],
    key: Callable[[str], str],
    names: Callable[[Column], Iterable[str]],
) -> None:
    """Give each column that is still without a place the first free header of one of its names."""
    at: dict[str, int] = {}
    for index, cell in free.items():
        at.setdefault(key(cell), index)
    for column in columns:
        if column.attribute in found:
            continue
        for name in names(column):
            place = at.get(name)
            if place is not None and place in free:
                found[column.attribute] = place
                del free[place]
                break


def inputs_found(found: dict[str, int], columns: Sequence[Column]) -> int:
    return sum(column.attribute in found for column in columns if not column.live)


_folded = lru_cache(maxsize=2048)(fold)
"""Of the names that columns have."""


def likely_tables(rows: Sequence[Sequence[Any]], specs: Iterable[TableSpec]) -> list[TableSpec]:
    """The tables of which enough headers stand somewhere near the top: a look at each word once, where
    `find_header_row` compares each row with each table."""
    words = {fold(cell) for row in rows[:SEARCH_ROWS] for cell in row if isinstance(cell, str) and cell}
    return [spec for spec in specs if _share(words, spec.inputs) >= _ENOUGH]


def _share(words: set[str], columns: Sequence[Column]) -> float:
    there = sum(any(_folded(name) in words for name in (one.header, *one.aliases)) for one in columns)
    return there / len(columns)


def find_header_row(rows: Sequence[Sequence[Any]], columns: Sequence[Column]) -> int | None:
    """Position of the row near the top that has most of the headers; None if none has enough of them."""
    wanted = sum(not column.live for column in columns)
    best = 0
    where: int | None = None
    for index, row in enumerate(rows[:SEARCH_ROWS]):
        count = inputs_found(match_headers(row, columns), columns)
        if count > best:
            best, where = count, index
        if count == wanted:
            break
    return where if best >= wanted * _ENOUGH else None


def find_label_column(rows: Sequence[Sequence[Any]], columns: Sequence[Column]) -> int | None:
    """Like `find_header_row` for a form, whose labels stand below one another."""
    across = list(zip(*rows, strict=True))
    return find_header_row(across, columns)
