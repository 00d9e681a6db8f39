"""What the plan gives to units and hamlets, and help that was begun."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.law.clocks import moved
from ocop_xl.model import Book, Support, Task, TaskPart, terms
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.source import Open, source


def over(row: Task | TaskPart | Support, on: date) -> bool:
    """Finished by the day, or dropped; what is finished and says no day is finished on every day."""
    if row.state == c.WORK_DROPPED:
        return True
    return row.done <= on if row.done else row.state == c.WORK_DONE


@source(
    "task",
    Task,
    "Nhiệm vụ {section}: {task}",
    who="{unit}",
    article="mục III và mục V Kế hoạch 76/KH-UBND",
    step="finish-task",
)
def task_due(book: Book, on: date) -> Iterator[Open]:
    """A task that several carry out is a duty of each of them (`task-part`), not one more of its own."""
    shared = {part.task_id for part in book[TaskPart] if part.task_id}
    for row in book[Task]:
        if row.due and not over(row, on) and row.id not in shared:
            yield Open(row, row.due)


@source(
    "task-part",
    TaskPart,
    "Nhiệm vụ {task_id}: {task}",
    who="{unit}",
    article="mục V Kế hoạch 76/KH-UBND",
    step="finish-task",
)
def part_due(book: Book, on: date) -> Iterator[Open]:
    """Over when the whole task is."""
    tasks = book.by_id(Task)
    for row in book[TaskPart]:
        task, due = tasks.get(row.task_id or ""), part_by(row, book)
        if due and not over(row, on) and not (task and over(task, on)):
            yield Open(row, due, more=(task.id,) if task and task.id else ())


def part_by(row: TaskPart, book: Book) -> date | None:
    """The part's own day, else the task's."""
    task = book.by_id(Task).get(row.task_id or "")
    return row.due or (task.due if task else None)


@source(
    "support",
    Support,
    "Làm xong hỗ trợ {content} cho {whom}",
    who="{contractor}",
    article="khoản 2 mục II Kế hoạch 76/KH-UBND; số ngày là cách hiểu của phần mềm",
    step="finish-support",
)
def support_due(book: Book, on: date) -> Iterator[Open]:
    """Help counts for a target when it is finished; what was begun and left counts for nobody."""
    for row in book[Support]:
        if row.start and row.start <= on and not over(row, on):
            yield Open(row, moved(row.start, terms.SUPPORT_END.of(book.commune)), row.start)
