"""«Hoàn tác»: the last run of the journal taken back, as long as its cells still hold what it wrote."""

from __future__ import annotations

from collections.abc import Sequence

from ocop_xl.excel.apply import Computed, apply, row_numbers
from ocop_xl.excel.cells import Formula
from ocop_xl.excel.frame_rows import frame_row, is_frame
from ocop_xl.excel.host import Desk
from ocop_xl.excel.journal import UNDO, Journal, Line, Run, undo_reason
from ocop_xl.excel.live_book import LiveBook, LiveTable, read_live
from ocop_xl.excel.outcome import NOTHING_DONE, Outcome, Refused
from ocop_xl.excel.page import drop_pages
from ocop_xl.excel.words import COMPUTED, from_words, holds
from ocop_xl.model import INPUT_TABLES, Row, spec_of
from ocop_xl.model.change import Change
from ocop_xl.model.column import Column
from ocop_xl.sheets.area import Area, area_of

_KINDS: dict[str, type[Row]] = {spec_of(kind).name: kind for kind in INPUT_TABLES}
_SHOWN = 12


def run(desk: Desk) -> Outcome:
    drop_pages(desk)
    journal = Journal(desk)
    last = next((run for run in reversed(journal.runs()) if _can_be_undone(run)), None)
    if last is None:
        return Outcome("«Nhật ký» không còn việc nào để hoàn tác.", quiet=True)
    live = read_live(desk, [_KINDS[name] for name in dict.fromkeys(line.table for line in last.lines)])
    now = _Now(desk, live)
    first = _first_states(last.lines)
    conflicts = [line for line in first if not now.settled(line)]
    if conflicts:
        raise Refused(_conflict(last, conflicts))
    back = [line for line in first if not now.is_back(line)]
    if not back:
        with journal.run(f"{UNDO}: {last.action}", [_reversed(line, last) for line in first[:1]]):
            return Outcome(f"Các ô của việc {_named(last)} đã như trước, không phải sửa gì.")
    broken = "" if last.finished else f"Việc này bị ngắt giữa chừng, mới ghi {len(back)}/{len(first)} ô.\n"
    if not desk.confirm(f"{broken}Trả lại {len(back)} ô về như trước việc {_named(last)}?\n\n{_preview(back)}"):
        return NOTHING_DONE
    changes = [_change(line, last) for line in back]
    done = apply(desk, live, changes, f"{UNDO}: {last.action}", _what_of_formulas(back))
    return Outcome(f"Đã trả lại {done} ô về như trước việc {_named(last)}; có ghi trong «Nhật ký».")


def _can_be_undone(run: Run) -> bool:
    ours = all(line.table in _KINDS for line in run.lines)
    return ours and not run.undone and not run.action.startswith(UNDO)


def _what_of_formulas(lines: Sequence[Line]) -> Computed:
    """A formula is written over only if we have put it there."""
    return (
        Computed.REPLACED
        if all(line.after == COMPUTED or is_frame(line.row_id) for line in lines)
        else Computed.REFUSED
    )


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


class _Now:
    """What the cells of lines hold now; formulas are asked for only where the journal speaks of one."""

    def __init__(self, desk: Desk, live: LiveBook) -> None:
        self._desk, self._live = desk, live
        self._formulas: dict[str, list[list[str]]] = {}

    def settled(self, line: Line) -> bool:
        """As the run left it, or as it was before."""
        if self.is_back(line):
            return True
        now = self._cell(line)
        return isinstance(now, Formula) if line.after == COMPUTED else holds(now, line.after, _column(line))

    def is_back(self, line: Line) -> bool:
        """A row that the run has added and that is gone again needs nothing."""
        now = self._cell(line)
        if now is _Gone or isinstance(now, Formula):
            return now is _Gone and line.before == ""
        return holds(now, line.before, _column(line))

    def _cell(self, line: Line) -> object:
        kind = _KINDS[line.table]
        table, column = self._live.tables.get(kind), _column(line)
        if table is None:
            return _Gone
        if table.spec.form:
            area = _cell_of_form(self._live, line)
            return table.cell(area.top, area.left) if area else _Gone
        row = row_numbers(self._live, table).get(line.row_id) or frame_row(line.row_id, table)
        place = table.places.get(column.attribute)
        if row is None or place is None:
            return _Gone
        if line.after == COMPUTED:
            text = self._formulas_of(table)[row - table.area.top][place - table.area.left]
            if text.startswith("="):
                return Formula(text)
        return table.cell(row, place)

    def _formulas_of(self, table: LiveTable) -> list[list[str]]:
        if table.name not in self._formulas:
            self._formulas[table.name] = self._desk.formulas(table.sheet, table.area)
        return self._formulas[table.name]


def _cell_of_form(live: LiveBook, line: Line) -> Area | None:
    kind = _KINDS[line.table]
    return area_of(live.book.placement(kind).cell(live.book[kind][0], _column(line).attribute))


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
    shown = [f"{_where(line)}: phần mềm đã ghi “{line.after or '(trống)'}”, nay khác" for line in lines]
    head = f"Chưa hoàn tác việc {_named(run)} vì {len(lines)} ô đã được sửa lại từ sau đó:"
    return "\n".join([head, *shown, "Hãy xem cột «Trước» ở trang «Nhật ký» và tự sửa các ô cần trả lại."])


def _named(run: Run) -> str:
    return f"«{run.action}» lúc {run.when}"


def _where(line: Line) -> str:
    sheet = spec_of(_KINDS[line.table]).sheet
    return f"{sheet} {line.row_id} «{line.header}»".replace("  ", " ")
