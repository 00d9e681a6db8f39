"""Who holds a lock, and whether that process still lives."""

from __future__ import annotations

import json
import os
import re
import sys
import threading
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from ocop_xl.records import NamedTuple

_UNKNOWN = "?"
_TAG = re.compile(r"([0-9a-f]{8})-(\d{1,10})-([0-9a-f]{8})")


class Holder(NamedTuple):
    """`space` tells containers of one name apart; `born` tells a process from a later one of the same number."""

    machine: str
    space: str
    process: int
    born: str
    thread: int
    since: str

    @property
    def in_words(self) -> str:
        return f"máy {self.machine}, từ {self.since}"

    @property
    def lives(self) -> bool | None:
        """None where nobody can tell: on another machine, or on a system that does not say when a process began."""
        if (self.machine, self.space) != (_machine(), _space()):
            return None
        now = _born(self.process)
        if _UNKNOWN in (now, self.born):
            return None if now else False
        return now == self.born

    @property
    def is_me(self) -> bool:
        return self[:5] == this_holder()[:5]

    @property
    def tag(self) -> str:
        """For the name of a file that only this process knows; `is_of_the_dead` reads it."""
        return f"{_short(self.machine, self.space)}-{self.process}-{_short(self.born)}"

    def as_text(self) -> str:
        return json.dumps(self._asdict(), ensure_ascii=False)


def _machine() -> str:
    """Without `platform`, which takes a millisecond to import, where the system itself tells."""
    if hasattr(os, "uname"):
        return os.uname().nodename
    import platform

    return platform.node()


def this_holder() -> Holder:
    process = os.getpid()
    return Holder(
        _machine(), _space(), process, _born(process), threading.get_ident(), f"{datetime.now():%H:%M:%S %d/%m/%Y}"
    )


def is_of_the_dead(name: str) -> bool:
    """Whether the file bears the tag of a process of this machine that is no more."""
    found, here = _TAG.search(name), this_holder()
    if found is None or found[1] != _short(here.machine, here.space):
        return False
    born = _born(int(found[2]))
    return born != _UNKNOWN and (not born or _short(born) != found[3])


def _short(*facts: str) -> str:
    return sha256("\n".join(facts).encode()).hexdigest()[:8]


def holder_in(text: str) -> Holder | None:
    """None if the text is not whole: its writer was killed, or is just writing it."""
    with suppress(ValueError, TypeError, KeyError):
        facts = json.loads(text)
        words = (f"{facts[name]}" for name in ("machine", "space", "born", "since"))
        machine, space, born, since = (word if word.isprintable() else "?" for word in words)
        return Holder(machine, space, int(facts["process"]), born, int(facts["thread"]), since)
    return None


def _space() -> str:
    try:
        return str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return ""


if sys.platform == "win32":

    def _born(process: int) -> str:
        """When the process began; "" if there is none."""
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.windll.kernel32
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = wintypes.HANDLE(kernel.OpenProcess(0x1000, False, process))  # only to ask
        if not handle:
            return ""
        try:
            code, times = wintypes.DWORD(), [wintypes.FILETIME() for _ in range(4)]
            kernel.GetExitCodeProcess(handle, ctypes.byref(code))
            lives = code.value == 259 and kernel.GetProcessTimes(handle, *map(ctypes.byref, times))
            return f"{times[0].dwHighDateTime}-{times[0].dwLowDateTime}" if lives else ""
        finally:
            kernel.CloseHandle(handle)

else:

    def _born(process: int) -> str:
        """When the process began, counted from which start of the machine; "" if there is none."""
        try:
            about = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
            start = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except OSError:
            return _UNKNOWN if _is_there(process) else ""
        facts = about.rpartition(")")[2].split()  # the program's name before it may hold anything
        dead = facts[0] in "ZX"  # not yet taken note of by its parent
        return "" if dead else f"{start}-{facts[19]}"

    def _is_there(process: int) -> bool:
        try:
            os.kill(process, 0)  # asks, and does nothing
        except ProcessLookupError:
            return False
        except OSError:  # another user's
            return True
        return True
