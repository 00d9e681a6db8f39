"""How much work and text one rendering may take, whatever its template asks for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from functools import wraps
from typing import Any

SECONDS = 3.0
"""A house paper takes a hundredth of this."""
MAX_CHARACTERS = 32 * 1024 * 1024
_ITEM_SIZE = 32  # what one value of a list counts besides its characters


class TooMuchError(Exception):
    """The template asked for more work or text than any paper needs."""


class Job:
    """One rendering: when it must end, how much it has printed, which gaps it has shown."""

    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        self.printed = 0
        self.gaps: list[str] = []
        self.by_hand: set[str] = set()

    def tick(self) -> None:
        if time.monotonic() > self.deadline:
            raise TooMuchError

    def print(self, text: str) -> str:
        self.printed += len(text)
        if self.printed > MAX_CHARACTERS:
            raise TooMuchError
        return text


_JOB: ContextVar[Job] = ContextVar("job")


def this_job() -> Job:
    """The rendering that this thread is at."""
    return _JOB.get()


def start_job() -> Job:
    """Begin a rendering in this thread; the clock runs from now."""
    job = Job(time.monotonic() + SECONDS)
    _JOB.set(job)
    return job


class Counted:
    """A loop's values, with a look at the clock before each."""

    def __init__(self, values: Iterable[Any]) -> None:
        self.values = values if isinstance(values, Sequence | Mapping) else list(values)

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Any]:
        job = this_job()
        for value in self.values:
            job.tick()
            yield value


def bounded(value: Any) -> Any:
    """The value itself, unless it holds more than any paper would."""
    size, rest = 0, [value]
    while rest:
        item = rest.pop()
        if isinstance(item, str):
            size += len(item)
        elif isinstance(item, Mapping):
            rest.extend(item.values())
        elif isinstance(item, list | tuple):
            rest.extend(item)
        size += _ITEM_SIZE
        if size > MAX_CHARACTERS:
            raise TooMuchError
    return value


def timed(work: Callable[..., Any]) -> Callable[..., Any]:
    """The filter or test with a look at the clock before it works, and before each value that it gives later."""

    @wraps(work)
    def run(*args: Any, **kwargs: Any) -> Any:
        this_job().tick()
        made = work(*args, **kwargs)
        return iter(Counted(made)) if isinstance(made, Iterator) else made

    return run
