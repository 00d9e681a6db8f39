"""The one way to ask what can be done next on a row, and what it would write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from ocop_xl.changes.change import Change
from ocop_xl.changes.unread import refuse_if_unread
from ocop_xl.errors import Refusal
from ocop_xl.model import Book, Commune, Row, spec_of
from ocop_xl.model.keys import row_typed
from ocop_xl.programme.agenda.agenda import agenda
from ocop_xl.programme.steps.answers import checked
from ocop_xl.programme.steps.question import LEFT_BLANK, Question
from ocop_xl.programme.steps.step import STEPS, Step
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import fold

TOPICS = (
    "ideas",
    "cycle",
    "dossiers",
    "supplements",
    "assessing",
    "results",
    "certificates",
    "inspections",
    "market",
    "several",
    "support",
    "work",
    "plan",
    "papers",
    "province",
    "ending",
)
"""The files of `topics`, in the order in which steps are offered."""


class Asked(NamedTuple):
    """A question with what counts as its answer; `given` if somebody answered it, else it is the default."""

    question: Question
    value: Any
    given: bool
    choices: tuple[str, ...]

    @property
    def open(self) -> bool:
        return self.question.needed and self.value is None


class Plan(NamedTuple):
    """A step on a row with its answers, and what it would write: nothing while a needed answer is `open`, nor where the
    step is not to be done, now or any more: then `instead` are those that are. `remarks` say what it leaves blank and
    why."""

    step: Step
    row: Row
    asked: tuple[Asked, ...] = ()
    changes: Sequence[Change] = ()
    offered: bool = True
    remarks: tuple[str, ...] = ()
    instead: tuple[Step, ...] = ()

    @property
    def open(self) -> list[Asked]:
        return [one for one in self.asked if one.open]


@cache
def all_steps() -> Mapping[str, Step]:
    """All steps by id, in the order in which they are offered."""
    places = {import_module(f"ocop_xl.programme.steps.topics.{topic}").__name__: at for at, topic in enumerate(TOPICS)}
    return dict(sorted(STEPS.items(), key=lambda item: places[item[1].do.__module__]))


def step_named(name: str) -> Step:
    """The step of that id; refused with the list of all if there is none."""
    found = all_steps().get(name.strip().casefold())
    if found is None:
        raise Refusal(f"Không có bước «{name}»; các bước hiện có: {', '.join(all_steps())}.")
    return found


def row_named(book: Book, key: str) -> Row:
    """The row of that key, in whatever table a step starts from; keys differ by their letters. Of «Thông tin xã», which
    has no keys, by the sheet's name, or by none."""
    if fold(key) in ("", fold(spec_of(Commune).sheet)):
        return book.commune
    for kind in starting_tables():
        found = row_typed(book, kind, key) if spec_of(kind).key else None
        if found is not None:
            return found
    raise Refusal(
        f"Sổ không có dòng nào mang mã “{key.strip()}” mà có bước làm từ đó; hãy ghi đúng mã ở cột đầu của dòng, ví dụ "
        f"SP01, HS01, hay để trống cho trang «{spec_of(Commune).sheet}»."
    )


def steps_for(book: Book, row: Row, on: date) -> list[Step]:
    """What can be done next on this row: first what settles a duty of it, the earliest first, then in the order of the
    work."""
    owed = {due.step: -at for at, due in enumerate(reversed(agenda(book, on))) if due.row is row}
    steps = [one for one in all_steps().values() if isinstance(row, one.tables) and one.offered(book, row, on)]
    return sorted(steps, key=lambda one: owed.get(one.id, 1))


def plan(
    book: Book, step: Step, row: Row, on: date, answers: Mapping[str, Any] | None = None, *, spare: bool = False
) -> Plan:
    """The step with these answers, by the questions' names; refused in one sentence where an answer cannot be right.

    So is an answer that no question wants, unless it may be `spare`: a form keeps what was typed before an earlier
    answer changed.
    """
    if not isinstance(row, step.tables):
        raise Refusal(f"Bước «{step.label}» làm từ dòng của trang {step.sheets}; hãy chọn một dòng ở đó.")
    refuse_if_nameless(book, row)
    given = dict(answers or {})
    if not step.offered(book, row, on):
        return Plan(step, row, offered=False, instead=tuple(steps_for(book, row, on)))
    asked = tuple(_asked(book, step, row, on, given))
    if given and not spare:
        names = ", ".join(one.question.name for one in asked) or "bước này không hỏi gì"
        raise Refusal(f"Bước «{step.label}» không hỏi “{next(iter(given))}” (các câu hỏi: {names}); hãy bỏ câu đó.")
    done = Plan(step, row, asked)
    if done.open:
        return done
    settled = known(book, step, row) | {one.question.key: one.value for one in asked}
    changes = step.do(book, row, on, settled)
    refuse_if_unread(book, changes)
    return done._replace(changes=changes, remarks=tuple(step.remarks(book, row, on, settled)))


def goes_on_at(book: Book, done: Plan) -> tuple[type[Row], str]:
    """The row with which the work goes on: one of the table that the step leads to, if it writes there – the row that
    is new to the book before the others –, else its own."""
    kind = done.step.leads_to
    if kind is not None:
        written = [change.row_id for change in done.changes if change.table == spec_of(kind).name]
        written.sort(key=lambda row_id: row_id in book.by_id(kind))
        if written:
            return kind, written[0]
    key = spec_of(type(done.row)).key
    return type(done.row), getattr(done.row, key.attribute) if key else ""


def refuse_if_nameless(book: Book, row: Row) -> None:
    """A change finds its row by its key: one without a key, or with another's, cannot be meant."""
    spec = spec_of(type(row))
    if spec.key is None:
        return
    key = getattr(row, spec.key.attribute)
    if not key:
        raise Refusal(f"Dòng {row.at} trang «{spec.sheet}» chưa có mã; hãy ghi mã ở cột đầu trước.")
    first = book.by_id(type(row)).get(key)
    if first is not None and first is not row:
        raise Refusal(
            f"Mã {key} có ở cả dòng {first.at} và dòng {row.at} trang «{spec.sheet}»; hãy sửa một trong hai mã trước."
        )


def known(book: Book, step: Step, row: Row) -> dict[str, Any]:
    """What the workbook says already of the cells that the step would ask for."""
    rows = list(step.known_from(book, row))
    said: dict[str, Any] = {}
    for question in step.questions:
        cells = (
            getattr(one, question.key) for one in rows if isinstance(one, question.kind) and question.kind is not Row
        )
        said[question.key] = next((cell for cell in cells if cell is not None), None)
    return said


def _asked(book: Book, step: Step, row: Row, on: date, given: dict[str, Any]) -> Iterator[Asked]:
    """Each question that is open, in order; answers that met one are taken out of `given`."""
    settled = known(book, step, row)
    for question in step.questions:
        if settled[question.key] is not None and not question.again:
            continue
        if question.only is not None and not question.only(settled):
            continue
        answer = given.pop(question.name, None)
        if answer is None:
            value = question.default(book, row, on) if question.default is not None else None
        else:
            value = None if answer == LEFT_BLANK else checked(book, step, row, on, question, answer, settled)
        settled[question.key] = value
        yield Asked(question, value, answer is not None, question.choices(book, row, on))


def starting_tables() -> list[type[Row]]:
    """Those that have a row from which a step starts."""
    return list(dict.fromkeys(kind for one in all_steps().values() for kind in one.tables))
