"""The six steps of «Chu trình»: each by the day that was set for it, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.model import Book, CycleStep
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.source import Open, source

_DONE, _NOT_NEEDED = c.STEP_RESULT.values[2:]
_LAW = "Chu trình OCOP 06 bước; điểm a khoản 3 mục III Kế hoạch 76/KH-UBND"


def finished(row: CycleStep, on: date) -> bool:
    """By its day, or by its result where it has none."""
    if row.result == _NOT_NEEDED:
        return True
    return row.done <= on if row.done else row.result == _DONE


@source(
    "cycle-step",
    CycleStep,
    "{product}: làm xong bước «{step_name}»",
    who="{responsible}",
    article=_LAW,
    step="finish-step",
)
def step_due(book: Book, on: date) -> Iterator[Open]:
    """A step that slips moves all steps behind it."""
    for row in book[CycleStep]:
        if row.due and not finished(row, on):
            yield Open(row, row.due, row.start)


def number_of(row: CycleStep) -> int:
    """Of its step, with which «Bước» begins; 0 for none."""
    first = (row.step or "")[:1]
    return int(first) if first in "123456789" and first else 0


@source(
    "cycle-order",
    CycleStep,
    "{product}: làm nốt hoặc ghi xong các bước trước «{step_name}»",
    who="{responsible}",
    article=_LAW,
    step="finish-earlier",
)
def step_out_of_order(book: Book, on: date) -> Iterator[Open]:
    """A product is judged after it has been made: an earlier step was forgotten, or a day is a slip."""
    first_left: dict[str, int] = {}
    for row in book[CycleStep]:
        if row.product_id and number_of(row) and not finished(row, on):
            first_left[row.product_id] = min(number_of(row), first_left.get(row.product_id, 9))
    for row in book[CycleStep]:
        skipped = first_left.get(row.product_id or "", 9) < number_of(row)
        if skipped and row.done and row.done <= on and row.result != _NOT_NEEDED:
            yield Open(row, row.done, row.done)
