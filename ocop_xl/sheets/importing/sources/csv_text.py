"""Old appendices in .csv, with comma, semicolon, tab or bar, in any encoding that reads as Vietnamese."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

from ocop_xl.errors import SourceUnreadable
from ocop_xl.sheets.importing.sources.cells import Cell, Grid
from ocop_xl.sheets.importing.sources.decode import decode

_DELIMITERS = (",", ";", "\t", "|")


def read_csv(data: bytes, name: str) -> Grid:
    """One grid; addresses give the line on which a record begins, as a text editor counts."""
    text, lines_before = _without_sep_line(decode(data, name))
    try:
        records = max((_records(text, delimiter) for delimiter in _DELIMITERS), key=_regularity)
    except csv.Error:
        raise SourceUnreadable(
            name,
            "không đọc được như CSV: có ô quá dài hoặc dấu ngoặc kép không đóng; "
            "hãy mở bằng Excel rồi lưu lại thành .xlsx.",
        ) from None
    grid = Grid(name, merges_known=False)
    for line, values in records:
        where = f"dòng {line + lines_before}"
        grid.rows.append(
            [Cell(f"{where}, cột {number}", value.strip() or None) for number, value in enumerate(values, 1)]
        )
    return grid


def _without_sep_line(text: str) -> tuple[str, int]:
    """Excel's own first line `sep=;` is no data."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=") + 1:
        return rest, 1
    return text, 0


def _records(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    records = []
    begun = 1
    for values in reader:
        records.append((begun, values))
        begun = reader.line_num + 1
    return records


def _regularity(records: list[tuple[int, list[str]]]) -> tuple[int, int]:
    """More cells in rows of the commonest width: the delimiter that makes a table of the text."""
    widths = Counter(len(values) for _, values in records if len(values) > 1)
    if not widths:
        return (0, 0)
    width, count = max(widths.items(), key=lambda pair: pair[0] * pair[1])
    return (width * count, width)
