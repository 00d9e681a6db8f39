"""A rule is one small function; its code, words and article of law stand right above it.

    @rule("SP-004", Severity.ERROR, "«Tiềm năng» đang là {potential} sao — …", fix="Hãy …", source="…")
    def potential_below_present(view: View, on: date) -> Iterable[Saw]: ...

Everything a rule sees is an argument; rules never raise, print or write. Importing a rule file puts its rules into
`CATALOGUE`, from which `check`, the documentation and the tests are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ocop_xl.law.sectors import PRODUCT_SETS, label
from ocop_xl.model.book import Book
from ocop_xl.model.column import Kind
from ocop_xl.model.table import spec_of
from ocop_xl.records import NamedTuple
from ocop_xl.rules.facts import Facts
from ocop_xl.rules.finding import Finding, Saw, Severity, place
from ocop_xl.rules.seen import mark
from ocop_xl.rules.view import View
from ocop_xl.vietnamese import figure

RuleFunction = Callable[[View, date], Iterable[Saw]]


ONE_COLUMN = ("table", "header")
_PLACES = frozenset((*ONE_COLUMN, "target"))
"""Facts of a reason that say where, not what."""


class Rule(NamedTuple):
    """A rule with its texts. `message` and `fix` are format strings; `{saw}` is the quoted cell. `reason` names the
    facts that tell its findings apart: where they are the same in many rows, one line is enough."""

    code: str
    severity: Severity
    message: str
    fix: str
    source: str
    test: RuleFunction
    why: str
    reason: tuple[str, ...] = ONE_COLUMN

    @property
    def topic(self) -> str:
        """Its file below `rules/topics`, as Python names it: `products`, `cells.unread`."""
        return self.test.__module__.partition(".topics.")[2]

    def findings(self, book: Book, on: date) -> Iterable[Finding]:
        for seen in self.test(View(book), on):
            yield self.finding(book, seen)

    def finding(self, book: Book, seen: Saw) -> Finding:
        """What the rule saw, in full words. Facts named `saw`, `sheet`, `table`, `header`, `cell` win."""
        sheet, table, header, cell, row_id = place(book, seen.row, seen.attribute)
        told = {"saw": _seen_value(seen), "sheet": sheet, "table": table, "header": header, "cell": cell}
        facts = Facts(told | seen.facts)
        found = Finding(
            self.code,
            self.severity,
            str(facts["sheet"]),
            str(facts["table"]),
            str(facts["header"]),
            str(facts["cell"]),
            row_id,
            str(facts["saw"]),
            self.message.format_map(facts),
            self.fix.format_map(facts),
            self.source.format_map(facts),
        )
        content = mark(self.code, found.table, row_id or cell, found.column, str(told["saw"]), found.saw)
        reason = (self.code, *(str(facts[name]) for name in self.reason))
        detail = ", ".join(str(facts[name]).strip(" .") for name in self.reason if name not in _PLACES)
        return found._replace(cells=(found.where,), reason=reason, marks=(content,), detail=detail)


CATALOGUE: dict[str, Rule] = {}


def rule(
    code: str,
    severity: Severity,
    message: str,
    *,
    fix: str,
    source: str,
    why: str = "",
    reason: tuple[str, ...] = ONE_COLUMN,
) -> Callable[[RuleFunction], RuleFunction]:
    """Put a rule function into the catalogue under a code that no other rule has. Its docstring says why the rule is
    there; rules that share one function give their `why`."""

    def register(test: RuleFunction) -> RuleFunction:
        assert code not in CATALOGUE, f"{code} is taken"
        CATALOGUE[code] = Rule(code, severity, message, fix, source, test, why or (test.__doc__ or "").strip(), reason)
        return test

    return register


def _seen_value(seen: Saw) -> str:
    if seen.row is None or not seen.attribute:
        return ""
    return shown(getattr(seen.row, seen.attribute), spec_of(type(seen.row)).column(seen.attribute).kind)


_SHOWN_IN_FULL = 10**15
"""Excel keeps 15 digits and shows what is larger as 1E+300."""


def shown(value: object, kind: Kind = Kind.TEXT) -> str:
    """A cell's value as the user sees it: `20/03/2026`, `0,5`, `3 sao`, `08. Chế biến từ thịt…`, `(trống)`."""
    if value is None or value == "":
        return "(trống)"
    if kind is Kind.STARS:
        return f"{value} sao"
    if kind is Kind.PRODUCT_SET and value in range(1, len(PRODUCT_SETS) + 1):
        return label(int(str(value)))
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, int) and abs(value) >= _SHOWN_IN_FULL:
        return f"{value:.15G}"
    if isinstance(value, float):
        return figure(value)
    return str(value)
