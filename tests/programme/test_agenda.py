"""What is due: each source opens, falls due, is late and disappears when its row says that it is done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ocop_xl.demo.books import vinh_phong
from ocop_xl.model import (
    Book,
    Budget,
    CycleStep,
    Dossier,
    Evidence,
    Hamlet,
    Idea,
    Inspection,
    Meeting,
    Paper,
    Product,
    Recognition,
    Reminder,
    Row,
    Support,
    Target,
    Task,
    TaskPart,
    Training,
    TrainingClass,
)
from ocop_xl.model import choices as c
from ocop_xl.programme.agenda.agenda import agenda, sources
from ocop_xl.programme.agenda.due import Due, State
from ocop_xl.programme.agenda.grouping import LATE, NO_HAMLET, grouped

D = date
CHOSEN = c.IDEA_DECISION.values[0]


def with_rows(*rows: Row) -> Book:
    """The plan of Vĩnh Phong, without its own tasks, steps, dossiers and conferences, with these rows."""
    book = vinh_phong()
    book[Task], book[TaskPart], book[Dossier], book[CycleStep] = [], [], [], []
    book[Meeting] = [Meeting(id=f"CH{y}", kind=c.MEETING_YEARLY, held=D(y, 1, 1)) for y in range(2026, 2031)]
    for row in rows:
        book[type(row)] = [*book[type(row)], row]
    return book


def due_of(source: str, on: date, *rows: Row) -> list[Due]:
    return [due for due in agenda(with_rows(*rows), on) if due.source == source]


PAPER = Recognition(id="CN01", product_id="SP06", stars=3, issued=D(2024, 5, 10), ends=D(2027, 5, 10))
LINE = c.EVIDENCE_LINE.values[6]

PLANTED: dict[str, tuple[list[Row], date, date]] = {
    "idea-answer": ([Idea(id="YT1", received=D(2026, 6, 1))], D(2026, 6, 1), D(2026, 7, 1)),
    "idea-product": ([Idea(id="YT1", reviewed=D(2026, 6, 1), decision=CHOSEN)], D(2026, 6, 1), D(2026, 6, 16)),
    "cycle-step": ([CycleStep(id="SP06-4", product_id="SP06", start=D(2026, 6, 1), due=D(2026, 7, 1))], D(2026, 6, 1), D(2026, 7, 1)),
    "send": ([Dossier(id="HS1", product_id="SP06", received=D(2026, 3, 2), state=c.DOSSIER_RECEIVED)], D(2026, 3, 2), D(2026, 3, 23)),
    "evidence": (
        [
            Dossier(id="HS1", product_id="SP06", received=D(2026, 3, 2), state=c.DOSSIER_RECEIVED),
            Evidence(id="HS1-07", dossier_id="HS1", line=LINE, state=c.EVIDENCE_MISSING),
        ],
        D(2026, 3, 2),
        D(2026, 3, 23),
    ),
    "renewal": ([PAPER], D(2026, 11, 11), D(2027, 1, 10)),
    "correction": ([Inspection(id="KT1", product_id="SP06", inspected=D(2026, 6, 1), due=D(2026, 7, 1))], D(2026, 6, 1), D(2026, 7, 1)),
    "task": ([Task(id="NV1", content="Việc", unit="Phòng Kinh tế", due=D(2026, 7, 1))], D(2026, 6, 1), D(2026, 7, 1)),
    "task-part": (
        [Task(id="NV1", content="Việc", due=D(2026, 7, 1)), TaskPart(id="PC1", task_id="NV1", unit="Ấp 1")],
        D(2026, 6, 1),
        D(2026, 7, 1),
    ),
    "support": ([Support(id="HT1", producer_id="CT01", kind="Bao bì", start=D(2026, 6, 1))], D(2026, 6, 1), D(2026, 8, 30)),
    "money": ([Budget(id="KP99", year=2026, allocated=20.0, spent=5.0)], D(2026, 10, 1), D(2026, 12, 31)),
}  # fmt: skip


@pytest.mark.parametrize("source", PLANTED)
def test_is_listed_once_from_its_first_day_and_late_after_its_last(source: str) -> None:
    rows, opens, due = PLANTED[source]
    assert due_of(source, opens - timedelta(1), *rows) == []
    (first,) = due_of(source, opens, *rows)
    assert (first.opens, first.due) == (opens, due)
    (last,), (late,) = due_of(source, due, *rows), due_of(source, due + timedelta(1), *rows)
    assert (last.state, late.state) == (State.DUE, State.OVERDUE)
    assert last.key == late.key == first.key and first.article and first.what and first.who


def test_a_task_that_hamlets_share_is_listed_by_hamlet_only() -> None:
    rows, opens, _ = PLANTED["task-part"]
    assert due_of("task", opens, *rows) == []


def test_a_certificate_that_was_filed_again_or_replaced_is_done() -> None:
    again = Dossier(id="HS1", product_id="SP06", kind=c.DOSSIER_AGAIN, received=D(2026, 11, 20))
    newer = Recognition(id="CN02", product_id="SP06", stars=3, issued=D(2027, 1, 5), ends=D(2030, 1, 5))
    assert due_of("renewal", D(2026, 12, 1), PAPER, again) == []
    assert due_of("renewal", D(2027, 2, 1), PAPER, newer) == []
    assert [due.due for due in due_of("logo-down", D(2027, 6, 1), PAPER)] == [D(2027, 5, 10)]


def test_while_the_subject_owes_a_supplement_it_is_waited_for_and_asked_nothing_more() -> None:
    dossier = Dossier(
        id="HS1", product_id="SP06", received=D(2026, 3, 2), state=c.DOSSIER_TO_COMPLETE,
        asked=D(2026, 3, 5), supply_due=D(2026, 3, 12),
    )  # fmt: skip
    missing = Evidence(id="HS1-07", dossier_id="HS1", line=LINE, state=c.EVIDENCE_MISSING)
    (supplement,) = due_of("supplement", D(2026, 3, 6), dossier, missing)
    assert supplement.state is State.WAITING and due_of("evidence", D(2026, 3, 6), dossier, missing) == []
    dossier.supplied = D(2026, 3, 12)
    (sending,) = due_of("send", D(2026, 3, 13), dossier)
    assert "đến 30/03/2026" in sending.what and sending.due == D(2026, 3, 23)


def test_a_sent_dossier_waits_for_its_round_and_a_returned_one_is_filed_for_the_next() -> None:
    dossier = Dossier(id="HS1", product_id="SP06", received=D(2026, 3, 2), sent=D(2026, 3, 20), state=c.DOSSIER_SENT)
    (waiting,) = due_of("answer", D(2026, 5, 1), dossier)
    assert (waiting.state, waiting.due) == (State.WAITING, D(2026, 6, 29))
    dossier.state, dossier.returned = c.DOSSIER_RETURNED, D(2026, 6, 20)
    (again,) = due_of("file-again", D(2026, 7, 1), dossier)
    assert again.due.year == 2026 and again.due.month == 10


def test_a_product_with_a_certificate_is_visited_once_a_year() -> None:
    seen = Inspection(id="KT1", product_id="SP06", inspected=D(2026, 5, 1))
    assert [due.due for due in due_of("visit", D(2027, 3, 1), PAPER)] == [D(2027, 3, 20)], "a year after the plan"
    assert due_of("visit", D(2026, 5, 2), PAPER, seen) == []


def test_impossible_days_stop_nothing() -> None:
    rows: list[Row] = [Idea(id="YT1", received=date.min), Support(id="HT1", producer_id="CT01", start=date.max)]
    rows += [Task(id="NV1", due=date.min), Recognition(id="CN1", product_id="SP06", issued=date.min, ends=date.max)]
    assert agenda(with_rows(*rows), date.max)


def test_every_source_names_its_article_and_its_step() -> None:
    assert all(one.article and one.step for one in sources().values())


def test_a_yearly_review_that_is_a_task_of_the_plan_is_listed_once() -> None:
    review = Task(id="NV1", section="III.7", content="Hội nghị đánh giá", due=D(2026, 12, 15))
    book = with_rows(review)
    book[Meeting] = []
    found = [due.source for due in agenda(book, D(2026, 12, 1)) if due.source in ("conference", "task")]
    assert found == ["task"]


def test_duties_stand_under_their_week_their_person_and_their_hamlet() -> None:
    book = with_rows(
        Task(id="NV1", content="Việc của ấp", unit="Ấp Tân Phú", due=D(2026, 7, 1)),
        Task(id="NV2", content="Việc của phòng", unit="Phòng Kinh tế", due=D(2026, 6, 3)),
    )
    book[Hamlet] = [Hamlet(name="Ấp Tân Phú")]
    on = D(2026, 6, 10)
    dues = [due for due in agenda(book, on) if due.source == "task"]
    assert list(grouped(dues, "week", book)) == [LATE, "Tuần 29/06 – 05/07/2026"]
    assert list(grouped(dues, "person", book)) == ["Phòng Kinh tế", "Ấp Tân Phú"]
    assert list(grouped(dues, "hamlet", book)) == [NO_HAMLET, "Ấp Tân Phú"]


def test_a_supplement_asked_for_without_a_day_leaves_the_missing_evidence_on_the_list() -> None:
    """Whoever forgot the day must not lose the duty."""
    rows: list[Row] = [
        Dossier(id="HS1", product_id="SP06", received=D(2026, 3, 2), asked=D(2026, 3, 4), state=c.DOSSIER_RECEIVED),
        Evidence(id="HS1-07", dossier_id="HS1", line=LINE, state=c.EVIDENCE_MISSING),
    ]
    assert [due.source for due in agenda(with_rows(*rows), D(2026, 3, 5)) if "HS1" in due.rows[0]] == [
        "send",
        "evidence",
    ]


def test_a_draft_is_late_once_the_round_of_its_year_can_no_longer_be_reached() -> None:
    """It used to slide to the next round for ever."""
    draft = Dossier(id="HS1", product_id="SP06", kind=c.DOSSIER_FIRST, state=c.DOSSIER_DRAFT)
    book = with_rows(draft)
    book.by_id(Product)["SP06"].to_year = 2026
    (due,) = (one for one in agenda(book, D(2026, 11, 20)) if one.source == "filing")
    assert (due.due, due.state) == (D(2026, 10, 8), State.OVERDUE)
    draft.round = "1/2027 (30/4)"
    assert [one for one in agenda(book, D(2026, 11, 20)) if one.source == "filing"] == []


def test_a_supplement_is_waited_for_in_working_days() -> None:
    """From Thursday to Monday are two of them, not four days."""
    dossier = Dossier(
        id="HS1", product_id="SP06", received=D(2026, 3, 2), state=c.DOSSIER_RECEIVED,
        asked=D(2026, 3, 5), supplied=D(2026, 3, 9),
    )  # fmt: skip
    (sending,) = due_of("send", D(2026, 3, 10), dossier)
    assert sending.due == D(2026, 3, 23) and "đến 25/03/2026" in sending.what


def test_a_dossier_that_does_not_say_when_it_was_sent_is_waited_for_all_the_same() -> None:
    dossier = Dossier(id="HS1", product_id="SP06", received=D(2026, 3, 2), state=c.DOSSIER_SENT)
    assert [due.due for due in due_of("answer", D(2026, 5, 1), dossier)] == [D(2026, 6, 29)]
    dossier.round = "2/2026 (30/10)"
    assert [due.due for due in due_of("answer", D(2026, 5, 1), dossier)] == [D(2026, 12, 29)]


def test_what_came_back_on_no_known_day_came_back_when_its_round_ended() -> None:
    dossier = Dossier(
        id="HS1", product_id="SP06", received=D(2026, 3, 2), sent=D(2026, 3, 20), state=c.DOSSIER_RETURNED
    )
    (again,) = due_of("file-again", D(2026, 7, 1), dossier)
    assert (again.due, again.opens) == (D(2026, 10, 8), D(2026, 3, 20))


def test_a_logo_is_down_when_somebody_has_looked() -> None:
    on_shelf = Inspection(id="KT1", product_id="SP06", inspected=D(2027, 6, 1), mark_use="Chưa đạt")
    gone = Inspection(id="KT2", product_id="SP06", inspected=D(2027, 6, 9), mark_use="Đạt")
    assert due_of("logo-down", D(2027, 6, 5), PAPER, on_shelf)
    assert due_of("logo-down", D(2027, 6, 10), PAPER, on_shelf, gone) == []


def test_a_step_that_is_done_before_the_one_before_is_told_by_its_own_day() -> None:
    fourth = CycleStep(id="SP06-4", product_id="SP06", step=c.CYCLE_STEP.values[3])
    fifth = CycleStep(id="SP06-5", product_id="SP06", step=c.CYCLE_STEP.values[4], done=D(2026, 6, 1))
    (told,) = due_of("cycle-order", D(2026, 6, 2), fourth, fifth)
    assert (told.due, told.state) == (D(2026, 6, 1), State.OVERDUE)
    fourth.result = "Không áp dụng"
    assert due_of("cycle-order", D(2026, 6, 2), fourth, fifth) == []


def test_subjects_are_trained_by_the_year_in_which_the_target_is_to_be_met() -> None:
    book = with_rows()
    target = next(row for row in book[Target] if row.measure == c.MEASURE_TRAINED)
    target.level_2026 = 100
    waiting = [due.rows[0] for due in agenda(book, D(2026, 6, 1)) if due.source == "training"]
    assert "CT05" in waiting
    book[TrainingClass] = [TrainingClass(id="LTH01", held=D(2026, 6, 2))]
    book[Training] = [Training(id="TH01", class_id="LTH01", producer_id="CT05")]
    assert "CT05" not in [due.rows[0] for due in agenda(book, D(2026, 6, 2)) if due.source == "training"]


def test_the_plan_is_reported_on_every_half_year_and_a_later_report_makes_up() -> None:
    assert [due.due for due in due_of("report", D(2026, 7, 10))] == [D(2026, 6, 30)]
    late = Paper(id="VB1", kind="Báo cáo", title="Báo cáo tiến độ đến ngày 12/07/2026", issued=D(2026, 7, 12))
    assert due_of("report", D(2026, 7, 12), late) == []


def test_a_decision_that_the_plan_rests_on_is_told_once_it_has_lapsed() -> None:
    assert due_of("basis", D(2026, 7, 21)) == []
    assert {due.key.rpartition(":")[2] for due in due_of("basis", D(2026, 7, 22))} == {"148/QĐ-TTg", "1489/QĐ-TTg"}


def test_a_commune_sets_its_own_terms() -> None:
    idea = Idea(id="YT1", received=D(2026, 6, 1))
    book = with_rows(idea)
    book.commune.idea_answer, book.commune.near = 10, 2
    (due,) = (one for one in agenda(book, D(2026, 6, 8)) if one.source == "idea-answer")
    assert (due.due, due.state) == (D(2026, 6, 11), State.COMING)
    book.commune.idea_answer = 0  # a slip of the key, which DL-003 tells
    (due,) = (one for one in agenda(book, D(2026, 6, 8)) if one.source == "idea-answer")
    assert due.due == D(2026, 7, 1)


KEY = "31051:tblYTuong:YT1:idea-answer"
IDEA = Idea(id="YT1", title="Khô cá", received=D(2026, 6, 1))


def test_a_duty_that_is_put_off_comes_back_on_its_day_with_the_day_it_had() -> None:
    later = Reminder(id="NH1", duty=KEY, put_off=D(2026, 7, 20))
    assert due_of("idea-answer", D(2026, 7, 19), IDEA, later) == []
    (back,) = due_of("idea-answer", D(2026, 7, 20), IDEA, later)
    assert (back.due, back.state) == (D(2026, 7, 1), State.OVERDUE)


def test_a_duty_is_settled_with_a_reason_from_the_day_it_was_written() -> None:
    gone = Reminder(id="NH1", duty=KEY, reason="Người đăng ký xin rút", decided=D(2026, 6, 10))
    assert due_of("idea-answer", D(2026, 6, 9), IDEA, gone)
    assert due_of("idea-answer", D(2026, 6, 10), IDEA, gone) == []


def test_a_duty_that_was_handed_over_is_somebody_elses_and_survives_renaming_and_sorting() -> None:
    handed = Reminder(id="NH1", duty=KEY.upper(), handed_to="Phòng Kinh tế")
    renamed = Idea(id="YT1", title="Khô cá lóc", received=D(2026, 6, 1))
    other = Idea(id="YT2", title="Mắm", received=D(2026, 6, 1))
    dues = due_of("idea-answer", D(2026, 6, 9), other, renamed, handed)
    assert {due.rows[0]: due.who for due in dues} == {"YT1": "Phòng Kinh tế", "YT2": "Cán bộ OCOP"}
