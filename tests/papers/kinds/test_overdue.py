"""A report tells whatever the agenda calls overdue, each kind of duty in one sentence."""

from __future__ import annotations

from datetime import date

from ocop_xl.model import Book, CycleStep, Dossier
from ocop_xl.model import choices as c
from ocop_xl.model.due.duty import SOURCES
from ocop_xl.papers.kinds.parts.outstanding import outstanding
from ocop_xl.papers.kinds.parts.overdue import LATE, NOT_TOLD, late_duties
from ocop_xl.papers.kinds.progress import KINDS as PROGRESS
from ocop_xl.papers.kinds.year_report import year_facts
from tests.planted_duties import planted_commune

_OWN_WORDS = ("send", "file-again", "renewal", "logo-down", "correction", "task", "task-part", "basis")
END = date(2027, 12, 31)


def _of_year(book: Book, year: int, on: date) -> list[str]:
    (facts,) = [facts for facts in year_facts(book, on) if facts.year == year]
    return list(facts.values["ton_tai"])


def test_each_duty_of_the_agenda_is_told_in_one_way_or_left_out_by_name() -> None:
    assert sorted([*LATE, *NOT_TOLD, *_OWN_WORDS]) == sorted(SOURCES)


def test_a_late_step_and_a_visit_not_made_are_named() -> None:
    book = planted_commune()
    step = c.CYCLE_STEP.values[2]
    book[CycleStep].append(CycleStep(id="SP2-3", product_id="SP2", step=step, due=date(2027, 6, 30)))
    told = _of_year(book, 2027, END)
    assert f"Bước của chu trình chưa xong: Sản phẩm 2, bước «{step}» (hạn 30/6/2027)" in told
    visits = "Sản phẩm gõ nhầm năm (hạn 14/01/2027); Sản phẩm 7 (hạn 28/10/2027)"
    assert f"Sản phẩm chưa được kiểm tra định kỳ: {visits}" in told


def test_many_rows_of_one_kind_are_one_sentence() -> None:
    told = [line for line in late_duties(planted_commune(), END) if line.startswith("Hồ sơ đã gửi mà tỉnh chưa")]
    assert told == [
        "Hồ sơ đã gửi mà tỉnh chưa trả lời: Sản phẩm 4 (hạn 29/12/2026); Sản phẩm 6 (hạn 29/12/2027)",
    ]


def test_what_falls_due_on_the_last_day_of_a_year_is_late_in_its_report_alone() -> None:
    book = planted_commune()
    untrained = "Chủ thể chưa được tập huấn: Hộ Hai (hạn 31/12/2027)"
    assert untrained in _of_year(book, 2027, END) and untrained in _of_year(book, 2027, date(2028, 3, 1))
    assert untrained not in outstanding(book, END, [])


def test_keys_of_rows_stay_at_home() -> None:
    book = planted_commune()
    keys = [row.id for row in book[Dossier] if row.id]
    assert not [line for line in outstanding(book, END, []) if any(f"{key} " in line for key in keys)]


def test_progress_report_tells_the_same() -> None:
    book = planted_commune()
    (facts, *_) = PROGRESS[0].facts(book, END)
    assert set(late_duties(book, END)) <= set(facts.values["viec_con_lai"])
