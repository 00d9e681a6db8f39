"""The other copy's new rows under keys that are free in ours: two officers who both went on from SP07 have both typed
SP08.

Whatever refers to such a row follows: columns of references, keys that begin with it (`HS21-07`), texts that cite it.
Only the other copy is renumbered; what stands in ours keeps its key.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ocop_xl.changes.contents import Cells, Contents, Keys
from ocop_xl.changes.diff import same_row
from ocop_xl.changes.merging.conflict import Choice, Clash, Conflict, differing
from ocop_xl.changes.merging.followed import followed, with_key
from ocop_xl.changes.merging.naming import Likeness, likeness, signature
from ocop_xl.model.keys import FreeKeys
from ocop_xl.model.table import TableSpec, spec_of
from ocop_xl.model.tables import by_reference
from ocop_xl.records import NamedTuple

Rows = dict[str, Cells]
_NOBODY: Mapping[str, Choice] = MappingProxyType({})
_NONE: Keys = MappingProxyType({})


class Renumbered(NamedTuple):
    """A new row of the other copy that has another key here; `joined` when this copy has it already. Rows whose keys
    begin with it have followed."""

    spec: TableSpec
    before: str
    after: str
    joined: bool = False


@dataclass(slots=True)
class Numbered:
    """The other copy as this one would number it, and what was asked on the way."""

    contents: Contents = field(default_factory=dict)
    renumbered: list[Renumbered] = field(default_factory=list)
    questions: list[Conflict] = field(default_factory=list)


def numbered(
    base: Contents | None,
    mine: Contents,
    theirs: Contents,
    chosen: Mapping[str, Choice] = _NOBODY,
    taken: Keys = _NONE,
) -> Numbered:
    """The other copy with keys that are free in this one; `taken` are others that no row may get.

    Tables in the order of their references: a row is compared by what it refers to, which may itself be renumbered.
    Without a base any row may be new on both sides.
    """
    found = Numbered()
    names: dict[str, dict[str, str]] = {}
    for kind in by_reference():
        if kind not in theirs:
            continue
        spec, rows = spec_of(kind), theirs[kind]
        keys: dict[str, str] = {}
        if names:
            moved = followed(spec, rows, names)
            keys = {row_id: after for row_id, (after, _) in moved.items() if after != row_id}
            rows = dict(moved.values())
        if kind in mine and spec.key is not None:
            table = _Table(
                spec, {} if base is None else base.get(kind, {}), mine[kind], rows, chosen, taken.get(kind, ())
            )
            table.look_through(asking=base is None)
            rows = table.rows() if table.keys else rows
            found.questions += table.questions
            origin = {after: before for before, after in keys.items()}
            again = {origin.get(between, between): after for between, after in table.keys.items()}
            found.renumbered += [Renumbered(spec, old, new, new in mine[kind]) for old, new in again.items()]
            keys |= again
        found.contents[kind] = rows
        if keys:
            names[spec.name] = keys
    return found


class _Table:
    """New rows of one table: which are the same on both sides, and what keys the others get."""

    def __init__(
        self,
        spec: TableSpec,
        base: Rows,
        mine: Rows,
        theirs: Rows,
        chosen: Mapping[str, Choice],
        taken: Collection[str],
    ) -> None:
        self.spec, self.mine, self.theirs, self._chosen = spec, mine, theirs, chosen
        self._added_there = [row_id for row_id in theirs if row_id not in base]
        self._free: FreeKeys | None = None
        self._base, self._taken = base, taken
        self._met: set[str] = set()
        self.keys: dict[str, str] = {}
        self.questions: list[Conflict] = []

    def rows(self) -> Rows:
        """The other copy's, under their new keys."""
        rows = self.theirs.copy()
        for row_id in self.keys:
            del rows[row_id]
        return rows | {new: with_key(self.spec, self.theirs[old], new) for old, new in self.keys.items()}

    def look_through(self, *, asking: bool) -> None:
        """With `asking`, whether two rows of one key are one is asked also where their names are quite different: there
        is no base that would say that both are new."""
        here = self._new_here()
        for row_id in self._added_there:
            if self.mine.get(row_id) == self.theirs[row_id] or self._is_same(row_id):
                continue
            twin = self._twin(row_id, here)
            if twin:
                self.keys[row_id] = twin
            elif row_id in self.mine and not self._stays(row_id, asking):
                self.keys[row_id] = self._free_key(row_id)

    def _new_here(self) -> dict[Hashable, str]:
        """Rows that only this copy has, by what they are about."""
        if not self._added_there:
            return {}
        rows = sorted(self.mine.keys() - self._base.keys())
        self._met = {row_id for row_id in rows if row_id in self.theirs and self._is_same(row_id)}
        found = {signature(self.spec, self.mine[row_id]): row_id for row_id in reversed(rows)}
        found.pop(None, None)
        return found

    def _is_same(self, row_id: str) -> bool:
        here = self.mine.get(row_id)
        return here is not None and likeness(self.spec, here, self.theirs[row_id]) is Likeness.SAME

    def _twin(self, row_id: str, here: dict[Hashable, str]) -> str:
        """The new row of this copy that is the same under another key: without asking only if every cell is."""
        twin = here.get(signature(self.spec, self.theirs[row_id]), "")
        if not twin or twin == row_id or twin in self._met:
            return ""
        if not same_row(self.mine[twin], with_key(self.spec, self.theirs[row_id], twin)):
            asked = self._ask(row_id, twin)
            if asked.choice is not Choice.ONE:
                return ""
        self._met.add(twin)
        return twin

    def _stays(self, row_id: str, asking: bool) -> bool:
        """Whether the row of this key is the same here and there."""
        if row_id in self._met:
            return False
        if not asking and likeness(self.spec, self.mine[row_id], self.theirs[row_id]) is Likeness.OTHER:
            return False
        choice = self._ask(row_id, row_id).choice
        stays = choice is Choice.ONE or (asking and choice is None)  # until it is decided all that refers to it waits
        if stays:
            self._met.add(row_id)
        return stays

    def _ask(self, row_id: str, twin: str) -> Conflict:
        cells = differing(self.spec, None, self.mine[twin], self.theirs[row_id])
        asked = Conflict(self.spec, row_id, Clash.ALIKE, cells, twin, has_base=False).decided(self._chosen)
        self.questions.append(asked)
        return asked

    def _free_key(self, row_id: str) -> str:
        if self._free is None:
            self._free = FreeKeys([*self.mine, *self._added_there, *self._base.keys() - self.mine.keys(), *self._taken])
        return self._free.like(row_id)
