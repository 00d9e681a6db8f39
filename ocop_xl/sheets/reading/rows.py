"""From a rectangle of cells to the rows of one table, with what was missing and what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from ocop_xl.model.book import UNSEEN, Book, Missing, Placement, UnreadCell, column_letters
from ocop_xl.model.column import Column
from ocop_xl.model.table import Row, TableSpec
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.reading.coerce import MAX_PROBLEMS, Problem, TooManyProblems, coerce, shown
from ocop_xl.sheets.reading.flaws import Flaw
from ocop_xl.sheets.reading.headers import find_label_column, match_headers

Values = list[list[Any]]


class Found(NamedTuple):
    """A table as it stands on a sheet: `values[0]` holds its headers and is row `top`; column `left` counts from 0.

    `bottom` is the last row that Excel counts to the table (0: unknown), `totals` whether that row holds sums.
    """

    sheet: str
    top: int
    left: int
    values: Values
    flaws: Sequence[Flaw]
    bottom: int = 0
    totals: bool = False


def fill(book: Book, spec: TableSpec, found: Found, *, date1904: bool) -> bool:
    """Put what was found into the book; False, and the table is missing, for a form without a column of values."""
    if not spec.form:
        fill_table(book, spec, found, date1904=date1904)
        return True
    labels = find_label_column(found.values, spec.columns)
    if labels is None or labels + 1 >= len(found.values[0]):
        note_missing(book, spec)
        return False
    fill_form(book, spec, found, labels, date1904=date1904)
    return True


def note_missing(book: Book, spec: TableSpec) -> None:
    """The file has no such table."""
    book.tables[spec.row_type] = []
    book.missing.append(Missing(spec))


def fill_table(book: Book, spec: TableSpec, found: Found, *, date1904: bool) -> None:
    """Put the table's rows, its placement and its gaps into the book."""
    at = match_headers(found.values[0], spec.read)
    letters = {attribute: column_letters(found.left + index) for attribute, index in at.items()}
    book.placements[spec.row_type] = Placement(found.sheet, letters, found.top)
    inputs = [column for column in spec.read if not column.live and column.attribute in at]
    book.missing += [Missing(spec, column) for column in spec.inputs if column.attribute not in at]
    indexes = [at[column.attribute] for column in inputs]
    _lay_flaws(found, set(indexes))
    numbers, cells, stray = _filled_rows(found, indexes)
    book.unseen += [
        UnreadCell(spec.row_type(number), *_first_filled(inputs, row), "outside_table") for number, row in stray
    ]
    read = dict(zip((column.attribute for column in inputs), zip(*cells, strict=True), strict=False))
    results = {c.attribute: coerce(c, read[c.attribute], date1904=date1904) for c in inputs} if cells else {}
    rows = spec.row_type.from_columns(numbers, {attribute: values for attribute, (values, _) in results.items()})
    book.tables[spec.row_type] = rows
    if found.bottom and rows and rows[-1].at > found.bottom:
        book.unseen += [
            UnreadCell(row, *_first_filled(inputs, typed), "below_table")
            for row, typed in zip(rows, cells, strict=True)
            if row.at > found.bottom
        ]
    for column in inputs if cells else ():
        _note(book, column, [(rows[p.place], p) for p in results[column.attribute][1]])
    if len(book.unread) + len(book.unseen) > MAX_PROBLEMS:
        raise TooManyProblems


def _first_filled(columns: Sequence[Column], cells: Sequence[Any]) -> tuple[Column, str]:
    """The first cell of a row that holds something, and its column."""
    column, cell = next((one, cell) for one, cell in zip(columns, cells, strict=True) if not _is_blank((cell,)))
    return column, cell.text if isinstance(cell, Flaw) else shown(cell)


def _note(book: Book, column: Column, problems: list[tuple[Row, Problem]]) -> None:
    for row, problem in problems:
        listed = book.unseen if problem.name in UNSEEN else book.unread
        listed.append(UnreadCell(row, column, problem.text, problem.name))


def _lay_flaws(found: Found, columns: set[int]) -> None:
    """Put each flaw into the blank that the reading library left in its place."""
    for flaw in found.flaws:
        row, column = flaw.row - found.top, flaw.column - found.left
        if column in columns and 0 < row < len(found.values):
            found.values[row][column] = flaw


def _filled_rows(
    found: Found, indexes: list[int]
) -> tuple[Sequence[int], list[tuple[Any, ...]], list[tuple[int, tuple[Any, ...]]]]:
    """Excel row numbers and input cells of the rows that hold something; and those of filled rows further below.

    Rows typed right below the table are taken for its own: LibreOffice does not stretch a table as Excel does.
    """
    stray: list[tuple[int, tuple[Any, ...]]] = []
    if not indexes:
        return (), [], stray
    body = found.values[1:]
    one = len(indexes) == 1
    picked = [(row[indexes[0]],) for row in body] if one else list(map(itemgetter(*indexes), body))
    numbers: Sequence[int] = range(found.top + 1, found.top + 1 + len(picked))
    if found.bottom:
        inside = found.bottom - found.top
        below = picked[inside:]
        ends = next((i for i, cells in enumerate(below) if _is_blank(cells)), len(below))
        if not found.totals:
            start = found.bottom + 1
            stray = [(start + i, row) for i, row in enumerate(below[ends:], ends) if not _is_blank(row)]
        picked = picked[: inside - found.totals] + ([] if found.totals else below[:ends])
    kept = [index for index, cells in enumerate(picked) if not _is_blank(cells)]
    if len(kept) == len(picked):
        return numbers[: len(picked)], picked, stray
    return [numbers[index] for index in kept], [picked[index] for index in kept], stray


def _is_blank(cells: tuple[Any, ...]) -> bool:
    """Nothing but blanks and spaces. The first cell, nearly always filled, answers for most rows."""
    first = cells[0]
    if first and not (type(first) is str and first.isspace()):
        return False
    return cells.count("") == len(cells) or all(type(cell) is str and not cell.strip() for cell in cells)


def fill_form(book: Book, spec: TableSpec, found: Found, labels: int, *, date1904: bool) -> None:
    """The one row of a form: labels in column `labels` of the rectangle, values in the next.

    What a live field showed is kept as its text: only the PC that computed it can know it.
    """
    at = match_headers([row[labels] for row in found.values], spec.columns)
    value_column = labels + 1
    _lay_flaws(found, {value_column})
    row = spec.row_type(found.top)
    for column in spec.inputs:
        index = at.get(column.attribute)
        if index is None:
            book.missing.append(Missing(spec, column))
            continue
        cell = found.values[index][value_column]
        values, problems = coerce(column, (cell,), date1904=date1904)
        setattr(row, column.attribute, values[0])
        _note(book, column, [(row, problem) for problem in problems])
    for column in spec.columns:
        if column.live and (index := at.get(column.attribute)) is not None:
            cell = found.values[index][value_column]
            setattr(row, column.attribute, None if isinstance(cell, Flaw) else str(cell or "") or None)
    book.tables[spec.row_type] = [row]
    book.placements[spec.row_type] = Placement(
        found.sheet,
        {},
        found.top,
        rows={attribute: found.top + index for attribute, index in at.items()},
        value_letters=column_letters(found.left + value_column),
    )
