"""What an import would do, shown to a person before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ocop_xl.changes.change import Change
from ocop_xl.errors import Refusal
from ocop_xl.model.table import R, Row, spec_of
from ocop_xl.records import NamedTuple


class Note(NamedTuple):
    """Something read with an assumption: the cell, its text, what it was taken for and why."""

    address: str
    text: str
    assumed: str
    why: str


class Unplaced(NamedTuple):
    """A source cell that no proposed row uses."""

    address: str
    text: str
    why: str


class Placed(NamedTuple):
    """A source cell and what it became; `row_id` is empty for headers and section titles."""

    address: str
    text: str
    table: str
    row_id: str
    column: str


class Question(NamedTuple):
    """What only a person can decide. `group` gathers questions of one kind, and an answer may be given for all of it;
    `key` names this one. `choices` may be answered; without an answer `otherwise` happens."""

    group: str
    key: str
    about: str
    address: str
    text: str
    choices: tuple[str, ...]
    otherwise: str
    answer: str = ""

    @staticmethod
    def key_of(group: str, address: str) -> str:
        return f"{group}@{address}"


TAKE, KEEP, DROP = "lấy nguồn", "giữ sổ", "bỏ dòng"
NEW_ROW = "là dòng mới"


def is_row(row_id: str) -> str:
    """The answer that says which row of the book is meant: `là SP07`."""
    return f"là {row_id}"


def answers_from(given: Iterable[str]) -> dict[str, str]:
    """`hien-trang=lấy nguồn` → {question: answer}. Raises a `Refusal` for what is no such pair."""
    answers = {}
    for pair in given:
        question, sign, answer = pair.rpartition("=")
        if not sign or not question.strip() or not answer.strip():
            raise Refusal(
                f'Câu trả lời «{pair}» chưa đúng dạng câu_hỏi=trả_lời, ví dụ: --answer "hien-trang=lấy nguồn"; '
                "hãy xem các câu hỏi bằng lệnh import không có --apply."
            )
        answers[question.strip()] = answer.strip()
    return answers


@dataclass(slots=True)
class Proposal:
    """`rows` are new rows only, with ids that continue the book's. `changes` is all that would be written, new rows
    included. Every filled cell of the source's tables is in `placed` or in `unplaced`, every line of text around them
    in `placed` or in `around`. `entered` and `kept_out` count the source's rows, the latter by why."""

    source: str
    rows: list[Row] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unsure: list[Note] = field(default_factory=list)
    suggestions: list[Note] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    around: list[Unplaced] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    entered: int = 0
    kept_out: Counter[str] = field(default_factory=Counter)
    already_known: int = 0
    unused_answers: list[str] = field(default_factory=list)

    def of(self, row_type: type[R]) -> list[R]:
        """The new rows of one table."""
        return [row for row in self.rows if isinstance(row, row_type)]

    @property
    def open_questions(self) -> list[Question]:
        return [question for question in self.questions if not question.answer]

    def summary(self) -> str:
        """For the preview: how many rows enter and how many not, the questions, what is added, what needs a look."""
        from ocop_xl.sheets.importing.preview import summary

        return summary(self)

    def as_json(self) -> dict[str, Any]:
        """Plain values for `--json`; dates as ISO text."""
        return {
            "source": self.source,
            "entered": self.entered,
            "kept_out": dict(self.kept_out),
            "rows": [_as_dict(row) for row in self.rows],
            "changes": [
                change._asdict() | {"before": _plain(change.before), "after": _plain(change.after)}
                for change in self.changes
            ],
            "questions": [question._asdict() for question in self.questions],
            "unsure": [note._asdict() for note in self.unsure],
            "suggestions": [note._asdict() for note in self.suggestions],
            "unplaced": [cell._asdict() for cell in self.unplaced],
            "around": [cell._asdict() for cell in self.around],
            "already_known": self.already_known,
            "unused_answers": self.unused_answers,
        }


def _as_dict(row: Row) -> dict[str, Any]:
    spec = spec_of(type(row))
    values = {column.header: _plain(getattr(row, column.attribute)) for column in spec.inputs}
    return {"table": spec.name} | {header: value for header, value in values.items() if value is not None}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
