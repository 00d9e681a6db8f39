"""Taking people out of what is sent to a helper: no user names, no folders, no file names, no values in a log."""

from __future__ import annotations

import re
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

from ocop_xl.machine.machine import Machine
from ocop_xl.machine.shipped import PACKAGE
from ocop_xl.records import NamedTuple

_GONE = "…"
_QUOTED_PATH = re.compile(r"«((?:[A-Za-z]:)?[\\/][^»]*)»")
_PROGRAM = re.compile(r"(pythonw?[\d.]*(\.exe)?|excel\.exe|ocop\.xlam|soffice(\.com|\.bin)?|ocop_xl)", re.IGNORECASE)
_FRAME = re.compile(r'^  File "(.+)", line (\d+)(?:, in (.+))?$')
_HEADING = re.compile(r"^== (\d{6}-\d{6})(?: .*)? ==$")
"""As `fault_in_words` writes it: the code that the user was told, then what was being done, which may be any words."""
_OUR_LINES = re.compile(
    r"^(Traceback \(most recent call last\):"
    r"|During handling of the above exception, another exception occurred:"
    r"|The above exception was the direct cause of the following exception:|)$"
)
_ERROR = re.compile(r"^([A-Za-z_][A-Za-z0-9_.]*)(:|$)", re.ASCII)


class Mask:
    """Takes out of a text who works at this machine, where, and what the workbook is called."""

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
    """Of a log of tracebacks: codes, frames, public code and the kinds of errors; what an error says may quote a cell,
    and so may a line of a template or of a script of the commune's own."""
    in_frame = public = False
    for line in lines:
        if frame := _FRAME.match(line):
            place = _place(frame[1])
            in_frame, public = True, place.public
            function = f", in {frame[3]}" if frame[3] and place.functions.fullmatch(frame[3]) else ""
            yield f'  File "{place.shown}", line {frame[2]}{function}'
        elif in_frame and line.startswith("    "):
            if public:
                yield line
        elif heading := _HEADING.match(line):
            in_frame = False
            yield f"== {heading[1]} =="
        elif _OUR_LINES.match(line):
            in_frame = False
            yield line
        elif in_frame and (error := _ERROR.match(line)):
            in_frame = False
            yield error[1]


_ANY_FUNCTION = re.compile(r"[\w<>.]+", re.ASCII)
_NO_NAME = re.compile(r"<(?:module|lambda|\w+comp|genexpr)>|(?:top-level )?template(?: code)?", re.ASCII)
_NO_FILE = re.compile(r"<(?:template|string|stdin|unknown|frozen [\w.]+)>", re.ASCII)
"""What Python and Jinja2 write where code comes from no file, or from a template's text."""


class _Place(NamedTuple):
    """Of a file in a traceback: what may be shown, which names of functions, whether its lines are public code."""

    shown: str
    functions: re.Pattern[str]
    public: bool


def _place(path: str) -> _Place:
    """`ocop_xl/model/book.py`, `json/decoder.py`, `openpyxl/cell.py`; nothing of a file that is nobody's package."""
    parts = re.split(r"[\\/]", path)
    for at, folder in enumerate(parts[:-1]):
        rest = parts[at + 1 :]
        if folder == PACKAGE.name and _stands_in(PACKAGE, rest):
            return _Place("/".join([folder, *rest]), _ANY_FUNCTION, True)
        if _LIBRARY.fullmatch(folder) and rest[0] != "site-packages" and _stands_in(_STANDARD, rest):
            return _Place("/".join(rest), _ANY_FUNCTION, True)
    if "site-packages" in parts[:-1]:
        return _Place("/".join(parts[parts.index("site-packages") + 1 :]), _ANY_FUNCTION, False)
    return _Place(path if _NO_FILE.fullmatch(path) else _GONE, _NO_NAME, False)


_STANDARD = Path(sysconfig.get_path("stdlib"))
_LIBRARY = re.compile(r"lib|python3\.\d+", re.IGNORECASE)


def _stands_in(home: Path, rest: list[str]) -> bool:
    """Whether everybody has this file: a folder of the user's own may be called `ocop_xl` or `lib` too."""
    return ".." not in rest and home.joinpath(*rest).is_file()
