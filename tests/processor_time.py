"""Limits of time that a busy machine cannot break: processor seconds, not the clock's."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager


def processor_seconds() -> float:
    """What this process and the ended processes it started have cost so far (Windows does not tell of the latter)."""
    ended = os.times()
    return time.process_time() + ended.children_user + ended.children_system


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """The block may cost this much processor time."""
    begun = processor_seconds()
    yield
    spent = processor_seconds() - begun
    assert spent < seconds, f"took {spent:.2f} processor seconds, allowed are {seconds}"
