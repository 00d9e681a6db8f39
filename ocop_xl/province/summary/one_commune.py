"""What one commune's file says, as records with names: what the analyses are fed with."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Mapping
from typing import Any

from ocop_xl.model import Row
from ocop_xl.province.head import Cell, Head
from ocop_xl.province.taken import TAKEN
from ocop_xl.records import NamedTuple

_BY_TYPE = {taken.row_type: taken for taken in TAKEN}


class OneCommune(NamedTuple):
    """What is known of the file, and its rows by table of the province."""

    head: Head
    rows: Mapping[str, list[list[Cell]]]

    @property
    def title(self) -> str:
        """Two communes may have one name: the code tells them apart."""
        return f"{self.head.commune} ({self.head.commune_code})"

    def records(self, kind: type[Row]) -> list[Any]:
        """The rows of a table by attribute, `cell` being where each stands; a day is its text."""
        make = _RECORDS[kind]
        return [make(*row) for row in self.rows.get(_BY_TYPE[kind].name, ())]


_RECORDS: dict[type[Row], Any] = {
    taken.row_type: namedtuple(taken.name, ("cell", *taken.attributes)) for taken in TAKEN
}
