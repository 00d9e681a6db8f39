"""The six steps of «Chu trình»: laid out with days, and finished one by one."""

from __future__ import annotations

from datetime import date

from ocop_xl.law.clocks import latest_commune_filing, moved, next_filing, provincial_rounds
from ocop_xl.law.cycle import CYCLE_STEPS
from ocop_xl.model import Book, Commune, CycleStep, Product
from ocop_xl.model import choices as c
from ocop_xl.model.terms import BUSINESS_PLAN, CARRYING_OUT, PROMOTION
from ocop_xl.programme.agenda.sources.cycle import finished
from ocop_xl.programme.participation import takes_part
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.programme.steps.question import Answers, ask, of_day, today
from ocop_xl.programme.steps.step import Changes, step

_PLAN = "Chu trình OCOP 06 bước; điểm a khoản 3 mục III Kế hoạch 76/KH-UBND"
STEP_DOING, STEP_DONE, STEP_NOT_NEEDED = c.STEP_RESULT.values[1:]


def proposed_days(commune: Commune, begun: date) -> tuple[date, ...]:
    """By when each of the six steps is to be done for a product that was taken in on `begun`: told and registered by
    then, then by the commune's settings the plan, the dossier for the first round that leaves time for carrying out
    the plan, the round's result, and promotion."""
    plan = moved(begun, BUSINESS_PLAN.of(commune))
    filing = next_filing(moved(plan, CARRYING_OUT.of(commune)))
    result = _result_after(filing)
    return begun, begun, plan, filing, result, moved(result, PROMOTION.of(commune))


def _result_after(filing: date) -> date:
    """The last day of the round for which a subject can file on that day at the latest."""
    last_days = zip(latest_commune_filing(filing.year), provincial_rounds(filing.year), strict=True)
    return next((moved(one.result_before, -1) for last, one in last_days if last >= filing), date.max)


def cycle_of(book: Book, product_id: str | None) -> dict[int, CycleStep]:
    """The rows of a product's cycle by the number of their step."""
    mine = (row for row in book[CycleStep] if product_id and row.product_id == product_id and row.step)
    return {CYCLE_STEPS.index(row.step) + 1: row for row in mine if row.step in CYCLE_STEPS}


def lay_cycle(draft: Draft, product_id: str, begun: date, there: dict[int, CycleStep]) -> None:
    """The six rows with a day each; days that somebody has set stay."""
    for number, (words, due) in enumerate(zip(CYCLE_STEPS, proposed_days(draft.book.commune, begun), strict=True), 1):
        row = there.get(number)
        if row is None:
            draft.add(CycleStep, id=f"{product_id}-{number}", product_id=product_id, step=words, due=due)
        elif row.done is None and row.result not in (STEP_DONE, STEP_NOT_NEEDED):
            draft.fill(row, due=due)


def finish(draft: Draft, row: CycleStep | None, day: date | None) -> None:
    """The step was done on that day, unless it is settled already."""
    if row is not None and row.done is None and row.result not in (STEP_DONE, STEP_NOT_NEEDED):
        draft.fill(row, done=day)
        draft.move(row, result=STEP_DONE)


def _no_days_yet(book: Book, row: Product, on: date) -> bool:
    there = cycle_of(book, row.id)
    return takes_part(row, on) and (len(there) < len(CYCLE_STEPS) or not any(s.due or s.done for s in there.values()))


@step(
    "begin-cycle",
    "Đặt hạn sáu bước của chu trình",
    (Product,),
    article=_PLAN + "; số ngày là cách hiểu của phần mềm",
    offered=_no_days_yet,
    questions=(ask(Product, "joined", today, text="Bắt đầu từ ngày"),),
)
def begin_cycle(book: Book, row: Product, on: date, answers: Answers) -> Changes:
    """Six rows, each with a day that can be held against: a step without one is never late."""
    draft = Draft(book, "đặt hạn chu trình")
    lay_cycle(draft, row.id or "", answers["joined"] or on, cycle_of(book, row.id))
    return draft.changes


@step(
    "finish-step",
    "Ghi bước đã xong",
    (CycleStep,),
    article=_PLAN,
    offered=lambda _book, row, on: not finished(row, on),
    questions=(
        ask(CycleStep, "done", today, past=True, after="start", only=lambda a: a.get("result") != STEP_NOT_NEEDED),
        ask(CycleStep, "result", STEP_DONE, again=True, options=lambda *_: (STEP_DONE, STEP_NOT_NEEDED)),
    ),
)
def finish_step(book: Book, row: CycleStep, on: date, answers: Answers) -> Changes:
    """Done on a day, or not needed at all; then it has no day."""
    draft = Draft(book, "ghi bước đã xong")
    draft.move(row, result=answers["result"])
    if answers["result"] == STEP_DONE:
        draft.fill(row, done=answers["done"])
    return draft.changes


def _skipped(book: Book, row: CycleStep, on: date) -> list[CycleStep]:
    """Earlier steps of the product that nobody has finished."""
    steps = cycle_of(book, row.product_id)
    mine = next((number for number, one in steps.items() if one is row), 0)
    return [one for number, one in sorted(steps.items()) if number < mine and not finished(one, on)]


@step(
    "finish-earlier",
    "Ghi xong các bước trước bước này",
    (CycleStep,),
    article=_PLAN,
    offered=lambda book, row, on: bool(row.done and finished(row, on) and _skipped(book, row, on)),
    questions=(of_day("Ngày xong các bước trước", "before", "", default=lambda _book, row, _on: row.done, past=True),),
)
def finish_earlier(book: Book, row: CycleStep, on: date, answers: Answers) -> Changes:
    """They were forgotten: a product is judged after it has been made, on that day at the latest."""
    draft = Draft(book, "ghi xong các bước trước")
    for one in _skipped(book, row, on):
        finish(draft, one, answers["before"])
    return draft.changes
