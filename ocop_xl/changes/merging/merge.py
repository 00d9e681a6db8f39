"""The merge of two copies: what the other has done since both were one book, as changes to this one.

Nothing is lost: what both have changed in different ways is a conflict, and until somebody decides it this copy keeps
what it has. A row is known by its key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from ocop_xl.changes.change import Change
from ocop_xl.changes.contents import UNSAID, Cells, Contents, Keys, without
from ocop_xl.changes.diff import RowDiff, diff, same_row
from ocop_xl.changes.merging.conflict import Choice, Clash, Conflict, differing
from ocop_xl.changes.merging.merged_cells import Decide, merged_row
from ocop_xl.changes.merging.referred import Broken, broken, keep_used
from ocop_xl.changes.merging.renumber import Renumbered, numbered
from ocop_xl.model.table import TableSpec, spec_of
from ocop_xl.records import NamedTuple

Rows = dict[str, Cells]
_NOBODY: Mapping[str, Choice] = MappingProxyType({})
_NONE: Keys = MappingProxyType({})


class Merged(NamedTuple):
    """`changes`, or `rows` with all their cells, make this copy what `contents` says.

    `broken` is a second list, of what each copy alone has whole.
    """

    contents: Contents
    rows: list[RowDiff]
    changes: list[Change]
    conflicts: list[Conflict]
    renumbered: list[Renumbered]
    broken: list[Broken]

    @property
    def open(self) -> list[Conflict]:
        return [one for one in self.conflicts if one.choice is None]


class _Decisions:
    """Conflicts as they are met, each once, with the answers there are."""

    def __init__(self, chosen: Mapping[str, Choice]) -> None:
        self._chosen = chosen
        self.met: dict[str, Conflict] = {}

    def __call__(self, conflict: Conflict) -> Choice | None:
        return self.met.setdefault(conflict.name, conflict.decided(self._chosen)).choice


def merge(
    base: Contents | None,
    mine: Contents,
    theirs: Contents,
    chosen: Mapping[str, Choice] = _NOBODY,
    why: str = "ghép sổ: lấy từ bản kia",
    apart: Keys = _NONE,
) -> Merged:
    """Without a base nothing tells who has changed a cell or removed a row: every cell in which both differ is asked,
    every row that only one has is kept.

    `apart` are keys that tell no row in one of the books: rows that have them take no part in any, and none gets one.
    """
    mine, theirs = without(mine, apart), without(theirs, apart)
    base = None if base is None else without(base, apart)
    there = numbered(base, mine, theirs, chosen, apart)
    decisions = _Decisions(chosen)
    merged = {
        kind: _table(spec_of(kind), None if base is None else base.get(kind, {}), rows, there.contents[kind], decisions)
        if kind in there.contents
        else rows
        for kind, rows in mine.items()
    }
    keep_used(merged, mine, there.contents, decisions)
    rows = diff(mine, merged)
    return Merged(
        merged,
        rows,
        [change for row in rows for change in row.changes(why)],
        _in_turn(there.questions, decisions.met.values()),
        there.renumbered,
        broken(merged, mine, there.contents) if rows else [],
    )


def _in_turn(questions: Sequence[Conflict], others: Iterable[Conflict]) -> list[Conflict]:
    """Whether two rows are one is asked before their cells."""
    waiting = {(one.spec.name, one.other_id) for one in questions if one.choice is None}
    return [*questions, *(one for one in others if (one.spec.name, one.row_id) not in waiting)]


def _table(spec: TableSpec, base: Rows | None, mine: Rows, theirs: Rows, decide: Decide) -> Rows:
    """Rows in the order of this copy, then what the other has added."""
    if mine == theirs or theirs == base or (spec.form and not theirs):
        return mine
    before = base or {}
    merged = mine.copy()
    for row_id in [row_id for row_id, here in mine.items() if here != theirs.get(row_id)]:
        row = _row(spec, row_id, before.get(row_id), mine[row_id], theirs.get(row_id), decide)
        if row is None:
            del merged[row_id]
        else:
            merged[row_id] = row
    for row_id in [row_id for row_id in theirs if row_id not in mine]:
        row = _row(spec, row_id, before.get(row_id), None, theirs[row_id], decide)
        if row is not None:
            merged[row_id] = tuple(None if cell is UNSAID else cell for cell in row)
    return merged


def _row(
    spec: TableSpec, row_id: str, base: Cells | None, mine: Cells | None, theirs: Cells | None, decide: Decide
) -> Cells | None:
    if mine is not None and theirs is not None:
        return mine if theirs == base else merged_row(spec, row_id, base, mine, theirs, decide)
    kept = mine if theirs is None else theirs
    assert kept is not None
    if base is None:
        return kept
    if same_row(base, kept):
        return None
    cells = differing(spec, base, mine, theirs)
    asked = Conflict(spec, row_id, Clash.DELETED, cells, "", mine is not None, theirs is not None)
    removing = Choice.THEIRS if theirs is None else Choice.MINE
    return None if decide(asked) is removing else kept
