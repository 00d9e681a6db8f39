"""What a person has to decide when two copies are merged, as data.

Each conflict has a name that stays the same however often the merge is done, so that an answer finds it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from ocop_xl.changes.contents import UNSAID, Cells, same
from ocop_xl.errors import Refusal
from ocop_xl.model.column import Column
from ocop_xl.model.table import TableSpec
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import fold, tidy


class Choice(StrEnum):
    """Answers; people type them without marks as well."""

    MINE = "bản này"
    THEIRS = "bản kia"
    BASE = "bản gốc"
    ONE = "một dòng"
    TWO = "hai dòng"


class Clash(StrEnum):
    """Why somebody has to decide."""

    CELL = "hai bản ghi khác nhau"
    GROUP = "hai bản sửa các ô phải đi cùng nhau"
    DELETED = "một bản xóa, một bản sửa"
    USED = "một bản xóa dòng mà dòng khác còn dùng"
    ALIKE = "có thể là cùng một việc"


_ASKED = {
    Clash.CELL: (Choice.MINE, Choice.THEIRS, Choice.BASE),
    Clash.GROUP: (Choice.MINE, Choice.THEIRS, Choice.BASE),
    Clash.DELETED: (Choice.MINE, Choice.THEIRS),
    Clash.USED: (Choice.MINE, Choice.THEIRS),
    Clash.ALIKE: (Choice.ONE, Choice.TWO),
}


class Cell(NamedTuple):
    """What a cell holds in the three books; `UNSAID` where one does not say."""

    column: Column
    base: Any
    mine: Any
    theirs: Any


class Conflict(NamedTuple):
    """`row_id` is the row's key after the merge, for `ALIKE` the other copy's. `other_id` is the row of this copy that
    may be the same, or one that still refers to this. In `cells` are those that differ; `has_mine` and `has_theirs` say
    which copy has the row at all."""

    spec: TableSpec
    row_id: str
    clash: Clash
    cells: tuple[Cell, ...] = ()
    other_id: str = ""
    has_mine: bool = True
    has_theirs: bool = True
    has_base: bool = True
    choice: Choice | None = None

    @property
    def name(self) -> str:
        """`Hồ sơ/HS01/Ngày gửi tỉnh`; of a question about a whole row `Hồ sơ/HS21`."""
        of_cells = self.clash in (Clash.CELL, Clash.GROUP)
        header = self.cells[0].column.header if of_cells else f"~{self.other_id}" if self.clash is Clash.ALIKE else ""
        return "/".join(filter(None, (self.spec.sheet, self.row_id, header)))

    @property
    def choices(self) -> tuple[Choice, ...]:
        asked = _ASKED[self.clash]
        return asked if self.has_base else tuple(one for one in asked if one is not Choice.BASE)

    def decided(self, chosen: Mapping[str, Choice]) -> Conflict:
        """With the answer to it, if there is one that it can have."""
        answer = chosen.get(self.name)
        return self._replace(choice=answer) if answer in self.choices else self


def differing(spec: TableSpec, base: Cells | None, mine: Cells | None, theirs: Cells | None) -> tuple[Cell, ...]:
    """The cells in which two copies of a row differ, its key aside; a copy that does not have the row says nothing."""
    blank = (None,) * len(spec.inputs)
    unsaid = (UNSAID,) * len(spec.inputs)
    rows = zip(spec.inputs, base or unsaid, mine or blank, theirs or blank, strict=True)
    return tuple(Cell(*cells) for cells in rows if cells[0] is not spec.key and not same(cells[2], cells[3]))


def answers(pairs: Iterable[tuple[str, str]]) -> dict[str, Choice]:
    """Choices by the names of conflicts, as people write them: `ban kia` is «bản kia», so is `kia`."""
    return {tidy(name): _choice(name, words) for name, words in pairs}


def _choice(name: str, words: str) -> Choice:
    wanted = fold(words)
    found = [one for one in Choice if wanted and wanted in (fold(one), fold(one).split()[-1], fold(one).split()[0])]
    if len(found) != 1:
        known = ", ".join(f"«{one}»" for one in Choice)
        raise Refusal(f"Lựa chọn “{words}” cho «{name.strip()}» không rõ; hãy ghi một trong: {known}.")
    return found[0]
