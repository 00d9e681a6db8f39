"""Whether an answer can be right: one sentence for the officer if it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from ocop_xl.errors import Refusal
from ocop_xl.model import Book, Row, table_named
from ocop_xl.model.column import Kind
from ocop_xl.programme.steps.question import Question
from ocop_xl.programme.steps.step import Step
from ocop_xl.vietnamese import fold


def checked(
    book: Book, step: Step, row: Row, on: date, question: Question, answer: Any, settled: Mapping[str, Any]
) -> Any:
    """The answer, a choice in the list's own spelling; refused where it cannot be."""
    value = _in_the_list(question, answer, question.choices(book, row, on))
    for problem in _problems(book, step, row, on, question, value, settled):
        raise Refusal(f"Câu trả lời «{question.text}» đang là “{in_words(value)}” — {problem}")
    return value


def in_words(value: Any) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def _in_the_list(question: Question, answer: Any, choices: tuple[str, ...]) -> Any:
    if not choices or not isinstance(answer, str):
        return answer
    found = _named(choices, answer.strip(), str.casefold) or _named(choices, answer.strip(), fold)
    if found is None:
        raise Refusal(
            f"Câu trả lời «{question.text}» đang là “{answer}” — chỉ nhận một trong: {'; '.join(choices)}; "
            "hãy chọn trong danh sách."
        )
    return found


def _named(choices: tuple[str, ...], answer: str, spelled: Callable[[str], str]) -> str | None:
    """The one choice that is spelled so, else the one that begins so."""
    same = [choice for choice in choices if spelled(choice) == spelled(answer)]
    begun = [choice for choice in choices if spelled(choice).startswith(spelled(answer))]
    return next((found[0] for found in (same, begun) if len(found) == 1), None)


def _problems(
    book: Book, step: Step, row: Row, on: date, question: Question, value: Any, settled: Mapping[str, Any]
) -> Iterator[str]:
    column = question.column
    if column.kind is Kind.REF and column.refers_to and not question.options:
        target = table_named(column.refers_to)
        if value not in book.by_id(target.row_type):
            yield f"trang «{target.sheet}» không có mã này; hãy ghi đúng mã."
    if isinstance(value, int | float) and not column.holds(value):
        yield f"chỉ nhận từ {_bound(column.minimum)} đến {_bound(column.maximum)}; hãy ghi lại."
    if question.problem is not None and (problem := question.problem(book, row, value)):
        yield problem
    if isinstance(value, date):
        yield from _wrong_day(step, row, on, question, value, settled)


def _bound(number: float | None) -> str:
    return "…" if number is None else f"{number:g}"


def _wrong_day(
    step: Step, row: Row, on: date, question: Question, value: date, settled: Mapping[str, Any]
) -> Iterator[str]:
    if question.past and value > on:
        yield f"sau ngày tính {on:%d/%m/%Y}; hãy ghi ngày đã diễn ra."
    before = (settled.get(question.after) or getattr(row, question.after, None)) if question.after else None
    if isinstance(before, date) and value < before:
        header = next((q.text for q in step.questions if q.key == question.after), "") or question.after
        column = next((c for c in type(row).spec.columns if c.attribute == question.after), None)  # type: ignore[attr-defined]
        yield f"trước «{column.header if column else header}» ({before:%d/%m/%Y}); hãy sửa một trong hai ngày."
