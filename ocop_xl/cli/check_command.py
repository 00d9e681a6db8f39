"""`ocop-xl check BOOK`: every finding, in the officer's words."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from ocop_xl.cli.options import add_book
from ocop_xl.cli.outcome import DONE, ERRORS_FOUND, print_json
from ocop_xl.rules.check import check
from ocop_xl.rules.finding import SEVERITY_NAMES, Finding, Severity
from ocop_xl.rules.summary import summary
from ocop_xl.sheets.reading.read import read_book

JSON_FIELDS = ("code", "severity", "sheet", "table", "column", "cell", "row_id", "saw", "message", "fix", "source")


def add(command: ArgumentParser) -> None:
    add_book(command)


def run(options: Namespace) -> int:
    book = read_book(options.book)
    day = book.day(options.on)
    findings = check(book, day)
    if options.json:
        print_json([{name: getattr(found, name) for name in JSON_FIELDS} for found in findings])
    else:
        for severity in Severity:
            _print_group(severity, [found for found in findings if found.severity is severity])
        print(summary(findings, day))
    return ERRORS_FOUND if any(found.severity is Severity.ERROR for found in findings) else DONE


def _print_group(severity: Severity, findings: Sequence[Finding]) -> None:
    if findings:
        print(f"{SEVERITY_NAMES[severity]} ({len(findings)})")
        for found in findings:
            print(f"  {found}")
        print()
