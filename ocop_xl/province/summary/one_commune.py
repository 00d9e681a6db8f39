"""What one commune's file says, as records with names: what the analyses are fed with."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Mapping
from typing import Any, NamedTuple

from ocop_xl.model import Row
from ocop_xl.province.choosing import Judged
from ocop_xl.province.reduced import Cell
from ocop_xl.province.taken import TAKEN

_BY_TYPE = {taken.row_type: taken for taken in TAKEN}


class OneCommune(NamedTuple):
    """A file that is used, and its rows by table of the province."""

    file: Judged
    rows: Mapping[str, list[list[Cell]]]

    @property
    def code(self) -> str:
        return self.file.head.commune_code

    @property
    def name(self) -> str:
        return self.file.head.commune

    @property
    def title(self) -> str:
        """Two communes may have one name: the code tells them apart."""
        return f"{self.name} ({self.code})"

    def records(self, kind: type[Row]) -> list[Any]:
        """The rows of a table by attribute, `cell` being where each stands; a day is its text."""
        make = _RECORDS[kind]
        return [make(*row) for row in self.rows.get(_BY_TYPE[kind].name, ())]

    def origin(self, cell: Cell) -> tuple[Cell, ...]:
        """The first columns of every table of the province."""
        return (self.code, self.name, self.file.name, cell)


_RECORDS: dict[type[Row], Any] = {
    taken.row_type: namedtuple(taken.name, ("cell", *taken.attributes)) for taken in TAKEN
}
