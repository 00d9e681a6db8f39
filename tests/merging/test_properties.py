"""What holds of every merge, whatever two people have done to their copies."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from ocop_xl.changes.contents import Cells, Contents, same
from ocop_xl.changes.merging.conflict import Choice, Clash, Conflict
from ocop_xl.changes.merging.merge import Merged, merge
from ocop_xl.changes.merging.renumber import numbered
from ocop_xl.model.table import TableSpec, spec_of
from ocop_xl.model.tables import table_named
from tests.merging.triples import Triple, triple

FEW, MANY = 200, 10_000


def violations(seed: int) -> list[str]:
    three = triple(seed)
    merged = merge(*three)
    return [
        f"{seed}: {fault}" for check in (nothing, lost, dangling, symmetry, again) for fault in check(three, merged)
    ]


def nothing(three: Triple, merged: Merged) -> Iterator[str]:
    """A copy that nobody has touched, and one that is the same, bring nothing; all is taken from the only one edited."""
    base, mine, theirs = three
    for other in (base, mine):
        found = merge(base, mine, other)
        if found.changes or found.conflicts or found.renumbered:
            yield "a copy with nothing new in it changes something"
    found = merge(base, base, theirs)
    if found.contents != theirs or found.conflicts or found.renumbered:
        yield "what only the other has done is not all taken"


def lost(three: Triple, merged: Merged) -> Iterator[str]:
    """Every edit of either side is in the result or in a conflict; so is every row, unless the other has deleted it
    and this side has left it alone."""
    base, mine, _ = three
    theirs = numbered(base, mine, three.theirs).contents
    for side, other in ((mine, theirs), (theirs, mine)):
        for kind, rows in side.items():
            for row_id, row in rows.items():
                was, now = base[kind].get(row_id), merged.contents[kind].get(row_id)
                if now is not None:
                    yield from _lost_edits(spec_of(kind), row_id, (was, row, other[kind].get(row_id), now), merged)
                elif was != row or row_id in other[kind]:
                    yield f"row {row_id} is lost"


def _lost_edits(spec: TableSpec, row_id: str, rows: tuple[Cells | None, ...], merged: Merged) -> Iterator[str]:
    was, row, there, now = rows
    assert row and now
    asked = {cell.column for one in merged.conflicts if row_id in _rows(one) for cell in one.cells}
    for at, column in enumerate(spec.inputs):
        filled_by_other = was is None and there is not None and row[at] is None
        changed = (was is None or not same(was[at], row[at])) and not filled_by_other
        if changed and not same(now[at], row[at]) and column not in asked:
            yield f"edit {row_id} {column.header} is lost"


def _rows(conflict: Conflict) -> tuple[str, ...]:
    return (conflict.row_id, conflict.other_id) if conflict.clash is Clash.ALIKE else (conflict.row_id,)


def dangling(three: Triple, merged: Merged) -> Iterator[str]:
    theirs = numbered(three.base, three.mine, three.theirs).contents
    there_before = _dangling(three.mine) | _dangling(theirs)
    for found in _dangling(merged.contents) - there_before:
        yield f"{found} refers to nothing"


def _dangling(book: Contents) -> set[tuple[str, str, str]]:
    """Row, column and value of each reference to nothing."""
    return {
        (row_id, column.header, row[at])
        for kind, rows in book.items()
        for at, column in enumerate(spec_of(kind).inputs)
        for row_id, row in rows.items()
        if column.refers_to and row[at] and row[at] not in book[table_named(column.refers_to).row_type]
    }


def symmetry(three: Triple, merged: Merged) -> Iterator[str]:
    """Whoever merges, the same is asked – unless somebody's rows must have other keys, which are the other copy's."""
    base, mine, theirs = three
    swapped = merge(base, theirs, mine)
    if merged.renumbered or swapped.renumbered or any(one.clash is Clash.ALIKE for one in merged.conflicts):
        return
    if _asked(merged) != _asked(swapped):
        yield "the two sides are asked different things"
    if not merged.conflicts and merged.contents != swapped.contents:
        yield "the two sides get different books"


def _asked(merged: Merged) -> set[str]:
    """Without what follows from a reference that is itself undecided: each copy keeps its own until then, and only one
    of the two may name a row that the other has deleted."""
    waiting = {f"{one.spec.sheet} {one.row_id}" for one in merged.open}
    return {one.name for one in merged.conflicts if one.clash is not Clash.USED or one.other_id not in waiting}


def again(three: Triple, merged: Merged) -> Iterator[str]:
    """Once everything is decided, merging again changes nothing: with the other copy as the base, as it is remembered,
    and with the old base."""
    chance = random.Random(len(merged.changes))
    chosen: dict[str, Choice] = {}
    for _ in range(4):
        if not merged.open:
            break
        chosen |= {one.name: chance.choice(one.choices) for one in merged.open}
        merged = merge(*three, chosen)
    if merged.open:
        yield "answers lead to ever new questions"
    if merge(three.theirs, merged.contents, three.theirs).changes:
        yield "a second merge changes something"


@pytest.mark.parametrize("first", range(0, FEW, FEW // 4))
def test_nothing_is_lost_and_nothing_made_up(first: int) -> None:
    assert [fault for seed in range(first, first + FEW // 4) for fault in violations(seed)] == []


def test_everything_that_can_happen_happens_in_these_books() -> None:
    merges = [merge(*triple(seed)) for seed in range(FEW)]
    assert {one.clash for merged in merges for one in merged.conflicts} == set(Clash)
    assert {one.joined for merged in merges for one in merged.renumbered} == {True, False}


@pytest.mark.thorough
@pytest.mark.parametrize("first", range(FEW, MANY, 980))
def test_nothing_is_lost_in_ten_thousand_books(first: int) -> None:
    assert [fault for seed in range(first, first + 980) for fault in violations(seed)] == []
