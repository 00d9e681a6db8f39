"""The filters of a template: those of Jinja that are safe, and ours, which are bounded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS, do_round

from ocop_xl.papers.word.printing import words
from ocop_xl.papers.word.unknown import Unknown
from ocop_xl.papers.word.work import MAX_CHARACTERS, Counted, TooMuchError, bounded, this_job, timed

_MOST_TRIMMED = 100  # different characters
_MOST_PLACES = 30  # to which a number is rounded
_OF_JINJA = (
    "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items", "last", "length",
    "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort",
    "title", "unique", "upper",
)  # fmt: skip


def paper_filters() -> dict[str, Callable[..., Any]]:
    """By name; `_counted` and `bounded` are woven in by the sandbox."""
    kept: dict[str, Callable[..., Any]] = {name: FILTERS[name] for name in _OF_JINJA}
    kept |= {"trim": _trim, "sum": _sum, "round": _round}
    return {name: timed(work) for name, work in kept.items()} | {
        "join": _join, "replace": _replace, "e": _as_it_is, "escape": _as_it_is,
        "_counted": Counted, "_bounded": bounded,
    }  # fmt: skip


def _join(values: Iterable[Any], separator: str = "", attribute: str | None = None) -> str:
    parts: list[str] = []
    size = 0
    for value in values:
        item = value[attribute] if attribute is not None else value
        if isinstance(item, Unknown):
            str(item)
        parts.append(words(item))
        size += len(parts[-1]) + len(separator)
        if size > MAX_CHARACTERS:
            raise TooMuchError
    return separator.join(parts)


def _trim(text: Any, chars: str | None = None) -> str:
    if chars is not None and len(chars) > _MOST_TRIMMED:
        raise TooMuchError
    return words(text).strip(chars)


def _sum(values: Iterable[Any], attribute: str | int | None = None, start: Any = 0) -> Any:
    """The sum of numbers; lists laid one behind the other in one go, where adding them would copy all that came before
    again and again."""
    job = this_job()
    path = str(attribute).split(".") if attribute is not None else []
    total = list(start) if isinstance(start, list | tuple) else start
    for value in values:
        job.tick()
        for name in path:
            value = value[int(name)] if name.isdecimal() and not isinstance(value, Mapping) else value[name]
        if isinstance(total, list):
            total.extend(value)
        elif isinstance(value, int | float) and isinstance(total, int | float):
            total += value
        else:
            raise SecurityError("sum")
    return bounded(total) if isinstance(total, list) else total


def _round(value: Any, precision: int = 0, method: Literal["common", "ceil", "floor"] = "common") -> float:
    if abs(int(precision)) > _MOST_PLACES:
        raise TooMuchError
    return do_round(value, precision, method)


def _as_it_is(value: Any) -> Any:
    """`|e`: everything is escaped when it is printed."""
    return value


def _replace(text: Any, old: str, new: str) -> str:
    plain = words(text)
    if plain.count(old) * len(new) + len(plain) > MAX_CHARACTERS:
        raise TooMuchError
    return plain.replace(old, new)
