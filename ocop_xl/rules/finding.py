"""What a rule says about one cell, in the officer's words."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from ocop_xl.model.book import Book
from ocop_xl.model.table import Row, spec_of
from ocop_xl.records import NamedTuple
from ocop_xl.rules.seen import Seen


class Severity(StrEnum):
    """`error` makes `check` exit with 1; `warning` wants a decision; `info` is good to know."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


SEEN_NAME = "○ Đã xem"
SEVERITY_NAMES = {Severity.ERROR: "✘ Lỗi", Severity.WARNING: "⚠ Cảnh báo", Severity.INFO: "ℹ Lưu ý"}


class Saw(NamedTuple):
    """What a rule function yields: the row and column it speaks of, and the words for its message's blanks.

    `attribute` may be empty when the whole row or table is meant; `facts` fill `{…}` in the rule's texts.
    """

    row: Row | None
    attribute: str
    facts: dict[str, Any]


def saw(row: Row | None, attribute: str = "", /, **facts: Any) -> Saw:
    """What a rule yields: the row, the column, and the words for the blanks of its message."""
    return Saw(row, attribute, facts)


class Finding(NamedTuple):
    """A broken rule at one place. `where` is `Sheet!Cell` as the user sees it; `saw` is the cell's text."""

    code: str
    severity: Severity
    sheet: str
    table: str
    column: str
    cell: str
    row_id: str
    saw: str
    message: str
    fix: str
    source: str
    cells: tuple[str, ...] = ()
    """Every place that the line speaks of, `where` first; more than one where many rows have one reason."""
    seen: Seen | None = None
    reason: tuple[str, ...] = ()
    """Findings with one reason are told in one line."""
    detail: str = ""
    """Of the reason, what tells this cell from others that break the same rule in the same column."""
    marks: tuple[str, ...] = ()
    """By which «Đã xem» knows the cells again."""

    @property
    def set_aside(self) -> bool:
        """Seen and let stand. An error cannot be: papers would say what is known to be wrong."""
        return self.severity is not Severity.ERROR and self.seen is not None and self.seen.complete

    @property
    def where(self) -> str:
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet

    def __str__(self) -> str:
        """`[Sản phẩm!G5] … — …. Hãy … (SP-012)`"""
        return f"[{self.where}] {self.message} {self.fix} ({self.code})"


def place(book: Book, row: Row | None, attribute: str) -> tuple[str, str, str, str, str]:
    """Sheet, table, header, cell and row id of what a rule saw; empty strings for what it did not name.

    A row that did not come from a workbook (`at` is 0) stands in no cell.
    """
    if row is None:
        return "", "", "", "", ""
    spec = spec_of(type(row))
    where = book.placement(type(row))
    header = spec.column(attribute).header if attribute else ""
    key = spec.key
    row_id = str(getattr(row, key.attribute) or "") if key else ""
    on_sheet = row.at or where.rows is not None
    cell = where.cell(row, attribute or (key.attribute if key else "")) if on_sheet else ""
    return where.sheet, spec.name, header, cell, row_id
