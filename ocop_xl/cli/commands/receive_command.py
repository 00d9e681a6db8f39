"""`ocop-xl receive BOOK ANSWER`: the province's answer into the workbook – shown first, written only with --apply."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from functools import partial
from pathlib import Path

from ocop_xl.cli.alone import alone
from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_book, add_wait
from ocop_xl.exchange.answers.reading import read_answer
from ocop_xl.jobs.receiving import (
    Receiving,
    about_in_words,
    apply_receiving,
    changes_in_words,
    counts_in_words,
    receiving,
)
from ocop_xl.sheets.reading.read import read_book


def add(command: ArgumentParser) -> None:
    add_book(command)
    command.add_argument("answer", type=Path, metavar="TRẢ_LỜI", help="tệp tra-loi….xlsx của tỉnh, hay tệp nén có nó")
    command.add_argument("--apply", action="store_true", help="ghi vào sổ đúng như đã xem trước, có bản sao lưu")
    add_wait(command)


def run(options: Namespace) -> int:
    return alone(options, partial(_receive, options), writes=options.apply)


def _receive(options: Namespace) -> int:
    path: Path = options.book
    book = read_book(path)
    found = receiving(book, path.name, read_answer(options.answer), options.on or date.today())
    if not options.json:
        for line in (*about_in_words(found), *changes_in_words(found.landed)):
            print(line)
    backup = apply_receiving(path, found) if options.apply else None
    if options.json:
        print_json(_as_json(found) | {"applied": backup is not None})
    else:
        print(_last_words(found, path, backup))
    return ERRORS_FOUND if found.landed.told else DONE


def _last_words(found: Receiving, path: Path, backup: Path | None) -> str:
    counts = counts_in_words(found.landed)
    if backup:
        return f"Đã nhận vào {path.name}: {counts}; bản trước khi ghi ở {backup}."
    if not found.landed.changes:
        return f"Trả lời này không có gì mới so với {path.name}."
    return f"Chưa ghi gì vào sổ ({counts}). Nếu đúng như trên, chạy lại lệnh này thêm --apply."


def _as_json(found: Receiving) -> dict[str, object]:
    landed = found.landed
    return {
        "package": found.answer.about.package,
        "day": found.answer.day.isoformat(),
        "results": landed.results,
        "remarks": landed.remarks,
        "closed": landed.closed,
        "changes": [change._asdict() for change in landed.changes],
        "told": landed.told,
    }
