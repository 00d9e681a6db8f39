"""The shape of the workbook's data: one class a table, and the only place where headers are written."""

from ocop_xl.model.book import Book
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
from ocop_xl.model.table import Row, spec_of
from ocop_xl.model.tables import (
    ALL_TABLES,
    INPUT_TABLES,
    OUTPUT_TABLES,
    REFERENCE_TABLES,
    table_called,
    table_named,
)

__all__ = [
    "ALL_TABLES",
    "INPUT_TABLES",
    "OUTPUT_TABLES",
    "REFERENCE_TABLES",
    "Book",
    "Budget",
    "Channel",
    "Commune",
    "Communication",
    "CriterionLine",
    "CycleStep",
    "Dossier",
    "Evidence",
    "FindingLine",
    "Hamlet",
    "Idea",
    "Inspection",
    "JournalEntry",
    "LastNumber",
    "Measure",
    "Meeting",
    "Paper",
    "Producer",
    "Product",
    "Promotion",
    "Recognition",
    "Remark",
    "Reminder",
    "Revenue",
    "Row",
    "ScoreLine",
    "ScoreSheet",
    "Sent",
    "Support",
    "Target",
    "Task",
    "TaskPart",
    "Training",
    "TrainingClass",
    "spec_of",
    "table_called",
    "table_named",
]
