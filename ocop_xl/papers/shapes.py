"""What a template may name: the tree of a kind's values, without the values of one commune.

Several papers (of one kind, of all kinds) are laid over each other: a name is known when one of them has it, and a fact
is never filled when all of them show it as a gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from ocop_xl.model import INPUT_TABLES, spec_of
from ocop_xl.model.column import Column
from ocop_xl.papers.context import RowValues
from ocop_xl.papers.facts import Gap, shown
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import ascii_name


class Leaf(NamedTuple):
    """One printable fact. `gap` says what is missing when no paper has the fact, else it is empty; `column` is the
    workbook's, when the fact stands in the values of a row."""

    path: str = ""
    sample: str = ""
    gap: str = ""
    column: Column | None = None


class Group(NamedTuple):
    """Names and what they lead to."""

    fields: Mapping[str, Shape]
    path: str = ""


class Items(NamedTuple):
    """A list. `positions` are set for pairs such as those of `.items()`, whose members differ."""

    item: Shape
    path: str = ""
    positions: tuple[Shape, ...] = ()


class Anything(NamedTuple):
    """What only the template itself knows: the arguments of its macros, a list that is empty in the sample."""

    path: str = ""


Shape = Leaf | Group | Items | Anything


def shape_of(value: Any, path: str = "") -> Shape:
    """The shape of plain values; the path of a list's items ends in `[]`."""
    if isinstance(value, Mapping):
        columns = _columns(spec_of(type(value.row)).name) if isinstance(value, RowValues) else {}
        inner: dict[str, Shape] = {}
        for name, member in value.items():
            if not name.startswith("_"):
                shape = shape_of(member, f"{path}.{name}" if path else name)
                inner[name] = shape._replace(column=columns.get(name)) if isinstance(shape, Leaf) else shape
        return Group(inner, path)
    if isinstance(value, list | tuple):
        inside = f"{path}[]"
        return Items(merged((shape_of(item, inside) for item in value), inside), path)
    return Leaf(path, shown(value), value.label if isinstance(value, Gap) else "")


@cache
def _columns(table: str) -> dict[str, Column]:
    """Columns of the table of that name, by their tag."""
    spec = next(spec_of(kind) for kind in INPUT_TABLES if spec_of(kind).name == table)
    return {ascii_name(column.header): column for column in spec.columns}


def merged(shapes: Iterable[Shape], path: str = "") -> Shape:
    """All of them laid over each other; `Anything` when there are none or they do not fit."""
    result: Shape | None = None
    for shape in shapes:
        result = shape if result is None else _both(result, shape)
    return result if result is not None else Anything(path)


def _both(one: Shape, other: Shape) -> Shape:
    if isinstance(one, Group) and isinstance(other, Group):
        names = dict.fromkeys((*one.fields, *other.fields))
        found = {n: merged([group.fields[n] for group in (one, other) if n in group.fields]) for n in names}
        return Group(found, one.path)
    if isinstance(one, Items) and isinstance(other, Items):
        return Items(_both(one.item, other.item), one.path, one.positions)
    if isinstance(one, Leaf) and isinstance(other, Leaf):
        return one if one.sample and not one.gap else other if other.sample or not other.gap else one
    if isinstance(one, Anything):
        return other
    return one if isinstance(other, Anything) else Anything(one.path)


def leaves(shape: Shape) -> Iterator[Leaf]:
    """Every printable fact, groups and lists gone through in their order."""
    if isinstance(shape, Leaf):
        yield shape
    elif isinstance(shape, Group):
        for inner in shape.fields.values():
            yield from leaves(inner)
    elif isinstance(shape, Items):
        yield from leaves(shape.item)
