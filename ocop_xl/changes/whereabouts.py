"""Where the rows of an earlier state of a book stand in it now, though they were sorted, renamed or renumbered since.

A key alone does not say: after a renumbering SP03 is another product. So a row is known by everything that it says,
then by what it is about, and only then by its key and whatever else it still has in common with what it was. A row of
which too little is left is not found: better told as lost than taken for another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from ocop_xl.changes.contents import UNSAID, Cells, Contents, same
from ocop_xl.changes.merging.followed import followed
from ocop_xl.changes.merging.naming import signature
from ocop_xl.model.table import Row, TableSpec, spec_of
from ocop_xl.model.tables import by_reference

Whereabouts = Mapping[type[Row], Mapping[str, str]]
"""By table: the key that a row had, and the one that it has now; rows that are not found are left out."""
_ENOUGH = 0.5
"""Share of what a row said, rare words counting for more, that must be left of it (cách hiểu của phần mềm)."""
_GONE = "\0"
"""Behind the key of a row that is gone: what refers to it refers to nothing of today."""
_MOST_PAIRS = 40_000
_Rows = Mapping[str, Cells]


def whereabouts(before: Contents, now: Contents) -> Whereabouts:
    """Tables that one side does not have are left out."""
    found: dict[type[Row], dict[str, str]] = {}
    moved: dict[str, dict[str, str]] = {}
    for kind in by_reference():
        if kind not in before or kind not in now:
            continue
        spec = spec_of(kind)
        if spec.key is None:
            found[kind] = {"": ""} if before[kind] and now[kind] else {}
            continue
        old = {row_id: cells for row_id, (_, cells) in followed(spec, before[kind], moved).items()}
        found[kind] = _found(spec, old, now[kind])
        if names := {row_id: new for row_id in old if (new := found[kind].get(row_id, row_id + _GONE)) != row_id}:
            moved[spec.name] = names
    return found


def _found(spec: TableSpec, old: _Rows, now: _Rows) -> dict[str, str]:
    pairs: dict[str, str] = {}
    said = [
        at
        for at, column in enumerate(spec.inputs)
        if column is not spec.key and any(row[at] is not UNSAID for row in old.values())
    ]
    marks: tuple[Callable[[Cells], Hashable], ...] = (lambda row: _body(row, said), partial(signature, spec))
    for mark in marks:
        if old and now:
            _pair(pairs, *({key: mark(row) for key, row in rows.items()} for rows in (old, now)))
            old, now = _left(old, pairs), _left(now, pairs.values())
    pairs.update(_most_left(old, now, said))
    return pairs


def _body(row: Cells, said: list[int]) -> Hashable:
    return tuple(row[at] for at in said) if any(row[at] is not None for at in said) else None


def _pair(pairs: dict[str, str], old: Mapping[str, Hashable], now: Mapping[str, Hashable]) -> None:
    """Rows of equal marks under their own keys, then marks that one row alone has on each side."""
    for key, mark in old.items():
        if mark is not None and now.get(key) == mark:
            pairs[key] = key
    taken = set(pairs.values())
    waiting = [(key, mark) for key, mark in old.items() if mark is not None and key not in pairs]
    free = [(key, mark) for key, mark in now.items() if mark is not None and key not in taken]
    alone, places = _alone(waiting), _alone(free)
    pairs.update({key: places[mark] for mark, key in alone.items() if mark in places})


def _alone(rows: Iterable[tuple[str, Hashable]]) -> dict[Hashable, str]:
    rows = list(rows)
    times = Counter(mark for _, mark in rows)
    return {mark: key for key, mark in rows if times[mark] == 1}


def _left(rows: _Rows, taken: Iterable[str]) -> dict[str, Cells]:
    gone = set(taken)
    return {key: row for key, row in rows.items() if key not in gone}


def _most_left(old: _Rows, now: _Rows, said: list[int]) -> Iterator[tuple[str, str]]:
    """The pairs that have most in common; of two that fit a row equally well none is it. Where very many rows are left
    only those of the same key are compared."""
    times = [Counter(row[at] for row in old.values()) for at in said]
    few = len(old) * len(now) <= _MOST_PAIRS
    shares = [
        (share, a, b)
        for a in old
        for b in (now if few else now.keys() & {a})
        if (share := _share(a == b, old[a], now[b], said, times)) >= _ENOUGH
    ]
    old_best, now_best = _best((a, share) for share, a, _ in shares), _best((b, share) for share, _, b in shares)
    return ((a, b) for share, a, b in shares if share == old_best[a] == now_best[b])


def _best(shares: Iterable[tuple[str, float]]) -> dict[str, float]:
    """The highest share of each row, out of reach where two others have it."""
    of_row: dict[str, list[float]] = {}
    for row, share in sorted(shares):
        of_row.setdefault(row, []).append(share)
    return {row: 2.0 if found[-2:-1] == found[-1:] else found[-1] for row, found in of_row.items()}


def _share(same_key: bool, old: Cells, now: Cells, said: list[int], times: list[Counter[Any]]) -> float:
    """How much of what the old row said the other one says; its key counts as one rare word."""
    whole, kept = 1.0, 1.0 if same_key else 0.0
    for at, often in zip(said, times, strict=True):
        cell = old[at]
        if cell is not None and cell is not UNSAID:
            weight = 1 / often[cell]
            whole += weight
            kept += weight if same(cell, now[at]) else 0.0
    return kept / whole
