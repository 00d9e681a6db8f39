"""How far the numbers of a symbol have run in a year: what văn thư's register says, and all that the book remembers.

The office's register was there before this book and other offices take numbers from it, so the first number of a symbol
in a year is asked for once. From then on the highest number ever seen counts – in «Số đã cấp», in «Văn bản», in the
names of files – so that neither a deleted row nor a lost file gives a number a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from ocop_xl.changes.change import Change, Value
from ocop_xl.errors import PaperError
from ocop_xl.model import Book, LastNumber, Paper, spec_of
from ocop_xl.model.keys import new_keys
from ocop_xl.records import NamedTuple
from ocop_xl.vietnamese import fold

_FILE = re.compile(r"_(?P<year>\d{4})-\d\d-\d\d_so-(?P<number>\d{2,5})-(?P<symbol>[a-z-]+)(?:-\d+)?\.docx")
_SIGN = re.compile(r"\s*(?P<number>\d{1,5})\s*/\s*(?P<symbol>[^\s/]+)\s*")
_TOLD = re.compile(r"(?P<name>[^\s/=]+(?:/\d{4})?)=(?P<number>\d{1,5})", re.ASCII)
_WHY = "số đã cấp khi lập văn bản"


class Reached(NamedTuple):
    """The highest number so far and the latest day of any."""

    number: int
    dated: date | None = None

    def with_(self, number: int, dated: date | None) -> Reached:
        days = [day for day in (self.dated, dated) if day is not None]
        return Reached(max(self.number, number), max(days, default=None))


Key = tuple[str, int]
"""Symbol in small letters, and year."""


class LastNumbers:
    """The numbers taken, by what the book holds, what lies in the folder `out` and what the officer has `told` of
    văn thư's register: symbol → its last number in the year of `on`, `BB-UBND/2025` → in that year.

    A number without a date is taken as one of the year of `on`: better a gap than a number twice.
    """

    def __init__(self, book: Book, on: date, told: Mapping[str, int], out: Path | None = None) -> None:
        self._year = on.year
        self._reached: dict[Key, Reached] = {}
        self._known: set[Key] = set()
        self._symbols: dict[Key, str] = {}
        for row in book[LastNumber]:
            if row.symbol and row.year and row.last is not None:
                self._learn(row.symbol, row.year, row.last, row.dated)
        for paper in book[Paper]:
            if paper.number and paper.symbol:
                self._learn(paper.symbol, (paper.issued or on).year, paper.number, paper.issued)
        for text, number in told.items():
            symbol, _, year = text.partition("/")
            self._learn(symbol, int(year or on.year), number, None)
        self._plan(book)
        self._files(out)

    def next(self, symbol: str, dated: date) -> int:
        """Raises `PaperError` while nobody has said where văn thư's register stands."""
        key = _key(symbol, dated.year)
        if key not in self._known:
            least = self._reached.get(key, Reached(0)).number
            asked = symbol if dated.year == self._year else f"{symbol}/{dated.year}"
            so_far = f" (sổ OCOP đã biết đến số {least:02d})" if least else ""
            raise PaperError(
                f"Chưa biết sổ của văn thư đã cấp đến số mấy/{symbol} trong năm {dated.year}{so_far} nên chưa lấy số. "
                f"Hãy hỏi văn thư rồi ghi một dòng ở trang «{spec_of(LastNumber).sheet}» (chưa có số nào thì ghi 0), "
                f"hoặc chạy lại với --so-cuoi {asked}=SỐ; chỉ hỏi một lần cho mỗi ký hiệu trong năm."
            )
        return self._reached[key].number + 1

    def out_of_order(self, symbol: str, dated: date) -> date | None:
        """The day of an earlier number that lies after this one's day."""
        latest = self._reached.get(_key(symbol, dated.year), Reached(0)).dated
        return latest if latest is not None and latest > dated else None

    def take(self, symbol: str, dated: date, number: int) -> None:
        self._learn(symbol, dated.year, number, dated)

    def asked_for(self, symbols: Iterable[str], dated: date) -> list[str]:
        """Those of the symbols whose last number nobody has told yet, each once."""
        return [symbol for symbol in dict.fromkeys(symbols) if _key(symbol, dated.year) not in self._known]

    def changes(self, book: Book) -> list[Change]:
        """What «Số đã cấp» has to say from now on; nothing where it says so already."""
        spec = spec_of(LastNumber)
        if any(gap.spec is spec and gap.column is None for gap in book.missing):
            return []
        rows = {_key(row.symbol, row.year): row for row in book[LastNumber] if row.symbol and row.year and row.id}
        fresh = new_keys(book, LastNumber)
        changes: list[Change] = []
        for key in sorted(self._known):
            reached, row = self._reached[key], rows.get(key)
            row_id = str(row.id) if row else next(fresh)
            facts: dict[str, Value] = {
                "year": key[1],
                "symbol": self._symbols[key],
                "last": reached.number,
                "dated": reached.dated,
            }
            for attribute, value in facts.items():
                before: Value = getattr(row, attribute) if row else None
                if value is not None and value != before and (row is None or attribute in ("last", "dated")):
                    changes.append(Change(spec.name, row_id, spec.column(attribute).header, before, value, _WHY))
        return changes

    def _learn(self, symbol: str, year: int, number: int, dated: date | None) -> None:
        key = _key(symbol, year)
        self._known.add(key)
        self._symbols.setdefault(key, "".join(symbol.split()))
        self._reached[key] = self._reached.get(key, Reached(0)).with_(number, dated)

    def _plan(self, book: Book) -> None:
        """The plan that the book carries out has a number: văn thư's register stands there at least."""
        commune = book.commune
        sign = _SIGN.fullmatch(commune.plan_number or "")
        if sign and commune.plan_date:
            self._at_least(_key(sign["symbol"], commune.plan_date.year), int(sign["number"]), commune.plan_date)

    def _files(self, out: Path | None) -> None:
        """Of a paper whose row is gone the file still bears its number."""
        for file in out.glob("*_so-*.docx") if out is not None and out.is_dir() else ():
            if found := _FILE.search(file.name):
                self._at_least(_key(found["symbol"], int(found["year"])), int(found["number"]), None)

    def _at_least(self, key: Key, number: int, dated: date | None) -> None:
        self._reached[key] = self._reached.get(key, Reached(0)).with_(number, dated)


def told_numbers(typed: Iterable[str]) -> dict[str, int]:
    """`BC-UBND=41` → that; raises `PaperError` for anything else."""
    told = {}
    for text in typed:
        found = _TOLD.fullmatch("".join(text.split()))
        if not found:
            raise PaperError(f"--so-cuoi đang là “{text}”; hãy ghi KÝ_HIỆU=SỐ, ví dụ --so-cuoi BC-UBND=41.")
        told[found["name"]] = int(found["number"])
    return told


def file_symbol(symbol: str) -> str:
    """As file names have it, and the same for every spelling: `QĐ - UBND` → `qd-ubnd`."""
    return "-".join(fold(symbol).split())


def _key(symbol: str, year: int) -> Key:
    return file_symbol(symbol), year
