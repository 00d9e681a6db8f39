"""`ocop-xl check BOOK`: every finding, in the officer's words; with --apply it also marks which registered papers no
longer say what the workbook says, as the button does."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from ocop_xl.cli.alone import alone
from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_book, add_wait
from ocop_xl.model import Book, Paper, spec_of
from ocop_xl.programme.registered.stale import MARKING, stale_marks
from ocop_xl.rules.check import check
from ocop_xl.rules.finding import SEEN_NAME, SEVERITY_NAMES, Finding, Severity
from ocop_xl.rules.summary import summary
from ocop_xl.sheets.reading.read import read_book

JSON_FIELDS = (
    "code",
    "severity",
    "sheet",
    "table",
    "column",
    "cell",
    "row_id",
    "saw",
    "message",
    "fix",
    "source",
    "cells",
)


def add(command: ArgumentParser) -> None:
    add_book(command)
    stale = spec_of(Paper).column("stale").header
    command.add_argument("--apply", action="store_true", help=f"ghi cột «{stale}» của trang «{spec_of(Paper).sheet}»")
    add_wait(command)


def run(options: Namespace) -> int:
    return alone(options, partial(_check, options), writes=options.apply)


def _check(options: Namespace) -> int:
    book = read_book(options.book)
    day = book.day(options.on)
    findings = check(book, day)
    if options.json:
        print_json([_as_json(found) for found in findings])
    else:
        for severity in Severity:
            mine = [found for found in findings if found.severity is severity and not found.set_aside]
            _print_group(SEVERITY_NAMES[severity], mine)
        _print_group(SEEN_NAME, [found for found in findings if found.set_aside])
        print(summary(findings, day))
    marked = _mark(options, book, day)
    if marked and not options.json:
        print(marked)
    return ERRORS_FOUND if any(found.severity is Severity.ERROR for found in findings) else DONE


def _mark(options: Namespace, book: Book, day: date) -> str:
    """What was written about registered papers, or what --apply would write; "" where the register is right."""
    marks = stale_marks(book, day)
    if not marks:
        return ""
    register = f"cột «{marks[0].column}» của {len(marks)} văn bản (trang «{spec_of(Paper).sheet}»)"
    if not options.apply:
        return f"Chưa ghi {register}: chạy lại lệnh này thêm --apply, hoặc bấm «{MARKING}»."
    from ocop_xl.sheets.writing.patch import apply_changes

    return f"Đã ghi {register}; bản trước khi ghi ở {apply_changes(options.book, book, marks, action=MARKING)}."


def _as_json(found: Finding) -> dict[str, Any]:
    """`seen` is who let it stand, when and why; null where nobody did, and for errors, which stay errors."""
    seen = found.seen if found.set_aside else None
    return {name: getattr(found, name) for name in JSON_FIELDS} | {
        "seen": seen and {"who": seen.who, "on": seen.on and seen.on.isoformat(), "why": seen.why}
    }


def _print_group(name: str, findings: Sequence[Finding]) -> None:
    if findings:
        print(f"{name} ({len(findings)})")
        for found in findings:
            seen = f" – {found.seen.who}: {found.seen.why}" if found.set_aside and found.seen else ""
            print(f"  {found}{seen}")
        print()
