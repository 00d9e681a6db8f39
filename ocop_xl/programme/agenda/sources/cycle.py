"""The six steps of «Chu trình»: each by the day that was set for it, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ocop_xl.model import Book, CycleStep
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.source import OFFICER, Open, source
from ocop_xl.programme.agenda.sources.words import product_name

_DONE, _NOT_NEEDED = c.STEP_RESULT.values[2:]
_LAW = "Chu trình OCOP 06 bước; điểm a khoản 3 mục III Kế hoạch 76/KH-UBND"


def finished(row: CycleStep, on: date) -> bool:
    """By its day, or by its result where it has none."""
    if row.result == _NOT_NEEDED:
        return True
    return row.done <= on if row.done else row.result == _DONE


@source("cycle-step", article=_LAW, step="finish-step")
def step_due(book: Book, on: date) -> Iterator[Open]:
    """A step that slips moves all steps behind it."""
    for row in book[CycleStep]:
        if row.due and not finished(row, on):
            what = f"Làm xong bước «{row.step or row.id}» của {product_name(book, row.product_id)}"
            yield Open(row, row.due, what, row.responsible or OFFICER, row.start)


def _number(row: CycleStep) -> str:
    """Of its step, as «Bước» begins."""
    return row.step[0] if row.step in c.CYCLE_STEP.values else ""


@source("cycle-order", article=_LAW, step="finish-step")
def step_out_of_order(book: Book, on: date) -> Iterator[Open]:
    """A product is judged after it has been made: an earlier step was forgotten, or a day is a slip."""
    open_steps = [(row.product_id, _number(row)) for row in book[CycleStep] if _number(row) and not finished(row, on)]
    for row in book[CycleStep]:
        skipped = any(product == row.product_id and number < _number(row) for product, number in open_steps)
        if row.product_id and row.done and row.done <= on and row.result != _NOT_NEEDED and skipped:
            what = f"Làm nốt hoặc ghi xong các bước trước «{row.step}» của {product_name(book, row.product_id)}"
            yield Open(row, row.done, what, row.responsible or OFFICER, row.done)
