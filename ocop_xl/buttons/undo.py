"""«Hoàn tác»: the last run of the journal taken back, as long as its cells still hold what it wrote."""

from __future__ import annotations

from collections.abc import Sequence

from ocop_xl.buttons.outcome import NOTHING_DONE, Outcome
from ocop_xl.changes.change import Change
from ocop_xl.changes.journal import MERGE, UNDO, Line, Run, one_a_cell, undo_reason
from ocop_xl.changes.wording import COMPUTED, from_words
from ocop_xl.desks.apply import Computed, apply
from ocop_xl.desks.desk import Desk
from ocop_xl.desks.frame_rows import is_frame
from ocop_xl.desks.identity import read_identity, write_identity
from ocop_xl.desks.journal import Journal
from ocop_xl.desks.journal_cells import Now, column_of
from ocop_xl.desks.live_book import read_live
from ocop_xl.desks.page import drop_pages
from ocop_xl.jobs.remembering import without_merge
from ocop_xl.model import table_named
from ocop_xl.model.table import Role

_SHOWN, _LONGEST = 12, 80
"""Cells that a question names, and letters of each."""


def run(desk: Desk) -> Outcome:
    drop_pages(desk)
    journal = Journal(desk)
    last = next((run for run in reversed(journal.runs()) if _can_be_undone(run)), None)
    if last is None:
        return Outcome("«Nhật ký» không còn việc nào để hoàn tác.", quiet=True)
    live = read_live(desk, dict.fromkeys(table_named(line.table).row_type for line in last.lines))
    now = Now(desk, live)
    first = [line for line in one_a_cell(last.lines) if not line.is_note]
    left = now.conflicts(first)
    back = [line for line in first if line not in left and not now.is_back(line)]
    if not desk.confirm(_question(last, back, left, now)):
        return NOTHING_DONE
    if last.action == MERGE:
        _forget_merge(desk)
    if not back:
        with journal.run(f"{UNDO}: {last.action}", [_reversed(line, last) for line in last.lines[:1]]):
            return Outcome(f"Đã khép việc {_named(last)}, không ô nào phải sửa.")
    changes = [_change(line, last, now) for line in back]
    done = apply(desk, live, changes, f"{UNDO}: {last.action}", _what_of_formulas(back))
    kept = f" {len(left)} ô đã sửa lại từ sau đó thì để yên." if left else ""
    return Outcome(f"Đã trả lại {done} ô về như trước việc {_named(last)}; có ghi trong «Nhật ký».{kept}")


def _forget_merge(desk: Desk) -> None:
    """Else the next merge would take what the other copy has for what was deleted here on purpose."""
    identity = read_identity(desk)
    if identity is not None:
        write_identity(desk, without_merge(identity))


def _question(run: Run, back: Sequence[Line], left: Sequence[Line], now: Now) -> str:
    """What will be given back and what will not."""
    parts = []
    if not run.finished:
        parts.append(f"Việc {_named(run)} bị ngắt giữa chừng.")
    if left:
        shown = [
            f"{_where(line)}: phần mềm đã ghi “{_cut(line.after)}”, nay là “{_cut(now.words(line))}”" for line in left
        ]
        parts.append("\n".join([f"{len(left)} ô đã được sửa lại từ sau đó nên để yên:", *_first(shown)]))
    if back:
        shown = [f"{_where(line)}: {_cut(line.after)} → {_cut(line.before)}" for line in back]
        head = f"Trả lại {len(back)} ô về như trước việc {_named(run)}?"
        parts.append("\n".join([head, *_first(shown)]))
    else:
        parts.append(
            f"Việc {_named(run)} không còn ô nào phải trả lại. Khép việc này để lần sau hoàn tác việc trước nó?"
        )
    return "\n\n".join(parts)


def _first(lines: Sequence[str]) -> list[str]:
    return [*lines[:_SHOWN], *([f"… và {len(lines) - _SHOWN} ô nữa"] if len(lines) > _SHOWN else [])]


def _cut(words: str) -> str:
    return (words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…") or "(trống)"


def _can_be_undone(run: Run) -> bool:
    ours = all(line.table and table_named(line.table).role is Role.INPUT for line in run.lines)
    return ours and not run.undone and not run.action.startswith(UNDO)


def _what_of_formulas(lines: Sequence[Line]) -> Computed:
    """A formula is written over only if we have put it there."""
    return (
        Computed.REPLACED
        if all(line.after == COMPUTED or is_frame(line.row_id) for line in lines)
        else Computed.REFUSED
    )


def _change(line: Line, run: Run, now: Now) -> Change:
    before = from_words(line.before, column_of(line))
    return Change(line.table, line.row_id, line.header, now.value(line), before, undo_reason(run))


def _reversed(line: Line, run: Run) -> Line:
    return Line(line.table, line.row_id, line.header, line.after, line.before, undo_reason(run))


def _named(run: Run) -> str:
    return f"«{run.action}» lúc {run.when}"


def _where(line: Line) -> str:
    sheet = table_named(line.table).sheet
    return f"{sheet} {line.row_id} «{line.header}»".replace("  ", " ")
