"""The books that lie at a place: a workbook, a package, or a folder of both, one a commune."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ocop_xl.errors import ExchangeError
from ocop_xl.exchange.received import received
from ocop_xl.model import Book
from ocop_xl.office.container import MAX_FILE
from ocop_xl.office.files import PACKAGE, read_file
from ocop_xl.province.arrivals import arrivals
from ocop_xl.province.choosing import Judged
from ocop_xl.province.gathering import gather
from ocop_xl.province.spread import workers
from ocop_xl.records import NamedTuple


class Books(NamedTuple):
    """`many`: they come from a folder, and every row says whose it is; `aside` are the files that are not used."""

    books: tuple[Book, ...]
    many: bool = False
    aside: tuple[Judged, ...] = ()


def books_at(place: Path, on: date, ours: Iterable[Path] = ()) -> Books:
    """Of a folder the file of each commune that counts, in the order of the codes; refused where there is none."""
    if not place.is_dir():
        return Books((received(place.name, read_file(place, MAX_FILE, PACKAGE)).book,))
    files = list(arrivals([place], ours=tuple(ours)))
    with workers(len(files)) as crew, gather(files, on.isoformat(), crew) as gathered:
        judged = gathered.judged
    used = tuple(received(one.name, files[one.number].read()).book for one in judged if one.used)
    if not used:
        raise ExchangeError(f"Thư mục «{place.name}» không có sổ hay gói nào dùng được; hãy chọn thư mục khác.")
    return Books(used, True, tuple(one for one in judged if not one.used))
