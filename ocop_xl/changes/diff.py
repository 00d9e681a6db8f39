"""In what two books differ: by key and column, as `Change`s that would make the one what the other is.

Rows that were sorted or moved and cells that are spelt in another way are no difference, nor is what one side does not
say (`contents.UNSAID`).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from ocop_xl.changes.change import Change
from ocop_xl.changes.contents import Cells, Contents, same
from ocop_xl.model.table import TableSpec, spec_of
from ocop_xl.model.tables import INPUT_TABLES
from ocop_xl.records import NamedTuple


class Difference(StrEnum):
    """What became of a row on the way from the one book to the other."""

    ADDED = "thêm dòng"
    REMOVED = "bỏ dòng"
    CHANGED = "sửa"


class RowDiff(NamedTuple):
    """A row that differs, with its cells in both books; None where a book does not have it."""

    spec: TableSpec
    row_id: str
    before: Cells | None
    after: Cells | None

    @property
    def kind(self) -> Difference:
        if self.before is None:
            return Difference.ADDED
        return Difference.REMOVED if self.after is None else Difference.CHANGED

    def changes(self, why: str) -> Iterator[Change]:
        """A cell each. A row is there by its key and away without it; its own key is the first thing it gets."""
        blank = (None,) * len(self.spec.inputs)
        for column, before, after in zip(self.spec.inputs, self.before or blank, self.after or blank, strict=True):
            if before is not after and not same(before, after):
                yield Change(self.spec.name, self.row_id, column.header, before, after, why)


def diff(before: Contents, after: Contents) -> list[RowDiff]:
    """Rows of each table in the order in which the later book has them, then those that it does not have. A table that
    one side lacks is not said."""
    return [
        row
        for kind in INPUT_TABLES
        if kind in before and kind in after and before[kind] != after[kind]
        for row in _of_table(spec_of(kind), before[kind], after[kind])
    ]


def _of_table(spec: TableSpec, before: dict[str, Cells], after: dict[str, Cells]) -> Iterator[RowDiff]:
    for row_id, now in after.items():
        was = before.get(row_id)
        if was != now and (was is None or not same_row(was, now)):
            yield RowDiff(spec, row_id, was, now)
    yield from (RowDiff(spec, row_id, was, None) for row_id, was in before.items() if row_id not in after)


def same_row(one: Cells, other: Cells) -> bool:
    """Whether every cell says the same, however it is written."""
    return one == other or all(map(same, one, other))
