"""The same work on many files, on whatever does it: this process, several, or other machines.

Anything with the interface of `concurrent.futures.Executor` will do. Bytes go out and come back, a few at a time, so
that memory does not grow with the number of files; the order in which they come back decides nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from time import monotonic
from typing import Any, TypeVar

from ocop_xl.records import NamedTuple

T = TypeVar("T")
_TOGETHER, _BYTES_TOGETHER = 8, 2**20
"""Files, and bytes of them, that go to a worker as one: the way to a worker of Dask costs a third of a file."""
_AHEAD = 6
"""Bundles handed out and not yet back: enough to keep every worker busy."""
_WORTH_A_PROCESS = 60
"""Files for which starting one more process costs less than it saves."""


class Task(NamedTuple):
    """One file: `number` is its place in the list, the arguments are what the worker gets; where the result is `known`
    already, no worker is asked."""

    number: int
    arguments: tuple[Any, ...] = ()
    known: bytes | None = None
    size: int = 0


class Progress(NamedTuple):
    """`left` are the seconds that the rest will take at the pace so far, None before the first result."""

    done: int
    total: int
    left: float | None


Tell = Callable[[Progress], None]


class Here(Executor):
    """Does the work at once, in this process."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def spread(
    work: Callable[..., bytes], tasks: Iterable[Task], executor: Executor
) -> Iterator[tuple[int, bytes | BaseException]]:
    """Each task's number with what `work` made of it, or the error with which its worker ended, as they come.

    Whoever stops asking stops the work: what has not begun is called off.
    """
    running: dict[Future[list[bytes]], list[Task]] = {}
    try:
        for bundle in _bundled(tasks):
            if bundle[0].known is not None:
                yield bundle[0].number, bundle[0].known
                continue
            try:
                running[executor.submit(_each, work, [task.arguments for task in bundle])] = bundle
            except BrokenProcessPool as error:
                yield from ((task.number, error) for task in bundle)
            if len(running) >= _AHEAD:
                yield from _finished(running)
        while running:
            yield from _finished(running)
    finally:
        for future in running:
            future.cancel()


def _bundled(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """What is known stands alone."""
    bundle: list[Task] = []
    for task in tasks:
        if task.known is not None:
            yield [task]
            continue
        bundle.append(task)
        if len(bundle) == _TOGETHER or sum(one.size for one in bundle) >= _BYTES_TOGETHER:
            yield bundle
            bundle = []
    if bundle:
        yield bundle


def _each(work: Callable[..., bytes], bundle: list[tuple[Any, ...]]) -> list[bytes]:
    return [work(*arguments) for arguments in bundle]


def _finished(running: dict[Future[list[bytes]], list[Task]]) -> Iterator[tuple[int, bytes | BaseException]]:
    """A bundle whose worker has ended gives its error for each file: which one was at fault is not known."""
    for future in wait(running, return_when=FIRST_COMPLETED).done:
        bundle = running.pop(future)
        try:
            results = future.result()
        except (Exception, CancelledError) as error:
            yield from ((task.number, error) for task in bundle)
        else:
            yield from zip((task.number for task in bundle), results, strict=True)


@contextmanager
def workers(files: int, most: int | None = None) -> Iterator[Executor]:
    """As many processes as the files are worth and the machine has, at most `most`; one means this process."""
    count = min(most or _cores(), max(1, files // _WORTH_A_PROCESS))
    if count <= 1:
        yield Here()
        return
    pool = ProcessPoolExecutor(count)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Clock:
    """Tells how far the work is, and how long the rest will take."""

    def __init__(self, total: int, tell: Tell | None) -> None:
        self._total, self._tell, self._begun, self._done = total, tell, monotonic(), 0

    def one_more(self) -> None:
        self._done += 1
        if self._tell:
            pace = (monotonic() - self._begun) / self._done
            self._tell(Progress(self._done, self._total, pace * (self._total - self._done)))
