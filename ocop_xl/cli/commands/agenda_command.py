"""`ocop-xl agenda BOOK [--until DAY]`: what is due, by its day, who does it and which article says so."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from ocop_xl.calendar.files import write_calendars
from ocop_xl.cli.exit import DONE, print_json
from ocop_xl.cli.options import add_book
from ocop_xl.cli.parser import day
from ocop_xl.errors import Refusal
from ocop_xl.model import Book, spec_of
from ocop_xl.programme.agenda.agenda import agenda
from ocop_xl.programme.agenda.due import Due
from ocop_xl.programme.agenda.grouping import HEADINGS, grouped
from ocop_xl.sheets.reading.read import read_book
from ocop_xl.vietnamese import fold


def add(command: ArgumentParser) -> None:
    add_book(command)
    command.add_argument("--until", type=day, metavar="NGÀY", help="kể cả việc bắt đầu được từ nay đến ngày này")
    command.add_argument(
        "--by", choices=list(HEADINGS), help="xếp theo tuần (week), người làm (person) hoặc ấp (hamlet)"
    )
    command.add_argument("--who", metavar="TÊN", help="chỉ việc của người, đơn vị có tên chứa những chữ này")
    command.add_argument("--ics", type=Path, metavar="TỆP.ics", help="ghi thành tệp lịch cho điện thoại, Outlook")
    command.add_argument("--public", action="store_true", help="lịch không có tên người, ai cũng xem được")
    command.add_argument(
        "--since", type=Path, metavar="TỆP_TRƯỚC.ics", help="lịch lần trước: ghi thêm tệp chỉ gồm việc mới, đổi, hết"
    )


def run(options: Namespace) -> int:
    book = read_book(options.book)
    on = book.day(options.on)
    if options.until and options.until < on:
        raise Refusal(
            f"Ngày --until ({options.until:%d/%m/%Y}) ở trước ngày tính ({on:%d/%m/%Y}): hãy sửa một trong hai."
        )
    if missing := book.lacking():
        print(f"⚠ Sổ thiếu {missing}: danh sách dưới đây chưa đủ.", file=sys.stderr)
    if (options.public or options.since) and not options.ics:
        raise Refusal("--public và --since chỉ dùng cùng với --ics TỆP.ics.")
    found = _of(options.who, agenda(book, on, options.until))
    groups = grouped(found, options.by, book) if options.by else {"": found}
    if options.ics:
        return _write_calendars(options, book, on, found)
    if options.json:
        told = {heading: [as_json(due, book, on) for due in dues] for heading, dues in groups.items()}
        print_json(told if options.by else told[""])
        return DONE
    print(f"Việc cần làm tính đến ngày {on:%d/%m/%Y}: {len(found)} việc.")
    for heading, dues in groups.items():
        if heading:
            print(f"\n{heading}: {len(dues)} việc")
        for due in dues:
            print(f"  {due.due:%d/%m/%Y}  {due.state}  {due.what} – {due.who}")
            print(f"      {place(due, book)}; {due.article}")
            print(f"      → step {options.book} {due.step} {due.rows[0]}".rstrip())
    return DONE


def _of(who: str | None, dues: list[Due]) -> list[Due]:
    """Those of whoever is named, with marks or without; refused with the names that there are where nobody is meant."""
    if who is None:
        return dues
    mine = [due for due in dues if f" {fold(who)} " in f" {fold(due.who)} "]
    if not mine and dues:
        names = "; ".join(dict.fromkeys(due.who for due in dues))
        raise Refusal(f"Không việc nào của “{who}”; những người, đơn vị đang có việc: {names}.")
    return mine


def _write_calendars(options: Namespace, book: Book, on: date, dues: list[Due]) -> int:
    made = write_calendars(options.ics, book, on, dues, public=options.public, since=options.since)
    if options.json:
        print_json([{"file": str(path), "events": count} for path, count in made])
    else:
        for path, count in made:
            print(f"Đã ghi {path}: {count} việc.")
    return DONE


def place(due: Due, book: Book) -> str:
    """`Hồ sơ!A5`: where the row begins."""
    where = book.placement(type(due.row))
    key = spec_of(type(due.row)).key
    return f"{where.sheet}!{where.cell(due.row, key.attribute)}" if key else f"{where.sheet}!A1"


def as_json(due: Due, book: Book, on: date) -> dict[str, object]:
    sheet, _, cell = place(due, book).rpartition("!")
    return {
        "key": due.key,
        "source": due.source,
        "opens": due.opens.isoformat(),
        "due": due.due.isoformat(),
        "days": due.days_left(on),
        "state": due.state.value,
        "who": due.who,
        "what": due.what,
        "article": due.article,
        "step": due.step,
        "sheet": sheet,
        "cell": cell,
        "rows": list(due.rows),
    }
