"""What the plan gives to units and hamlets, and help that was begun."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import shorten

from ocop_xl.law.clocks import moved
from ocop_xl.model import Book, Producer, Support, Task, TaskPart, terms
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.source import OFFICER, Open, source
from ocop_xl.programme.agenda.sources.words import product_name

_LONGEST = 70  # letters of a task's text that fit beside its unit


def _over(row: Task | TaskPart | Support, on: date) -> bool:
    """Finished by the day, or dropped; what is finished and says no day is finished on every day."""
    if row.state == c.WORK_DROPPED:
        return True
    return row.done <= on if row.done else row.state == c.WORK_DONE


def _short(text: str | None) -> str:
    """Cut between words."""
    return shorten(text or "", _LONGEST, placeholder="…")


@source("task", article="mục III và mục V Kế hoạch 76/KH-UBND", step="finish-task")
def task_due(book: Book, on: date) -> Iterator[Open]:
    """A task that several carry out is a duty of each of them (`task-part`), not one more of its own."""
    shared = {part.task_id for part in book[TaskPart]}
    for row in book[Task]:
        if row.due and not _over(row, on) and row.id not in shared:
            yield Open(row, row.due, f"Nhiệm vụ {row.section or ''}: {_short(row.content)}", row.unit or OFFICER)


@source("task-part", article="mục V Kế hoạch 76/KH-UBND", step="finish-task")
def part_due(book: Book, on: date) -> Iterator[Open]:
    """By the part's own day, else by the task's."""
    tasks = book.by_id(Task)
    for row in book[TaskPart]:
        task = tasks.get(row.task_id or "")
        due = row.due or (task.due if task else None)
        if due and not _over(row, on) and not (task and _over(task, on)):
            content = f"{task.section or ''}: {_short(task.content)}" if task else row.task_id or ""
            yield Open(
                row, due, f"Nhiệm vụ {content}", row.unit or OFFICER, more=(task.id,) if task and task.id else ()
            )


@source(
    "support", article="khoản 2 mục II Kế hoạch 76/KH-UBND; số ngày là cách hiểu của phần mềm", step="finish-support"
)
def support_due(book: Book, on: date) -> Iterator[Open]:
    """Help counts for a target when it is finished; what was begun and left counts for nobody."""
    producers = book.by_id(Producer)
    for row in book[Support]:
        if row.start and row.start <= on and not _over(row, on):
            producer = producers.get(row.producer_id or "")
            whom = (
                product_name(book, row.product_id)
                if row.product_id
                else (producer.name if producer else None) or "chủ thể"
            )
            what = f"Làm xong hỗ trợ {(row.kind or '').lower()} cho {whom}"
            ends = moved(row.start, terms.SUPPORT_END.of(book.commune))
            yield Open(row, ends, what, row.contractor or OFFICER, row.start)
