"""Jinja for templates that anybody may have edited: strict names, plain values, bounded work.

Imported only when a paper is rendered, because Jinja is the slow part of starting.
A template may loop, choose, and print names; it cannot reach Python objects, load files, or run for ever.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, Literal, cast

from jinja2 import Environment, StrictUndefined, Undefined, nodes, pass_context
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.filters import do_round
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Namespace, missing
from markupsafe import Markup, escape

from ocop_xl.papers.facts import ByHand, Gap, shown
from ocop_xl.vietnamese import nfc

SECONDS = 3.0
"""A house paper takes a hundredth of this."""
MAX_CHARACTERS = 32 * 1024 * 1024
_ITEM_SIZE = 32  # what one value of a list counts besides its characters
MAX_DIGITS = 4096  # bits of a whole number
_MOST_TRIMMED = 100  # different characters
_MOST_PLACES = 30  # to which a number is rounded
TEXT_METHODS = frozenset({"upper", "lower", "title", "capitalize", "strip", "startswith", "endswith"})
GROUP_METHODS = frozenset({"items", "keys", "values"})
FILTERS = (
    "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items", "last", "length",
    "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort",
    "title", "unique", "upper",
)  # fmt: skip

_NOT_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029")


class TooMuchError(Exception):
    """The template asked for more work or text than any paper needs."""


class UnknownNameError(UndefinedError):
    """The template names what there is not; `known` are the names at that spot (None: at the top)."""

    def __init__(self, name: str, known: list[str] | None) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


@dataclass(slots=True)
class Job:
    """One rendering: when it must end, how much it has printed, which gaps it has shown."""

    deadline: float
    printed: int = 0
    gaps: list[str] = field(default_factory=list)
    by_hand: set[str] = field(default_factory=set)

    def tick(self) -> None:
        if time.monotonic() > self.deadline:
            raise TooMuchError

    def print(self, text: str) -> str:
        self.printed += len(text)
        if self.printed > MAX_CHARACTERS:
            raise TooMuchError
        return text


_JOB: ContextVar[Job] = ContextVar("job")


def start_job() -> Job:
    """Begin a rendering in this thread; the clock runs from now."""
    job = Job(time.monotonic() + SECONDS)
    _JOB.set(job)
    return job


class Unknown(StrictUndefined):
    """Printing, testing or looping over an unknown name raises `UnknownNameError`."""

    __slots__ = ()

    def __new__(
        cls, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
    ) -> Any:
        """What has no name – the item before the first, the first of none – is empty, not unknown."""
        return Undefined(hint) if name is None else super().__new__(cls)

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
    ) -> None:
        known = [str(key) for key in obj] if isinstance(obj, Mapping) else None if obj is missing else []

        def fail(_: str | None) -> UnknownNameError:
            return UnknownNameError(name or "", known)

        super().__init__(hint, obj, name, exc)
        self._undefined_exception = fail  # type: ignore[assignment]


class PaperEnvironment(SandboxedEnvironment):
    """Names lead to values only: items of groups, a few text methods, the loop's own counters."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Unknown):
            return obj
        if isinstance(obj, Mapping):
            if argument in obj:
                return obj[argument]
            if argument in GROUP_METHODS:
                return getattr(obj, argument)
        elif isinstance(obj, str) and isinstance(argument, str):
            if argument in TEXT_METHODS:
                return getattr(obj, argument)
        elif isinstance(obj, list | tuple | str) and isinstance(argument, int | slice):
            try:
                return obj[argument]
            except IndexError:
                return self.undefined(obj=obj, name=str(argument))
        elif not isinstance(obj, str | int | float | date | list | tuple):
            return super().getattr(obj, argument)  # loop, namespace
        return self.undefined(obj=obj, name=str(argument))

    def call(self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        _JOB.get().tick()
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic for numbers; texts and lists may only be added."""
        both_numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "+":
            return _bounded(left + right)
        if not both_numbers:
            raise SecurityError(operator)
        digits = left.bit_length() if isinstance(left, int) else 64
        if operator == "*":
            digits += right.bit_length() if isinstance(right, int) else 64
        elif operator == "**":
            digits *= max(1, abs(int(right)))
        if digits > MAX_DIGITS:
            raise TooMuchError
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _guard(tree)
        return tree


def _guard(tree: nodes.Template) -> None:
    """Make every loop look at the clock, every kept or joined value show its size."""
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _filtered(loop.iter, "_counted")
    for kept in list(tree.find_all(nodes.Assign)):
        kept.node = _filtered(kept.node, "_bounded")
    for parent in list(tree.find_all(nodes.Node)):
        for name in parent.fields:
            value = getattr(parent, name)
            if isinstance(value, nodes.Concat):
                setattr(parent, name, _joined(value))
            elif isinstance(value, list):
                value[:] = [_joined(item) if isinstance(item, nodes.Concat) else item for item in value]


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(
        cast(nodes.Expr, node), name, [], [], None, None, lineno=node.lineno, environment=node.environment
    )


def _joined(node: nodes.Concat) -> nodes.Filter:
    listed = nodes.List(node.nodes, lineno=node.lineno, environment=node.environment)
    return _filtered(listed, "join")


class _Counted:
    """A loop's values, with a look at the clock before each."""

    def __init__(self, values: Iterable[Any]) -> None:
        self.values = values if isinstance(values, Sequence | Mapping) else list(values)

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Any]:
        job = _JOB.get()
        for value in self.values:
            job.tick()
            yield value


