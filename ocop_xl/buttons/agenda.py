"""«Việc cần làm»: to the list; on one of its lines, what was decided about that duty goes to «Nhắc việc»."""

from __future__ import annotations

from datetime import date

from ocop_xl.buttons.outcome import NOTHING_DONE, UNDO_HINT, Outcome
from ocop_xl.desks.apply import apply
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.live_book import read_live
from ocop_xl.errors import Refusal
from ocop_xl.model import Commune, Reminder, spec_of
from ocop_xl.programme.steps.draft import Draft
from ocop_xl.records import NamedTuple
from ocop_xl.sheets.agenda_places import FIRST
from ocop_xl.sheets.area import Area
from ocop_xl.sheets.reading.days import day_of_text
from ocop_xl.sheets.vocabulary import AGENDA
from ocop_xl.vietnamese import tidy

_WHAT, _KEY = 3, 7
"""Columns of the list, counted from 0."""


class Decision(NamedTuple):
    """What can be said about a duty: in the list of choices, the cell of «Nhắc việc» that says it, how it is asked."""

    words: str
    attribute: str
    question: str


DECISIONS = (
    Decision("Hoãn đến một ngày", "put_off", "Hoãn đến ngày nào (ngày/tháng/năm)? Hạn của việc giữ nguyên."),
    Decision("Giao cho người khác", "handed_to", "Giao cho ai?"),
    Decision("Không phải làm", "reason", "Vì sao không phải làm?"),
)


def run(desk: Desk) -> Outcome:
    if AGENDA not in desk.sheet_names():
        raise Refusal(f"Sổ chưa có trang «{AGENDA}»: hãy bấm «Lên mẫu mới» để lập sổ có trang này từ sổ đang mở.")
    duty = _selected(desk)
    if duty is None:
        desk.select(AGENDA, Area(FIRST, _WHAT, FIRST, _WHAT))
        hint = "đứng ở một việc mà bấm thì hoãn, giao, ghi không phải làm"
        return Outcome(f"Đang ở trang «{AGENDA}»; {hint}.", quiet=True)
    key, what = duty
    chosen = desk.choose(f"Việc: {what}", [one.words for one in DECISIONS])
    if chosen is None:
        return NOTHING_DONE
    typed = tidy(desk.ask(DECISIONS[chosen].question) or "")
    return _write(desk, key, what, DECISIONS[chosen], typed) if typed else NOTHING_DONE


def _selected(desk: Desk) -> tuple[str, str] | None:
    """Key and words of the duty on whose line the user stands."""
    place = desk.selected
    if place is None or place[0] != AGENDA or place[1].top < FIRST:
        return None
    row = place[1].top
    [line] = desk.read(AGENDA, Area(row, _WHAT, row, _KEY))
    what, key = line[0], line[-1]
    return (str(key), str(what)) if key else None


def _write(desk: Desk, key: str, what: str, decision: Decision, typed: str) -> Outcome:
    """A line of the duty's own, or the one that it has; what was decided before is replaced."""
    live = read_live(desk, (Commune, Reminder))
    if Reminder not in live.tables:
        raise Refusal(f"Sổ không còn bảng của trang «{spec_of(Reminder).sheet}»; hãy lấy lại trang này từ bản sao lưu.")
    draft = Draft(live.book, "ghi điều đã quyết về một việc")
    said: date | str = _day(typed) if decision.attribute == "put_off" else typed
    cells: dict[str, object] = {decision.attribute: said, "decided": live.book.day(None)}
    known = next((row for row in live.book[Reminder] if (row.duty or "").casefold() == key.casefold()), None)
    if known is None:
        known = draft.add(Reminder, duty=key, note=what, **cells)
    else:
        draft.move(known, **cells)
    apply(desk, live, draft.changes, f"{decision.words}: {what}")
    return Outcome(f"Đã ghi vào trang «{spec_of(Reminder).sheet}», dòng {known.id}: {what}. {UNDO_HINT}")


def _day(typed: str) -> date:
    found = day_of_text(typed)
    if not isinstance(found, date):
        raise Refusal(f"«{typed}» không phải một ngày; hãy ghi ngày/tháng/năm, ví dụ 15/08/2026.")
    return found
