"""«Bước tiếp» pressed in an open workbook as an officer presses it: stand on the row, choose the step, answer in boxes,
on the page what boxes do not ask, write; papers later."""

from __future__ import annotations

from typing import Any

from ocop_xl.jobs.next_step import plan_of
from ocop_xl.model import Book, Row, spec_of
from ocop_xl.model.column import Kind
from ocop_xl.programme.steps.question import name_of
from ocop_xl.programme.steps.steps import Asked, Plan, goes_on_at, row_named, step_named, steps_for
from ocop_xl.sheets.vocabulary import PREVIEW
from tests.buttons.desks import press
from tests.programme.steps.playing import Click

_WRITE, _CHANGE = "1", "2"
_IN_BOXES = 2


def press_next_step(book: Any, act: Click, known: Book) -> None:
    """`known` is what the workbook holds, so that the places of lists can be told."""
    step, row = step_named(act.step), row_named(known, act.key)
    stand_on(book, row)
    offered = [one.id for one in steps_for(known, row, act.on)]
    boxes, plan = _in_boxes(known, act, plan_of(known, step, row, act.on, {}, spare=True))
    api, alerts = book.app.impl.api, book.app.impl.alert_answers
    later = _typed_later(act, plan)
    api.answers += [str(1 + offered.index(act.step)), *boxes, *([] if plan.open else [_CHANGE if later else _WRITE])]
    alerts += ([] if plan.asked else ["yes"]) + (["no"] if step.papers else [])
    _, desk = press(book, "next_step")
    if later:
        _type_on_the_page(book, later)
        api.answers.append(_WRITE)
        _, desk = press(book, "next_step")
    kind, _ = goes_on_at(known, plan_of(known, step, row, act.on, act.typed))
    assert desk.selected is not None and desk.selected[0] == spec_of(kind).sheet, "where the work goes on"
    assert not api.answers and not alerts, f"{act.step} did not ask as often as it should"


def stand_on(book: Any, row: Row) -> None:
    spec = spec_of(type(row))
    sheet = book.sheets[spec.sheet]
    area = sheet.tables[spec.name].range if not spec.form else None
    if area is None or spec.key is None:
        sheet.range("B7").select()
        return
    keys = sheet.range((area.row, area.column), (area.row + area.rows.count - 1, area.column)).value
    sheet.range((area.row + keys.index(getattr(row, spec.key.attribute)), area.column)).select()


def _in_boxes(known: Book, act: Click, plan: Plan) -> tuple[list[str], Plan]:
    """What is answered one after the other, and the plan after it."""
    typed, said = {name_of(name): text for name, text in act.typed.items()}, dict[str, str]()
    boxes = []
    while plan.open and len(plan.open) <= _IN_BOXES and all(_is_short(one) for one in plan.open):
        asked = plan.open[0]
        said[asked.question.name] = typed[asked.question.name]
        boxes.append(_as_answered(asked, typed[asked.question.name]))
        plan = plan_of(known, plan.step, plan.row, act.on, said, spare=True)
    return boxes, plan


def _is_short(asked: Asked) -> bool:
    return asked.question.column.kind is not Kind.LONG_TEXT


def _as_answered(asked: Asked, text: str) -> str:
    return str(1 + asked.choices.index(text)) if asked.choices else text


def _typed_later(act: Click, plan: Plan) -> dict[str, str]:
    """By the questions' texts, what no box has asked."""
    given = {one.question.name for one in plan.asked if one.given}
    texts = {question.name: question.text for question in plan.step.questions}
    return {texts[name_of(name)]: text for name, text in act.typed.items() if name_of(name) not in given}


def _type_on_the_page(book: Any, answers: dict[str, str]) -> None:
    sheet = book.sheets[PREVIEW]
    for at, line in enumerate(sheet.used_range.options(ndim=2).value, 1):
        if line[0] == "Hỏi" and line[3] in answers:
            sheet.range((at, 5)).value = answers[line[3]]
    sheet.range("A1").select()
