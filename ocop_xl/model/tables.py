"""All tables of the workbook, in the order of its sheets, and each by its name."""

from __future__ import annotations

from functools import cache

from ocop_xl.model.rows.commune import Commune
from ocop_xl.model.rows.dossiers import Dossier, Evidence
from ocop_xl.model.rows.ideas import CycleStep, Idea
from ocop_xl.model.rows.inspections import Inspection
from ocop_xl.model.rows.market import Channel, Communication, Promotion
from ocop_xl.model.rows.meetings import Meeting
from ocop_xl.model.rows.outputs import CriterionLine, FindingLine, JournalEntry, Measure
from ocop_xl.model.rows.papers import LastNumber, Paper
from ocop_xl.model.rows.plan import Budget, Hamlet, Target, Task, TaskPart
from ocop_xl.model.rows.producers import Producer
from ocop_xl.model.rows.products import Product
from ocop_xl.model.rows.province import Remark, Sent
from ocop_xl.model.rows.recognitions import Recognition
from ocop_xl.model.rows.reminders import Reminder
from ocop_xl.model.rows.revenue import Revenue
from ocop_xl.model.rows.scoring import ScoreLine, ScoreSheet
from ocop_xl.model.rows.support import Support
from ocop_xl.model.rows.training import Training, TrainingClass
from ocop_xl.model.table import Row, TableSpec, spec_of

INPUT_TABLES: tuple[type[Row], ...] = (
    Commune,
    Product,
    Producer,
    Hamlet,
    Idea,
    CycleStep,
    Dossier,
    Evidence,
    Meeting,
    ScoreSheet,
    ScoreLine,
    Recognition,
    Inspection,
    Revenue,
    TrainingClass,
    Training,
    Support,
    Promotion,
    Channel,
    Communication,
    Budget,
    Task,
    TaskPart,
    Reminder,
    Target,
    Paper,
    LastNumber,
    Sent,
    Remark,
)
"""What staff fill in, in the order of the sheets."""

OUTPUT_TABLES: tuple[type[Row], ...] = (Measure, FindingLine, JournalEntry)
REFERENCE_TABLES: tuple[type[Row], ...] = (CriterionLine,)
ALL_TABLES = INPUT_TABLES + OUTPUT_TABLES + REFERENCE_TABLES

_BY_NAME: dict[str, TableSpec] = {spec_of(kind).name: spec_of(kind) for kind in ALL_TABLES}
_BY_SHEET: dict[str, TableSpec] = {spec.sheet: spec for spec in _BY_NAME.values()}


@cache
def by_reference() -> tuple[type[Row], ...]:
    """The input tables, each behind those that it refers to; those that cite keys in their texts come last."""
    order: list[type[Row]] = []

    def put(kind: type[Row]) -> None:
        if kind not in order:
            for column in spec_of(kind).inputs:
                if column.refers_to:
                    put(_BY_NAME[column.refers_to].row_type)
            order.append(kind)

    for kind in sorted(INPUT_TABLES, key=lambda kind: any(column.cites for column in spec_of(kind).inputs)):
        put(kind)
    return tuple(order)


def table_named(name: str) -> TableSpec:
    """The table whose Excel Table has this name, as a `Change` and a column's `refers_to` say it."""
    return _BY_NAME[name]


def table_called(words: str) -> TableSpec | None:
    """The table that people call so: by its sheet, in old journals by its Excel Table; None for any other words."""
    return _BY_SHEET.get(words) or _BY_NAME.get(words)
