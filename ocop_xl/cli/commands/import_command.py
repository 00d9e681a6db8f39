"""`ocop-xl import BOOK SOURCE`: a foreign list into the workbook – shown first, written only with --apply."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic

from ocop_xl.changes.change import Change
from ocop_xl.cli.alone import alone
from ocop_xl.cli.exit import DONE, print_json
from ocop_xl.cli.options import add_book, add_wait
from ocop_xl.errors import Refusal
from ocop_xl.jobs.wholeness import refuse_if_incomplete
from ocop_xl.model import Book
from ocop_xl.sheets.importing.proposal import Proposal, answers_from
from ocop_xl.sheets.importing.propose import propose
from ocop_xl.sheets.reading.read import read_book

_QUIET_SECONDS = 2.0
"""A reading that takes longer says how far it is."""


def add(command: ArgumentParser) -> None:
    add_book(command)
    command.add_argument("source", type=Path, metavar="TỆP_CŨ", help="tệp phụ lục cũ")
    command.add_argument("--apply", action="store_true", help="ghi vào sổ đúng những dòng đã xem trước")
    command.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="CÂU_HỎI=TRẢ_LỜI",
        help='trả lời câu hỏi của bản xem trước, ví dụ "hien-trang=lấy nguồn"; ghi được nhiều lần',
    )
    add_wait(command)


def run(options: Namespace) -> int:
    answers = answers_from(options.answer)
    return alone(options, partial(_import, options, answers), writes=options.apply)


def _import(options: Namespace, answers: dict[str, str]) -> int:
    book = read_book(options.book)
    refuse_if_incomplete(book, options.book.name)
    try:
        proposal = propose(book, options.source, answers, _progress())
    except KeyboardInterrupt:
        raise Refusal("Đã dừng đọc theo yêu cầu; chưa ghi gì vào sổ.") from None
    applying = bool(options.apply and proposal.changes)
    if not options.json:
        print(proposal.summary(), flush=True)
    backup = _apply(options.book, book, proposal.changes) if applying else None
    if options.json:
        print_json(proposal.as_json() | {"applied": applying})
    else:
        print(_last_words(options.book.name, proposal, backup, applying=applying))
    return DONE


def _last_words(name: str, proposal: Proposal, backup: Path | None, *, applying: bool) -> str:
    if applying:
        done = f"Đã ghi vào {name}; bản trước khi ghi ở {backup}."
        left = len(proposal.open_questions)
        return f"{left} câu hỏi ở trên chưa trả lời nên chưa ghi phần đó.\n{done}" if left else done
    if not proposal.changes:
        return "Không có gì mới để ghi vào sổ."
    return "Chưa ghi gì vào sổ. Nếu đúng như trên, chạy lại lệnh này thêm --apply."


def _progress() -> Callable[[int, int], None]:
    """How far the reading is, on stderr, once it has taken so long that a person wonders. Ctrl+C ends it."""
    begun = monotonic()
    last = [begun]

    def tell(done: int, total: int) -> None:
        now = monotonic()
        if now - begun > _QUIET_SECONDS and now - last[0] > 1:
            last[0] = now
            with suppress(OSError):
                from sys import stderr

                stderr.write(f"Đang đọc dòng {done}/{total}… (Ctrl+C để dừng)\n")

    return tell


def _apply(path: Path, book: Book, changes: list[Change]) -> Path | None:
    """Whatever goes wrong here ends the command before it says that anything was written."""
    from ocop_xl.sheets.writing.patch import apply_changes

    return apply_changes(path, book, changes)
