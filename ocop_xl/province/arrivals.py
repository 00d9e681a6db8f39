"""The files that the communes have sent: in folders, in folders inside these, in zips as mail programs save them.

Every file is one arrival, whatever it turns out to be: a photograph is told to be one, not passed over in silence.
Only what no person has sent is: hidden files and what systems leave in folders.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from ocop_xl.errors import ExchangeError, Refusal
from ocop_xl.exchange.manifest import LIST
from ocop_xl.office.container import MAX_FILE, Opened
from ocop_xl.office.files import PACKAGE, read_file
from ocop_xl.office.sniff import ZIP_MAGIC
from ocop_xl.records import NamedTuple

_LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_ONE_FILE = frozenset({LIST, "[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})
"""A zip with one of these is one file: a package, of Microsoft's Office, of LibreOffice, a program."""
_DEEPEST = 3
"""Zips within zips that are opened: more is no mail but a trap."""
Read = Callable[[], bytes]


class Arrival(NamedTuple):
    """`name` is what people are told: the path inside what was given, with `/`; in a zip the zip's name comes first.

    `read` gives the bytes, or raises the `Refusal` for which this file cannot be used.
    """

    name: str
    read: Read


def arrivals(places: Iterable[Path], ours: Collection[Path] = ()) -> Iterator[Arrival]:
    """What lies at each place – a folder or a file – in the order of the names, but for the files `ours`, which we have
    made or are to make; refused where a place is not there."""
    made = {path.resolve() for path in ours}
    for place in places:
        if not place.exists():
            raise ExchangeError(f"Không thấy «{place.name}»; hãy kiểm tra lại tên thư mục, tên tệp.")
        for path in _files(place):
            if path.resolve() in made:
                continue
            name = path.relative_to(place).as_posix() if place.is_dir() else path.name
            yield from _unfolded(name, partial(read_file, path, MAX_FILE, PACKAGE))


def _files(place: Path) -> Iterator[Path]:
    """Links are not followed: one may lead round in a circle, or out of what was given."""
    if not place.is_dir():
        yield place
        return
    for entry in sorted(place.iterdir(), key=lambda one: one.name):
        if _nobody_sent(entry.name) or entry.is_symlink():
            continue
        yield from _files(entry)


def _nobody_sent(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _LEFT_BY_SYSTEMS


def _unfolded(name: str, read: Read, depth: int = 0) -> Iterator[Arrival]:
    """The file, or, of a zip that is no file by itself, the files in it: mails are forwarded in mails."""
    inner = _inside(name, read) if depth < _DEEPEST else None
    if inner is None:
        yield Arrival(name, read)
        return
    for member in inner:
        yield from _unfolded(f"{name}/{member}", partial(_member, name, read, member), depth + 1)


def _inside(name: str, read: Read) -> list[str] | None:
    """The names of the files in a zip of files; None for any other file, and for a zip that cannot be opened: it is
    told as it stands."""
    try:
        raw = read()
        if not raw.startswith(ZIP_MAGIC):
            return None
        files = Opened(name, raw)
    except Refusal:
        return None
    if any(part in files for part in _ONE_FILE):
        return None
    return sorted(one for one in files if not any(map(_nobody_sent, one.split("/"))))


def _member(name: str, read: Read, member: str) -> bytes:
    return Opened(name, read())[member]
