"""«Ghép sổ»: what another copy of the workbook has, brought into this one as changes with a backup and a journal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ocop_xl.changes.bases import base_of
from ocop_xl.changes.contents import Apart, Contents, forgetting
from ocop_xl.changes.journal import MERGE, Line
from ocop_xl.changes.merging.conflict import Choice
from ocop_xl.changes.merging.losers import losers
from ocop_xl.changes.merging.merge import Merged, merge
from ocop_xl.errors import Refusal
from ocop_xl.jobs.copies import (
    CommonBase,
    Copy,
    apart,
    common_base,
    given_base,
    refuse_other_shapes,
    refuse_strangers,
    unclear,
)
from ocop_xl.jobs.remembering import with_merge
from ocop_xl.jobs.wholeness import refuse_if_incomplete
from ocop_xl.model.identity import Identity
from ocop_xl.privacy.remembered import may_be_remembered
from ocop_xl.records import NamedTuple


class Merging(NamedTuple):
    """Two copies, what both come from – None if nothing tells – and what became of them."""

    mine: Copy
    theirs: Copy
    base: CommonBase | None
    merged: Merged

    @property
    def apart(self) -> list[tuple[Copy, Apart]]:
        """Rows that no key tells apart: they stay where they are."""
        return apart(self.mine, self.theirs)

    @property
    def is_nothing(self) -> bool:
        return not self.merged.changes and not self.merged.conflicts

    @property
    def lost(self) -> list[Line]:
        return list(losers(self.merged.conflicts, self.merged.contents))

    @property
    def identity(self) -> Identity | None:
        """Of this workbook once it is merged: it remembers the other copy, so that nothing comes twice. None while keys
        that several rows have wait to be mended: their rows are still to come."""
        if any(one.row_id for _, one in self.apart):
            return None
        day = self.mine.book.day(None)
        known = self.mine.identity or self.theirs.identity or Identity(self.mine.revision[:32])
        moments = [base_of(forgetting(one, may_be_remembered), day) for one in self._moments]
        return with_merge(known, moments)

    @property
    def _moments(self) -> tuple[Contents, Contents]:
        return self.theirs.contents, self.merged.contents


def merging(
    mine: Copy,
    theirs: Copy,
    chosen: Mapping[str, Choice],
    *,
    base: Copy | None = None,
    folder: Path | None = None,
    rest: Choice | None = None,
    force: bool = False,
) -> Merging:
    """`base` is what both come from, else it is looked for, also in the backups of `folder`. `rest` answers
    whatever `chosen` does not: a row that may be another stays one of two then."""
    refuse_if_incomplete(mine.book, mine.name)
    refuse_other_shapes(mine, theirs)
    common = given_base(base) if base else common_base(mine, theirs, folder)
    if not force:
        refuse_strangers(mine, theirs, common)
    before, why = common.contents if common else None, f"ghép sổ: lấy từ «{theirs.name}»"
    out = unclear(mine, theirs)
    merged = merge(before, mine.contents, theirs.contents, chosen, why, out)
    while rest and merged.open:
        chosen = {**{one.name: rest if rest in one.choices else Choice.TWO for one in merged.open}, **chosen}
        merged = merge(before, mine.contents, theirs.contents, chosen, why, out)
    return Merging(mine, theirs, common, merged)


def apply_merging(path: Path, found: Merging) -> Path | None:
    """Write into the closed workbook that `found.mine` was read from; returns the backup."""
    from ocop_xl.sheets.writing.patch import apply_changes

    refuse_while_open(found)
    return apply_changes(
        path, found.mine.book, found.merged.changes, action=MERGE, notes=found.lost, identity=found.identity
    )


def refuse_while_open(found: Merging) -> None:
    """Half a merge would be remembered as a whole one."""
    if left := found.merged.open:
        raise Refusal(
            f"Còn {len(left)} chỗ hai bản khác nhau chưa chọn, ví dụ «{left[0].name}», nên chưa ghép gì; "
            "hãy chọn đủ rồi làm lại."
        )
