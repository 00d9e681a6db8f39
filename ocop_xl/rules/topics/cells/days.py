"""Days that cannot be: far from the plan, after today though they tell what happened, beside a state that denies them
(NG-…)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ocop_xl.model import (
    Commune,
    CycleStep,
    Dossier,
    Idea,
    Inspection,
    LastNumber,
    Paper,
    Product,
    Recognition,
    Remark,
    Reminder,
    ScoreSheet,
    Sent,
    Support,
    Task,
    TaskPart,
)
from ocop_xl.model import choices as c
from ocop_xl.model.column import Kind
from ocop_xl.model.rows.commune import MONTH_FIRST
from ocop_xl.model.table import Row
from ocop_xl.programme.period import Period, plan_period
from ocop_xl.rules.finding import Saw, Severity, saw
from ocop_xl.rules.our_readings import YEARS_AFTER_THE_PLAN, YEARS_BEFORE_THE_PLAN
from ocop_xl.rules.rule import rule
from ocop_xl.rules.view import View, columns_of

SOURCE = "Kế hoạch 76/KH-UBND; cách hiểu của phần mềm"
_DAYS = columns_of(Kind.DATE)
HAPPENED: tuple[tuple[type[Row], str], ...] = (
    (Commune, "plan_date"),
    (Product, "stopped"),
    (Idea, "received"),
    (Idea, "reviewed"),
    (CycleStep, "done"),
    (Dossier, "received"),
    (Dossier, "asked"),
    (Dossier, "supplied"),
    (Dossier, "sent"),
    (Dossier, "returned"),
    (Recognition, "decision_date"),
    (Recognition, "issued"),
    (Recognition, "ended"),
    (Inspection, "inspected"),
    (Inspection, "done"),
    (Inspection, "requested"),
    (Inspection, "answered"),
    (Support, "done"),
    (Task, "done"),
    (TaskPart, "done"),
    (ScoreSheet, "scored_on"),
    (Reminder, "decided"),
    (Paper, "issued"),
    (LastNumber, "dated"),
    (Sent, "made"),
    (Remark, "fixed"),
)
"""Days of what has happened, as the commune has written them: those of a remark are the province's to correct. A
class, a fair or a broadcast may be entered before it takes place."""
_STATES: tuple[tuple[type[Row], str], ...] = (
    (CycleStep, "result"),
    (Support, "state"),
    (Task, "state"),
    (TaskPart, "state"),
)
_NOT_DONE = (c.WORK_TODO, c.WORK_DOING, c.WORK_DROPPED)
"""Also the words of «Kết quả bước»: both lists begin alike."""


def _around(view: View, on: date) -> Period:
    """The years that a day may lie in: the plan's with a margin, the day's own while the plan has none."""
    first, last = plan_period(view.commune) or (on.year, on.year)
    return Period(first - YEARS_BEFORE_THE_PLAN, last + YEARS_AFTER_THE_PLAN)


@rule(
    "NG-001",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — quá xa giai đoạn của Kế hoạch (chỉ nhận từ năm {first} đến năm {last}).",
    fix="Hãy gõ lại năm; nếu năm đúng, hãy sửa giai đoạn ở trang «Thông tin xã».",
    source=SOURCE,
)
def far_from_the_plan(view: View, on: date) -> Iterable[Saw]:
    """A 6 for a 2 turns 2026 into 2062: the row then counts on no day of the plan, and no deadline ever comes."""
    years = _around(view, on)
    for kind, attribute in _DAYS:
        for row in view.having(kind, attribute, broken=lambda day: day is not None and day.year not in years):
            yield saw(row, attribute, first=years.first, last=years.last)


@rule(
    "NG-002",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — sau ngày đang tính ({on:%d/%m/%Y}), mà ô này ghi việc đã xảy ra.",
    fix="Hãy sửa ngày, hoặc để trống cho đến khi việc ấy xong.",
    source=SOURCE,
)
def not_yet(view: View, on: date) -> Iterable[Saw]:
    """What is entered as done before it is done is reported as done. Days that no plan reaches are NG-001's."""
    years = _around(view, on)
    for kind, attribute in HAPPENED:
        for row in view.having(kind, attribute, broken=lambda day: day is not None and day > on and day.year in years):
            yield saw(row, attribute, on=on)


@rule(
    "NG-003",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — mà dòng này đã có «Ngày xong» ({done:%d/%m/%Y}).",
    fix="Hãy chọn “Hoàn thành”, hoặc xóa ngày xong.",
    source=SOURCE,
)
def done_by_its_day_and_not_by_its_state(view: View, on: date) -> Iterable[Saw]:
    """Figures go by the one cell, warnings by the other: the same work would be done and not done."""
    for row, attribute in _contradicting(view):
        yield saw(row, attribute, done=row.done)


def _contradicting(view: View) -> Iterator[tuple[CycleStep | Support | Task | TaskPart, str]]:
    for kind, attribute in _STATES:
        for row in view.having(kind, attribute, "done", broken=lambda pair: pair[0] in _NOT_DONE and pair[1]):
            assert isinstance(row, CycleStep | Support | Task | TaskPart)
            yield row, attribute


@rule(
    "NG-004",
    Severity.WARNING,
    "«{header}» đang là “{saw}” — máy mở sổ lần cuối đọc tháng trước ngày, nên gõ 2/3/2026 thành ngày 3 tháng 2.",
    fix="Hãy đặt vùng (Region) của máy là Việt Nam rồi mở và lưu lại sổ; xem lại những ngày đã gõ trên máy này.",
    source="cách hiểu của phần mềm",
)
def month_first(view: View, on: date) -> Iterable[Saw]:
    """Such a date is a real one and nobody sees that it is another: of twelve days a month none is refused."""
    if view.commune.date_order == MONTH_FIRST:
        yield saw(view.commune, "date_order")
