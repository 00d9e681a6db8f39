"""One command at a time on one workbook, and no trace of a command that was killed."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from ocop_xl.errors import ChangedMeanwhile, Refusal, WorkbookOpen
from ocop_xl.office.our_files import is_left, note_beside

Done = TypeVar("Done")
_PAUSE = 0.5


def alone(options: Namespace, job: Callable[[], Done], *, writes: bool) -> Done:
    """Do a job that reads the workbook and, if it `writes`, writes into it: no other command writes in between.

    Another program may: then nothing is written. For `--wait` seconds the job waits for its turn, and is done anew from
    the reading on when the workbook was open or has changed meanwhile.
    """
    book: Path = options.book
    if not writes or not book.is_file():
        return job()  # which says what is wrong with the path
    from ocop_xl.office.lock import locked  # what only reads does not wait for it to load
    from ocop_xl.office.safe_write import refuse_closed

    refuse_closed(book.resolve())
    until = time.monotonic() + options.wait
    while True:
        try:
            with locked(book, until - time.monotonic()):
                return job()
        except (WorkbookOpen, ChangedMeanwhile) as reason:
            if time.monotonic() + _PAUSE > until:
                raise
            print(f"⏳ {reason} Lệnh đang chờ để làm lại.", file=sys.stderr, flush=True)
            time.sleep(_PAUSE)


def clear_up(book: Path) -> None:
    """Take away what killed commands left beside the workbook; nothing of one that lives, and never a refusal."""
    with suppress(OSError, Refusal):
        path = book.resolve()
        if is_left(path):
            _take_away(path)


def _take_away(path: Path) -> None:
    from ocop_xl.office.lock import is_held_by_the_living, locked

    if is_held_by_the_living(path):
        return
    with locked(path):
        if note_beside(path).exists():
            from ocop_xl.papers.numbering.left_papers import finish_left

            finish_left(path)
