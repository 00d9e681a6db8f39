"""The six steps of «Chu trình»: one after the other, and in time (BC-…)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from ocop_xl.model import CycleStep
from ocop_xl.model import choices as c
from ocop_xl.rules.duties import late_rows
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View

SOURCE = "Chu trình OCOP 06 bước; điểm a khoản 3 mục III Kế hoạch 76/KH-UBND"
_TODO, _DOING, _DONE, _NOT_NEEDED = c.STEP_RESULT.values
_PLACES = {step: at for at, step in enumerate(c.CYCLE_STEP.values)}


def _finished(row: CycleStep) -> bool:
    return row.done is not None or row.result == _DONE


def _neighbours(view: View) -> Iterator[tuple[CycleStep, CycleStep]]:
    """Steps of one product that follow each other, those that do not apply left out."""
    products: dict[str, list[CycleStep]] = defaultdict(list)
    for row in view[CycleStep]:
        if row.product_id and row.step in _PLACES and row.result != _NOT_NEEDED:
            products[row.product_id].append(row)
    for rows in products.values():
        yield from pairwise(sorted(rows, key=lambda row: _PLACES[row.step or ""]))


@rule(
    "BC-001",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — bước này của {product} đã xong mà bước trước («{earlier}») chưa xong.",
    fix="Hãy ghi ngày xong hoặc kết quả của bước trước; bước không phải làm thì chọn “Không áp dụng”.",
    source=SOURCE,
)
def step_before_its_turn(view: View, on: date) -> Iterable[Saw]:
    """A product is judged after it has been made: either the earlier step was forgotten, or the later one is a slip."""
    for earlier, row in _neighbours(view):
        if _finished(row) and not _finished(earlier) and earlier.step != row.step:
            yield saw(row, "done" if row.done else "result", product=row.product_id, earlier=earlier.step)


@rule(
    "BC-002",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — bước này của {product} đã quá hạn mà chưa xong.",
    fix="Hãy ghi ngày xong, hoặc đôn đốc rồi đặt hạn mới.",
    source=SOURCE,
)
def step_overdue(view: View, on: date) -> Iterable[Saw]:
    """A step that slips moves all steps behind it, and with them the round that the product can reach."""
    for row in late_rows(view, on, CycleStep, "cycle-step"):
        yield saw(row, "due", product=row.product_id or "sản phẩm này")


@rule(
    "BC-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — trước ngày xong của bước trước ({before:%d/%m/%Y}, «{earlier}»).",
    fix="Hãy sửa một trong hai ngày.",
    source=SOURCE,
)
def step_done_before_the_one_before(view: View, on: date) -> Iterable[Saw]:
    """The steps lead on from one to the next; days in another order are often day and month exchanged."""
    for earlier, row in _neighbours(view):
        if earlier.done and row.done and row.done < earlier.done and earlier.step != row.step:
            yield saw(row, "done", before=earlier.done, earlier=earlier.step)
