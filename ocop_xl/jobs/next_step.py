"""One step forward on a row: from the words of a door to a plan, and what the plan would write in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ocop_xl.changes.change import Change
from ocop_xl.errors import Refusal
from ocop_xl.model import Book, Row, spec_of, table_named
from ocop_xl.model.column import Kind
from ocop_xl.model.table import TableSpec
from ocop_xl.programme.agenda.words import product_name
from ocop_xl.programme.steps.question import LEFT_BLANK, Question, name_of
from ocop_xl.programme.steps.step import Step
from ocop_xl.programme.steps.steps import Asked, Plan, plan
from ocop_xl.rules.rule import shown
from ocop_xl.sheets.reading.coerce import coerce

ACTION = "Bước tiếp"
"""What the journal calls it, before the step's own name."""
_WANTED = {
    Kind.DATE: "không phải ngày; hãy ghi ngày/tháng/năm, ví dụ 23/11/2026.",
    Kind.STARS: "không phải hạng sao; hãy ghi 3, 4 hoặc 5.",
    Kind.PRODUCT_SET: "không phải bộ sản phẩm; hãy ghi số của bộ, từ 1 đến 26.",
    Kind.INTEGER: "không phải số nguyên; hãy ghi lại.",
    Kind.YEAR: "không phải năm; hãy ghi bốn chữ số, ví dụ 2026.",
}
_NUMBER = "không phải số; hãy ghi lại."
_SHORT_LIST = 240
"""Letters of a list that is shown whole beside its question."""
_IN_FULL = 4
"""New rows of one sheet that are told each by itself."""


def plan_of(book: Book, step: Step, row: Row, on: date, said: Mapping[str, Any], *, spare: bool = False) -> Plan:
    """The plan for answers as people type them, or as values; a blank answer is none."""
    questions = {question.name: question for question in step.questions}
    answers: dict[str, Any] = {}
    for name, answer in said.items():
        key = name_of(name)
        if not isinstance(answer, str):
            answers[key] = answer
        elif answer.strip():
            answers[key] = typed(questions[key], answer.strip()) if key in questions else answer
    return plan(book, step, row, on, answers, spare=spare)


def typed(question: Question, text: str) -> Any:
    """The value that a text means in the question's column; refused in one sentence if it means none."""
    if text == LEFT_BLANK:
        return text
    values, problems = coerce(question.column, [text])
    if any(values[0] is None for _ in problems):
        wanted = _WANTED.get(question.column.kind, _NUMBER)
        raise Refusal(f"Câu trả lời «{question.text}» đang là “{text}” — {wanted}")
    return values[0]


def row_in_words(book: Book, row: Row) -> str:
    """`HS06 – Tôm khô (trang «Hồ sơ»)`."""
    spec = spec_of(type(row))
    key = getattr(row, spec.key.attribute) if spec.key else ""
    if not key:
        return f"trang «{spec.sheet}»"
    product = getattr(row, "product_id", None)
    said = (getattr(row, one.attribute) for one in spec.inputs if one.names and one.kind is Kind.TEXT)
    name = product_name(book, product) if product else next((one for one in said if one), "")
    return f"{key} – {name} (trang «{spec.sheet}»)" if name else f"{key} (trang «{spec.sheet}»)"


def action_of(step: Step) -> str:
    return f"{ACTION}: {step.label}"


def unanswered(found: Plan) -> str:
    """Why nothing can be written yet, and how to answer; "" when nothing is open."""
    if not found.open:
        return ""
    names = "; ".join(f"«{one.question.text}» ({one.question.name})" for one in found.open)
    return f"Bước «{found.step.label}» còn câu phải trả lời: {names}."


def why_not(found: Plan) -> str:
    """That the step is done, has to wait or goes against the row's state, and what can be done on the row instead."""
    able = ", ".join(f"«{one.label}» ({one.id})" for one in found.instead)
    now = f"ở dòng này đang làm được: {able}." if able else "ở dòng này hiện không có bước nào để làm."
    return f"Bước «{found.step.label}» đã làm rồi, chưa đến lúc hoặc không hợp với tình trạng của dòng; {now}"


