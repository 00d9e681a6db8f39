"""The same thing in forty rows, or in five cells of one row, is one line: with the number of cells and the first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from ocop_xl.rules.finding import Finding

_ALONE = 3
"""So many cells with one reason are still told one by one."""
_NAMED = 5
"""Cells that the words name; all of them stand in `cells`."""
_DETAIL_LETTERS = 40
"""So much of what tells a cell apart fits behind its name."""
_BETWEEN_SENTENCES = re.compile(r"(?<=\.) ")
_AT_MOST = 1000
"""Cells of one line: their places have to fit into one cell of «Phát hiện»."""


def gathered(findings: Sequence[Finding]) -> list[Finding]:
    """One finding for each reason that more than `_ALONE` cells share, where the first of them stood; one for a column
    in which a rule has more such lines than that, whatever the reasons; one for a table in which it has more such
    columns; then one for a row that breaks one rule in more than `_ALONE` of its cells. What an officer has typed
    beside some of them keeps these apart."""
    keys = [_reason_of(one) for one in findings]
    keys = _widened(findings, keys, _column_of, fewest=1)
    keys = _widened(findings, keys, _table_of, fewest=_ALONE + 1)
    lines = _as_lines(findings, keys)
    return _as_lines(lines, [_row_of(one) for one in lines])


def _reason_of(one: Finding) -> object:
    return one.reason, one.seen


def _column_of(one: Finding) -> object:
    """The column that a rule finds fault with."""
    return one.code, one.sheet, one.table, one.column, one.seen


def _table_of(one: Finding) -> object:
    return one.code, one.sheet, one.table, one.seen


def _row_of(one: Finding) -> object:
    """The row that a single cell stands in, for its rule; of all else, itself."""
    number = "".join(filter(str.isdigit, one.cell))
    return (one.code, one.sheet, one.table, number, one.seen) if number and len(one.cells) == 1 else id(one)


def _widened(
    findings: Sequence[Finding], keys: list[object], place_of: Callable[[Finding], object], *, fewest: int
) -> list[object]:
    """The keys by which findings are gathered, exchanged for their place where a place would have too many lines of at
    least `fewest` cells."""
    cells = Counter(keys)
    lines: dict[object, set[object]] = defaultdict(set)
    for at, (one, key) in enumerate(zip(findings, keys, strict=True)):
        if cells[key] >= fewest:
            lines[place_of(one)].add(key if cells[key] > _ALONE else at)
    return [
        place if cells[key] >= fewest and len(lines[place := place_of(one)]) > _ALONE else key
        for one, key in zip(findings, keys, strict=True)
    ]


def _as_lines(findings: Sequence[Finding], keys: Sequence[object]) -> list[Finding]:
    groups: dict[object, list[Finding]] = defaultdict(list)
    for one, key in zip(findings, keys, strict=True):
        groups[key].append(one)
    lines: list[Finding] = []
    for one, key in zip(findings, keys, strict=True):
        if len(groups[key]) <= _ALONE:
            lines.append(one)
        elif one is groups[key][0]:
            lines += _together(groups[key])
    return lines


def _together(group: Sequence[Finding]) -> Iterator[Finding]:
    for start in range(0, len(group), _AT_MOST):
        part = group[start : start + _AT_MOST]
        yield part[0]._replace(
            message=f"{part[0].message} Như vậy ở {len(part)} ô: {_places(part)}.",
            fix=_shared_advice(part),
            cells=tuple(cell for one in part for cell in one.cells),
            marks=tuple(mark for one in part for mark in one.marks),
        )


def _shared_advice(part: Sequence[Finding]) -> str:
    """The sentences of advice that hold for every cell; where none does, the first cell's own, said to be that."""
    sentences = _BETWEEN_SENTENCES.split(part[0].fix)
    shared = " ".join(one for one in sentences if all(one in other.fix for other in part))
    return shared or f"{part[0].fix} Đó là cách sửa ô đầu; mỗi ô khác cũng sửa như vậy, theo nội dung của ô ấy."


def _places(part: Sequence[Finding]) -> str:
    """`F5, F6, F7, F8, F9 và 7 ô khác`; with the sheet before it where it changes, and what tells the cells apart
    behind it: `F5 (“HTX”), F6 (“cty”)`."""
    named, sheet = [], part[0].sheet
    differ = any(one.detail != part[0].detail for one in part)
    for one in part[:_NAMED]:
        cell = one.cell if one.cell and one.sheet == sheet else one.where
        named.append(f"{cell} ({_begun(one.detail)})" if differ and one.detail else cell)
        sheet = one.sheet
    more = f" và {len(part) - _NAMED} ô khác" if len(part) > _NAMED else ""
    return ", ".join(named) + more


def _begun(detail: str) -> str:
    return detail if len(detail) <= _DETAIL_LETTERS else f"{detail[: _DETAIL_LETTERS - 1].rstrip()}…"
