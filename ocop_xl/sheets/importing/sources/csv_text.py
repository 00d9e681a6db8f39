"""Old appendices in .csv, with comma, semicolon, tab or bar."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from ocop_xl.errors import SourceUnreadable, WorkbookTooLarge
from ocop_xl.sheets.importing.sources.cells import MOST_CELLS, Cell, Grid, Source

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 500
_SAMPLE_LETTERS = 200_000
"""Records, from so many letters, by which the delimiter is chosen."""
LONGEST_LINE = 1_000_000
"""Characters; a program's mistake, not a row of a list."""


def read_csv(text: str, name: str) -> Source:
    """One grid; addresses give the line on which a record begins, as a text editor counts. Blank lines are no rows."""
    text, lines_before = _without_sep_line(text.rstrip())
    blank = len(text) - len(text.lstrip("\n"))
    text, lines_before = text[blank:], lines_before + blank
    grid = Grid(name, merges_known=False)
    cells = 0
    try:
        delimiter = max(_DELIMITERS, key=lambda delimiter: _regularity(text, delimiter))
        for line, values in _records(text, delimiter, name):
            cells += len(values)
            if cells > MOST_CELLS:
                raise WorkbookTooLarge(name, f"có hơn {MOST_CELLS} ô")
            where = f"dòng {line + lines_before}"
            grid.rows.append(
                [Cell(f"{where}, cột {number}", value.strip() or None) for number, value in enumerate(values, 1)]
            )
    except csv.Error:
        raise SourceUnreadable(
            name,
            "không đọc được như CSV: có ô quá dài hoặc dấu ngoặc kép không đóng; "
            "hãy mở bằng Excel rồi lưu lại thành .xlsx.",
        ) from None
    return Source(name, [grid])


def _without_sep_line(text: str) -> tuple[str, int]:
    """Excel's own first line `sep=;` is no data."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=") + 1:
        return rest, 1
    return text, 0


def _records(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Records that hold something, with the line on which each begins."""
    lines = StringIO(text, newline="")
    reader = csv.reader(_bearable(lines, name), delimiter=delimiter)
    begun = 1
    for values in reader:
        if any(values) and any(value.strip() for value in values):
            yield begun, values
        begun = reader.line_num + 1


def _bearable(lines: StringIO, name: str) -> Iterator[str]:
    for line in lines:
        if len(line) > LONGEST_LINE:
            raise WorkbookTooLarge(name, f"có dòng dài hơn {LONGEST_LINE} chữ")
        yield line


def _regularity(text: str, delimiter: str) -> tuple[int, int]:
    """More cells in rows of the commonest width: the delimiter that makes a table of the text."""
    records = islice(_records(text[:_SAMPLE_LETTERS], delimiter, ""), _SAMPLE)
    widths = Counter(len(values) for _, values in records if len(values) > 1)
    if not widths:
        return (0, 0)
    width, count = max(widths.items(), key=lambda pair: pair[0] * pair[1])
    return (width * count, width)