# --- words ----------------------------------------------------------------------------------------------------


def in_words(found: Plan) -> list[str]:
    """The step, what it asks with what counts as the answer, and what it would write."""
    lines = [f"{found.step.id}: {found.step.label} – {found.step.article}"]
    if not found.offered:
        return [*lines, f"  {why_not(found)}"]
    for one in found.asked:
        lines.append(f"  ? {one.question.name} = {answer_in_words(one)}")
    if found.open:
        return [*lines, f"  Chưa tính được sẽ ghi gì: {unanswered(found)}"]
    if not found.changes and found.step.papers:
        return [*lines, "  Bước này không ghi ô nào; việc xong khi văn bản đã vào sổ."]
    return [*lines, *(f"  {line}" for line in writes(found.changes)), *(f"  Lưu ý: {one}" for one in found.remarks)]


def answer_in_words(one: Asked) -> str:
    """`05/10/2026`, what it is for and what it may be."""
    value = answer_as_typed(one) or "(để trống)"
    return f"{'(phải trả lời)' if one.open else value}   {hint_of(one)}".rstrip()


def answer_as_typed(one: Asked) -> str:
    """As somebody would type it: `05/10/2026`, `12,5`; "" for a cell that stays blank."""
    return shown(one.value, one.question.column.kind) if one.value is not None else ""


def hint_of(one: Asked) -> str:
    """What the answer may be, or what its column is for."""
    if not one.choices:
        return one.question.column.help
    words = " | ".join(one.choices)
    if len(words) <= _SHORT_LIST:
        return words
    return f"Một trong {len(one.choices)} mục của danh sách; ghi vài chữ đầu là đủ, ví dụ “{one.choices[0]}”."


def writes(changes: Sequence[Change]) -> list[str]:
    """One line a row; many new rows of one sheet are counted."""
    if not changes:
        return ["Không có gì để ghi: sổ đã ghi như vậy rồi."]
    lines = [f"Sẽ ghi {len(changes)} ô:"]
    for table, rows in _by_row(changes).items():
        spec = table_named(table)
        if len(rows) > _IN_FULL:
            keys = list(rows)
            lines.append(f"  {spec.sheet}: {len(rows)} dòng, {keys[0]} … {keys[-1]}")
        else:
            lines += [f"  {spec.sheet} {row_id}: {'; '.join(_cells(spec, cells))}" for row_id, cells in rows.items()]
    return lines


def _by_row(changes: Sequence[Change]) -> dict[str, dict[str, list[Change]]]:
    found: dict[str, dict[str, list[Change]]] = {}
    for change in changes:
        found.setdefault(change.table, {}).setdefault(change.row_id, []).append(change)
    return found


def _cells(spec: TableSpec, changes: Sequence[Change]) -> Iterator[str]:
    for change in changes:
        kind = spec.by_header(change.column).kind
        before = "" if change.before is None else f"{shown(change.before, kind)} → "
        yield f"«{change.column}» {before}{shown(change.after, kind)}"


def as_json(found: Plan) -> dict[str, Any]:
    """Plain values for `--json`."""
    spec = spec_of(type(found.row))
    key = getattr(found.row, spec.key.attribute) if spec.key else ""
    return {
        "step": found.step.id,
        "label": found.step.label,
        "article": found.step.article,
        "table": spec.name,
        "row_id": key,
        "offered": found.offered,
        "questions": [_question_as_json(one) for one in found.asked],
        "open": [one.question.name for one in found.open],
        "remarks": list(found.remarks),
        "changes": [change._asdict() for change in found.changes],
        "papers": list(found.step.papers),
    }


def _question_as_json(one: Asked) -> dict[str, Any]:
    question = one.question
    return {
        "name": question.name,
        "text": question.text,
        "help": question.column.help,
        "answer": one.value,
        "given": one.given,
        "needed": question.needed,
        "choices": list(one.choices),
    }
