"""`ocop-xl import BOOK SOURCE`: an old appendix into the workbook – shown first, written only with --apply."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path

from ocop_xl.changes.change import Change
from ocop_xl.cli.alone import alone
from ocop_xl.cli.exit import DONE, print_json
from ocop_xl.cli.options import add_book, add_wait
from ocop_xl.jobs.wholeness import refuse_if_incomplete
from ocop_xl.model import Book
from ocop_xl.sheets.importing.propose import propose
from ocop_xl.sheets.reading.read import read_book


def add(command: ArgumentParser) -> None:
    add_book(command)
    command.add_argument("source", type=Path, metavar="TỆP_CŨ", help="tệp phụ lục cũ")
    command.add_argument("--apply", action="store_true", help="ghi vào sổ đúng những dòng đã xem trước")
    add_wait(command)


def run(options: Namespace) -> int:
    return alone(options, partial(_import, options), writes=options.apply)


def _import(options: Namespace) -> int:
    book = read_book(options.book)
    refuse_if_incomplete(book, options.book.name)
    proposal = propose(book, options.source)
    applying = bool(options.apply and proposal.changes)
    if not options.json:
        print(proposal.summary(), flush=True)
    backup = _apply(options.book, book, proposal.changes) if applying else None
    if options.json:
        print_json(proposal.as_json() | {"applied": applying})
    elif not proposal.changes:
        print("Không có gì mới để ghi vào sổ.")
    elif applying:
        print(f"Đã ghi vào {options.book.name}; bản trước khi ghi ở {backup}.")
    else:
        print("Chưa ghi gì vào sổ. Nếu đúng như trên, chạy lại lệnh này thêm --apply.")
    return DONE


def _apply(path: Path, book: Book, changes: list[Change]) -> Path | None:
    """Whatever goes wrong here ends the command before it says that anything was written."""
    from ocop_xl.sheets.writing.patch import apply_changes

    return apply_changes(path, book, changes)
