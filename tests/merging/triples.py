"""Books of three, by chance but the same in every run: one, and two copies of it that two people went on with."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any, NamedTuple

from ocop_xl.changes.contents import Cells, Contents
from ocop_xl.model import Dossier, Producer, Product, Recognition
from ocop_xl.model.column import Column, Kind
from ocop_xl.model.keys import FreeKeys
from ocop_xl.model.table import Row, TableSpec, spec_of
from ocop_xl.model.tables import by_reference, table_named

KINDS = tuple(kind for kind in by_reference() if spec_of(kind).key is not None)
_BUSY = (Producer, Product, Dossier, Recognition)
_NAMES = ("Gạo ST25", "Mắm cá lóc", "Tôm khô", "Tom kho", "Tôm khô rim", "Rượu nếp", "Chiếu Tà Niên")


class Triple(NamedTuple):
    """What both come from, and what each has."""

    base: Contents
    mine: Contents
    theirs: Contents


def triple(seed: int) -> Triple:
    chance = random.Random(seed)
    base = _grown({kind: {} for kind in KINDS}, chance, 40)
    mine, theirs = _edited(base, chance), _edited(base, chance)
    if chance.random() < 0.3:
        _typed_twice(base, mine, theirs, chance)
    return Triple(base, mine, theirs)


def _typed_twice(base: Contents, mine: Contents, theirs: Contents, chance: random.Random) -> None:
    """What one has added the other has added too, under the key that came next in hers."""
    for kind in _BUSY:
        new = [row_id for row_id in mine[kind] if row_id not in base[kind]]
        if new:
            row = mine[kind][chance.choice(new)]
            row_id = FreeKeys(theirs[kind]).like(f"{row[0]}")
            theirs[kind][row_id] = (row_id, *row[1:])


def _edited(book: Contents, chance: random.Random) -> Contents:
    mine = {kind: dict(rows) for kind, rows in book.items()}
    for _ in range(chance.randrange(11)):
        kind = chance.choice(_BUSY if chance.random() < 0.6 else KINDS)
        rows, what = mine[kind], chance.random()
        if what < 0.25 or not rows:
            _grown(mine, chance, 1, kind)
        elif what < 0.4:
            del rows[chance.choice(list(rows))]
        else:
            _edit(mine, spec_of(kind), chance)
    return mine


def _grown(book: Contents, chance: random.Random, times: int, kind: type[Row] | None = None) -> Contents:
    """With rows more; one that is derived from another needs that one."""
    for _ in range(times):
        chosen = kind or chance.choice(KINDS)
        spec = spec_of(chosen)
        row = [_value(book, column, chance) for column in spec.inputs]
        row_id = _next_key(book, spec, row)
        if row_id:
            book[chosen][row_id] = tuple(
                row_id if column is spec.key else cell for column, cell in zip(spec.inputs, row, strict=True)
            )
    return book


def _next_key(book: Contents, spec: TableSpec, row: list[Any]) -> str:
    assert spec.key is not None
    if spec.key.prefix:
        return FreeKeys(book[spec.row_type]).like(f"{spec.key.prefix}00")
    parent = row[[column.attribute for column in spec.inputs].index(spec.key.derived_from)]
    return FreeKeys(book[spec.row_type]).like(f"{parent}-00") if parent else ""


def _edit(book: Contents, spec: TableSpec, chance: random.Random) -> None:
    """A cell other than the key and what the key is derived from."""
    assert spec.key is not None
    row_id = chance.choice(list(book[spec.row_type]))
    row: Cells = book[spec.row_type][row_id]
    fixed = ("id", spec.key.derived_from)
    at = chance.choice([at for at, column in enumerate(spec.inputs) if column.attribute not in fixed])
    book[spec.row_type][row_id] = (*row[:at], _value(book, spec.inputs[at], chance), *row[at + 1 :])


def _value(book: Contents, column: Column, chance: random.Random) -> Any:
    if column.refers_to:
        keys = list(book[table_named(column.refers_to).row_type])
        return chance.choice(keys) if keys else None
    if chance.random() < 0.15 or column.cites:
        return None
    if column.kind is Kind.DATE:
        return date(2026, 1, 1) + timedelta(chance.randrange(3))
    if column.kind.is_number:
        return chance.randrange(3)
    return chance.choice(_NAMES)
