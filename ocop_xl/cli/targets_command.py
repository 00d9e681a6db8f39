"""`ocop-xl targets BOOK`: the plan's targets, whether met, and what was counted."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from ocop_xl.cli.exit import DONE, print_json
from ocop_xl.cli.options import add_book
from ocop_xl.programme.targets import TargetResult, measure_targets
from ocop_xl.sheets.reading.read import read_book


def add(command: ArgumentParser) -> None:
    add_book(command)


def run(options: Namespace) -> int:
    book = read_book(options.book)
    day = book.day(options.on)
    missing = book.lacking()
    if missing:
        print(f"⚠ Sổ thiếu {missing}: các số dưới đây chưa đủ.", file=sys.stderr)
    results = measure_targets(book, day)
    if options.json:
        print_json([as_json(result) for result in results])
        return DONE
    print(f"Chỉ tiêu tính đến ngày {day:%d/%m/%Y}:")
    print_targets(results, how=True)
    return DONE


def as_json(result: TargetResult) -> dict[str, object]:
    return {
        "id": result.id,
        "name": result.name,
        "target": _plain(result.minimum),
        "aspiration": _plain(result.aspiration),
        "actual": _plain(result.actual),
        "unit": result.unit,
        "met": result.met,
        "how": result.how,
    }


def _plain(value: float | None) -> float | None:
    """Whole numbers without `.0`."""
    return int(value) if value is not None and float(value).is_integer() else value


def print_targets(results: Sequence[TargetResult], *, how: bool) -> None:
    for result in results:
        print(f"  {result}")
        if how:
            print(f"      {result.how}")
