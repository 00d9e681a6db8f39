"""Comparing and merging two copies of a book against daff with an id column: the same rows, each row's key known.

Both begin with rows as a reader hands them over; building an index by key is part of what is measured. Processor
seconds, since daff's merge takes many.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from statistics import median
from time import process_time
from typing import Any, NamedTuple

from bench.communes import commune
from ocop_xl.changes.contents import Cells, Contents, contents
from ocop_xl.changes.diff import diff
from ocop_xl.changes.merging.merge import merge
from ocop_xl.model import Product, spec_of

ROWS, COLUMNS, EDITED = 10_000, 20, 100
"""Edited: as many cells, new rows and deleted rows on each side."""
CELLS, DELETED, ADDED = 20, 10, 10
"""Planted conflicts: of one cell, of a row deleted here and changed there, of two rows under one new key."""
_WIDTH = len(spec_of(Product).inputs)
Rows = dict[str, list[str]]


class Copies(NamedTuple):
    """The rows of three books, in no order."""

    base: list[list[str]]
    mine: list[list[str]]
    theirs: list[list[str]]


def copies() -> Copies:
    chance = random.Random(26)  # the same books in every run
    base = {f"SP{n:05}": _row(f"SP{n:05}", f"món {n}") for n in range(ROWS)}
    keys = chance.sample(sorted(base), 4 * EDITED + CELLS + DELETED)
    mine, theirs = ({key: list(row) for key, row in base.items()} for _ in range(2))
    for side, word, at in ((mine, "đây", 0), (theirs, "kia", 2 * EDITED)):
        for key in keys[at : at + EDITED]:
            side[key][chance.randrange(3, COLUMNS)] = word
        for key in keys[at + EDITED : at + 2 * EDITED]:
            del side[key]
        for n in range(EDITED):
            key = f"SP{word}{n:03}"
            side[key] = _row(key, f"món {word} {n}")
    for key in keys[-CELLS:]:
        mine[key][5], theirs[key][5] = "đây", "kia"
    for key in keys[-CELLS - DELETED : -CELLS]:
        del mine[key]
        theirs[key][5] = "kia"
    for n in range(ADDED):
        key = f"SP{ROWS + n:05}"
        mine[key], theirs[key] = _row(key, f"gạo {n}"), _row(key, f"mắm {n + 50}")
    return Copies(*(_shuffled(side, chance) for side in (base, mine, theirs)))


def _row(key: str, name: str) -> list[str]:
    """Columns that must be unique are; in the others many rows say the same."""
    number = int("".join(filter(str.isdigit, key)))
    return [
        key,
        name,
        *(
            key if column.unique else f"{column.header} {number * 31 % 97}"
            for column in spec_of(Product).inputs[2:COLUMNS]
        ),
    ]


def _shuffled(rows: Rows, chance: random.Random) -> list[list[str]]:
    return chance.sample(list(rows.values()), len(rows))


def against_daff() -> None:
    import daff

    three = copies()
    header = [str(number) for number in range(COLUMNS)]
    tuples = [[(*row, *[None] * (_WIDTH - COLUMNS)) for row in side] for side in three]
    flags = daff.CompareFlags()
    flags.addPrimaryKey("0")

    def tables() -> list[Any]:
        return [daff.PythonTableView([header, *map(list, side)]) for side in three]

    def their_diff(found: list[Any]) -> object:
        aligned = daff.compareTables(found[1], found[2], flags).align()
        return daff.TableDiff(aligned, flags).hilite(daff.PythonTableView([]))

    def their_merge(found: list[Any]) -> Any:
        merger = daff.Merger(*found, flags)
        merger.apply()
        return merger.getConflictInfos()

    def books() -> list[Contents]:
        return [{Product: {row[0]: row for row in side}} for side in tuples]  # type: ignore[misc]

    merged = merge(*books())
    found, planted = len(merged.conflicts) + len(merged.renumbered), CELLS + DELETED + ADDED
    faster, ours, other = _times_faster(lambda: diff(*books()[1:]), their_diff, tables, 5)
    print(
        f"diff of two books of {ROWS:,} × {COLUMNS}: {faster:.0f} times faster than daff by id  ({ours:.1f} / {other:.0f} ms)"
    )
    faster, ours, other = _times_faster(lambda: merge(*books()), their_merge, tables, 3)
    print(f"merge of three of them: {faster:.0f} times faster than daff by id  ({ours:.1f} / {other:.0f} ms)")
    print(f"  planted conflicts found: {found} of {planted}; daff {len(their_merge(tables()))}")


def of_a_commune() -> None:
    """A whole commune's book that two people went on with, once it is read."""
    base, mine, theirs = (contents(commune()) for _ in range(3))
    for side, word in ((mine, "đây"), (theirs, "kia")):
        for at, key in enumerate(list(side[Product])[:6]):
            row: Cells = side[Product][key]
            side[Product][key] = (*row[:-1], f"{word} {at}")
    rows = sum(map(len, base.values()))
    ours = median(_milliseconds(lambda: merge(base, mine, theirs)) for _ in range(51))
    print(f"merge of a commune's books ({rows:,} rows), once read: {ours:.2f} ms")


def _times_faster(
    ours: Callable[[], object], theirs: Callable[[Any], object], prepare: Callable[[], Any], rounds: int
) -> tuple[float, float, float]:
    """The median of the ratios of rounds in which both run, and of the milliseconds of each. What daff works on is made
    anew for each run, and not counted."""
    pairs = []
    for _ in range(rounds):
        given = prepare()
        mine = median(_milliseconds(ours) for _ in range(5))
        pairs.append((mine, _milliseconds(partial(theirs, given))))
    return median(b / a for a, b in pairs), median(a for a, _ in pairs), median(b for _, b in pairs)


def _milliseconds(run: Callable[[], object]) -> float:
    """Of the processor."""
    begun = process_time()
    run()
    return (process_time() - begun) * 1000
