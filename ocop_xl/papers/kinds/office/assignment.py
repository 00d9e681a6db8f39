"""Phiếu giao việc: what one unit or hamlet still has to do of the plan, from its duties and its shares in others'."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.model import Book, Task, TaskPart
from ocop_xl.model import choices as c
from ocop_xl.papers.context import Values, common_values, row_values
from ocop_xl.papers.facts import PaperFacts, shown
from ocop_xl.papers.kinds.kind import PaperKind
from ocop_xl.papers.kinds.parts.addressing import copy_to
from ocop_xl.papers.wording import count
from ocop_xl.vietnamese import name_key

_OVER = (c.WORK_DONE, c.WORK_DROPPED)


def assignment_facts(book: Book, on: date) -> list[PaperFacts]:
    """One slip for each unit that still has something to do, in the order in which the units first come up."""
    slips: dict[str, list[Values]] = {}
    for unit, line in _open(book, on):
        slips.setdefault(unit, []).append(line)
    return [_slip(book, unit, lines, on) for unit, lines in slips.items()]


def _open(book: Book, on: date) -> Iterator[tuple[str, Values]]:
    shared = {part.task_id for part in book[TaskPart]}
    tasks = book.by_id(Task)
    for task in book[Task]:
        if task.unit and task.id not in shared and not _over(task, on):
            yield task.unit, _line(book, task, task, on)
    for part in book[TaskPart]:
        whole = tasks.get(part.task_id or "")
        if part.unit and whole is not None and not _over(part, on):
            yield part.unit, _line(book, whole, part, on)


def _over(row: Task | TaskPart, on: date) -> bool:
    return (row.done is not None and row.done <= on) or row.state in _OVER


def _line(book: Book, task: Task, share: Task | TaskPart, on: date) -> Values:
    line = row_values(book, task, on)
    due = share.due or task.due
    late = " (quá hạn)" if due is not None and due < on else ""
    line["han"] = f"{shown(due)}{late}" if due else "–"
    line["ket_qua"] = share.note or ""
    return line


def _slip(book: Book, unit: str, lines: list[Values], on: date) -> PaperFacts:
    values = common_values(book, on)
    values["don_vi"] = unit
    values["viec"] = [line | {"stt": str(number)} for number, line in enumerate(lines, 1)]
    values["tong"] = count(len(lines))
    values["gui_ve"] = _reports_to(values["xa"], unit)
    copy_to(book, values, unit)
    return PaperFacts(f"Phiếu giao việc: {unit}", values, subject=unit, year=on.year)


def _reports_to(commune: Values, unit: str) -> str:
    """The office that drafts the commune's papers; its own results go to those whom it drafts for."""
    office = commune["don_vi_soan_thao"]
    return str(commune["co_quan_ban_hanh"] if name_key(unit) == name_key(office) else office)


KINDS = (
    PaperKind(
        "phieu-giao-viec",
        "Phiếu giao việc theo Kế hoạch cho từng đơn vị, ấp",
        "phieu-giao-viec.docx",
        assignment_facts,
        made_for="mỗi đơn vị, ấp còn việc chưa xong (trang Nhiệm vụ, Phân công)",
    ),
)
