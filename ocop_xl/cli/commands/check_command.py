"""`ocop-xl check BOOK`: every finding, in the officer's words."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Any

from ocop_xl.cli.exit import DONE, ERRORS_FOUND, print_json
from ocop_xl.cli.options import add_book
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


def run(options: Namespace) -> int:
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
    return ERRORS_FOUND if any(found.severity is Severity.ERROR for found in findings) else DONE


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
