"""Named tuples that are cheap to declare.

A click declares eighty of them before it does anything. `typing.NamedTuple` compiles the text of a constructor for each
one, and every annotation besides: a tenth of all that a click costs. This one is used in the same way, is the same to
type checkers and makes the same kind of class, but its constructor is compiled once for each number of fields.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any, Self


class _Fields(tuple[Any, ...]):
    """What every named tuple can do, whatever its fields are."""

    __slots__ = ()
    if TYPE_CHECKING:
        _fields: tuple[str, ...]

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changed: Any) -> Self:
        unknown = [name for name in changed if name not in self._fields]
        if unknown:
            raise ValueError(f"Got unexpected field names: {unknown!r}")
        values = list(self)
        for name, value in changed.items():
            values[self._fields.index(name)] = value
        return tuple.__new__(type(self), values)

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)

    def __repr__(self) -> str:
        shown = (f"{name}={value!r}" for name, value in self._asdict().items())
        return f"{type(self).__name__}({', '.join(shown)})"


@cache
def _pattern(width: int) -> Any:
    """The standard library's class of so many fields: it gives its constructor, and what gets a field by its place."""
    return namedtuple("_pattern", [f"field_{place}" for place in range(width)])


class _Declaration(type):
    """Makes a tuple of a class that names `NamedTuple` as its base."""

    def __new__(mcs, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        if not bases:
            return super().__new__(mcs, name, bases, body)
        fields = tuple(body.get("__annotations__", ()))
        defaults = {field: body.pop(field) for field in fields if field in body}
        pattern = _pattern(len(fields))
        body |= zip(fields, (getattr(pattern, field) for field in pattern._fields), strict=True)
        body |= {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
        body["__new__"] = _constructor(pattern.__new__, name, fields, tuple(defaults.values()))
        return type(name, (_Fields,), body)


def _constructor(made: FunctionType, name: str, fields: tuple[str, ...], defaults: tuple[Any, ...]) -> FunctionType:
    """The pattern's, with the names of these fields."""
    code = made.__code__.replace(co_varnames=("_cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__")
    return FunctionType(code, made.__globals__, "__new__", defaults)


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class NamedTuple(metaclass=_Declaration):
        """`class Place(NamedTuple):`, and below it a line `sheet: str` for each field."""
