"""How far a long work is, on a line of the terminal that is written over; nothing where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable

from ocop_xl.jobs.pace import duration
from ocop_xl.province.spread import Progress


def on_screen(words: str) -> Callable[[Progress], None] | None:
    """What to call with each step, None if the output goes to a file or a program."""
    if not sys.stderr.isatty():
        return None

    def tell(now: Progress) -> None:
        end = "\n" if now.done == now.total else ""
        print(
            f"\r{words} {now.done}/{now.total} tệp, còn khoảng {duration(now.left or 0)}   ", end=end, file=sys.stderr
        )
        sys.stderr.flush()

    return tell
