"""From what has arrived and the list of units to the board, as a value that a workbook, a page and a program show."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from ocop_xl.province.arrivals import Arrival, arrivals
from ocop_xl.province.board.changed import Changed, changed_between
from ocop_xl.province.board.states import Line, State, lines
from ocop_xl.province.board.units import Unit
from ocop_xl.province.choosing import Judged
from ocop_xl.province.gathering import gather
from ocop_xl.province.kept import FOLDER, Kept
from ocop_xl.province.spread import Tell, workers
from ocop_xl.records import NamedTuple


class Board(NamedTuple):
    """`changed` by the code of the unit: what its last file says otherwise than the one before."""

    on: date
    due: date | None
    lines: tuple[Line, ...]
    files: tuple[Judged, ...]
    changed: dict[str, tuple[Changed, ...]]

    def count(self, state: State) -> int:
        return sum(line.state is state for line in self.lines)


def make_board(
    places: Iterable[Path],
    units: list[Unit],
    on: date,
    due: date | None = None,
    *,
    ours: Iterable[Path] = (),
    keep_in: Path | None = None,
    executor: Executor | None = None,
    processes: int | None = None,
    tell: Tell | None = None,
) -> Board:
    """Who has sent what, as of the day; `ours` are files that we make and do not read, `keep_in` the folder in which
    results are kept for the next time."""
    files = list(arrivals(places, ours=tuple(ours)))
    kept = Kept(keep_in / FOLDER, on.isoformat()) if keep_in else None
    with (
        workers(len(files), processes) if executor is None else nullcontext(executor) as crew,
        gather(files, on.isoformat(), crew, kept, tell) as gathered,
    ):
        judged = tuple(gathered.judged)
    found = tuple(lines(judged, units, on, due))
    if kept:
        kept.forget_the_rest()
    return Board(on, due, found, judged, {line.unit.code: rows for line in found if (rows := _changed(line, files))})


def _changed(line: Line, files: list[Arrival]) -> tuple[Changed, ...]:
    if line.used is None or line.before is None or line.before.head.content == line.used.head.content:
        return ()
    return changed_between(files[line.before.number], files[line.used.number])
