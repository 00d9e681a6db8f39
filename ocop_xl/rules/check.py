"""Every rule over a whole book: the one way to check it."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from importlib import import_module

from ocop_xl.model import ALL_TABLES, Book, Row, spec_of
from ocop_xl.rules.finding import Finding, Saw, Severity
from ocop_xl.rules.rule import CATALOGUE, Rule
from ocop_xl.rules.view import shared_view

TOPICS = (
    "cells.unread",
    "cells.unseen",
    "cells.columns",
    "cells.text",
    "cells.contacts",
    "commune",
    "products",
    "producers",
    "ideas",
    "dossiers",
    "evidence",
    "scoring.criteria",
    "scoring.scores",
    "scoring.score_sheets",
    "scoring.score_results",
    "recognitions",
    "renewals",
    "inspections",
    "support",
    "market",
    "money",
    "plan",
    "papers",
)
"""The rule files, one topic each, in the order of the printed catalogue."""

_SHEET_ORDER: dict[str, int] = {spec_of(kind).sheet: at for at, kind in enumerate(ALL_TABLES)}


def catalogue() -> Mapping[str, Rule]:
    """All rules by code, in the order of `TOPICS`; for the documentation and the tests."""
    for topic in TOPICS:
        import_module(f"ocop_xl.rules.topics.{topic}")
    return CATALOGUE


def check(book: Book, on: date) -> list[Finding]:
    """What is wrong with the book on that day, by sheet, row, column and code. Never raises for what a cell holds."""
    seen: list[tuple[Rule, Saw]] = []
    with shared_view(book), _no_garbage_collection():
        for rule in catalogue().values():
            seen += [(rule, one) for one in rule.test(book, on)]
    order = _Order(book)
    seen.sort(key=lambda pair: order.of(*pair))
    return [rule.finding(book, one) for rule, one in seen]


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Rules make many short-lived tuples and no cycles; looking for cycles among them takes an eighth of a check."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many of each severity, all three always there."""
    found = Counter(finding.severity for finding in findings)
    return {severity: found[severity] for severity in Severity}


class _Order:
    """Where a finding stands in the list: positions are looked up only in tables that have findings."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._rows: dict[type[Row], dict[int, int]] = {}

    def of(self, rule: Rule, seen: Saw) -> tuple[int, int, int, str]:
        if seen.row is None:
            return _SHEET_ORDER.get(str(seen.facts.get("sheet", "")), -1), -1, -1, rule.code
        kind = type(seen.row)
        rows = self._rows.get(kind)
        if rows is None:
            rows = self._rows[kind] = {id(row): at for at, row in enumerate(self._book[kind])}
        spec = spec_of(kind)
        column = spec.columns.index(spec.column(seen.attribute)) if seen.attribute else -1
        return _SHEET_ORDER[spec.sheet], rows.get(id(seen.row), -1), column, rule.code
