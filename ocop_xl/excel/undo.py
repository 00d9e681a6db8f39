"""«Hoàn tác»: the last run of the journal taken back, as long as its cells still hold what it wrote."""

from __future__ import annotations

from collections.abc import Sequence

from ocop_xl.excel.apply import apply, row_numbers
from ocop_xl.excel.host import Desk
from ocop_xl.excel.journal import FRAME, UNDO, Journal, Line, Run, undo_reason
from ocop_xl.excel.live_book import LiveBook, read_live
from ocop_xl.excel.outcome import NOTHING_DONE, Outcome, Refused
from ocop_xl.excel.words import from_words, holds
from ocop_xl.model import INPUT_TABLES, Row, spec_of
from ocop_xl.model.change import Change
from ocop_xl.model.column import Column
from ocop_xl.sheets.area import Area, area_of

_KINDS: dict[str, type[Row]] = {spec_of(kind).name: kind for kind in INPUT_TABLES}
_SHOWN = 12


def run(desk: Desk) -> Outcome:
    last = next((run for run in reversed(Journal(desk).runs()) if _can_be_undone(run)), None)
    if last is None:
        return Outcome("«Nhật ký» không còn việc nào để hoàn tác.", quiet=True)
    live = read_live(desk, [_KINDS[name] for name in dict.fromkeys(line.table for line in last.lines)])
    first = _first_states(last.lines)
    conflicts = [line for line in first if not _settled(line, _now(live, line))]
    if conflicts:
        raise Refused(_conflict(last, conflicts))
    back = [line for line in first if not _is_back(line, _now(live, line))]
    if not back:
        Journal(desk).add(f"{UNDO}: {last.action}", [_reversed(line, last) for line in first[:1]])
        return Outcome(f"Các ô của việc «{last.action}» lúc {last.when} đã như trước, không phải sửa gì.")
    if not desk.confirm(
        f"Trả lại {len(back)} ô về như trước việc «{last.action}» lúc {last.when}?\n\n{_preview(back)}"
    ):
        return NOTHING_DONE
    done = apply(desk, live, [_change(line, last) for line in back], f"{UNDO}: {last.action}")
    return Outcome(f"Đã trả lại {done} ô về như trước việc «{last.action}» lúc {last.when}; có ghi trong «Nhật ký».")


def _can_be_undone(run: Run) -> bool:
    """Headers and formulas that were put back are none of the user's data."""
    ours = all(line.table in _KINDS and line.row_id != FRAME for line in run.lines)
    return ours and not run.undone and not run.action.startswith(UNDO)


def _first_states(lines: Sequence[Line]) -> list[Line]:
    """One line a cell: what it held before the run's first change, and what the last one left."""
    found: dict[tuple[str, str, str], Line] = {}
    for line in lines:
        place = (line.table, line.row_id, line.header)
        before = found[place].before if place in found else line.before
        found[place] = Line(*place, before, line.after, line.why)
    return list(found.values())


def _column(line: Line) -> Column:
    spec = spec_of(_KINDS[line.table])
    found = next((column for column in spec.columns if column.header == line.header), None)
    if found is None:
        raise Refused(
            f"«Nhật ký» nói đến cột «{line.header}» mà trang «{spec.sheet}» không có; hãy tự sửa theo cột «Trước»."
        )
    return found


class _Gone:
    """The row is not there any more."""


def _now(live: LiveBook, line: Line) -> object:
    kind = _KINDS[line.table]
    table, column = live.tables.get(kind), _column(line)
    if table is None:
        return _Gone
    rows = row_numbers(live, table)
    if line.row_id not in rows:
        return _Gone
    if table.spec.form:
        area = _cell_of_form(live, line)
        return table.cell(area.top, area.left) if area else _Gone
    place = table.places.get(column.attribute)
    return _Gone if place is None else table.cell(rows[line.row_id], place)


def _cell_of_form(live: LiveBook, line: Line) -> Area | None:
    kind = _KINDS[line.table]
    return area_of(live.book.placement(kind).cell(live.book[kind][0], _column(line).attribute))


def _settled(line: Line, now: object) -> bool:
    """As the run left it, or as it was before."""
    return _is_back(line, now) or holds(now, line.after, _column(line))


def _is_back(line: Line, now: object) -> bool:
    """A row that the run has added and that is gone again needs nothing."""
    return line.before == "" if now is _Gone else holds(now, line.before, _column(line))


def _change(line: Line, run: Run) -> Change:
    value = from_words(line.before, _column(line))
    return Change(line.table, line.row_id, line.header, None, value, undo_reason(run))


def _reversed(line: Line, run: Run) -> Line:
    return Line(line.table, line.row_id, line.header, line.after, line.before, undo_reason(run))


def _preview(lines: Sequence[Line]) -> str:
    shown = [f"{_where(line)}: {line.after or '(trống)'} → {line.before or '(trống)'}" for line in lines[:_SHOWN]]
    more = [f"… và {len(lines) - _SHOWN} ô nữa"] if len(lines) > _SHOWN else []
    return "\n".join(shown + more)


def _conflict(run: Run, lines: Sequence[Line]) -> str:
    shown = [f"{_where(line)}: phần mềm đã ghi “{line.after or '(trống)'}”, nay khác" for line in lines[:_SHOWN]]
    more = [f"… và {len(lines) - _SHOWN} ô nữa"] if len(lines) > _SHOWN else []
    head = f"Chưa hoàn tác việc «{run.action}» lúc {run.when} vì {len(lines)} ô đã được sửa lại từ sau đó:"
    return "\n".join([head, *shown, *more, "Hãy xem cột «Trước» ở trang «Nhật ký» và tự sửa các ô cần trả lại."])


def _where(line: Line) -> str:
    sheet = spec_of(_KINDS[line.table]).sheet
    return f"{sheet} {line.row_id} «{line.header}»".replace("  ", " ")
