"""An end to work that takes too long, in whatever thread of whatever worker it is done.

Signals would do in the main thread of a Unix process only; workers of Dask are threads, and the province may use
Windows. So a second thread watches the first one's processor time: a busy machine makes no file late.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread, get_ident

_LOOKS = 0.1
"""Seconds from one look at the clock to the next."""


class TakesTooLong(Exception):
    """The work had its time and was ended where it stood."""


class _Ended(BaseException):
    """What ends it: no `except Exception` on the way may take it for an error of its own."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """`TakesTooLong` where the work inside needs more processor time. A call into C is ended when it comes back."""
    watch = _Watch(seconds)
    ended = True
    try:
        try:
            yield
            ended = False
        except _Ended:
            raise
        except BaseException as error:
            ended = False
            if watch.late:  # on the way it was taken for a fault of the file
                raise TakesTooLong from error
            raise
        finally:
            watch.stop(ended=ended)
    except _Ended:
        raise TakesTooLong from None


class _Watch:
    def __init__(self, seconds: float) -> None:
        self._of, self._clock = get_ident(), _clock_of(get_ident())
        self._until = self._clock() + seconds
        self._done, self._deciding, self.late = Event(), Lock(), False
        Thread(target=self._run, daemon=True).start()

    def stop(self, *, ended: bool) -> None:
        """Nothing is raised any more once this is over: what is on its way, because the work came to its end at that
        very moment, comes here. Calling it back would leave the interpreter waiting for it."""
        with self._deciding:
            self._done.set()
        for _ in range(100 if self.late and not ended else 0):
            time.sleep(0.001)

    def _run(self) -> None:
        while not self._done.wait(_LOOKS):
            if self._clock() < self._until:
                continue
            with self._deciding:
                if not self._done.is_set():
                    self.late = True
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._of), ctypes.py_object(_Ended))
            return


def _clock_of(thread: int) -> Callable[[], float]:
    """The thread's own processor time; that of the whole process where the system does not tell it."""
    clock_id = getattr(time, "pthread_getcpuclockid", None)
    if clock_id is None:
        return time.process_time
    clock = clock_id(thread)
    return lambda: time.clock_gettime(clock)
