"""Báo cáo năm: what a year brought, and that a year that is over gives the same report for ever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_xl.law.clocks import certificate_end
from ocop_xl.model import (
    Book,
    Budget,
    Channel,
    Communication,
    Dossier,
    Idea,
    Inspection,
    Product,
    Recognition,
    Reminder,
    Support,
    Target,
    Task,
    Training,
    TrainingClass,
)
from ocop_xl.model import choices as c
from ocop_xl.papers.context import COUNTED
from ocop_xl.papers.kinds.year_report import year_facts
from ocop_xl.papers.make import make_papers
from ocop_xl.papers.wanted import Wanted
from tests.papers.commune_at_work import commune_at_work
from tests.papers.word_files import lines

END, LATER = date(2026, 12, 31), date(2027, 5, 4)


def _report(book: Book, on: date) -> dict[str, Any]:
    (facts,) = [facts for facts in year_facts(book, on) if facts.year == 2026]
    printed_anew = ("van_ban", "can_cu", "ky", "noi_nhan", "xa", "ke_hoach", "dem")
    return {name: _plain(value) for name, value in facts.values.items() if name not in printed_anew}


def _plain(value: Any) -> Any:
    """Without the rows that a figure was counted from."""
    return {k: v for k, v in value.items() if k != COUNTED} if isinstance(value, dict) else value


def test_the_year_tells_flows_funnel_clock_mending_channels(tmp_path: Path) -> None:
    book = commune_at_work()
    book[Target][1].level_2026 = 4
    (paper,) = make_papers(book, LATER, ["bao-cao-nam"], tmp_path, wanted=Wanted(year=2026))
    body = "\n".join(lines(paper.path.read_bytes()))
    assert "năm 2026 (số liệu tính đến hết ngày 31 tháng 12 năm 2026) và phương hướng năm 2027" in body
    assert paper.path.name.startswith("bao-cao-nam") and "2026" in paper.path.name
    report = _report(book, LATER)
    assert [(row["ten_san_pham"], row["truoc"], row["sau"]) for row in report["bien_dong"]] == [
        ("Tôm khô", "3 sao", "4 sao")
    ]
    assert (report["chi_tieu"][1]["muc_nam"], report["chi_tieu"][1]["ket_qua_nam"]) == ("4", "Chưa đạt")
    assert report["y_tuong"]["tiep_nhan"] == "01"
    assert report["ho_so"]["qua_han"] == "03"
    assert report["khac_phuc"] == {"yeu_cau": "02", "da_xong": "00", "qua_han": "02"}
    assert "Sản phẩm Gạo: quá hạn khắc phục 06/10/2026 (kiểm tra ngày 06/9/2026)" in report["ton_tai"]


@pytest.mark.parametrize(("sent", "how_fast"), [(2, "ngay trong ngày nhận"), (4, "trong vòng 2 ngày làm việc")])
def test_how_fast_dossiers_were_sent_is_said_as_people_say_it(tmp_path: Path, sent: int, how_fast: str) -> None:
    book = commune_at_work()
    book[Dossier] = [Dossier(id="HS01", received=date(2026, 3, 2), sent=date(2026, 3, sent), state=c.DOSSIER_SENT)]
    (paper,) = make_papers(book, LATER, ["bao-cao-nam"], tmp_path, wanted=Wanted(year=2026))
    assert f"một nửa số hồ sơ gửi {how_fast}, 00 hồ sơ" in "\n".join(lines(paper.path.read_bytes()))


def test_a_product_whose_road_map_is_over_is_not_forgotten() -> None:
    book = commune_at_work()
    book.by_id(Product)["SP01"].to_year = 2026
    (over,) = [line for line in _report(book, END)["viec_nam_sau"] if "đã hết thời gian" in line]
    assert "Tương hột và chao (3 sao), lộ trình đến năm 2026" in over


def test_there_is_a_report_for_each_year_of_the_plan_that_has_begun() -> None:
    assert [facts.year for facts in year_facts(commune_at_work(), date(2028, 2, 1))] == [2026, 2027, 2028]


def test_a_day_past_the_plan_adds_only_its_own_year() -> None:
    book = commune_at_work()
    assert [facts.year for facts in year_facts(book, date(2060, 2, 1))] == [2026, 2027, 2028, 2029, 2030, 2060]


def _withdraw(book: Book) -> None:
    for row in book[Recognition]:
        if row.state is None or row.state == c.RECOGNITION_ACTIVE:
            row.state, row.ended = c.RECOGNITION_WITHDRAWN, LATER


def _mend(book: Book) -> None:
    for row in book[Inspection]:
        row.done = row.done or LATER


def _stop(book: Book) -> None:
    product = book.by_id(Product)["SP06"]
    product.status, product.stopped = c.STATUS_STOPPED, LATER


def _send(book: Book) -> None:
    for row in book[Dossier]:
        if row.sent is None and row.state not in (c.DOSSIER_SENT, *c.DOSSIER_SETTLED):
            row.sent, row.state = LATER, c.DOSSIER_SENT


def _finish_tasks(book: Book) -> None:
    for row in book[Task]:
        if row.done is None and row.state != c.WORK_DONE:
            row.state, row.done = c.WORK_DONE, LATER


def _adding(*rows: Any) -> Callable[[Book], None]:
    def add(book: Book) -> None:
        for row in rows:
            book[type(row)] = [*book[type(row)], row]

    return add


_LATER_EVENTS = (
    _withdraw,
    _mend,
    _stop,
    _send,
    _finish_tasks,
    _adding(Recognition(id="CN90", product_id="SP01", stars=5, issued=LATER, ends=certificate_end(LATER))),
    _adding(Product(id="SP90", name="Mật ong", potential=3, from_year=2028, joined=LATER)),
    _adding(Dossier(id="HS90", product_id="SP01", received=LATER, state=c.DOSSIER_RECEIVED)),
    _adding(Dossier(id="HS91", product_id="SP02", kind=c.DOSSIER_AGAIN, received=LATER, state=c.DOSSIER_RECEIVED)),
    _adding(Reminder(id="NH90", duty="tblCongNhan:CN02:renewal", reason="Thôi làm", decided=LATER)),
    _adding(Idea(id="YT90", title="Giỏ bàng", received=LATER, decision=c.IDEA_DECISION.values[0])),
    _adding(Support(id="HT90", kind=c.SUPPORT_PACKAGING, producer_id="CT01", product_id="SP01", state=c.WORK_DONE,
                    done=LATER)),
    _adding(TrainingClass(id="LTH90", held=LATER), Training(id="TH90", class_id="LTH90", producer_id="CT02")),
    _adding(Channel(id="KB90", kind=c.CHANNEL_ECOMMERCE, name="Sàn C", product_id="SP01", since=LATER,
                    state=c.CHANNEL_OPEN)),
    _adding(Inspection(id="KT90", product_id="SP01", inspected=LATER, severity=c.SEVERITY.values[3], due=LATER)),
    _adding(Communication(id="TT90", published=LATER), Budget(id="KP90", year=2027, planned=10.0)),
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(range(len(_LATER_EVENTS)))), st.dates(END, date(2030, 12, 31)))
def test_a_year_that_is_over_gives_the_same_report_for_ever(events: set[int], on: date) -> None:
    book = commune_at_work()
    before = _report(book, END)
    for number in sorted(events):
        _LATER_EVENTS[number](book)
    assert _report(book, on) == before
