"""What a workbook held at moments of its past, small enough to travel inside it: two copies that were made by hand
still carry what they both come from.

A row that stayed the same is kept once, however many moments it stood through: a dozen of them cost little more than
one. Each moment is known by a sum over its rows, so that equal contents are one moment, whatever program wrote them.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from ocop_xl.changes.contents import UNSAID, Contents
from ocop_xl.model.table import TableSpec, spec_of
from ocop_xl.model.tables import INPUT_TABLES
from ocop_xl.records import NamedTuple

MOST = 12
"""Moments that are kept: the first, since any copy comes from it, and the latest."""
_LONGEST = 8 * 2**20
"""Bytes that the text may inflate to; a commune's dozen moments have some hundred thousand."""
_SPECS = {spec_of(kind).name: spec_of(kind) for kind in INPUT_TABLES}


class Base(NamedTuple):
    """Contents at a moment; `rows` are their lines as they are kept."""

    day: date
    rows: tuple[str, ...]

    @property
    def revision(self) -> str:
        return revision(self.rows)

    @property
    def contents(self) -> Contents:
        """Rows of tables and cells of columns that the model no longer has are left out."""
        found: Contents = {kind: {} for kind in INPUT_TABLES}
        for line in self.rows:
            name, row_id, cells = json.loads(line)
            spec = _SPECS.get(name)
            if spec is not None:
                known = {name: _value(cell) for name, cell in cells.items()}
                if spec.key is not None:
                    known[spec.key.attribute] = row_id
                found[spec.row_type][row_id] = tuple(known.get(column.attribute) for column in spec.inputs)
        return found


def base_of(contents: Contents, day: date) -> Base:
    """The contents as a moment to which two copies can later be traced back."""
    rows = ((spec_of(kind), *row) for kind, of_kind in contents.items() for row in of_kind.items())
    return Base(day, tuple(_line(*row) for row in rows))


def revision(rows: Sequence[str]) -> str:
    """The name of these contents, in whatever order the rows stand."""
    return sha256("\n".join(sorted(rows)).encode()).hexdigest()


def with_base(bases: Sequence[Base], new: Base) -> list[Base]:
    """The moments with one more, the latest last; contents that did not change since the latest are no new one."""
    if bases and bases[-1].revision == new.revision:
        return list(bases)
    kept = [*bases, new]
    return kept if len(kept) <= MOST else [kept[0], *kept[1 - MOST :]]


def packed(bases: Sequence[Base]) -> str:
    """Letters, digits and three signs: a text for cells."""
    places: dict[str, int] = {}
    moments = [[base.day.isoformat(), [places.setdefault(row, len(places)) for row in base.rows]] for base in bases]
    whole = json.dumps([list(places), moments], ensure_ascii=False, separators=(",", ":"))
    return b64encode(zlib.compress(whole.encode(), 9)).decode()


def unpacked(text: str) -> list[Base]:
    """The moments again; none of a text that is not what `packed` gives."""
    try:
        inflating = zlib.decompressobj()
        whole = inflating.decompress(b64decode(text, validate=True), _LONGEST)
        if not inflating.eof:
            return []
        rows, moments = json.loads(whole)
        return [Base(date.fromisoformat(day), tuple(rows[at] for at in places)) for day, places in moments]
    except (NotBase64, zlib.error, ValueError, TypeError, IndexError):
        return []


def _line(spec: TableSpec, row_id: str, cells: Sequence[Any]) -> str:
    """A row by attribute, blank cells left out; `null` for what is not kept, three numbers for a day."""
    kept = {
        column.attribute: _kept(cell)
        for column, cell in zip(spec.inputs, cells, strict=True)
        if cell is not None and column is not spec.key
    }
    return json.dumps([spec.name, row_id, kept], ensure_ascii=False, separators=(",", ":"))


def _kept(cell: Any) -> Any:
    """Numbers in one spelling: programs read and write 3 and 3.0 for the same, and differ in the last of 15 digits."""
    if cell is UNSAID:
        return None
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else float(f"{cell:.12g}")
    return [cell.year, cell.month, cell.day] if isinstance(cell, date) else cell


def _value(kept: Any) -> Any:
    if kept is None:
        return UNSAID
    return date(*kept) if isinstance(kept, list) else kept
