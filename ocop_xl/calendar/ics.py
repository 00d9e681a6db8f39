"""Events to a calendar file and back: deterministic, one alarm each, no clock of this machine in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from ocop_xl.calendar.events import Event
from ocop_xl.calendar.lines import line, plain, text_of, unfolded
from ocop_xl.errors import Refusal
from ocop_xl.law.clocks import moved

_MAKER = "-//ocop_xl//Viec can lam//VI"
_ALARM = timedelta(days=2, hours=16)
"""Before the day begins: at eight in the morning, three days ahead."""


def calendar(events: Iterable[Event], name: str, on: date) -> bytes:
    """The file's bytes; `on` stands for the moment at which it was made."""
    head = [plain("BEGIN:VCALENDAR"), plain("VERSION:2.0"), line("PRODID", _MAKER), plain("CALSCALE:GREGORIAN")]
    head += [plain("METHOD:PUBLISH"), line("X-WR-CALNAME", name)]
    return b"".join([*head, *(_event(event, on) for event in events), plain("END:VCALENDAR")])


def _event(event: Event, on: date) -> bytes:
    lines = [
        plain("BEGIN:VEVENT"),
        line("UID", event.uid),
        plain(f"DTSTAMP:{on:%Y%m%d}T000000Z"),
        plain(f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"),
        plain(f"DTEND;VALUE=DATE:{moved(event.day, 1):%Y%m%d}"),
        plain(f"SEQUENCE:{event.sequence}"),
        plain(f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"),
        plain("TRANSP:TRANSPARENT"),
        line("SUMMARY", event.summary),
        line("DESCRIPTION", event.description),
        line("CATEGORIES", event.category),
    ]
    if not event.cancelled:
        days, hours = _ALARM.days, _ALARM.seconds // 3600
        alarm = ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-P{days}DT{hours}H")
        lines += [*map(plain, alarm), line("DESCRIPTION", event.summary), plain("END:VALARM")]
    return b"".join([*lines, plain("END:VEVENT")])


def events_in(content: bytes, name: str) -> dict[str, Event]:
    """The events of a file that `calendar` has written, by their UID."""
    found: dict[str, Event] = {}
    if not content.lstrip().startswith(b"BEGIN:VCALENDAR") or _MAKER.encode() not in content:
        raise Refusal(f"Tệp {name} không phải lịch do phần mềm này lập: hãy chọn đúng tệp .ics của lần trước.")
    inside: dict[str, str] = {}
    for property_name, value in unfolded(content):
        if (property_name, value) == ("BEGIN", "VEVENT"):
            inside = {}
        elif (property_name, value) == ("END", "VEVENT"):
            event = _read(inside, name)
            found[event.uid] = event
        else:
            inside.setdefault(property_name, value)  # an alarm's own description comes second
    return found


def _read(inside: dict[str, str], name: str) -> Event:
    try:
        return Event(
            text_of(inside["UID"]),
            datetime.strptime(inside["DTSTART"], "%Y%m%d").date(),
            text_of(inside["SUMMARY"]),
            text_of(inside["DESCRIPTION"]),
            text_of(inside["CATEGORIES"]),
            int(inside["SEQUENCE"]),
            inside["STATUS"] == "CANCELLED",
        )
    except (KeyError, ValueError) as error:
        raise Refusal(f"Tệp {name} bị sửa hoặc thiếu: không đọc được một việc trong lịch. Hãy lập lịch mới.") from error
