"""«Bước tiếp»: one step forward on the user's row – what the workbook does not know is asked, all is shown, then
written."""

from __future__ import annotations

from datetime import date

from ocop_xl.buttons.outcome import NOTHING_DONE, UNDO_HINT, Outcome, unless
from ocop_xl.buttons.stepping.duty_line import duty_selected
from ocop_xl.buttons.stepping.step_page import (
    ANSWER,
    HEADERS,
    Begun,
    choices_of,
    first_open,
    left_page,
    rows_of,
)
from ocop_xl.desks.apply import apply, row_numbers
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.live_book import LiveBook, read_live
from ocop_xl.desks.one_row import one_row
from ocop_xl.desks.page import choose, decided, page
from ocop_xl.desks.whole_book import read_whole
from ocop_xl.errors import Refusal
from ocop_xl.jobs.next_step import action_of, plan_of, row_in_words, typed, why_not, writes
from ocop_xl.model import Book, Row
from ocop_xl.model.column import Kind
from ocop_xl.programme.steps.steps import Asked, Plan, goes_on_at, refuse_if_nameless, starting_tables, steps_for
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.vocabulary import PREVIEW

_IN_BOXES = 2
"""Open questions that are asked one after the other; more are answered on the page."""


def run(desk: Desk) -> Outcome:
    live = read_whole(desk)
    on = live.book.day(None)
    begun = left_page(desk, live.book) or _chosen(desk, live, on)
    plan = _asked(desk, live.book, on, begun) if begun else None
    if plan is None:
        return NOTHING_DONE
    if plan.open:
        return _to_be_answered(desk, plan)
    if not plan.changes:
        desk.drop_sheet(PREVIEW)
        made = _papers(desk, plan) if plan.offered else None
        return made or Outcome(f"«{plan.step.label}»: không có ô nào phải ghi." if plan.offered else why_not(plan))
    no = unless(decided(desk, _question(plan), HEADERS, rows_of(plan), choices_of(plan) if plan.asked else None))
    if no:
        return no
    done = apply(desk, live, plan.changes, action_of(plan.step))
    _select(desk, live, *goes_on_at(live.book, plan))
    remarks = [f"Lưu ý: {one}" for one in plan.remarks]
    told = [f"Đã ghi {done} ô, kể cả mã dòng. {UNDO_HINT}", *writes(plan.changes)[1:], *remarks]
    try:
        made = _papers(desk, plan)
    except Refusal as refusal:  # the step itself is done
        made = Outcome(f"Chưa lập văn bản: {refusal}")
    return Outcome("\n".join([*told, made.text] if made else told))


def _papers(desk: Desk, plan: Plan) -> Outcome | None:
    """Most steps have none, so a click does not pay for the room that makes them."""
    if not plan.step.papers:
        return None
    from ocop_xl.buttons.stepping.papers_that_follow import offered

    return offered(desk, plan.step, plan.row)


def _chosen(desk: Desk, live: LiveBook, on: date) -> Begun | None:
    """What can be done on the selected row, and which of it the user wants; asked even where there is one."""
    duty = duty_selected(desk, live.book, on)
    row = duty.row if duty else one_row(desk, live, starting_tables())
    refuse_if_nameless(live.book, row)
    steps = steps_for(live.book, row, on)
    if not steps:
        raise Refusal(f"Ở {row_in_words(live.book, row)} hiện không có bước nào để làm.")
    chosen = choose(desk, f"Làm gì tiếp với {row_in_words(live.book, row)}?", [one.label for one in steps])
    return None if chosen is None else Begun(steps[chosen], row, {})


# --- what the workbook does not know ------------------------------------------------------------------------------


def _asked(desk: Desk, book: Book, on: date, begun: Begun) -> Plan | None:
    """The plan once a few short questions are answered; None when the user gives up."""
    said = dict(begun.said)
    while True:
        plan = plan_of(book, begun.step, begun.row, on, said, spare=True)
        if not plan.open or not _fit_in_boxes(plan.open):
            return plan
        answer = _answer(desk, book, on, begun, said, plan.open[0])
        if answer is None:
            return None
        said[plan.open[0].question.name] = answer


def _fit_in_boxes(asked: list[Asked]) -> bool:
    return len(asked) <= _IN_BOXES and all(one.question.column.kind is not Kind.LONG_TEXT for one in asked)


def _answer(desk: Desk, book: Book, on: date, begun: Begun, said: dict[str, str], asked: Asked) -> str | None:
    """Asked until the answer can be right."""
    question = asked.question
    if asked.choices:
        chosen = choose(desk, f"{question.text}?", asked.choices)
        return None if chosen is None else asked.choices[chosen]
    text = f"{question.text}? {question.column.help}".rstrip()
    prompt = text
    while True:
        answer = desk.ask(prompt)
        if not answer:
            return None
        try:
            typed(question, answer)
            plan_of(book, begun.step, begun.row, on, said | {question.name: answer}, spare=True)
        except Refusal as wrong:
            prompt = f"{wrong} {text}"
        else:
            return answer


def _to_be_answered(desk: Desk, plan: Plan) -> Outcome:
    """More than boxes can ask: the page stays to be filled in."""
    with page(desk, PREVIEW, HEADERS, rows_of(plan)) as shown:
        for area, words in choices_of(plan).items():
            desk.offer(PREVIEW, area, words)
        shown.stays = True
    desk.select(PREVIEW, first_open(plan))
    names = ", ".join(f"«{one.question.text}»" for one in plan.open)
    return Outcome(
        f"«{plan.step.label}» còn {len(plan.open)} câu phải trả lời: {names}. Hãy gõ ở cột «{ANSWER}» của trang này "
        "rồi bấm lại nút; sổ chưa thay đổi."
    )


# --- what is told -------------------------------------------------------------------------------------------------


def _question(plan: Plan) -> str:
    again = f" Muốn trả lời khác: sửa cột «{ANSWER}» rồi bấm lại nút." if plan.asked else ""
    return f"{plan.step.label}: ghi {len(plan.changes)} ô như ở trang «{PREVIEW}»? Ghi rồi vẫn hoàn tác được.{again}"


def _select(desk: Desk, live: LiveBook, kind: type[Row], key: str) -> None:
    """To the row with which the work goes on; where a new one has come to stand, the sheet says."""
    if key and live.book.row(kind, key) is None:
        live = read_live(desk, (kind,))
    table = live.tables[kind]
    at = table.area.top if table.spec.form else row_numbers(live, table)[key]
    desk.select(table.sheet, Area(at, table.area.left, at, table.area.left))
