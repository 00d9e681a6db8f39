"""Every rule over a whole book: the one way to check it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from importlib import import_module

from ocop_xl.model import ALL_TABLES, Book, Row, spec_of
from ocop_xl.rules.finding import Finding, Saw, Severity
from ocop_xl.rules.gather import gathered
from ocop_xl.rules.not_run import rules_not_run
from ocop_xl.rules.rule import CATALOGUE, Rule
from ocop_xl.rules.seen import Seen, seen_marks
from ocop_xl.rules.spoken_for import SUM_ROW
from ocop_xl.rules.sum_rows import sum_cells
from ocop_xl.rules.view import View

TOPICS = (
    "cells.unread",
    "cells.unseen",
    "cells.frame",
    "cells.columns",
    "cells.doubles",
    "cells.text",
    "cells.contacts",
    "cells.days",
    "commune",
    "products.sets",
    "products.ranks",
    "products.road_map",
    "products.names",
    "products.numbers",
    "products.barcodes",
    "producers",
    "ideas",
    "cycle",
    "dossiers",
    "supplements",
    "evidence",
    "scoring.criteria",
    "scoring.scores",
    "scoring.score_sheets",
    "scoring.score_results",
    "recognitions",
    "renewals",
    "inspections",
    "trainings",
    "support",
    "market",
    "revenue",
    "endings",
    "money",
    "plan",
    "plan_years",
    "papers",
    "province",
)
"""The rule files, one topic each, in the order of the printed catalogue."""

_SEVERITY_ORDER = {severity: at for at, severity in enumerate(Severity)}
_SHEET_ORDER: dict[str, int] = {spec_of(kind).sheet: at for at, kind in enumerate(ALL_TABLES)}


def catalogue() -> Mapping[str, Rule]:
    """All rules by code, in the order of `TOPICS`; for the documentation and the tests."""
    for topic in TOPICS:
        import_module(f"ocop_xl.rules.topics.{topic}")
    return CATALOGUE


def check(book: Book, on: date) -> list[Finding]:
    """What is wrong with the book on that day: by severity, sheet, row, column and code, what officers have set aside
    last; one line where many rows have one reason. Never raises: a rule that cannot be run costs its own findings, and
    is named in a finding of its own."""
    view, seen = View(book), seen_marks(book)
    sums = {id(row) for row, _ in view.once(sum_cells)}
    found: list[tuple[Rule, Saw, Finding]] = []
    faults: dict[str, Exception] = {}
    for rule in catalogue().values():
        try:
            told = [one for one in rule.test(view, on) if id(one.row) not in sums or rule.code == SUM_ROW]
            found += [(rule, one, _with_mark(rule.finding(book, one), seen)) for one in told]
        except Exception as error:
            faults[rule.code] = error
    order = _Order(book)
    found.sort(key=lambda one: (one[2].set_aside, _SEVERITY_ORDER[one[0].severity], order.of(one[0], one[1])))
    return [*rules_not_run(faults), *gathered([finding for _, _, finding in found])]


def _with_mark(found: Finding, seen: Mapping[str, Seen]) -> Finding:
    typed = seen.get(found.marks[0]) if seen else None
    return found._replace(seen=typed) if typed else found


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many of each severity, all three always there; what has been set aside is not among them."""
    found = Counter(finding.severity for finding in findings if not finding.set_aside)
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
