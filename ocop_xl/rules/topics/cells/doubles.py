"""The same thing entered in two rows (TR-…): rows are counted, so each pasted row is one more in a report.

Tables whose doubles mean something of their own – a product, a channel, a score line, a sum of money – have their own
rules in their topics.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date

from ocop_xl.model import (
    Communication,
    CycleStep,
    Hamlet,
    Idea,
    Inspection,
    Meeting,
    Promotion,
    Recognition,
    Support,
    Target,
    Task,
    TaskPart,
    TrainingClass,
)
from ocop_xl.model.table import Row, spec_of
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View

_TOLD_APART_BY: dict[type[Row], tuple[str, ...]] = {
    Hamlet: ("name",),
    Idea: ("title", "proposer", "producer_id"),
    CycleStep: ("step", "product_id"),
    Meeting: ("kind", "held", "hour"),
    Recognition: ("decision_number", "decision_date", "product_id"),
    Inspection: ("product_id", "inspected", "kind"),
    TrainingClass: ("course", "held", "place"),
    Support: ("kind", "producer_id", "product_id", "start", "done", "contract", "cost"),
    Promotion: ("event", "held", "producer_id", "product_id"),
    Communication: ("title", "published", "kind"),
    Task: ("content", "paragraph", "unit"),
    TaskPart: ("unit", "task_id"),
    Target: ("short_name", "name"),
}
"""By table, the columns that make two rows two things (our reading); the first is the one that a finding shows."""


@rule(
    "TR-001",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — dòng này giống {first}: cùng {same}.",
    fix="Hãy bỏ một dòng; nếu là hai việc khác nhau, hãy ghi rõ chỗ khác nhau ở các cột ấy.",
    source="khuôn sổ OCOP (ocop_xl); cột nào phân biệt hai dòng là cách hiểu của phần mềm",
)
def entered_twice(view: View, on: date) -> Iterable[Saw]:
    """Figures count rows: an idea, an inspection or a broadcast that was pasted twice is reported as two."""
    for kind, attributes in _TOLD_APART_BY.items():
        first: dict[Hashable, Row] = {}
        columns = [_alike(view, kind, one) for one in attributes]
        for row, *alike in zip(view[kind], *columns, strict=True):
            if alike[0] is not None and (earlier := first.setdefault(tuple(alike), row)) is not row:
                yield saw(row, attributes[0], first=_named(earlier), same=_headers(kind, attributes, alike))


def _alike(view: View, kind: type[Row], attribute: str) -> Iterator[Hashable]:
    """The cells of a column without their capitals."""
    alike = {cell: cell.casefold() if isinstance(cell, str) else cell for cell in view.distinct(kind, attribute)}
    return map(alike.__getitem__, view.column(kind, attribute))


def _named(row: Row) -> str:
    """Its key, or its place while it has none."""
    key = spec_of(type(row)).key
    return (getattr(row, key.attribute) if key else None) or f"dòng {row.at}"


def _headers(kind: type[Row], attributes: Iterable[str], cells: Iterable[object]) -> str:
    """The headers of what the two rows say alike, without what both leave blank."""
    spec = spec_of(kind)
    filled = (one for one, cell in zip(attributes, cells, strict=True) if cell is not None)
    return ", ".join(f"«{spec.column(one).header}»" for one in filled)
