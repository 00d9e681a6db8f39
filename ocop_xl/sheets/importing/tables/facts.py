"""What one row of a list says, cell by cell: facts that belong to this row and to no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ocop_xl.records import NamedTuple
from ocop_xl.sheets.importing.sources.cells import Cell
from ocop_xl.sheets.importing.tables.rows import SourceRow
from ocop_xl.sheets.importing.tables.table import Table
from ocop_xl.sheets.importing.words import fields as f
from ocop_xl.sheets.importing.words.captions import Said, What
from ocop_xl.sheets.importing.words.cell_values import facts_in
from ocop_xl.sheets.importing.words.fields import Target
from ocop_xl.sheets.importing.words.headers import is_current
from ocop_xl.sheets.importing.words.values import Reading
from ocop_xl.vietnamese import tidy


class Given(NamedTuple):
    """What a source cell says about one field; `header` is the header that it stood under."""

    cell: Cell
    target: Target
    reading: Reading
    header: str = ""

    @property
    def value(self) -> Any:
        return self.reading.value

    @property
    def label(self) -> str:
        return self.target.label


class Untaken(NamedTuple):
    """A cell that says nothing to us, and why; `blank` when it only says that there is nothing, `misread` when its
    whole column does not say what its header promises."""

    cell: Cell
    label: str
    why: str
    blank: bool = False
    misread: bool = False


@dataclass(slots=True)
class RowFacts:
    """`given` by field; `ticks` are marks under years; `untaken` cells are accounted for one by one."""

    row: SourceRow
    given: dict[Target, Given] = field(default_factory=dict)
    ticks: list[Given] = field(default_factory=list)
    untaken: list[Untaken] = field(default_factory=list)
    named: Cell | None = None

    def take(self, target: Target) -> Given | None:
        """The fact, which is then no longer among the others."""
        return self.given.pop(target, None)

    def said(self, what: What) -> Said | None:
        return self.row.said.get(what)

    @property
    def cell(self) -> Cell:
        """Where to point when the row as a whole is meant."""
        return self.named if self.named is not None else self.row.cells[0]


def facts_of(table: Table, row: SourceRow, part: Callable[[Cell], Cell] | None = None) -> RowFacts:
    """Every cell of the row read for its column; a merged cell says the same in all its rows. `part` gives of each cell
    what it says of one of several products."""
    facts = RowFacts(row)
    for column in table.columns:
        cell = table.grid.cell(row.index, column.index).held
        if cell.blank:
            continue
        if part is not None:
            cell = part(cell)
        if column.wrong:
            facts.untaken.append(Untaken(cell, column.target.label, column.wrong, misread=True))
            continue
        for fact in facts_in(cell, column.target, column.header.text):
            _put(facts, Given(cell, fact.target, fact.reading, _title(column.header.text)))
    name = facts.given.get(f.NAME) or facts.given.get(f.PRODUCER)
    facts.named = name.cell if name is not None else None
    return facts


@lru_cache(maxsize=1024)
def _title(header: str) -> str:
    return tidy(header)


def _put(facts: RowFacts, given: Given) -> None:
    reading = given.reading
    if given.target.attribute == f.TICK:
        _put_tick(facts, given)
    elif reading.value is not None:
        first = facts.given.setdefault(given.target, given)
        if first is not given and given.cell is not first.cell:
            same = first.value == given.value
            why = "" if same else f"ô {first.cell.address} cùng dòng đã cho «{given.label}»"
            facts.untaken.append(Untaken(given.cell, given.label, why, blank=same))
    elif reading.nothing:
        facts.untaken.append(Untaken(given.cell, given.label, reading.why, blank=True))
    else:
        problem = "ô lỗi" if given.cell.error else f"không đọc được thành {_kind_of(given.target)}"
        facts.untaken.append(Untaken(given.cell, given.label, problem))


def _put_tick(facts: RowFacts, given: Given) -> None:
    if given.value:
        facts.ticks.append(given)
    elif given.reading.nothing:
        facts.untaken.append(Untaken(given.cell, given.label, given.reading.why, blank=True))
    else:
        facts.untaken.append(Untaken(given.cell, given.label, f"không phải dấu đánh vào năm {given.target.group}"))


def _kind_of(target: Target) -> str:
    from ocop_xl.model.table import spec_of

    if target.attribute in (f.ROADMAP, f.YEAR_OF_RECOGNITION):
        return "năm"
    try:
        return str(spec_of(target.row_type).column(target.attribute).kind)
    except KeyError:
        return f"«{target.label}»"


def is_rank_of_a_decision(given: Given) -> bool:
    """A rank beside a decision is what that decision gave, unless its header says that it is the present one."""
    return not is_current(given.header)
