"""Tasks, help and money are brought to their end; the yearly conference is put into the calendar."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, Budget, Commune, Meeting, Support, Task, TaskPart
from ocop_xl.model import choices as c
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.question import Answers, ask, today
from ocop_xl.programme.steps.step import Changes, step
from ocop_xl.programme.steps.topics.assessing import WHEN_AND_WHERE
from ocop_xl.vietnamese import figure


def _unfinished(_book: Book, row: Task | TaskPart | Support, on: date) -> bool:
    return row.state not in (c.WORK_DONE, c.WORK_DROPPED) and not (row.done and row.done <= on)


@step(
    "finish-task",
    "Ghi nhiệm vụ đã xong",
    (Task, TaskPart),
    article="mục III và mục V Kế hoạch 76/KH-UBND",
    offered=_unfinished,
    questions=(ask(Task, "done", today, past=True), ask(Task, "note")),
)
def finish_task(book: Book, row: Task | TaskPart, on: date, answers: Answers) -> Changes:
    """The last part that is finished finishes the task as well."""
    draft = Draft(book, "ghi nhiệm vụ đã xong")
    draft.fill(row, done=answers["done"], note=answers["note"])
    draft.move(row, state=c.WORK_DONE)
    task = book.by_id(Task).get(row.task_id or "") if isinstance(row, TaskPart) else None
    if task is not None and _unfinished(book, task, on):
        others = [one for one in book[TaskPart] if one.task_id == task.id and one is not row]
        if not any(_unfinished(book, one, on) for one in others):
            draft.fill(task, done=answers["done"])
            draft.move(task, state=c.WORK_DONE)
    return draft.changes


@step(
    "finish-support",
    "Ghi việc hỗ trợ đã xong",
    (Support,),
    article="khoản 2 mục II Kế hoạch 76/KH-UBND",
    offered=_unfinished,
    questions=(ask(Support, "done", today, past=True, after="start"), ask(Support, "cost"), ask(Support, "funding")),
)
def finish_support(book: Book, row: Support, on: date, answers: Answers) -> Changes:
    """Help counts for the targets from the day on which it is finished."""
    draft = Draft(book, "ghi việc hỗ trợ đã xong")
    draft.fill(row, done=answers["done"], cost=answers["cost"], funding=answers["funding"])
    draft.move(row, state=c.WORK_DONE)
    return draft.changes


def _left(row: Budget) -> float:
    return (row.allocated or 0) - (row.spent or 0)


def _too_much(_book: Book, row: Budget, spent: float) -> str:
    given = row.allocated or 0
    return f"nhiều hơn «Được giao» ({figure(given)} triệu đồng); hãy sửa một trong hai." if spent > given else ""


@step(
    "record-spending",
    "Ghi số đã chi",
    (Budget,),
    article="mục IV Kế hoạch 76/KH-UBND",
    offered=lambda _book, row, _on: _left(row) > 0,
    questions=(ask(Budget, "spent", needed=True, again=True, text="Đã chi đến nay", problem=_too_much),),
)
def record_spending(book: Book, row: Budget, on: date, answers: Answers) -> Changes:
    """The sum of the year so far, not what was added."""
    draft = Draft(book, "ghi số đã chi")
    draft.move(row, spent=answers["spent"])
    return draft.changes


@step(
    "plan-conference",
    "Ghi hội nghị đánh giá năm",
    (Commune,),
    article="khoản 7 mục III Kế hoạch 76/KH-UBND",
    offered=lambda book, _row, on: not _conference_in(book, on.year),
    known_from=lambda _book, _row: (),
    questions=WHEN_AND_WHERE,
    papers=("bao-cao-hoi-nghi",),
)
def plan_conference(book: Book, row: Commune, on: date, answers: Answers) -> Changes:
    """Once a year; the duty ends on the day on which it is held."""
    draft = Draft(book, "ghi hội nghị đánh giá năm")
    content = f"Đánh giá kết quả thực hiện Chương trình OCOP năm {on.year}"
    draft.add(Meeting, kind=c.MEETING_YEARLY, content=content, **answers)
    return draft.changes


def _conference_in(book: Book, year: int) -> bool:
    return any(one.kind == c.MEETING_YEARLY and one.held and one.held.year == year for one in book[Meeting])
