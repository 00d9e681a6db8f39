"""Taking people out of what is sent to a helper: no user names, no folders, no file names, no values in a log."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ocop_xl.machine.machine import Machine

_GONE = "…"
_QUOTED_PATH = re.compile(r"«((?:[A-Za-z]:)?[\\/][^»]*)»")
_PROGRAM = re.compile(r"(pythonw?[\d.]*(\.exe)?|excel\.exe|ocop\.xlam|soffice(\.com|\.bin)?|ocop_xl)", re.IGNORECASE)
_FRAME = re.compile(r'^  File "(.+)", line (\d+)(, in [\w<>.]+)?$')
_OUR_LINES = re.compile(
    r"^(== [\w-]+ ==|Traceback \(most recent call last\):"
    r"|During handling of the above exception, another exception occurred:"
    r"|The above exception was the direct cause of the following exception:|)$"
)
_ERROR = re.compile(r"^([A-Za-z_][A-Za-z0-9_.]*)(:|$)", re.ASCII)


class Mask:
    def __init__(self, machine: Machine, book: Path | None) -> None:
        names = [machine.environment.get(name, "") for name in ("USERNAME", "USER", "LOGNAME", "COMPUTERNAME")]
        self._people = [re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE) for name in {*names} if name]
        self._book = book.name if book else ""

    def sentence(self, text: str) -> str:
        """A diagnosis without the folders of its paths; programs keep their name, other files lose it."""
        if self._book:
            text = text.replace(self._book, f"{_GONE}{Path(self._book).suffix}")
        text = _QUOTED_PATH.sub(_only_program, text)
        for name in self._people:
            text = name.sub(_GONE, text)
        return text


def _only_program(path: re.Match[str]) -> str:
    last = re.split(r"[\\/]", path[1])[-1]
    return f"«{_GONE}/{last}»" if _PROGRAM.fullmatch(last) else f"«{_GONE}»"


def masked_log(lines: Iterable[str]) -> Iterator[str]:
    """Of a log of tracebacks: frames, our own code and the kinds of errors; what an error says may quote a cell."""
    in_frame = False
    for line in lines:
        if frame := _FRAME.match(line):
            in_frame = True
            yield f'  File "{_inside_python(frame[1])}", line {frame[2]}{frame[3] or ""}'
        elif in_frame and line.startswith("    "):
            yield line
        elif _OUR_LINES.match(line):
            in_frame = False
            yield line
        elif in_frame and (error := _ERROR.match(line)):
            in_frame = False
            yield error[1]


def _inside_python(path: str) -> str:
    """From the package on: `ocop_xl/sheets/read.py`; the name alone for a file that is nobody's package."""
    parts = re.split(r"[\\/]", path)
    for root in ("site-packages", "ocop_xl"):
        if root in parts[:-1]:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at + (root == "site-packages") :])
    return parts[-1] if parts[-1].endswith(".py") and parts[-1].isascii() else _GONE
