"""The steps as a whole: duties name them, each is offered where it belongs, and done twice is done once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_xl.errors import Refusal
from ocop_xl.model import INPUT_TABLES, Book, Dossier, Product, Row, spec_of
from ocop_xl.model import choices as c
from ocop_xl.model.column import Kind
from ocop_xl.model.keys import next_key
from ocop_xl.papers.kinds import KINDS
from ocop_xl.programme.agenda.agenda import sources
from ocop_xl.programme.steps import topics
from ocop_xl.programme.steps.question import Question
from ocop_xl.programme.steps.steps import TOPICS, Plan, all_steps, goes_on_at, plan, row_named, steps_for
from ocop_xl.rules.check import check
from ocop_xl.rules.finding import Finding, Severity
from tests.busy_commune import busy_commune
from tests.changed_books import after

ON = date(2026, 10, 5)
STEPS = all_steps()


def test_every_topic_is_known() -> None:
    files = {path.stem for path in Path(topics.__file__).parent.glob("*.py")} - {"__init__"}
    assert files == set(TOPICS)


@pytest.mark.parametrize("name", sources())
def test_every_duty_names_a_step_that_starts_from_its_row(name: str) -> None:
    duty = sources()[name]
    assert duty.kind in STEPS[duty.step].tables


@pytest.mark.parametrize("name", STEPS)
def test_a_step_has_an_article_a_label_and_questions_of_one_name_each(name: str) -> None:
    one = STEPS[name]
    assert one.article and one.label[0].isupper()
    asked = [question.name for question in one.questions if question.only is None]
    assert len(set(asked)) == len(asked)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", question.name) for question in one.questions)


def test_the_papers_that_follow_are_kinds_of_papers() -> None:
    assert {slug for one in STEPS.values() for slug in one.papers} <= {kind.slug for kind in KINDS}


# --- every step on every row of a commune at work ---------------------------------------------------------------


def likely(book: Book, row: Row, question: Question) -> Any:
    """An answer that a hurried officer might give."""
    if words := question.choices(book, row, ON):
        return words[0] if question.column.kind is not Kind.STARS else 3
    match question.column.kind:
        case Kind.DATE:
            return date(2027, 10, 5) if not question.past else ON
        case Kind.MONEY | Kind.INTEGER | Kind.DECIMAL:
            return 1
    return "không" if question.problem else "Đã xem."


def answered(book: Book, name: str, row: Row) -> Plan:
    """The step with an answer to all that it needs."""
    said: dict[str, Any] = {}
    found = plan(book, STEPS[name], row, ON)
    while found.open:
        question = found.open[0].question
        said[question.name] = likely(book, row, question)
        found = plan(book, STEPS[name], row, ON, said)
    return found


def offers() -> Iterator[tuple[str, str]]:
    """One row for each step and table: all of a kind are alike."""
    book = busy_commune(ON)
    seen = set()
    for kind in INPUT_TABLES:
        for row in book[kind]:
            for one in steps_for(book, row, ON):
                if (one.id, kind) not in seen:
                    seen.add((one.id, kind))
                    key = spec_of(kind).key
                    yield one.id, getattr(row, key.attribute) if key else ""


OFFERS = list(offers())


@pytest.fixture(scope="module")
def errors_before() -> set[tuple[str, str, str]]:
    return errors(busy_commune(ON))


def errors(book: Book) -> set[tuple[str, str, str]]:
    return {_place(one) for one in check(book, ON) if one.severity is Severity.ERROR}


def _place(one: Finding) -> tuple[str, str, str]:
    return one.code, one.row_id, one.column


@pytest.mark.parametrize(("name", "key"), OFFERS)
def test_a_step_makes_no_error_and_twice_is_once(name: str, key: str, errors_before: set[tuple[str, str, str]]) -> None:
    book = busy_commune(ON)
    row = row_named(book, key)
    done = answered(book, name, row)
    then = after(book, done.changes)
    assert not errors(then) - errors_before
    assert then.row(*goes_on_at(book, done)) is not None
    same = row_named(then, key)
    said = {one.question.name: one.value for one in done.asked if one.value is not None}
    with suppress(Refusal):  # what was chosen is no longer to be chosen: nothing is written
        assert not again(then, name, same, said).changes


def again(book: Book, name: str, row: Row, said: dict[str, Any]) -> Plan:
    """The same answers to what is still asked."""
    asked = {one.question.name for one in plan(book, STEPS[name], row, ON).asked}
    return plan(book, STEPS[name], row, ON, {key: value for key, value in said.items() if key in asked})


def test_the_commune_at_work_offers_nearly_every_step() -> None:
    """Those that are left have examples of their own."""
    assert len({name for name, _ in OFFERS}) >= len(STEPS) - 14


def test_what_is_left_blank_is_told_with_its_reason() -> None:
    """A commune without codes has no number to give; before 22/5/2026 no criteria set is shipped."""
    book = Book()
    book[Product] = [Product(id="SP01", name="Tôm khô", product_set=8, joined=date(2026, 1, 5))]
    row = book[Product][0]
    found = plan(book, STEPS["receive-dossier"], row, date(2026, 3, 5), {"minh-chung-thieu": "không"})
    assert [remark.split(" vì ")[0].split(":")[0] for remark in found.remarks] == [
        "chưa có «Số phiếu»",
        "chưa mở phiếu chấm",
    ]


@pytest.mark.parametrize("said", ["không", "Không", "khong", "KHONG"])
def test_an_answer_may_lack_its_marks(said: str) -> None:
    """As on a PC without a Vietnamese keyboard; the preview shows what was understood."""
    book = busy_commune(ON)
    found = plan(
        book,
        STEPS["receive-dossier"],
        row_named(book, "SP07"),
        ON,
        {"minh-chung-thieu": said, "loai-ho-so": "phan hang lai"},
    )
    assert not found.open and [one.value for one in found.asked if one.given] == ["Phân hạng lại", said]


def test_a_step_that_has_to_wait_says_what_can_be_done_instead() -> None:
    book = busy_commune(ON)
    waits = plan(book, STEPS["send-dossier"], row_named(book, "HS02"), ON)
    assert not waits.offered and {one.id for one in waits.instead} >= {"assess", "hold-meeting"}


def test_a_step_leads_to_the_row_with_which_the_work_goes_on() -> None:
    """A product that has handed in its dossier waits for nothing; the dossier does."""
    book = busy_commune(ON)
    new = answered(book, "receive-dossier", row_named(book, "SP07"))
    assert goes_on_at(book, new) == (Dossier, next_key(book, Dossier))


def test_what_ends_a_way_is_offered_last() -> None:
    """The first of a list is taken at once by whoever presses Enter."""
    book = busy_commune(ON)
    offered = [one.id for one in steps_for(book, row_named(book, "SP07"), ON)]
    assert offered[-1] == "stop-production" and len(offered) > 1


@pytest.mark.parametrize(
    ("on", "proposed"), [(date(2026, 9, 1), "2/2026 (30/10)"), (date(2026, 10, 20), "1/2027 (30/4)")]
)
def test_a_returned_dossier_is_filed_again_for_the_round_that_it_still_reaches(on: date, proposed: str) -> None:
    """In October the commune no longer has its 15 working days before the autumn round."""
    book = Book()
    book[Dossier] = [Dossier(id="HS01", product_id="SP01", round="1/2026 (30/4)", state=c.DOSSIER_RETURNED)]
    found = plan(book, STEPS["refile"], book[Dossier][0], on)
    (again,) = (row for row in after(book, found.changes)[Dossier] if row.id == "HS02")
    assert (again.round, again.note) == (proposed, "Nộp lại thay HS01.")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"ngay-quyet-dinh": date(2026, 9, 14)}, "trước «Ngày gửi tỉnh» (15/09/2026); hãy sửa một trong hai ngày."),
        (
            {"ngay-quyet-dinh": date(2026, 10, 1), "ngay-cap-neu-khac-ngay-quyet-dinh": date(2026, 9, 30)},
            "trước «Ngày quyết định» (01/10/2026); hãy sửa một trong hai ngày.",
        ),
    ],
)
def test_a_day_before_the_one_it_follows_names_that_one(answers: dict[str, Any], sentence: str) -> None:
    """It may stand in the row, or have been answered just now."""
    book = Book()
    book[Product] = [Product(id="SP01", name="Tôm khô")]
    book[Dossier] = [Dossier(id="HS01", product_id="SP01", sent=date(2026, 9, 15), state=c.DOSSIER_SENT)]
    said = {"ket-qua": "Được công nhận", "so-sao": 3, "so-quyet-dinh": "12/QĐ-UBND", **answers}
    with pytest.raises(Refusal, match=re.escape(sentence)):
        plan(book, STEPS["record-result"], book[Dossier][0], date(2026, 10, 5), said)
