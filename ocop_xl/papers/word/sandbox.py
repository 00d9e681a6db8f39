"""Jinja for templates that anybody may have edited: strict names, plain values, bounded work.

Imported only when a paper is rendered, because Jinja is the slow part of starting.
A template may loop, choose, and print names; it cannot reach Python objects, load files, or run for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast

from jinja2 import Environment, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Namespace

from ocop_xl.papers.word.filters import paper_filters
from ocop_xl.papers.word.printing import printed
from ocop_xl.papers.word.unknown import Unknown
from ocop_xl.papers.word.work import TooMuchError, bounded, this_job, timed

MAX_DIGITS = 4096  # bits of a whole number
TEXT_METHODS = frozenset({"upper", "lower", "title", "capitalize", "strip", "startswith", "endswith"})
GROUP_METHODS = frozenset({"items", "keys", "values"})


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
        this_job().tick()
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic for numbers; texts and lists may only be added."""
        both_numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator == "+":
            return bounded(left + right)
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


def _range(*limits: int) -> range:
    numbers = range(*limits)
    if len(numbers) > 100_000:
        raise TooMuchError
    return numbers


def paper_environment() -> Environment:
    """The one environment of the process."""
    environment = PaperEnvironment(autoescape=True, undefined=Unknown, finalize=printed, optimized=False, cache_size=0)
    tests = cast(dict[str, Callable[..., Any]], environment.tests)
    environment.tests = {name: timed(test) for name, test in tests.items()}
    environment.filters = paper_filters()
    environment.globals = {"range": _range, "namespace": Namespace}
    return environment
