"""The page of a step: its questions with what counts as their answers, to be changed there, and every cell it would
write."""

from __future__ import annotations

from collections.abc import Iterator

from ocop_xl.changes.wording import in_words
from ocop_xl.desks.desk import Desk
from ocop_xl.errors import Refusal
from ocop_xl.jobs.next_step import answer_as_typed, hint_of
from ocop_xl.model import Book, Row, spec_of, table_named
from ocop_xl.programme.steps.question import LEFT_BLANK
from ocop_xl.programme.steps.step import Step
from ocop_xl.programme.steps.steps import Plan, all_steps
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.vocabulary import PREVIEW

ANSWER = "Trả lời"
HEADERS = {"Việc": 7, "Trang": 13, "Mã dòng": 12, "Câu hỏi, cột": 27, ANSWER: 30, "Sẽ ghi": 30, "Gợi ý, đang là": 46}
_STEP, _ASKED, _REMARK, _WRITTEN = "Bước", "Hỏi", "Lưu ý", "Ghi"
_LONGEST_LIST = 255
"""Letters of a drop-down that is written into the cell's own rule."""
Words = tuple[str, ...]


class Begun(NamedTuple):
    """A step on a row, with what was answered so far, by the questions' names as people type."""

    step: Step
    row: Row
    said: dict[str, str]


def rows_of(plan: Plan) -> list[list[str]]:
    """The step, what it asks, what it would write."""
    spec = spec_of(type(plan.row))
    key = getattr(plan.row, spec.key.attribute) if spec.key else ""
    head = [_STEP, spec.sheet, key or "", plan.step.label, "", "", plan.step.article]
    asked = [
        [_ASKED, "", "", one.question.text, "" if one.open else answer_as_typed(one), "", hint_of(one)]
        for one in plan.asked
    ]
    remarks = [[_REMARK, "", "", "", "", "", remark] for remark in plan.remarks]
    return [head, *asked, *remarks, *_written(plan)]


def _written(plan: Plan) -> Iterator[list[str]]:
    for change in plan.changes:
        spec = table_named(change.table)
        column = spec.by_header(change.column)
        before, after = in_words(change.before, column), in_words(change.after, column)
        yield [_WRITTEN, spec.sheet, change.row_id, change.column, "", after, f"đang là: {before}" if before else ""]


def choices_of(plan: Plan) -> dict[Area, Words]:
    """Drop-downs for the answers whose words one can hold: no comma, and not too many letters."""
    found = {}
    for at, one in enumerate(plan.asked, 3):  # row 1 holds the headers, row 2 the step
        words = one.choices
        if words and not any("," in word for word in words) and len(",".join(words)) <= _LONGEST_LIST:
            found[answer_cell(at)] = words
    return found


def answer_cell(row: int) -> Area:
    """The cell of an answer in that row of the page."""
    column = list(HEADERS).index(ANSWER)
    return Area(row, column, row, column)


def first_open(plan: Plan) -> Area:
    """The cell of the first question that must be answered."""
    return answer_cell(next(at for at, one in enumerate(plan.asked, 3) if one.open))


def left_page(desk: Desk, book: Book) -> Begun | None:
    """The page of an earlier press, if the user stands on it: a press anywhere else begins anew."""
    if desk.selected is None or desk.selected[0] != PREVIEW:
        return None
    area = desk.used(PREVIEW)
    if area.right + 1 < len(HEADERS):
        return None
    headers, *lines = ([f"{cell or ''}" for cell in row] for row in desk.read(PREVIEW, area))
    if headers[: len(HEADERS)] != list(HEADERS) or not lines:
        return None
    head = lines[0]
    step = next((one for one in all_steps().values() if one.label == head[3]), None)
    kind = next((kind for kind in step.tables if spec_of(kind).sheet == head[1]), None) if step else None
    row = book.row(kind, head[2]) if kind else None
    return Begun(step, row, _said(step, lines)) if step and row else None


def _said(step: Step, lines: list[list[str]]) -> dict[str, str]:
    """Answers by name; a cell that is blank leaves the cell of the book blank. Refused where somebody answered what is
    not asked, and would believe it written."""
    lost = next((at for at, line in enumerate(lines, 2) if line[0] != _ASKED and line[4].strip()), None)
    if lost is not None:
        cell = answer_cell(lost).ref.split(":")[0]
        raise Refusal(
            f"Ô {cell} trang «{PREVIEW}» không phải câu hỏi; hãy xóa ô ấy, chỉ gõ ở dòng «{_ASKED}», rồi bấm lại nút."
        )
    names = {question.text: question.name for question in step.questions}
    return {names[line[3]]: line[4].strip() or LEFT_BLANK for line in lines if line[0] == _ASKED and line[3] in names}
