"""The calendar file: what another program reads in it, that it never differs without a reason, and what has changed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as some

from ocop_xl.calendar.events import Event, event_of, since
from ocop_xl.calendar.ics import calendar, events_in
from ocop_xl.calendar.lines import MOST_OCTETS, line, text_of, unfolded
from ocop_xl.errors import Refusal
from ocop_xl.programme.agenda.agenda import agenda
from tests.cli.command_line import ocop
from tests.planted_duties import planted_commune

ON = date(2026, 12, 15)


def planted_events(on: date = ON, *, public: bool = False) -> list[Event]:
    book = planted_commune()
    return [event_of(due, book, on, public=public) for due in agenda(book, on)]


def written(events: list[Event]) -> bytes:
    return calendar(events, "Việc OCOP xã Vĩnh Phong", ON)


def test_another_program_reads_the_same_days_words_and_states() -> None:
    events = planted_events()
    read = icalendar.Calendar.from_ical(written(events)).walk("VEVENT")
    assert [(str(one["UID"]), one.decoded("DTSTART"), str(one["SUMMARY"])) for one in read] == [
        (event.uid, event.day, event.summary) for event in events
    ]
    assert all(one.decoded("DTEND") - one.decoded("DTSTART") == timedelta(days=1) for one in read)
    assert all(len(one.walk("VALARM")) == 1 and one["STATUS"] == "CONFIRMED" for one in read)


def test_the_same_day_gives_the_same_bytes_and_no_line_is_too_long() -> None:
    content = written(planted_events())
    assert content == written(planted_events())
    assert max(map(len, content.split(b"\r\n"))) <= MOST_OCTETS and content.count(b"\n") == content.count(b"\r\n")


@given(some.text(alphabet=some.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_any_text_is_folded_between_letters_and_comes_back(text: str) -> None:
    folded = line("SUMMARY", text)
    assert all(len(one) <= MOST_OCTETS and one.decode() is not None for one in folded.split(b"\r\n"))
    assert [text_of(value) for _, value in unfolded(folded)] == [text]


def test_what_moved_is_told_with_a_higher_sequence_and_what_is_gone_is_cancelled() -> None:
    first = planted_events()
    moved, gone = first[0].uid, first[1].uid
    now = [
        event._replace(day=date(2027, 1, 1)) if event.uid == moved else event for event in first if event.uid != gone
    ]
    before = events_in(written(first), "truoc.ics")
    whole, changed = since(before, now)
    assert {(event.uid, event.sequence, event.cancelled) for event in changed} == {(moved, 1, False), (gone, 1, True)}
    assert len(whole) == len(first)
    again, nothing = since(events_in(written(whole), "truoc.ics"), now)
    assert again == whole and nothing == []
    back, told = since({event.uid: event for event in again}, first)
    assert {(event.uid, event.sequence, event.cancelled) for event in told} == {(moved, 2, False), (gone, 2, False)}
    assert len(back) == len(first)


def test_the_public_profile_names_nobody() -> None:
    content = b"".join(written(planted_events(date(2026, month, 15), public=True)) for month in range(1, 13)).decode()
    whole = content.replace("\r\n ", "")
    for typed in ("Lê Văn Nhận", "Hộ Hai", "Hợp tác xã Một", "Tổ OCOP", "Công ty A", "Khô cá", "Tuyên truyền Tuyên"):
        assert typed not in whole
    assert "Sản phẩm 3" in whole


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"BEGIN:VCALENDAR\r\nPRODID:other\r\nEND:VCALENDAR\r\n"])
def test_what_is_no_calendar_of_ours_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(Refusal, match=r"la\.ics"):
        events_in(content, "la.ics")


def test_the_command_writes_the_file_and_beside_it_what_has_changed(tmp_path: Path, demo_file: Path) -> None:
    first, second = tmp_path / "mot.ics", tmp_path / "hai.ics"
    assert ocop("agenda", demo_file, "--on", "15/06/2026", "--ics", first).returncode == 0
    done = ocop("agenda", demo_file, "--on", "15/08/2026", "--ics", second, "--since", first, "--public")
    assert done.returncode == 0 and "hai_moi.ics" in done.stdout, done.stderr
    assert icalendar.Calendar.from_ical((tmp_path / "hai_moi.ics").read_bytes()).walk("VEVENT")
    wrong = ocop("agenda", demo_file, "--ics", tmp_path / "lich.txt")
    assert wrong.returncode == 2 and "đuôi .ics" in wrong.stderr
