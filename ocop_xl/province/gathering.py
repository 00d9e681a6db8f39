"""From what has arrived to what each file says: read once, on whatever executor, kept for the next time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from tempfile import TemporaryFile
from types import TracebackType
from typing import Self

from ocop_xl.errors import Refusal
from ocop_xl.province.arrivals import Arrival
from ocop_xl.province.choosing import Judged, Sent, judge
from ocop_xl.province.head import head_of, packed, refused
from ocop_xl.province.kept import Kept
from ocop_xl.province.reduced import Added, added_by, reduced
from ocop_xl.province.spread import Clock, Task, Tell, spread

_WORKER_DIED = "Chương trình đọc tệp này bị dừng giữa chừng (có thể thiếu bộ nhớ); hãy xin lại tệp từ người gửi."


class Gathered:
    """`judged` is every file with its fate; the rows wait on disk until they are asked for: memory does not grow with
    the number of files. To be closed, or used in a `with`."""

    def __init__(self) -> None:
        self.judged: list[Judged] = []
        self._file = TemporaryFile()  # noqa: SIM115 – closed by `close`
        self._places: dict[int, tuple[int, int]] = {}

    def put(self, number: int, packed: bytes) -> None:
        self._places[number] = (self._file.seek(0, 2), len(packed))
        self._file.write(packed)

    def added_by(self, one: Judged) -> Added:
        at, size = self._places[one.number]
        self._file.seek(at)
        return added_by(self._file.read(size))

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def gather(
    files: Sequence[Arrival], day: str, executor: Executor, kept: Kept | None = None, tell: Tell | None = None
) -> Gathered:
    """Every file read and judged as of the day (YYYY-MM-DD). Ctrl+C, or any error in `tell`, ends it cleanly."""
    gathered, heads, clock = Gathered(), {}, Clock(len(files), tell)
    try:
        for number, result in _results(files, day, executor, kept):
            gathered.put(number, result)
            heads[number] = head_of(result)
            clock.one_more()
    except BaseException:
        gathered.close()
        raise
    gathered.judged = judge(Sent(number, files[number].name, heads[number]) for number in sorted(heads))
    assert len(gathered.judged) == len(files), "every file has one fate"
    return gathered


def _results(files: Sequence[Arrival], day: str, executor: Executor, kept: Kept | None) -> Iterator[tuple[int, bytes]]:
    """By number, as they come."""
    orphans = []
    for number, result in spread(reduced, _tasks(files, day, kept), executor):
        if isinstance(result, bytes):
            if kept and not head_of(result).refusal:  # a refusal names the file, which may be called otherwise tomorrow
                kept.keep(head_of(result).sum, result)
            yield number, result
        else:
            orphans.append(number)
    for number in orphans:
        yield number, _alone(files[number], day)


def _tasks(files: Sequence[Arrival], day: str, kept: Kept | None) -> Iterator[Task]:
    for number, file in enumerate(files):
        try:
            raw = file.read()
        except Refusal as refusal:
            yield Task(number, known=packed(refused(b"", str(refusal))))
        else:
            yield Task(number, (file.name, raw, day), kept.find(raw) if kept else None, len(raw))


def _alone(file: Arrival, day: str) -> bytes:
    """A worker that dies takes the files of the others with it: each is read once more, in a process of its own."""
    raw = file.read()
    try:
        with ProcessPoolExecutor(1) as pool:
            return pool.submit(reduced, file.name, raw, day).result()
    except BrokenProcessPool:
        return packed(refused(raw, _WORKER_DIED))