def _bounded(value: Any) -> Any:
    """The value itself, unless it holds more than any paper would."""
    size, rest = 0, [value]
    while rest:
        item = rest.pop()
        if isinstance(item, str):
            size += len(item)
        elif isinstance(item, Mapping):
            rest.extend(item.values())
        elif isinstance(item, list | tuple):
            rest.extend(item)
        size += _ITEM_SIZE
        if size > MAX_CHARACTERS:
            raise TooMuchError
    return value


def _join(values: Iterable[Any], separator: str = "", attribute: str | None = None) -> str:
    parts: list[str] = []
    size = 0
    for value in values:
        item = value[attribute] if attribute is not None else value
        if isinstance(item, Unknown):
            str(item)
        parts.append(_words(item))
        size += len(parts[-1]) + len(separator)
        if size > MAX_CHARACTERS:
            raise TooMuchError
    return separator.join(parts)


def _timed(work: Callable[..., Any]) -> Callable[..., Any]:
    """The filter or test with a look at the clock before it works, and before each value that it gives later."""

    @wraps(work)
    def run(*args: Any, **kwargs: Any) -> Any:
        _JOB.get().tick()
        made = work(*args, **kwargs)
        return iter(_Counted(made)) if isinstance(made, Iterator) else made

    return run


def _trim(text: Any, chars: str | None = None) -> str:
    if chars is not None and len(chars) > _MOST_TRIMMED:
        raise TooMuchError
    return _words(text).strip(chars)


def _words(value: Any) -> str:
    """As `shown`; an inline `if` without `else` gives nothing."""
    return "" if isinstance(value, Undefined) and not isinstance(value, Unknown) else shown(value)


def _sum(values: Iterable[Any], attribute: str | int | None = None, start: Any = 0) -> Any:
    """The sum of numbers; lists laid one behind the other in one go, where adding them would copy all that came before
    again and again."""
    job = _JOB.get()
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
    return _bounded(total) if isinstance(total, list) else total


def _round(value: Any, precision: int = 0, method: Literal["common", "ceil", "floor"] = "common") -> float:
    if abs(int(precision)) > _MOST_PLACES:
        raise TooMuchError
    return do_round(value, precision, method)


def _as_it_is(value: Any) -> Any:
    """`|e`: everything is escaped when it is printed."""
    return value


def _replace(text: Any, old: str, new: str) -> str:
    plain = _words(text)
    if plain.count(old) * len(new) + len(plain) > MAX_CHARACTERS:
        raise TooMuchError
    return plain.replace(old, new)


def _range(*limits: int) -> range:
    numbers = range(*limits)
    if len(numbers) > 100_000:
        raise TooMuchError
    return numbers


def word_text(text: str) -> str:
    """Text for a `<w:t>`: composed, without what XML cannot hold, line breaks and tabs as Word writes them."""
    plain = str(escape(_NOT_XML.sub("", _LINE_ENDS.sub("\n", nfc(text)))))
    if "\n" in plain or "\t" in plain or "\f" in plain:
        plain = plain.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        plain = plain.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        plain = plain.replace("\f", '</w:t><w:br w:type="page"/><w:t xml:space="preserve">')
    return plain


@pass_context
def _printed(_: Context, value: Any) -> Any:
    """What a `{{ }}` prints; gaps are remembered. It asks for the context so that Jinja never prints a constant while
    it compiles: what stands in a paper must not depend on what was made before."""
    if isinstance(value, Unknown):
        return value
    job = _JOB.get()
    job.tick()
    if isinstance(value, Markup):  # the text of a {% set %} block: written by this same function
        return job.print(value)
    if isinstance(value, Gap) and value.label not in job.gaps:
        job.gaps.append(value.label)
        if isinstance(value, ByHand):
            job.by_hand.add(value.label)
    return Markup(job.print(word_text(_words(value))))  # noqa: S704 – word_text escapes


def paper_environment() -> Environment:
    """The one environment of the process."""
    environment = PaperEnvironment(autoescape=True, undefined=Unknown, finalize=_printed, optimized=False, cache_size=0)
    kept: dict[str, Callable[..., Any]] = {name: environment.filters[name] for name in FILTERS}
    kept |= {"trim": _trim, "sum": _sum, "round": _round}
    timed = {name: _timed(work) for name, work in kept.items()}
    tests = cast(dict[str, Callable[..., Any]], environment.tests)
    environment.tests = {name: _timed(test) for name, test in tests.items()}
    environment.filters = timed | {
        "join": _join, "replace": _replace, "e": _as_it_is, "escape": _as_it_is,
        "_counted": _Counted, "_bounded": _bounded,
    }  # fmt: skip
    environment.globals = {"range": _range, "namespace": Namespace}
    return environment
