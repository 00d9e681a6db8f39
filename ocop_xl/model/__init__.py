"""The shape of the workbook's data: one class a table, and the only place where headers are written."""

from ocop_xl.model.book import Book
from ocop_xl.model.commune import Commune
from ocop_xl.model.dossiers import Dossier, Evidence
from ocop_xl.model.ideas import CycleStep, Idea
from ocop_xl.model.inspections import Inspection
from ocop_xl.model.market import Channel, Communication, Promotion
from ocop_xl.model.meetings import Meeting
from ocop_xl.model.outputs import CriterionLine, FindingLine, JournalEntry, Measure
from ocop_xl.model.papers import Paper
from ocop_xl.model.plan import Budget, Hamlet, Target, Task, TaskPart
from ocop_xl.model.producers import Producer
from ocop_xl.model.products import Product
from ocop_xl.model.recognitions import Recognition
from ocop_xl.model.revenue import Revenue
from ocop_xl.model.scoring import ScoreLine, ScoreSheet
from ocop_xl.model.support import Support
from ocop_xl.model.table import Row, spec_of
from ocop_xl.model.tables import (
    ALL_TABLES,
    INPUT_TABLES,
    OUTPUT_TABLES,
    REFERENCE_TABLES,
    table_called,
    table_named,
)
from ocop_xl.model.training import Training, TrainingClass

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
    "Measure",
    "Meeting",
    "Paper",
    "Producer",
    "Product",
    "Promotion",
    "Recognition",
    "Revenue",
    "Row",
    "ScoreLine",
    "ScoreSheet",
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
