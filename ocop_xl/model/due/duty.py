"""How a row says in the workbook that something is due: one whole number in a hidden column, day × 10⁹ + source × 10⁷ +
row, which sorts by the day, is never twice the same and says itself where it came from.

«Việc cần làm» takes the least of all tables, then the next, and so on: nothing is stacked or sized, a table may grow as
it likes. Python's list of what is due is `programme/agenda`; a test holds both against each other.
"""

from __future__ import annotations

from typing import Any

from ocop_xl.model.column import Kind, live
from ocop_xl.model.table import TODAY
from ocop_xl.model.terms import SOON, Term
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import ascii_name

SOURCES = (
    "idea-answer",
    "idea-product",
    "cycle-step",
    "cycle-order",
    "filing",
    "send",
    "supplement",
    "evidence",
    "evidence-ends",
    "answer",
    "file-again",
    "renewal",
    "logo-down",
    "visit",
    "correction",
    "province-answer",
    "training",
    "help",
    "task",
    "task-part",
    "support",
    "money",
    "conference",
    "report",
    "basis",
    "paper-look",
    "package",
    "remark",
)
"""What can be due, in the order in which duties of one day are listed; part of every key, so no name changes."""
DAY_UNIT, SOURCE_UNIT = 10**9, 10**7
NO_KEY = 10**15 - 1
"""Above any key, in as many digits as every program keeps and spells alike in a formula."""
COMMUNE_CODE, PLAN_DATE, PLAN_BASES = "xa_ma", "ke_hoach_ngay", "ke_hoach_can_cu"
PLAN_FROM, PLAN_TO = "ke_hoach_tu_nam", "ke_hoach_den_nam"
"""Defined names of cells beside «Việc cần làm»; the plan's years are 0 while they are no period."""
REMINDERS, KEY_HEADER, HIDDEN_UNTIL, HANDED_KEY = "tblNhacViec", "Khóa việc", "Ẩn đến trước ngày", "Khóa việc đã giao"


def term_name(term: Term) -> str:
    """Defined name of the cell that holds what the commune has set, else the default: `dat_nhac_truoc`."""
    return f"dat_{ascii_name(term.header)}"


def filled(header: str) -> str:
    """Whether a cell of this row holds a day or a number."""
    return f"N([@[{header}]])>0"


def by_today(header: str) -> str:
    """Whether a cell of this row holds a day that has come."""
    return f"AND({filled(header)},N([@[{header}]])<={TODAY})"


def number_of(source: str) -> int:
    return SOURCES.index(source) + 1


def stable_key(table: str, row_id: str, source: str, part: str = "") -> str:
    """Formula of the words that name a duty for ever; `row_id` and `part` are expressions."""
    tail = f'&":"&{part}' if part else ""
    return f'IF({COMMUNE_CODE}="","",{COMMUNE_CODE}&":")&"{table}:"&{row_id}&":{source}"{tail}'


def shown(key: str) -> str:
    """Whether no line of «Nhắc việc» puts the duty off or has settled it."""
    return f'COUNTIFS({REMINDERS}[{KEY_HEADER}],{key},{REMINDERS}[{HIDDEN_UNTIL}],">"&{TODAY})=0'


class Case(NamedTuple):
    """One source of a row, in formulas: on which condition, by which day, from which day on. No `opens`: from the
    commune's «Nhắc trước» on; `BEGUN`: the condition says itself that it has begun."""

    source: str
    when: str
    due: str
    opens: str = ""


BEGUN = "0"
WAITING = "Chờ bên khác đến ngày"
"""Heads the hidden column of what another party owes."""


def duty(table: str, key: str, *cases: Case, header: str = "Việc đến hạn") -> Any:
    """The hidden column of a table for sources of which no two hold for a row on one day; `key` heads its keys."""
    row_id = f'IF([@[{key}]]="","dòng "&ROW(),[@[{key}]])'
    chain = "NA()"
    for case in reversed(cases):
        number = f"({case.due})*{DAY_UNIT}+{number_of(case.source) * SOURCE_UNIT}"
        seen = shown(stable_key(table, row_id, case.source))
        begun = "" if case.opens == BEGUN else _begun(case)
        inner = f"IF({seen},{number},NA())"
        chain = f"IF({case.when},{f'IF({begun},{inner},NA())' if begun else inner},{chain})"
    return helper(header, f"=IFERROR({chain}+ROW(),\"\")")


def _begun(case: Case) -> str:
    opens = case.opens or f"({case.due})-{term_name(SOON)}"
    return f"MIN({opens},{case.due})<={TODAY}"


def helper(header: str, formula: str, kind: Kind = Kind.INTEGER) -> Any:
    """A hidden column that only formulas look at."""
    return live(header, kind, formula, width=10, helper=True, since=2)
