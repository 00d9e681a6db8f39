"""`make bench`: prints each promise with what was measured."""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineWorkbook

from bench import catalogue, clicks, merge, papers, province, scoring, typing
from bench.communes import DAY, commune, producers, products
from bench.timing import paired, process, seconds
from ocop_xl.calendar.files import write_calendars
from ocop_xl.demo.books import DEMO_DAY
from ocop_xl.demo.workbook import demo_workbook
from ocop_xl.model import INPUT_TABLES, Book, Commune, Producer, Product, spec_of
from ocop_xl.programme.agenda.agenda import agenda
from ocop_xl.rules.check import check
from ocop_xl.sheets.building.workbook import build_workbook
from ocop_xl.sheets.reading.read import read_book

_NAMES = [spec_of(kind).name for kind in INPUT_TABLES]


def bare_tables(path: Path) -> None:
    """The floor: calamine alone, the same tables, nothing checked and nothing typed."""
    workbook = CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()), load_tables=True)
    for name in _NAMES:
        workbook.get_table_by_name(name).to_python()


def bare_sheets(path: Path) -> None:
    """The other floor: calamine alone, every sheet of the file."""
    workbook = CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
    for name in workbook.sheet_names:
        workbook.get_sheet_by_name(name).to_python()


def read_and_check(folder: Path) -> None:
    path = folder / "xa.xlsx"
    path.write_bytes(build_workbook(commune(), DAY))
    book = read_book(path)
    rows = sum(len(book[kind]) for kind in INPUT_TABLES)

    def ours() -> None:
        check(read_book(path), DAY)

    ours()
    print(f"commune workbook: {len(INPUT_TABLES)} tables, {rows} rows, {path.stat().st_size // 1024} KiB")
    for floor, name in ((bare_tables, "the same tables"), (bare_sheets, "all its sheets")):
        ratio, mine, theirs = paired(ours, lambda floor=floor: floor(path), 21)  # type: ignore[misc]
        print(
            f"  read + check / bare calamine read of {name}: {ratio:.2f}  ({mine * 1000:.1f} / {theirs * 1000:.1f} ms)"
        )
    ratio, mine, theirs = paired(lambda: read_book(path), lambda: bare_tables(path), 21)
    print(f"  read alone / bare calamine read of the same tables: {ratio:.2f}")
    ratio, mine, theirs = paired(lambda: agenda(book, DAY), lambda: read_book(path), 21)
    print(f"  agenda / read: {ratio:.2f}  ({mine * 1000:.1f} / {theirs * 1000:.1f} ms; at most 0.20)")
    calendar(folder, book, lambda: read_book(path))


def calendar(folder: Path, book: Book, read: Callable[[], object]) -> None:
    """The files of all duties to the year's end, and what has changed since an earlier one."""
    dues, before = agenda(book, DAY, DAY.replace(month=12, day=31)), folder / "truoc.ics"
    write_calendars(before, book, DAY, dues[::2])
    ratio, mine, theirs = paired(lambda: write_calendars(folder / "lich.ics", book, DAY, dues, since=before), read, 21)
    print(
        f"  calendar of {len(dues)} duties and what is new in it / read: {ratio:.2f}  "
        f"({mine * 1000:.1f} / {theirs * 1000:.1f} ms)"
    )


def whole_process(folder: Path) -> None:
    path = folder / "demo.xlsx"
    path.write_bytes(demo_workbook(DEMO_DAY))
    program = Path(sys.executable).with_name("ocop-xl")
    ours, floor = process(str(program), "check", str(path)), process(sys.executable, "-c", "import pandas")
    ours(), floor()
    ratio, mine, theirs = paired(ours, floor, 15)
    print(
        f"process `ocop-xl check` / process that imports pandas: {ratio:.2f}  ({mine * 1000:.0f} / {theirs * 1000:.0f} ms)"
    )


def checks_per_second() -> None:
    """All rules over ten thousand products and the three thousand producers they belong to; the producers' own
    rules are charged to the products."""
    count = 10_000
    book = Book()
    book[Commune] = commune()[Commune]
    book[Product], book[Producer] = products(count, firms=3000), producers(3000)
    book.lay_out()
    check(book, DAY)
    best = min(seconds(lambda: check(book, DAY)) for _ in range(9))
    print(
        f"product rows through all rules: {count / best:,.0f} rows/s ({count:,} rows, {len(check(book, DAY))} findings)"
    )


if __name__ == "__main__":
    gc.disable()  # as every door does before its work
    with tempfile.TemporaryDirectory() as name:
        read_and_check(Path(name))
        whole_process(Path(name))
        clicks.clicks(Path(name))
        scoring.opening(Path(name))
        papers.documents(Path(name))
        papers.pdfs(Path(name))
        catalogue.pages(Path(name))
        province.province(Path(name) / "tinh")
        typing.typing(Path(name))
    checks_per_second()
    merge.of_a_commune()
    merge.against_daff()
    scoring.scores()
